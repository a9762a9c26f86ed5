"""Reads every page of a database without changing a byte of it, and reports findings as codes."""

from __future__ import annotations

import os
import re
import shutil
import struct
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver

from beraad.codes import FindingCode
from beraad.store.errors import DatabaseDamaged, KeyFileDamaged, KeyFileMissing, StoreError
from beraad.store.keys import DataKey, KeyFile
from beraad.store.private_files import as_store_error
from beraad.store.sqlite.database import PAGE_BYTES, commits_counted, connect, reason_of, typed_reading
from beraad.store.sqlite.places import Places, Vault
from beraad.store.sqlite.schema import newest_revision, revision_of
from beraad.store.sqlite.scratch import scratch
from beraad.store.sqlite.state import EMPTY_BYTES

_LOG_HEADER, _LOG_MARK = 32, 0x377F0682
"""Length of a write-ahead log's header, and its first bytes (sqlite.org/walformat.html)."""
_PAGE_NUMBER = re.compile(r"page (\d+)")


_OF_KEY_FILES = frozenset({FindingCode.KEY_FILE, FindingCode.FORMER_KEY})


@dataclass(frozen=True)
class Finding:
    """Trouble that was found: its code and facts."""

    code: FindingCode
    facts: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class DatabaseReport:
    """Result of reading one database. `name` is `database`, or the name of a backup's folder."""

    name: str
    pages: int
    revision: str | None
    findings: tuple[Finding, ...]
    commits: int = 0
    """Number of commits it has seen."""

    @property
    def sound(self) -> bool:
        """True if nothing wrong was found."""
        return not self.findings

    @property
    def readable(self) -> bool:
        """True if nothing is wrong with the database itself; its key file may be another or gone."""
        return all(finding.code in _OF_KEY_FILES for finding in self.findings)

    @property
    def bad_pages(self) -> tuple[int, ...]:
        """Numbers of the pages that were changed since they were written, from 1."""
        return tuple(
            page
            for finding in self.findings
            if finding.code is FindingCode.BAD_PAGES
            for page in _numbers(finding.facts["pages"])
        )


@dataclass(frozen=True)
class Report:
    """Result of `beraad check`: the database, each backup, and the revision this program works with."""

    database: DatabaseReport
    backups: tuple[DatabaseReport, ...]
    newest_revision: str
    no_backups: FindingCode | None = None
    """Reason why there are no backups, if so."""

    @property
    def sound(self) -> bool:
        """True if nothing wrong was found anywhere."""
        return self.backups_sound and self.database.sound

    @property
    def backups_sound(self) -> bool:
        """True if there are backups and nothing is wrong with them."""
        return self.no_backups is None and all(backup.sound for backup in self.backups)


def check(places: Places, backups: list[Vault], key: DataKey, key_file: KeyFile) -> Report:
    """Read every page of the database and its backups. Raises StoreNotWritable if it cannot be read.

    A backup that cannot be read is reported, and the others are read all the same.
    """
    vault = places.live
    database = inspect(vault, key)
    if _has_foreign_log(vault):
        database = replace(database, findings=(*database.findings, Finding(FindingCode.FOREIGN_LOG)))
    return Report(
        database=database,
        backups=tuple(_inspect_backup(backup, key, key_file) for backup in backups),
        newest_revision=newest_revision(),
        no_backups=None if backups else _why_none(places.backups),
    )


def _why_none(folder: Path) -> FindingCode:
    there = folder.exists() or folder.is_symlink()
    blocked = there and not (folder.is_dir() and os.access(folder, os.R_OK | os.X_OK))
    return FindingCode.BACKUPS_BLOCKED if blocked else FindingCode.NO_BACKUPS


def _has_foreign_log(vault: Vault) -> bool:
    """Return True if there is a log of which SQLite would not read a single page.

    A crash may leave one of nothing but zeros, in which nothing was saved yet.
    """
    try:
        with vault.wal.open("rb") as log:
            header = log.read(_LOG_HEADER)
    except OSError:
        return False
    return any(header) and not _is_log_header(header)


def _is_log_header(header: bytes) -> bool:
    """Return True if a write-ahead log begins so: its mark, and the checksum of the header."""
    if len(header) < _LOG_HEADER:
        return False
    mark, *_rest, first, second = struct.unpack(">8I", header)
    words = struct.unpack(f"{'>' if mark & 1 else '<'}6I", header[:24])
    sums = [0, 0]
    for one, other in zip(words[::2], words[1::2], strict=True):
        sums[0] = (sums[0] + one + sums[1]) & 0xFFFFFFFF
        sums[1] = (sums[1] + other + sums[0]) & 0xFFFFFFFF
    return mark & ~1 == _LOG_MARK and sums == [first, second]


def inspect(
    vault: Vault, key: DataKey, *, name: str = "database", thorough: bool = True, with_log: bool = True
) -> DatabaseReport:
    """Read every page of one database and verify it; `thorough` also checks how the pages fit together.

    That is always checked if a write-ahead log has to be applied; not without `with_log`.
    """
    if (nothing := _nothing_there(vault)) is not None:
        return DatabaseReport(name, 0, None, (nothing, *_key_file(vault)))
    with _unchanged(vault, key, with_log=with_log) as path:
        pages = -(-path.stat().st_size // PAGE_BYTES)
        found = _read(path, key, thorough=thorough or path != vault.database)
    return DatabaseReport(
        name, pages, found.revision, (*found.findings, *_key_file(vault)), commits=found.commits
    )


def is_whole(vault: Vault, key: DataKey) -> bool:
    """Return True if all of a database is there: it opens with the key, and no page is missing at its end.

    This check reads one page. Raises StoreNotWritable if it cannot be told.
    """
    if _nothing_there(vault) is not None:
        return False
    try:
        size = vault.database.stat().st_size
        connection = connect(vault.database, key, mode="ro", unchanging=True)
        try:
            pages = int(connection.execute("PRAGMA page_count").fetchone()[0])
            return pages * PAGE_BYTES == size and revision_of(connection) is not None
        finally:
            connection.close()
    except OSError as error:
        raise as_store_error(error, vault.database.name) from error
    except driver.Error as error:
        trouble = typed_reading(error, vault.database.name)
        if isinstance(trouble, DatabaseDamaged):
            return False
        raise trouble from error


def refuse_damaged(report: DatabaseReport, file: str, backups: int) -> None:
    """Raise DatabaseDamaged unless the report is sound."""
    if not report.sound:
        raise DatabaseDamaged(
            file=file, pages=report.pages, bad_pages=list(report.bad_pages), backups=backups
        )


def _inspect_backup(backup: Vault, key: DataKey, key_file: KeyFile) -> DatabaseReport:
    name = backup.folder.name
    try:
        report = inspect(backup, key, name=name)
    except StoreError as error:
        unreadable = Finding(FindingCode.UNREADABLE, {"reason": error.code})
        return DatabaseReport(name, 0, None, (unreadable, *_key_file(backup)))
    try:
        former = KeyFile.read(backup.key_file).slots != key_file.slots
    except (KeyFileMissing, KeyFileDamaged):
        return report
    added = (Finding(FindingCode.FORMER_KEY),) if former else ()
    return replace(report, findings=(*report.findings, *added))


def _nothing_there(vault: Vault) -> Finding | None:
    """That there is no database, or one of no bytes, which SQLite would take for an empty one."""
    try:
        size = vault.database.stat().st_size
    except (FileNotFoundError, NotADirectoryError):
        return Finding(FindingCode.MISSING)
    except OSError as error:
        raise as_store_error(error, vault.database.name) from error
    return Finding(FindingCode.EMPTY) if size <= EMPTY_BYTES else None


@contextmanager
def _unchanged(vault: Vault, key: DataKey, *, with_log: bool) -> Iterator[Path]:
    """A database file to be read as it is: the original, or a private copy with its write-ahead log applied.

    Opening a database with a pending log would write to it; reading it without would miss what the log holds.
    """
    try:
        pending = with_log and vault.wal.exists() and vault.wal.stat().st_size > 0
        if not pending:
            yield vault.database
            return
        needed = 2 * (vault.database.stat().st_size + vault.wal.stat().st_size)
        with scratch(vault.folder.parent, needed) as folder:
            copy = Vault(folder)
            shutil.copyfile(vault.database, copy.database)
            shutil.copyfile(vault.wal, copy.wal)
            _apply_log(copy, key)
            yield copy.database
    except OSError as error:
        raise as_store_error(error, vault.database.name) from error


def _apply_log(copy: Vault, key: DataKey) -> None:
    # A damaged database says so again when its pages are read.
    with suppress(driver.Error), closing(connect(copy.database, key)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def _key_file(vault: Vault) -> list[Finding]:
    try:
        KeyFile.read(vault.key_file)
    except (KeyFileMissing, KeyFileDamaged) as error:
        return [Finding(FindingCode.KEY_FILE, {"reason": error.code})]
    return []


@dataclass
class _Found:
    findings: list[Finding] = field(default_factory=list)
    revision: str | None = None
    commits: int = 0


def _read(path: Path, key: DataKey, *, thorough: bool) -> _Found:
    found = _Found()
    findings = found.findings
    try:
        with closing(connect(path, key, mode="ro", unchanging=True)) as connection:
            lines = [str(row[0]) for row in connection.execute("PRAGMA cipher_integrity_check")]
            if lines:
                findings.append(Finding(FindingCode.BAD_PAGES, {"pages": _pages_in(lines)}))
            found.commits = commits_counted(connection)
            found.revision = revision_of(connection)
            if found.revision is None:
                findings.append(Finding(FindingCode.EMPTY))
            if thorough:
                findings += _fit_together(connection)
    except driver.Error as error:
        findings.append(Finding(FindingCode.UNREADABLE, {"reason": reason_of(error)}))
    return found


def _fit_together(connection: Any) -> list[Finding]:
    findings = []
    lines = [str(row[0]) for row in connection.execute("PRAGMA integrity_check")]
    if lines != ["ok"]:
        findings.append(Finding(FindingCode.STRUCTURE, {"count": len(lines)}))
    broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    if broken:
        findings.append(
            Finding(FindingCode.BROKEN_REFERENCES, {"tables": sorted({str(row[0]) for row in broken})})
        )
    return findings


def _pages_in(lines: list[str]) -> list[int]:
    return [int(found.group(1)) for line in lines if (found := _PAGE_NUMBER.search(line))]


def _numbers(value: object) -> list[int]:
    return [int(item) for item in value] if isinstance(value, list) else []
