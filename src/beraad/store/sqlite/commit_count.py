"""Counts the commits of a database in a file beside it, so that missing ones are noticed.

A lost write-ahead log takes commits with it, and leaves a sound but older database. The number is written
after each commit and not synced: it can be behind what was saved, and never ahead.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from beraad.store.private_files import FILE_MODE

_DIGITS = 10


class CommitCount:
    """File with the number, for one database (its vault name). Its failures never stop a commit."""

    def __init__(self, path: Path, vault: str) -> None:
        self._path, self._vault = path, vault
        self._descriptor: int | None = None

    def read(self) -> int | None:
        """Return the number written last for this database; None if there is none."""
        try:
            vault, number = self._path.read_text("ascii").split()
            return int(number) if vault == self._vault else None
        except (OSError, ValueError):
            return None

    def write(self, number: int) -> None:
        """Write the number of the commit that was just saved."""
        with suppress(OSError):
            if self._descriptor is None:
                flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0)
                self._descriptor = os.open(self._path, flags, FILE_MODE)
                os.ftruncate(self._descriptor, 0)
            os.lseek(self._descriptor, 0, os.SEEK_SET)
            os.write(self._descriptor, f"{self._vault} {number:0{_DIGITS}}\n".encode("ascii"))

    def close(self) -> None:
        """Sync what was written, and close the file."""
        if self._descriptor is not None:
            with suppress(OSError):
                os.fsync(self._descriptor)
            os.close(self._descriptor)
            self._descriptor = None
