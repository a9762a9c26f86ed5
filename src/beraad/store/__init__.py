"""The encrypted database: unlock it, load and keep cases, look after it.

Nobody else knows a session or a driver.

`store.store.Store` is the way in. This file imports nothing, so that what stands in a data folder
(`store.state`) is told before the database rooms are loaded.
"""
