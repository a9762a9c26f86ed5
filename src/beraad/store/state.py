"""What stands in a data folder, told without a passphrase and without touching anything."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from beraad.store.errors import (
    DatabaseEmpty,
    DatabaseNotEncrypted,
    KeyFileDamaged,
    KeyFileMissing,
    StoreError,
    StoreInUse,
    StoreMissing,
)
from beraad.store.lock import InstanceLock
from beraad.store.places import Places, Vault
from beraad.store.private_files import typed

PLAIN_HEADER = b"SQLite format 3\x00"


class StoreState(StrEnum):
    """What is here, as far as it can be seen from outside."""

    ABSENT = "absent"
    """Nothing: a new database can be made."""
    PRESENT = "present"
    """A database with its key file: ask for the passphrase."""
    DATABASE_MISSING = "database_missing"
    DATABASE_EMPTY = "database_empty"
    DATABASE_NOT_ENCRYPTED = "database_not_encrypted"
    KEY_FILE_MISSING = "key_file_missing"
    KEY_FILE_DAMAGED = "key_file_damaged"
    IN_USE = "in_use"
    """Present, and another running program has it open."""
    UNREACHABLE = "unreachable"
    """The folder or a file in it cannot be read."""


_STATE_AFTER: dict[type[StoreError], StoreState] = {
    StoreMissing: StoreState.DATABASE_MISSING,
    StoreInUse: StoreState.IN_USE,
    DatabaseEmpty: StoreState.DATABASE_EMPTY,
    DatabaseNotEncrypted: StoreState.DATABASE_NOT_ENCRYPTED,
    KeyFileMissing: StoreState.KEY_FILE_MISSING,
    KeyFileDamaged: StoreState.KEY_FILE_DAMAGED,
}


def store_state(folder: Path, *, reading: bool = True) -> StoreState:
    """What stands in a data folder; without `reading` a damaged key file passes for a sound one."""
    return state_of(Places(folder).live, reading=reading)


def state_of(vault: Vault, *, reading: bool = True) -> StoreState:
    """What stands in a vault's folder; without `reading` a damaged key file passes for a sound one."""
    try:
        if not vault.folder.exists() or not any(vault.folder.iterdir()):
            return StoreState.ABSENT
        require_present(vault)
        if reading:
            # Here, because what it loads would be a third of the time until the unlock window stands.
            from beraad.store.keys import KeyFile  # noqa: PLC0415

            KeyFile.read(vault.key_file)
        InstanceLock(vault.lock_file, may_make_file=False).release()
    except OSError:
        return StoreState.UNREACHABLE
    except StoreError as error:
        return _STATE_AFTER.get(type(error), StoreState.UNREACHABLE)
    return StoreState.PRESENT


def require_present(vault: Vault) -> None:
    """Refuse what SQLite would open silently or would make: no file, an empty file, a plain database.

    Raises StoreMissing, DatabaseEmpty, DatabaseNotEncrypted, KeyFileMissing, StoreNotWritable.
    """
    try:
        with vault.database.open("rb") as stream:
            header = stream.read(len(PLAIN_HEADER))
    except FileNotFoundError:
        raise StoreMissing(file=vault.database.name) from None
    except OSError as error:
        raise typed(error, vault.database.name) from error
    if not header:
        raise DatabaseEmpty(file=vault.database.name)
    if header == PLAIN_HEADER:
        raise DatabaseNotEncrypted(file=vault.database.name)
    if not vault.key_file.exists():
        raise KeyFileMissing(file=vault.key_file.name)
