"""Read-only store: if its folder cannot be written to, cases can still be seen and printed."""

from __future__ import annotations

import shutil
from contextlib import ExitStack
from pathlib import Path
from typing import Self

from typing_extensions import override

from beraad.store.errors import FileReplaced, ReadOnly, StoreError, StoreNotWritable
from beraad.store.keys import PRODUCTION, DataKey, KeyFile, KeyPolicy, made_from
from beraad.store.private_files import as_store_error
from beraad.store.sqlite import schema
from beraad.store.sqlite.backup import backups_of
from beraad.store.sqlite.check import refuse_damaged
from beraad.store.sqlite.database import open_engine
from beraad.store.sqlite.lock import InstanceLock
from beraad.store.sqlite.places import Places, Vault
from beraad.store.sqlite.rescue import Guard
from beraad.store.sqlite.scratch import scratch
from beraad.store.sqlite.state import require_present
from beraad.store.sqlite.unlock_checks import has_log, read_all
from beraad.store.unit_of_work import UnitOfWork


class ReadingStore:
    """Read-only version of a `Store`. A commit is refused with StoreNotWritable."""

    backup_trouble: StoreError | None = None
    backup_waits = False
    code_is_kept = True
    """Always True: nobody could confirm it now."""
    recovery_code: str | None = None

    def __init__(self, places: Places, key: DataKey, vault: str) -> None:
        self._places, self._key, self._vault = places, key, vault
        self.notices: tuple[StoreError, ...] = (ReadOnly(),)
        self._open = ExitStack()
        self._units: list[UnitOfWork] = []
        with ExitStack() as opening:
            opening.callback(key.wipe)
            opening.enter_context(InstanceLock(places.live.lock_file, may_make_file=False))
            report, foreign_log = read_all(places.live, key)
            refuse_damaged(report, places.live.database.name, len(backups_of(places, vault)))
            schema.refuse_too_new(report.revision)
            as_it_is = report.revision == schema.newest_revision()
            log = has_log(places.live) and not foreign_log
            if as_it_is and not log:
                self._engine = open_engine(places.live.database, key, reading=True)
            else:
                copy = self._copied(opening, with_log=log)
                self._engine = open_engine(copy.database, key)
                opening.callback(self._engine.dispose)
                if not as_it_is:
                    schema.upgrade(self._engine, found=report.revision)
            opening.callback(self._engine.dispose)
            self._open = opening.pop_all()

    @classmethod
    def open(cls, folder: Path, passphrase: str, *, policy: KeyPolicy = PRODUCTION) -> Self:
        """Unlock to read. Raises what `Store.open` raises before it writes, and NoScratch."""
        places = Places(folder)
        require_present(places)
        key_file = KeyFile.read(places.live.key_file)
        return cls(places, key_file.unlock(passphrase, policy), key_file.vault)

    def key_for(self, purpose: str) -> bytes:
        """Return a key for one purpose, the same as that of the `Store`."""
        return made_from(self._key, self._vault, purpose)

    def unit_of_work(self) -> UnitOfWork:
        """Return a unit of work that can read."""
        unit = UnitOfWork(self._engine, self._places.live.database.name, _Reading(), set())
        self._units.append(unit)
        return unit

    @property
    def has_changed(self) -> bool:
        """False: nothing can have changed."""
        return False

    def take_changed(self) -> set[int]:
        """Return nothing: nothing can have changed."""
        return set()

    def back_up(self) -> None:
        """Do nothing: nothing can have changed."""

    def look(self) -> FileReplaced | None:
        """Return None: nothing is written, so nothing can be lost."""
        return None

    def confirm(self, _passphrase: str) -> None:
        """Refuse: no code is shown or changed here. Raises StoreNotWritable."""
        raise StoreNotWritable(file=self._places.live.folder.name, reason="read_only")

    def keep_code(self) -> None:
        """Do nothing: it cannot be noted here."""

    def replace_recovery_code(self) -> str:
        """Refuse. Raises StoreNotWritable."""
        raise StoreNotWritable(file=self._places.live.folder.name, reason="read_only")

    def close(self) -> None:
        """Close everything. A second call does no harm."""
        for unit in self._units:
            if not unit.closed:
                unit.close()
        self._open.close()

    def _copied(self, opening: ExitStack, *, with_log: bool) -> Vault:
        live = self._places.live
        try:
            size = live.database.stat().st_size + (live.wal.stat().st_size if with_log else 0)
            copy = Vault(opening.enter_context(scratch(self._places.data, 3 * size)))
            shutil.copyfile(live.database, copy.database)
            if with_log:
                shutil.copyfile(live.wal, copy.wal)
        except OSError as error:
            raise as_store_error(error, live.database.name) from error
        return copy


class _Reading(Guard):
    """The guard of a store that is only read."""

    def __init__(self) -> None:
        """It guards nothing: no commit comes as far as that."""

    @override
    def require_safe(self) -> None:
        raise StoreNotWritable(file="beraad.db", reason="read_only")
