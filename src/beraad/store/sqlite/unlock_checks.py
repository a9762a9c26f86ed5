"""Checks a store as it is unlocked, before anything is written to it, and reports what was found."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path

from beraad.paths import sync_folder
from beraad.store.errors import ConflictCopies, EditsMissing, LogSetAside, RescueStands, StoreError
from beraad.store.keys import DataKey
from beraad.store.private_files import as_store_error, sync_file
from beraad.store.sqlite.check import DatabaseReport, inspect
from beraad.store.sqlite.commit_count import CommitCount
from beraad.store.sqlite.places import RESCUED, Places, Vault

_OURS = re.compile(r"beraad\.(db(-wal|-shm|-journal)?|db-(wal|shm)\.left-[0-9a-f]+|key|lock|count)")
_COPY = re.compile(
    # Dropbox, Nextcloud and ownCloud, in any language; Syncthing; Google Drive, OneDrive and iCloud number or
    # name the computer behind the name.
    r"beraad.*\.(db|key)|.*(conflict|kopie|copy).*",
    re.IGNORECASE,
)
_FOLDER_COPY = re.compile(r"database( \(.*\)| \d+|.*conflict.*)", re.IGNORECASE)


def read_all(vault: Vault, key: DataKey) -> tuple[DatabaseReport, bool]:
    """Read every page, and the write-ahead log; return the report, and True if the log is another's.

    A log that does not fit makes a sound database a damaged one: it was left when somebody put another file
    in place of the one it was written for.
    """
    report = inspect(vault, key, thorough=False)
    if report.sound or not has_log(vault):
        return report, False
    alone = inspect(vault, key, with_log=False)
    return (alone, True) if alone.sound else (report, False)


def has_log(vault: Vault) -> bool:
    """Return True if a write-ahead log waits to be applied."""
    with suppress(OSError):
        return vault.wal.stat().st_size > 0
    return False


def set_log_aside(vault: Vault) -> StoreError:
    """Rename the log of another database and its index, and return the notice. Raises StoreNotWritable."""
    try:
        moved = vault.set_log_aside()
    except OSError as error:
        raise as_store_error(error, vault.wal.name) from error
    return LogSetAside(file=moved[0].name)


def sync_all(places: Places) -> None:
    """Sync all files: a backup that was put back by copying may not be synced. Raises StoreNotWritable.

    Else the first write could reach the disk before what it builds on.
    """
    live = places.live
    try:
        for path in (live.database, live.wal, live.key_file):
            if path.exists():
                sync_file(path)
        sync_folder(live.folder)
        sync_folder(places.data)
    except OSError as error:
        raise as_store_error(error, live.folder.name) from error


def missing_edits(count: CommitCount, report: DatabaseReport) -> StoreError | None:
    """Return a notice if the database has seen fewer commits than were counted beside it."""
    counted = count.read()
    if counted is None or counted <= report.commits:
        return None
    return EditsMissing(count=counted - report.commits)


def what_stands_beside(places: Places) -> list[StoreError]:
    """Return notices of conflict copies of a synchronising program, and of rescue copies not put back."""
    told: list[StoreError] = []
    if names := conflict_copies(places):
        told.append(ConflictCopies(files=names))
    rescued = sorted(path.parent.name for path in places.data.glob(f"{RESCUED}-*/beraad.db"))
    if rescued:
        told.append(RescueStands(folders=rescued))
    return told


def conflict_copies(places: Places) -> list[str]:
    """Return the names of likely conflict copies of the database, its key file or its folder."""
    with suppress(OSError):
        inside = [path.name for path in places.live.folder.iterdir() if _is_copy(path)]
        beside = [path.name for path in places.data.iterdir() if _FOLDER_COPY.fullmatch(path.name)]
        return sorted(inside + beside)
    return []


def _is_copy(path: Path) -> bool:
    return not _OURS.fullmatch(path.name) and _COPY.fullmatch(path.name) is not None
