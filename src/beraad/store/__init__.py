"""Encrypted database: unlocks it, loads and saves cases, and maintains it.

No other package uses a session or a driver.

`store.store.Store` is the entry point. This file imports nothing, so that the state of a data folder
(`store.sqlite.state`) can be told before the database modules are loaded.
"""
