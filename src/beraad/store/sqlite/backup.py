"""Rolling backups: each a folder with an encrypted copy of the database and its key file, verified."""

from __future__ import annotations

import datetime as dt
import secrets
import shutil
from collections.abc import Collection
from contextlib import suppress
from enum import Enum, auto
from typing import Any

import sqlcipher3.dbapi2 as driver

from beraad.paths import sync_folder
from beraad.store.errors import BackupFailed, DiskFull, KeyFileDamaged, KeyFileMissing, StoreError
from beraad.store.keys import DataKey, KeyFile
from beraad.store.private_files import as_store_error, create_private_file, make_private_folder, sync_file
from beraad.store.sqlite.check import inspect, is_whole
from beraad.store.sqlite.database import commits_counted, copy_database, reason_of
from beraad.store.sqlite.places import BACKUP_NAME, Places, Vault
from beraad.store.sqlite.state import EMPTY_BYTES

KEPT = 10
"""Number of backups to keep; the oldest is removed first."""


def backups_of(places: Places, vault: str) -> list[Vault]:
    """Return the backups of the database with this vault name, oldest first."""
    return [Vault(folder) for folder in places.backup_folders if _belongs_to(Vault(folder), vault)]


def look_after(places: Places, key: DataKey, key_file: KeyFile, *, thorough: bool) -> list[Vault]:
    """Give each backup the current key file, and return those of ours that are damaged beyond that.

    With `thorough`, every page of the newest is read; of the others only whether all of it is there.
    """
    worth = {backup: _worth(backup, key, key_file) for backup in backups_of(places, key_file.vault)}
    whole = [backup for backup, found in worth.items() if found is _Worth.WHOLE]
    if thorough and whole:
        worth[whole[-1]] = _worth(whole[-1], key, key_file, read=True)
    for backup, found in worth.items():
        if found is _Worth.WHOLE and not has_key_file(backup, key_file):
            with suppress(OSError):  # `beraad check` names it then, and the next unlock tries again.
                key_file.replace(backup.key_file)
    return [backup for backup, found in worth.items() if found is _Worth.NONE]


def has_key_file(backup: Vault, key_file: KeyFile) -> bool:
    """Return True if a backup opens with the current passphrase and recovery code, and no other."""
    try:
        return KeyFile.read(backup.key_file) == key_file
    except (KeyFileMissing, KeyFileDamaged):
        return False


def make_backup(
    places: Places, key: DataKey, vault: str, source: Any, *, kept: int = KEPT, spoilt: Collection[Vault] = ()
) -> Vault:
    """Copy what `source` has open, verify the copy, then remove the oldest beyond `kept`; return the backup.

    If nothing was committed since the newest backup, that one is returned. `spoilt` backups do not count, and
    are removed once there is a whole one. Raises BackupFailed or DiskFull, and leaves no half backup.
    """
    making = places.backups / f".{secrets.token_hex(4)}.new"
    try:
        _sweep(places)
        make_private_folder(places.backups)
        commits = commits_counted(source)
        existing = [backup for backup in backups_of(places, vault) if backup not in spoilt]
        if existing and _named(existing[-1])["commits"] == str(commits):
            _remove(places, spoilt)
            return existing[-1]
        _copy(source, places.live, Vault(making), key)
        if not inspect(Vault(making), key).sound:
            raise BackupFailed(reason="not_readable")
        made = (
            places.backups / f"{_next_number(places):06d}-{commits}-{dt.datetime.now(dt.UTC):%Y%m%dT%H%M%SZ}"
        )
        making.rename(made)
        sync_folder(places.backups)
    except driver.Error as error:
        raise BackupFailed(reason=reason_of(error)) from error
    except OSError as error:
        trouble = as_store_error(error, places.backups.name)
        raise (trouble if isinstance(trouble, DiskFull) else BackupFailed(**trouble.facts)) from error
    finally:
        shutil.rmtree(making, ignore_errors=True)
    _remove(places, spoilt)
    _remove(places, backups_of(places, vault)[:-kept])
    return Vault(made)


def _copy(source: Any, live: Vault, copy: Vault, key: DataKey) -> None:
    make_private_folder(copy.folder)
    copy_database(source, copy.database, key)
    create_private_file(copy.key_file, live.key_file.read_bytes())
    sync_file(copy.database)
    sync_folder(copy.folder)


def _sweep(places: Places) -> None:
    """Take away what a crash left of an unfinished backup."""
    if places.backups.is_dir():
        for pattern in (".*.new", ".*.old"):
            for folder in places.backups.glob(pattern):
                shutil.rmtree(folder, ignore_errors=True)


def _remove(places: Places, backups: Collection[Vault]) -> None:
    """Let backups go, each by one rename first: one that is half removed would pass for a damaged one."""
    for backup in backups:
        aside = places.backups / f".{secrets.token_hex(4)}.old"
        with suppress(OSError):
            backup.folder.rename(aside)
            if aside.is_dir():
                shutil.rmtree(aside, ignore_errors=True)
            else:
                aside.unlink()


class _Worth(Enum):
    """Worth of a backup."""

    WHOLE = auto()
    NONE = auto()
    """Nothing could be put back from it."""
    UNKNOWN = auto()
    """It cannot be looked at now, or may be of another database, without its key file: not ours to touch."""


def _worth(backup: Vault, key: DataKey, key_file: KeyFile, *, read: bool = False) -> _Worth:
    try:
        whole = inspect(backup, key, thorough=False).readable if read else is_whole(backup, key)
        if whole:
            return _Worth.WHOLE
        if not backup.database.exists() or backup.database.stat().st_size <= EMPTY_BYTES:
            return _Worth.NONE
        return _Worth.NONE if KeyFile.read(backup.key_file).vault == key_file.vault else _Worth.UNKNOWN
    except (StoreError, OSError):
        return _Worth.UNKNOWN


def _belongs_to(backup: Vault, vault: str) -> bool:
    """Return True if a backup is of this database, or if its key file cannot be read any more."""
    try:
        return KeyFile.read(backup.key_file).vault == vault
    except (KeyFileMissing, KeyFileDamaged):
        return True


def _next_number(places: Places) -> int:
    return max((int(_named(Vault(folder))["number"]) for folder in places.backup_folders), default=0) + 1


def _named(backup: Vault) -> dict[str, str]:
    found = BACKUP_NAME.fullmatch(backup.folder.name)
    return found.groupdict() if found else {"number": "0", "commits": ""}
