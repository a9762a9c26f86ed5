"""SQLite and SQLCipher: the database file, its key and pragmas, lock, log, backups, check and versions.

No other module knows the driver or its dialect. This file imports nothing, as the state of a data folder is
told before the driver is loaded.
"""
