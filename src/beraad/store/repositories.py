"""Loads, adds and removes cases, and the scanned pages that belong to their meetings.

A case is loaded whole: reading its attributes never queries the database later. The pages of a scan are not
part of it: they are read when asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Any, TypeVar, cast

from sqlalchemy import Connection, Select, Table, inspect, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session, defer, selectinload
from sqlmodel import col

from beraad.models import Case, Meeting, Row, Scan, ScanPage
from beraad.store.case_rows import CaseRows, RowChange, put_rows, read_rows
from beraad.store.errors import UnknownCase
from beraad.store.sqlite.database import typed_reading
from beraad.store.whole_case import WholeCase, add_whole, read_whole, rows_of, whole_of, write_whole
from beraad.texts import is_broken

_Row = TypeVar("_Row", bound=tuple[Any, ...])

_EVERYTHING_BELOW = selectinload("*")
"""Every relation below a case. One option for all: none is forgotten, and each more is paid at each level."""


class Cases:
    """Cases of one unit of work."""

    def __init__(self, session: Session, file: str) -> None:
        self._session = session
        self._file = file
        self._loaded: dict[int, Case] = {}
        self._added: list[Case] = []
        self._waiting: list[Callable[[Connection], set[int]]] = []
        """Writes beside the session, done with the next commit; each returns the keys of its case."""
        self._written: set[int] = set()

    def references(self) -> list[str]:
        """Return the references of all stored cases, sorted. Raises DatabaseDamaged."""
        with _reading(self._session, self._file):
            return list(self._session.scalars(select(col(Case.reference)).order_by(col(Case.reference))))

    def has(self, reference: str) -> bool:
        """Return whether a case with this reference is stored. Raises DatabaseDamaged."""
        if is_broken(reference):
            return False
        with _reading(self._session, self._file):
            found = self._session.scalar(select(col(Case.pk)).where(col(Case.reference) == reference))
        return found is not None

    def read(self, query: Select[_Row]) -> Sequence[_Row]:
        """Return the rows of a query over all cases, as on disk; loads no case. Raises DatabaseDamaged."""
        with _reading(self._session, self._file):
            return cast("Sequence[_Row]", self._session.execute(query).all())

    def get(self, reference: str) -> Case:
        """Return a case with everything that belongs to it. Raises UnknownCase, DatabaseDamaged.

        The same unit returns the same object each time, with the changes that were made to it since.
        """
        if is_broken(reference):
            raise UnknownCase(reference=reference)
        with _reading(self._session, self._file):
            case = self._session.scalars(
                select(Case).where(col(Case.reference) == reference).options(_EVERYTHING_BELOW)
            ).one_or_none()
        if case is None:
            raise UnknownCase(reference=reference)
        self._remember(case)
        return case

    def add(self, case: Case) -> None:
        """Add a new case with the next commit, which refuses a reference that exists already (RuleBroken).

        It is written as it is then. To change it afterwards, `get` it.
        """
        self._added.append(case)
        self._waiting.append(partial(self._write_added, case=case))

    def remove(self, case: Case) -> None:
        """Destroy a case with everything that belongs to it. `secure_delete` overwrites what it held."""
        self._session.delete(case)

    def whole(self, reference: str) -> WholeCase:
        """Return everything of a case as it is on disk, scanned pages too.

        Raises UnknownCase, DatabaseDamaged.
        """
        if is_broken(reference):
            raise UnknownCase(reference=reference)
        with _reading(self._session, self._file):
            whole = read_whole(self._session.connection(), reference)
        if whole is None:
            raise UnknownCase(reference=reference)
        return whole

    def replace(self, whole: WholeCase) -> None:
        """Write a case in place of the one with its reference, if there is one, with the next commit.

        This unit forgets what it loaded of that one, and the changes to it.
        """
        for case in self._loaded.values():
            if case.reference == whole.reference:
                self._session.expunge(case)
        self._loaded = {pk: case for pk, case in self._loaded.items() if case.reference != whole.reference}
        self._waiting.append(partial(write_whole, whole=whole))

    def rows(self, reference: str, tables: Collection[Table]) -> CaseRows:
        """Return the rows of a case in these tables as on disk. Raises DatabaseDamaged."""
        with _reading(self._session, self._file):
            return read_rows(self._session.connection(), reference, tables)

    def put_rows(self, reference: str, changes: Collection[RowChange]) -> None:
        """Make these rows what they were before, with the next commit; see `case_rows.put_rows`.

        For a unit that did not load the case.
        """
        self._waiting.append(partial(put_rows, reference=reference, changes=changes))

    @property
    def waiting(self) -> bool:
        """True if something waits to be written by `add`, `replace` or `put_rows`."""
        return bool(self._waiting)

    @property
    def rows_added(self) -> Iterator[Row]:
        """Rows of the cases that were given to `add`."""
        return (row for case in self._added for row, _parent in rows_of(case))

    def write_waiting(self, connection: Connection) -> None:
        """Write what was given to `add`, `replace` and `put_rows`. For the commit alone."""
        for write in self._waiting:
            self._written |= write(connection)
        self.forget_waiting()

    def forget_waiting(self) -> None:
        """Forget what was given to `add`, `replace` and `put_rows` and not committed."""
        self._added.clear()
        self._waiting.clear()

    @property
    def keys(self) -> set[int]:
        """Primary keys of the cases of this unit: what it changed belongs to one of these."""
        return {*self._loaded, *self._written}

    def read_again(self) -> None:
        """Reset every loaded case to what is on disk; forget those that are gone.

        Raises DatabaseDamaged.
        """
        for case in self._session.identity_map.values():
            if isinstance(case, Case):
                self._remember(case)
        loaded, self._loaded = self._loaded, {}
        with _reading(self._session, self._file):
            for pk in loaded:
                found = self._session.scalars(
                    select(Case).where(col(Case.pk) == pk).options(_EVERYTHING_BELOW),
                    execution_options={"populate_existing": True},
                ).one_or_none()
                if found is not None:
                    self._loaded[pk] = found

    def _write_added(self, connection: Connection, case: Case) -> set[int]:
        case.pk = add_whole(connection, whole_of(case))
        return {case.pk}

    def _remember(self, case: Case) -> None:
        identity = inspect(case).identity
        if identity is not None:
            self._loaded[identity[0]] = case


class ScanPages:
    """Pages of scans, beside the cases of one unit of work; each is known by the SHA-256 of its bytes."""

    def __init__(self, session: Session, file: str) -> None:
        self._session, self._file = session, file

    def add(self, meeting: Meeting, pages: Mapping[str, bytes]) -> None:
        """Save these pages with a stored meeting, by identity, as far as they are not there already."""
        there = self._identities(meeting)
        for identity, jpeg in pages.items():
            if identity not in there:
                self._session.add(ScanPage(meeting_pk=meeting.pk, identity=identity, jpeg=jpeg))

    def read(self, meeting: Meeting, identities: Collection[str]) -> dict[str, bytes]:
        """Return the bytes of these pages, by identity. Raises DatabaseDamaged."""
        wanted = (
            select(col(ScanPage.identity), col(ScanPage.jpeg))
            .where(col(ScanPage.meeting_pk) == meeting.pk)
            .where(col(ScanPage.identity).in_(identities))
        )
        with _reading(self._session, self._file):
            return {row.identity: row.jpeg for row in self._session.execute(wanted)}

    def remove_unneeded(self, meeting: Meeting | None = None) -> None:
        """Destroy, with the next commit, pages that no scan of the meeting names; without `meeting`, in all.

        This is safe only while nobody can undo to a scan that was removed.
        """
        scans = select(col(Scan.meeting_pk), col(Scan.pages))
        # Which pages there are, not what is on them.
        pages = select(ScanPage).options(defer(cast("Any", ScanPage.jpeg), raiseload=True))
        if meeting is not None:
            scans = scans.where(col(Scan.meeting_pk) == meeting.pk)
            pages = pages.where(col(ScanPage.meeting_pk) == meeting.pk)
        with _reading(self._session, self._file):
            needed = {(pk, identity) for pk, shown in self._session.execute(scans) for identity in shown}
            stored = self._session.scalars(pages).all()
        for page in stored:
            if (page.meeting_pk, page.identity) not in needed:
                self._session.delete(page)

    def _identities(self, meeting: Meeting) -> set[str]:
        stored = select(col(ScanPage.identity)).where(col(ScanPage.meeting_pk) == meeting.pk)
        with _reading(self._session, self._file):
            return set(self._session.scalars(stored))


@contextmanager
def _reading(session: Session, file: str) -> Iterator[None]:
    """Type the driver's failures, and let go of the snapshot that was read.

    A unit can stay open for a whole meeting: a snapshot kept that long would pin the write-ahead log, and
    keep the next change from being written once another unit has written. Nothing is flushed before a
    commit, so there is nothing to lose; BEGIN takes no lock until something is read or written.
    """
    try:
        yield
        connection = session.connection()
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("BEGIN")
    except DBAPIError as error:
        raise typed_reading(error, file) from error
