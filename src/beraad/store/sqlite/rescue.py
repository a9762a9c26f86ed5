"""Saves what the open database holds when somebody swapped its file: a copy with its key file."""

from __future__ import annotations

import datetime as dt
import secrets
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver

from beraad.paths import sync_folder
from beraad.store.errors import FileReplaced, StoreError
from beraad.store.keys import DataKey, KeyFile
from beraad.store.private_files import make_private_folder, sync_file
from beraad.store.sqlite.check import inspect
from beraad.store.sqlite.commit_count import CommitCount
from beraad.store.sqlite.database import copy_database
from beraad.store.sqlite.places import RESCUED, Places, Vault
from beraad.store.sqlite.watch import Change, FileWatch


class Guard:
    """Check between a commit and the report that it was saved.

    Once the file was swapped, `lost` says so for good: nothing more is written for this store.
    """

    lost: FileReplaced | None = None

    def __init__(
        self, places: Places, *, key: DataKey, key_file: KeyFile, watch: FileWatch, count: CommitCount
    ) -> None:
        self._places, self._key, self._watch, self._count = places, key, watch, count
        self.key_file = key_file

    def require_safe(self) -> None:
        """Refuse to write after the file was swapped. Raises FileReplaced."""
        if self.lost is not None:
            raise FileReplaced(**self.lost.facts)

    def look(self) -> Change | None:
        """Return how the files at the path changed, or None."""
        return self._watch.look()

    def kept(self, number: int, connection: Any) -> None:
        """Note a commit that the disk holds; then copy a long log into the file."""
        self._count.write(number)
        if self._watch.log_is_long:
            with self._watch.turn:
                with suppress(driver.Error):
                    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
                self._watch.wrote()

    def found(self, number: int) -> None:
        """Note how many commits the disk holds, after the log was copied into the file."""
        self._count.write(number)
        self._watch.wrote()

    def close(self) -> None:
        """Close what is kept open beside the database."""
        self._count.close()

    def rescue(self, connection: Any, change: Change, keep: Any = None) -> FileReplaced:
        """Copy all that the open database holds to a safe place, and return the error that says where.

        `keep` commits what is being written, so that the copy holds that too; nothing of it reaches the path.
        """
        if self.lost is not None:
            return FileReplaced(**self.lost.facts)
        logs = self._watch.leave(change)
        if keep is not None:
            with suppress(Exception):
                keep()
        if connection.in_transaction:
            # SQLite copies nothing while something is being written.
            connection.rollback()
        made = self._copy(connection)
        if made is not None:
            for log in logs:
                log.unlink(missing_ok=True)
        self.lost = FileReplaced(
            file=self._places.live.database.name, how=change.value, rescue=str(made.folder) if made else ""
        )
        return FileReplaced(**self.lost.facts)

    def _copy(self, connection: Any) -> Vault | None:
        for folder in self._safe_places():
            rescue = Vault(folder)
            try:
                make_private_folder(rescue.folder)
                copy_database(connection, rescue.database, self._key)
                self.key_file.write_new(rescue.key_file)
                sync_file(rescue.database)
                sync_folder(rescue.folder)
                sync_folder(rescue.folder.parent)
                if inspect(rescue, self._key).sound:
                    return rescue
            except (OSError, driver.Error, StoreError):
                pass  # The next place may do.
            shutil.rmtree(rescue.folder, ignore_errors=True)
        return None

    def _safe_places(self) -> Iterator[Path]:
        """Folders for a copy, the nearest first: beside the swapped database, at home, for what passes."""
        name = f"{RESCUED}-{dt.datetime.now(dt.UTC):%Y%m%d-%H%M%S}-{secrets.token_hex(2)}"
        if self._places.data.is_dir():
            yield self._places.data / name
        with suppress(RuntimeError):
            yield Path.home() / f"beraad-{name}"
        with suppress(OSError):
            yield Path(tempfile.gettempdir()) / f"beraad-{name}"
