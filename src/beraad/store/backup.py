"""Rolling backups: each a folder with an encrypted copy of the database and its key file, read back."""

from __future__ import annotations

import datetime as dt
import re
import secrets
import shutil
from typing import Any

import sqlcipher3.dbapi2 as driver

from beraad.paths import sync_folder
from beraad.store.check import inspect
from beraad.store.database import commits_counted, connect, new_database, reason_of
from beraad.store.errors import BackupFailed, DiskFull, KeyFileDamaged, KeyFileMissing
from beraad.store.keys import DataKey, KeyFile
from beraad.store.places import Places, Vault
from beraad.store.private_files import create_private_file, make_private_folder, sync_file, typed

KEPT = 10
"""So many backups are kept; the oldest goes first."""

_NAME = re.compile(r"(?P<number>\d{6})-(?P<commits>\d+)-\d{8}T\d{6}Z", re.ASCII)
"""Number of the backup (a wrong clock changes no order), commits the database had seen, time made."""


def backups_of(places: Places, vault: str) -> list[Vault]:
    """The backups of the database with this vault name, oldest first."""
    if not places.backups.is_dir():
        return []
    folders = sorted(folder for folder in places.backups.iterdir() if _NAME.fullmatch(folder.name))
    return [Vault(folder) for folder in folders if _belongs_to(Vault(folder), vault)]


def make_backup(places: Places, key: DataKey, vault: str, *, kept: int = KEPT) -> Vault:
    """Copy the live database and its key file, read the copy back, then let the oldest beyond `kept` go.

    When nothing was committed since the newest backup, that one is returned. Raises BackupFailed or DiskFull,
    and leaves no half backup.
    """
    making = places.backups / f".{secrets.token_hex(4)}.new"
    try:
        _sweep(places)
        make_private_folder(places.backups)
        source = connect(places.live.database, key)
        try:
            commits = commits_counted(source)
            existing = backups_of(places, vault)
            if existing and _named(existing[-1])["commits"] == str(commits):
                return existing[-1]
            _copy(source, places.live, Vault(making), key)
        finally:
            source.close()
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
        trouble = typed(error, places.backups.name)
        raise (trouble if isinstance(trouble, DiskFull) else BackupFailed(**trouble.facts)) from error
    finally:
        shutil.rmtree(making, ignore_errors=True)
    for old in backups_of(places, vault)[:-kept]:
        shutil.rmtree(old.folder, ignore_errors=True)
    return Vault(made)


def give_backups_key_file(places: Places, key_file: KeyFile) -> None:
    """Put a new key file into every backup of the same database: an old passphrase opens none of them.

    Raises StoreError when one cannot be written.
    """
    for backup in backups_of(places, key_file.vault):
        try:
            key_file.replace(backup.key_file)
        except OSError as error:
            raise typed(error, backup.key_file.name) from error


def _copy(source: Any, live: Vault, copy: Vault, key: DataKey) -> None:
    make_private_folder(copy.folder)
    new_database(copy.database, key)
    target = connect(copy.database, key)
    try:
        source.backup(target)
    finally:
        target.close()
    create_private_file(copy.key_file, live.key_file.read_bytes())
    sync_file(copy.database)
    sync_folder(copy.folder)


def _sweep(places: Places) -> None:
    """Take away what a crash left of an unfinished backup."""
    if places.backups.is_dir():
        for folder in places.backups.glob(".*.new"):
            shutil.rmtree(folder, ignore_errors=True)


def _belongs_to(backup: Vault, vault: str) -> bool:
    """Whether a backup is of this database; one whose key file cannot be read any more is not left out."""
    try:
        return KeyFile.read(backup.key_file).vault == vault
    except (KeyFileMissing, KeyFileDamaged):
        return True


def _next_number(places: Places) -> int:
    return (
        max((int(_named(Vault(folder))["number"]) for folder in places.backups.glob("[0-9]*")), default=0) + 1
    )


def _named(backup: Vault) -> dict[str, str]:
    found = _NAME.fullmatch(backup.folder.name)
    return found.groupdict() if found else {"number": "0", "commits": ""}
