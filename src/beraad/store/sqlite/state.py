"""State of a data folder, told without a passphrase and without touching anything."""

from __future__ import annotations

from pathlib import Path

from beraad.codes import StoreState
from beraad.store.errors import (
    DatabaseEmpty,
    DatabaseGone,
    DatabaseNotEncrypted,
    KeyFileDamaged,
    KeyFileMissing,
    OnlyBackups,
    StoreError,
    StoreInUse,
    StoreMissing,
)
from beraad.store.private_files import as_store_error
from beraad.store.sqlite.lock import InstanceLock
from beraad.store.sqlite.places import Places

PLAIN_HEADER = b"SQLite format 3\x00"
EMPTY_BYTES = 1
"""Size up to which SQLite takes a file for an empty one, and would make a database of it."""


_STATE_AFTER: dict[type[StoreError], StoreState] = {
    StoreMissing: StoreState.ABSENT,
    OnlyBackups: StoreState.ONLY_BACKUPS,
    DatabaseGone: StoreState.DATABASE_MISSING,
    StoreInUse: StoreState.IN_USE,
    DatabaseEmpty: StoreState.DATABASE_EMPTY,
    DatabaseNotEncrypted: StoreState.DATABASE_NOT_ENCRYPTED,
    KeyFileMissing: StoreState.KEY_FILE_MISSING,
    KeyFileDamaged: StoreState.KEY_FILE_DAMAGED,
}


def refuse_unless_present(folder: Path, *, reading: bool = True) -> None:
    """Refuse, without a passphrase, what none would open. Raises what `Store.open` raises; OSError.

    Without `reading`, a damaged key file passes for a sound one.
    """
    places = Places(folder)
    require_present(places)
    if reading:
        # Here, because what it loads would be a third of the time until the unlock window stands.
        from beraad.store.keys import KeyFile  # noqa: PLC0415

        KeyFile.read(places.live.key_file)
    InstanceLock(places.live.lock_file, may_make_file=False).release()


def store_state(folder: Path, *, reading: bool = True) -> StoreState:
    """Return the state of a data folder; without `reading`, a damaged key file passes for a sound one."""
    try:
        refuse_unless_present(folder, reading=reading)
    except OSError:
        return StoreState.UNREACHABLE
    except StoreError as error:
        return _STATE_AFTER.get(type(error), StoreState.UNREACHABLE)
    return StoreState.PRESENT


def require_present(places: Places) -> None:
    """Refuse what SQLite would open silently or would make: no file, an empty file, a plain database.

    Raises StoreMissing (OnlyBackups, DatabaseGone), DatabaseEmpty, DatabaseNotEncrypted, KeyFileMissing,
    StoreNotWritable.
    """
    vault = places.live
    try:
        with vault.database.open("rb") as stream:
            header = stream.read(len(PLAIN_HEADER))
    except FileNotFoundError:
        raise _missing(places) from None
    except OSError as error:
        raise as_store_error(error, vault.database.name) from error
    if len(header) <= EMPTY_BYTES:
        raise DatabaseEmpty(file=vault.database.name)
    if header == PLAIN_HEADER:
        raise DatabaseNotEncrypted(file=vault.database.name)
    if not vault.key_file.exists():
        raise KeyFileMissing(file=vault.key_file.name)


def _missing(places: Places) -> StoreMissing:
    """Return the error that fits a folder without a database."""
    live = places.live
    try:
        if live.folder.exists() and any(live.folder.iterdir()):
            return DatabaseGone(file=live.database.name)
        if remains := places.remains:
            return OnlyBackups(count=len(remains))
    except OSError as error:
        raise as_store_error(error, live.folder.name) from error
    return StoreMissing(file=live.database.name)
