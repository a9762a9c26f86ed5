"""Puts a backup in place of the live database, which is put aside and never overwritten."""

from __future__ import annotations

import datetime as dt
import secrets
import shutil
from pathlib import Path

from beraad.paths import sync_folder
from beraad.store.errors import StoreMissing
from beraad.store.private_files import as_store_error, create_private_file, make_private_folder, sync_file
from beraad.store.sqlite.lock import InstanceLock
from beraad.store.sqlite.places import BACKUP_NAME, Places, Vault
from beraad.store.sqlite.state import EMPTY_BYTES


def newest_backup(places: Places) -> Vault | None:
    """Return the newest backup that has a database and a key file, as far as seen from outside."""
    for folder in reversed(places.backup_folders):
        vault = Vault(folder)
        try:
            if vault.key_file.exists() and vault.database.stat().st_size > EMPTY_BYTES:
                return vault
        except OSError:
            continue
    return None


def made_at(backup: Vault) -> dt.datetime | None:
    """Return when a backup was made (UTC), as its name says; None if the name holds no valid time."""
    named = BACKUP_NAME.fullmatch(backup.folder.name)
    try:
        return dt.datetime.strptime(named["made"], "%Y%m%dT%H%M%S%z") if named else None
    except ValueError:
        return None


def put_back(places: Places, source: Vault) -> None:
    """Copy a backup to the place of the live database; what is there is renamed first.

    The copy is built aside and put in place by one rename. Raises StoreInUse, StoreMissing (nothing to put
    back), StoreNotWritable, DiskFull.
    """
    making = Vault(places.data / f".database-{secrets.token_hex(4)}.new")
    try:
        # Let go of before the renaming: Windows renames no folder in which a file is open.
        InstanceLock(places.live.lock_file, may_make_file=False).release()
        _copy(source, making)
        put_aside(places)
        making.folder.rename(places.live.folder)
        sync_folder(places.data)
    except FileNotFoundError as error:
        raise StoreMissing(file=source.database.name) from error
    except OSError as error:
        raise as_store_error(error, places.live.folder.name) from error
    finally:
        shutil.rmtree(making.folder, ignore_errors=True)


def put_back_rescue(places: Places, folder: Path) -> None:
    """Put back a rescue copy in this folder as `put_back` does, then remove the folder."""
    put_back(places, Vault(folder))
    shutil.rmtree(folder, ignore_errors=True)


def put_aside(places: Places) -> Path | None:
    """Rename the folder of the live database, if there is one, adding the time. Raises OSError."""
    live = places.live.folder
    if not live.exists():
        return None
    if not any(live.iterdir()):
        live.rmdir()  # Windows renames to nothing else.
        return None
    aside = places.data / f"{live.name}-{dt.datetime.now(dt.UTC):%Y%m%d-%H%M%S}-{secrets.token_hex(2)}"
    live.rename(aside)
    return aside


def _copy(source: Vault, making: Vault) -> None:
    make_private_folder(making.folder)
    for found, made in ((source.database, making.database), (source.key_file, making.key_file)):
        create_private_file(made)
        shutil.copyfile(found, made)
        sync_file(made)
    create_private_file(making.lock_file)
    sync_folder(making.folder)
