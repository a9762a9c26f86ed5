"""Store: the encrypted database of one data folder, created, unlocked, used and maintained."""

from __future__ import annotations

import os
import threading
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Engine

from beraad.codes import StoreState
from beraad.store.building import build_store
from beraad.store.errors import (
    FileReplaced,
    MigrationFailed,
    OnlyBackups,
    PassphraseNotEverywhere,
    PassphraseUnchanged,
    StoreError,
    StoreExists,
    StoreNotWritable,
)
from beraad.store.key_places import replace_everywhere
from beraad.store.keys import PRODUCTION, DataKey, KeyFile, KeyPolicy, made_from
from beraad.store.private_files import as_store_error
from beraad.store.sqlite import schema
from beraad.store.sqlite.backup import backups_of, look_after, make_backup
from beraad.store.sqlite.check import refuse_damaged
from beraad.store.sqlite.commit_count import CommitCount
from beraad.store.sqlite.database import FAILURES, open_engine, read_every_page, typed_reading
from beraad.store.sqlite.lock import InstanceLock
from beraad.store.sqlite.places import Places, Vault
from beraad.store.sqlite.rescue import Guard
from beraad.store.sqlite.state import require_present, store_state
from beraad.store.sqlite.unlock_checks import (
    missing_edits,
    read_all,
    set_log_aside,
    sync_all,
    what_stands_beside,
)
from beraad.store.sqlite.watch import KEPT_IN_MEMORY, FileWatch
from beraad.store.unit_of_work import UnitOfWork


class Store:
    """Unlocked store, from `create`, `open` or `open_with_recovery`; `close` it, or use it in a `with`."""

    backup_trouble: StoreError | None = None
    """Reason why this unlock made no backup, if so: worth telling, no reason to keep a case shut."""
    notices: tuple[StoreError, ...] = ()
    """Notices of this unlock for somebody to hear: copies, missing edits, a log set aside."""
    backup_waits = False
    """True if `open` left the backup for `backup_job`."""

    def __init__(
        self,
        places: Places,
        *,
        key: DataKey,
        key_file: KeyFile,
        engine: Engine,
        lock: InstanceLock,
        policy: KeyPolicy,
        guard: Guard,
    ) -> None:
        self._places = places
        self._key = key
        self._key_file = key_file
        self._engine = engine
        self._lock = lock
        self._policy = policy
        self._guard = guard
        self._units: weakref.WeakSet[UnitOfWork] = weakref.WeakSet()
        self._changed: set[int] = set()
        self._closed = False
        self._backing_up = threading.Lock()
        """Held while a backup is made, which may be on another thread."""

    # --- ways in ---------------------------------------------------------------------------------

    @classmethod
    def create(
        cls, folder: Path, passphrase: str, *, policy: KeyPolicy = PRODUCTION, anew: bool = False
    ) -> tuple[Self, str]:
        """Make a new store in a data folder; return it and the recovery code to print.

        Everything is built aside and put in place by one rename, so that a crash leaves nothing half done.
        `anew` says that somebody was asked about the backups, or the database put aside, that exist without a
        live database; the remains of one are put aside then.

        Raises StoreExists if anything exists there, OnlyBackups if nobody was asked, EmptyPassphrase,
        StoreNotWritable, DiskFull.
        """
        places = Places(folder)
        state = store_state(folder)
        if state is StoreState.ONLY_BACKUPS and not anew:
            raise OnlyBackups(count=len(places.remains))
        gone = state is StoreState.DATABASE_MISSING and anew
        if state not in (StoreState.ABSENT, StoreState.ONLY_BACKUPS) and not gone:
            raise StoreExists(file=places.live.folder.name)
        key = DataKey.random()
        key_file, code = KeyFile.new(passphrase, key, policy)
        try:
            build_store(places, key, key_file)
        except OSError as error:
            raise as_store_error(error, places.live.folder.name) from error
        except FAILURES as error:
            raise typed_reading(error, places.live.database.name) from error
        except MigrationFailed as error:
            # There is no backup to speak of, and nothing that was of another version.
            raise StoreNotWritable(file=places.live.folder.name, reason=error.facts["reason"]) from error
        return cls._enter(places, key, key_file, policy), code

    @classmethod
    def open(
        cls, folder: Path, passphrase: str, *, policy: KeyPolicy = PRODUCTION, back_up_later: bool = False
    ) -> Self:
        """Unlock the store in a data folder. An error leaves every file as it was.

        It is backed up too, or with `back_up_later` left for `backup_job`.

        Raises StoreMissing, DatabaseEmpty, DatabaseNotEncrypted, KeyFileMissing, KeyFileDamaged,
        WrongPassphrase, StoreInUse, DatabaseDamaged, DatabaseTooNew, MigrationFailed, BackupFailed (before a
        migration), StoreNotWritable, DiskFull.
        """
        places = Places(folder)
        require_present(places)
        key_file = KeyFile.read(places.live.key_file)
        key = key_file.unlock(passphrase, policy)
        return cls._enter(places, key, key_file, policy, back_up_later=back_up_later)

    @classmethod
    def open_with_recovery(cls, folder: Path, code: str, *, policy: KeyPolicy = PRODUCTION) -> Self:
        """Unlock with the printed recovery code, typed by hand; then have a new passphrase chosen.

        Raises RecoveryCodeMistyped, WrongRecoveryCode, and what `open` raises.
        """
        places = Places(folder)
        require_present(places)
        key_file = KeyFile.read(places.live.key_file)
        return cls._enter(places, key_file.unlock_with_recovery_code(code, policy), key_file, policy)

    @classmethod
    def _enter(
        cls,
        places: Places,
        key: DataKey,
        key_file: KeyFile,
        policy: KeyPolicy,
        *,
        back_up_later: bool = False,
    ) -> Self:
        """Verify every page before anything is opened for writing, then migrate and back up."""
        live = places.live
        lock = InstanceLock(live.lock_file)
        try:
            watch = FileWatch(live)
        except OSError as error:
            lock.release(undo=True)
            raise as_store_error(error, live.database.name) from error
        engine = open_engine(live.database, key, watch)
        count = CommitCount(live.count_file, key_file.vault)
        guard = Guard(places, key=key, key_file=key_file, watch=watch, count=count)
        store = cls(places, key=key, key_file=key_file, engine=engine, lock=lock, policy=policy, guard=guard)
        store.backup_waits = back_up_later
        try:
            report, foreign_log = read_all(live, key)
            refuse_damaged(report, live.database.name, len(backups_of(places, key_file.vault)))
            schema.refuse_too_new(report.revision)
            _require_writable(live)
            told = [set_log_aside(live)] if foreign_log else []
            if (missing := missing_edits(count, report)) is not None:
                told.append(missing)
            sync_all(places)
            store._begin(report.revision)
            store.notices = (*told, *what_stands_beside(places))
        except BaseException:
            engine.dispose()
            count.close()
            key.wipe()
            lock.release(undo=True)
            raise
        return store

    def _begin(self, revision: str | None) -> None:
        if revision != schema.newest_revision():
            self.back_up()
            schema.upgrade(self._engine, found=revision)
            # The new version is in the file itself from here on, not in its write-ahead log alone.
            self._engine.dispose()
        try:
            with self._engine.connect() as connection:
                connection.exec_driver_sql("SELECT count(*) FROM alembic_version")
        except FAILURES as error:
            raise typed_reading(error, self._places.live.database.name) from error
        self._clear_up()
        if not self.backup_waits:
            try:
                self.back_up(thorough=True)
            except StoreError as trouble:
                self.backup_trouble = trouble
        self._remember_all()

    def _remember_all(self) -> None:
        """Read every page into memory, as far as it goes: what is written over is saved from there."""
        with suppress(StoreError, *FAILURES), self._raw() as connection:
            if self._places.live.database.stat().st_size < KEPT_IN_MEMORY // 2:
                read_every_page(connection)

    def _clear_up(self) -> None:
        """Destroy scanned pages that a meeting left behind when the program was killed.

        Here, because now nobody can undo to them; before the backup, so that it does not hold them either.
        """
        with suppress(StoreError), self.unit_of_work() as unit:
            unit.scan_pages.remove_unneeded()
            unit.commit()

    # --- work --------------------------------------------------------------------------------------

    def key_for(self, purpose: str) -> bytes:
        """Return a key for one purpose, always the same in this store and in its backups."""
        if self._closed:
            raise RuntimeError("the store is closed")
        return made_from(self._key, self._key_file.vault, purpose)

    def unit_of_work(self) -> UnitOfWork:
        """Return a new unit of work: short in a `with`, or kept open for a meeting with a commit per edit."""
        if self._closed:
            raise RuntimeError("the store is closed")
        self._require_file()
        unit = UnitOfWork(self._engine, self._places.live.database.name, self._guard, self._changed)
        self._units.add(unit)
        return unit

    @property
    def has_changed(self) -> bool:
        """True if a case may have changed since `take_changed`."""
        return bool(self._changed)

    def take_changed(self) -> set[int]:
        """Return the keys of the cases that may have changed since the last call, and forget them."""
        taken = set[int]()
        with suppress(KeyError):  # One by one: another thread may be adding.
            while True:
                taken.add(self._changed.pop())
        return taken

    def back_up(self, *, thorough: bool = False) -> None:
        """Make a rolling backup, unless nothing changed since the last. Raises BackupFailed or DiskFull.

        Half written or half removed backups are repaired, or removed once there is a whole one; with
        `thorough` every page of the newest is read to find that out.
        """
        self._require_file()
        with self._backing_up, self._raw() as source:
            self._back_up(source, thorough=thorough)

    def backup_job(self) -> Callable[[], None]:
        """Return the job that makes the backup that `open` left; a worker thread may run it beside edits.

        If it fails, `backup_trouble` says why. Closing waits for it; begun after that it does nothing. Raises
        what `unit_of_work` raises: only the thread of the edits may look whether the file was swapped.
        """
        self.backup_waits = False
        unit = self.unit_of_work()

        def job() -> None:
            with self._backing_up:
                if not self._closed:
                    with unit:
                        try:
                            self._back_up(unit.raw, thorough=True)
                        except StoreError as trouble:
                            self.backup_trouble = trouble

        return job

    def _back_up(self, source: Any, *, thorough: bool) -> None:
        spoilt = look_after(self._places, self._key, self._key_file, thorough=thorough)
        make_backup(self._places, self._key, self._key_file.vault, source, spoilt=spoilt)

    def look(self) -> FileReplaced | None:
        """Check if somebody swapped the file since the last look; if so, save all it held elsewhere.

        Return the error that says so, from then on for good; else None.
        """
        if self._guard.lost is None and not self._closed and (change := self._guard.look()) is not None:
            try:
                with self._raw() as connection:
                    self._guard.rescue(connection, change)
            except FileReplaced as error:
                self._guard.lost = error  # Nothing was open that could be saved.
        return self._guard.lost

    def _require_file(self) -> None:
        """Refuse to go on with a file that was swapped. Raises FileReplaced."""
        self.look()
        self._guard.require_safe()

    @contextmanager
    def _raw(self) -> Iterator[Any]:
        """A connection of the driver that is open already, if one is. Raises what reading raises."""
        for unit in list(self._units):
            if not unit.closed:
                yield unit.raw
                return
        try:
            connection = self._engine.connect()
        except FAILURES as error:
            raise typed_reading(error, self._places.live.database.name) from error
        with connection:
            yield connection.connection.dbapi_connection

    def change_passphrase(self, new: str) -> None:
        """Let the store and its rolling backups open with a new passphrase only. The recovery code stays.

        Raises EmptyPassphrase, PassphraseUnchanged, with nothing changed; PassphraseNotEverywhere if it was
        changed and a backup has the former one until the next unlock.
        """
        self._put_key_file(self._key_file.with_passphrase(new, self._key, self._policy))

    def confirm(self, passphrase: str) -> None:
        """Check the passphrase before something is shown or changed. Raises WrongPassphrase."""
        self._key_file.unlock(passphrase, self._policy).wipe()

    @property
    def recovery_code(self) -> str | None:
        """Recovery code; None in an older store, whose code can only be replaced."""
        found = self._key_file.recovery_code(self._key)
        return found[0] if found else None

    @property
    def code_is_kept(self) -> bool:
        """True if somebody confirmed that the code was kept, or if the store is too old to record it."""
        found = self._key_file.recovery_code(self._key)
        return found is None or found[1]

    def keep_code(self) -> None:
        """Note that the code was kept. If that cannot be written, it is asked again another time."""
        with suppress(StoreError):
            self._put_key_file(self._key_file.with_code_kept(self._key))

    def replace_recovery_code(self) -> str:
        """Make a new recovery code; the former one opens nothing now. Raises as `change_passphrase` does."""
        changed, code = self._key_file.with_new_recovery_code(self._key, self._policy)
        self._put_key_file(changed)
        return code

    def _put_key_file(self, changed: KeyFile) -> None:
        with self._backing_up:  # A backup in the making would keep the former one.
            backups = [backup.key_file for backup in backups_of(self._places, changed.vault)]
            try:
                left = replace_everywhere(changed.content(), self._places.live.key_file, backups)
            except OSError as error:
                raise PassphraseUnchanged(
                    cause=as_store_error(error, self._places.live.key_file.name).code
                ) from error
            self._key_file = self._guard.key_file = changed
        if left:
            raise PassphraseNotEverywhere(backups=[path.parent.name for path in left])

    def close(self) -> None:
        """Close every unit (uncommitted changes are lost), the database and the lock. May be called twice."""
        if self._closed:
            return
        with self._backing_up:
            self._closed = True
            for unit in list(self._units):
                unit.close()
            self._engine.dispose()
            self._guard.close()
            self._key.wipe()
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _require_writable(vault: Vault) -> None:
    """SQLite would open a protected file for reading only, and fail at the first edit of a meeting."""
    for path in (vault.folder, vault.database):
        if not os.access(path, os.W_OK):
            raise StoreNotWritable(file=path.name, reason="EACCES")
