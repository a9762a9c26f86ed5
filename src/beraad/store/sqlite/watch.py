"""Checks if the files of the open database are still those at its path.

A synchronising program, or somebody who puts a backup back, can swap them meanwhile; SQLite would go on
writing to files that nobody finds again.
"""

from __future__ import annotations

import ctypes
import os
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from threading import RLock

import sqlcipher3.dbapi2 as driver
from typing_extensions import override

from beraad.store.errors import FileReplaced
from beraad.store.sqlite.places import Vault

LONG_LOG = 4 * 1024 * 1024
"""Bytes after which the write-ahead log is copied into the file; SQLite's own default is about as many."""

KEPT_IN_MEMORY = 32 * 1024 * 1024
"""Bytes of the database that a connection may cache: what is written over can be saved from there."""

Identity = tuple[int, int]
"""Device and inode; on Windows the numbers of volume and file."""


class Change(StrEnum):
    """Change of the files at the path."""

    GONE = "gone"
    REPLACED = "replaced"
    OVERWRITTEN = "overwritten"
    """The same file, with contents that we did not write."""
    LOG_GONE = "log_gone"
    LOG_REPLACED = "log_replaced"


class WatchedConnection(driver.Connection):  # type: ignore[misc]  # the driver ships no types
    """Connection that knows when it must not be closed."""

    watch: FileWatch | None = None

    @override
    def close(self) -> None:
        """Close, unless that would write over what somebody else put at the path."""
        if self.watch is not None:
            self.watch.closing(self)
            if self.watch.hands_off:
                # Closing copies the log into the file, and so does letting go: it stays with the program.
                ctypes.pythonapi.Py_IncRef(ctypes.py_object(self))
                return
        super().close()


class FileWatch:
    """Compares what is open with what is at the path. A look costs two system calls."""

    log_is_long = False
    """True if the log was so long at the last look that it should be copied into the file."""
    hands_off = False
    """True if nothing of ours may be written to the path any more, not even by closing."""

    def __init__(self, vault: Vault) -> None:
        """Watch the file at the path, which is about to be opened. Raises OSError."""
        self.turn = RLock()
        """Held during a look, and while the log is copied into the file: jobs of other threads look too."""
        self._vault = vault
        # To put a path together takes longer than to ask for what is there.
        self._database_path, self._log_path = vault.database, vault.wal
        self._file = _identity(self._database_path.stat())
        self._log: Identity | None = None
        self._written: tuple[int, int] | None = None
        self._open: set[int] = set()

    def require_same(self) -> None:
        """Refuse to open other files than those that are open. Raises FileReplaced."""
        if (change := self.look()) is not None:
            raise FileReplaced(file=self._vault.database.name, how=change.value, rescue="")

    def opened(self, connection: WatchedConnection) -> None:
        """Note a connection that was just made. Raises FileReplaced, the driver's errors, OSError."""
        # The file changes when the log is copied into it, and not else. Only `Guard` does that, between two
        # looks: whatever changes it at another moment is seen to be somebody else.
        connection.execute("PRAGMA wal_autocheckpoint = 0")
        connection.execute(f"PRAGMA cache_size = -{KEPT_IN_MEMORY // 1024}")
        # The log is opened when something is read, and not before.
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        self.require_same()
        if not self._open:
            with suppress(FileNotFoundError):
                self._log = _identity(self._log_path.stat())
            self.wrote()
        self._open.add(id(connection))
        connection.watch = self

    def closing(self, connection: WatchedConnection) -> None:
        """Forget a connection. The log goes with the last, and the next begins another."""
        self._open.discard(id(connection))
        if not self._open and not self.hands_off:
            self._log = self._written = None

    def wrote(self) -> None:
        """Note the contents at the path as ours: we wrote, or nobody could have since we looked."""
        with suppress(OSError):
            self._written = _state(self._database_path.stat())

    def look(self) -> Change | None:
        """Return how the files at the path changed, or None."""
        with self.turn:
            return self._compare()

    def leave(self, change: Change) -> list[Path]:
        """Keep our log away from what is at the path now; return where it went, if it was there.

        SQLite would apply it to whatever file is opened there next.
        """
        self.hands_off = change in (Change.OVERWRITTEN, Change.LOG_REPLACED)
        with suppress(OSError):
            if _identity(self._log_path.stat()) == self._log:
                return self._vault.set_log_aside()
        return []

    def _compare(self) -> Change | None:
        try:
            found = self._database_path.stat()
        except OSError:
            return Change.GONE
        if _identity(found) != self._file:
            return Change.REPLACED
        if self._log is not None:
            try:
                log = self._log_path.stat()
            except OSError:
                return Change.LOG_GONE
            if _identity(log) != self._log:
                return Change.LOG_REPLACED
            self.log_is_long = log.st_size > LONG_LOG
        return None if self._written in (None, _state(found)) else Change.OVERWRITTEN


def _identity(found: os.stat_result) -> Identity:
    return found.st_dev, found.st_ino


def _state(found: os.stat_result) -> tuple[int, int]:
    return found.st_size, found.st_mtime_ns
