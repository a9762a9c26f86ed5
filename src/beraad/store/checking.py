"""Checks a locked store and its backups, changing nothing."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from beraad.codes import FindingCode
from beraad.store.errors import KeyFileDamaged, KeyFileMissing
from beraad.store.keys import PRODUCTION, KeyFile, KeyPolicy
from beraad.store.sqlite.backup import backups_of
from beraad.store.sqlite.check import DatabaseReport, Finding, Report, check
from beraad.store.sqlite.commit_count import CommitCount
from beraad.store.sqlite.lock import InstanceLock
from beraad.store.sqlite.places import Places, Vault
from beraad.store.sqlite.state import require_present
from beraad.store.sqlite.unlock_checks import missing_edits


def check_store(folder: Path, passphrase: str, *, policy: KeyPolicy = PRODUCTION) -> Report:
    """Read every page of the database and its backups, changing nothing.

    Raises what `key_file_to_check` raises, and WrongPassphrase, StoreInUse, StoreNotWritable. What is wrong
    inside, or missing, is in the report.
    """
    places = Places(folder)
    key_file = key_file_to_check(places)
    key = key_file.unlock(passphrase, policy)
    backups: list[Vault] = []
    with suppress(OSError):
        backups = backups_of(places, key_file.vault)
    with InstanceLock(places.live.lock_file, may_make_file=False):
        report = check(places, backups, key, key_file)
    return _with_missing_edits(report, CommitCount(places.live.count_file, key_file.vault))


def key_file_to_check(places: Places) -> KeyFile:
    """Return the key file of the database, or else of the newest backup that has one.

    Raises what `require_present` and reading the key file raise, if there is none.
    """
    backups: list[Path] = []
    with suppress(OSError):
        backups = places.backup_folders
    for folder in (places.live, *map(Vault, reversed(backups))):
        with suppress(KeyFileMissing, KeyFileDamaged):
            return KeyFile.read(folder.key_file)
    require_present(places)
    return KeyFile.read(places.live.key_file)


def _with_missing_edits(report: Report, count: CommitCount) -> Report:
    missing = missing_edits(count, report.database)
    if missing is None or not report.database.pages:
        return report
    finding = Finding(FindingCode.EDITS_MISSING, dict(missing.facts))
    database: DatabaseReport = replace(report.database, findings=(*report.database.findings, finding))
    return replace(report, database=database)
