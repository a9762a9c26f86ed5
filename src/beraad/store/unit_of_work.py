"""Unit of work: cases read and changed together, and saved only by an explicit commit."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from beraad.models.tidying import tidy
from beraad.places import Place
from beraad.store.case_rows import CaseRows
from beraad.store.changes import Changed, changes_in, places_of, tables_of
from beraad.store.errors import SavedAfterAll, StoreError, TextRefused, UnknownOutcome
from beraad.store.overview_lines import OverviewLines
from beraad.store.repositories import Cases, ScanPages
from beraad.store.sqlite.database import (
    FAILURES,
    commits_on_disk,
    count_commit,
    end_transaction,
    reason_of,
    typed_reading,
    typed_saving,
)
from beraad.store.sqlite.rescue import Guard


class UnitOfWork:
    """Unit that reads and changes cases; what was not committed when it closes is lost.

    Use it short (`with store.unit_of_work() as unit:`), or keep it open for a meeting and commit after each
    edit: objects stay usable after a commit. Objects of one unit are never handed to another.
    """

    def __init__(self, engine: Engine, file: str, guard: Guard, changed: set[int]) -> None:
        """Open a unit; each commit adds the keys of the cases that it may have changed to `changed`."""
        self._guard = guard
        self._changed = changed
        try:
            # One as long as the unit stands: to ask for it at each commit took a tenth of the commit.
            self._connection = engine.connect()
        except FAILURES as error:
            raise typed_reading(error, file) from error
        # Only commit() flushes: reading never writes.
        self._session = Session(self._connection, expire_on_commit=False, autoflush=False)
        self.cases = Cases(self._session, file)
        self.scan_pages = ScanPages(self._session, file)
        self.overview_lines = OverviewLines(self.cases)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def closed(self) -> bool:
        """True if it was closed, by its user or with the store."""
        return self._connection.closed

    @property
    def raw(self) -> Any:
        """Raw connection of the driver."""
        return self._connection.connection.dbapi_connection

    @property
    def changed(self) -> bool:
        """True if something waits for a commit."""
        return self._is_changed(changes_in(self._session)) or self.cases.waiting

    @property
    def places(self) -> tuple[Place, ...]:
        """Places in a case where something changed since the last commit; see `changes.places_of`."""
        return places_of(changes_in(self._session), self._session)

    def rows_before(self, reference: str) -> CaseRows:
        """Return what a case has on disk in the tables of which this unit changed something.

        Before a commit that is how the rows were. Raises DatabaseDamaged.
        """
        return self.cases.rows(reference, tables_of(changes_in(self._session), self._session))

    def commit(self) -> None:
        """Save every change since the last commit, durably, or none of them.

        New texts are saved in the form of their fields (see `beraad.texts`). Raises TextRefused for a text
        that cannot be saved; NotSaved (or DiskFull, ChangedElsewhere, RuleBroken) if nothing was saved;
        SavedAfterAll if the driver reported a failure and all of it was saved; UnknownOutcome if that cannot
        be found out; and FileReplaced, from then on always, if somebody swapped the file meanwhile.

        After any of these, every loaded case has been read again from disk; after UnknownOutcome close the
        unit.
        """
        changes = changes_in(self._session)
        changed = self._is_changed(changes)
        if not (changed or self.cases.waiting or self.overview_lines.changed):
            return
        try:
            self._guard.require_safe()
            self._tidy(changes)
            changed |= self.cases.waiting
            self._session.flush()
            connection = self._session.connection()
            self.cases.write_waiting(connection)
            touched = self.cases.keys if changed else set[int]()
            self.overview_lines.write(connection, touched)
            number = count_commit(connection)
        except BaseException as error:
            # Whatever it is: no transaction may stay open, or the next commit would be only a part of it.
            self.rollback()
            if isinstance(error, FAILURES):
                raise typed_saving(error) from error
            raise
        self._require_file(self._session.commit)
        try:
            self._session.commit()
        except FAILURES as error:
            raise self._find_out(number, error) from error
        except BaseException:
            self.rollback()
            raise
        finally:
            # Not before: who reads such a case anew has to find what was kept.
            self._changed |= touched

        self._require_file()
        self._guard.kept(number, self.raw)

    def rollback(self) -> None:
        """Drop every change since the last commit; loaded cases are read again from disk."""
        self._let_go()
        self.overview_lines.forget()
        self.cases.forget_waiting()
        self.cases.read_again()

    def close(self) -> None:
        """Close the unit; what was not committed is lost. Loaded objects can still be read."""
        self._session.expunge_all()
        self._session.close()
        self._connection.close()

    def _is_changed(self, changes: list[Changed]) -> bool:
        return bool(changes or self._session.new or self._session.deleted)

    def _tidy(self, changes: list[Changed]) -> None:
        """Bring every new text to how its field keeps it. Raises TextRefused."""
        try:
            for row in (*self._session.new, *self.cases.rows_added):
                tidy(row)
            for changed in changes:
                tidy(changed.row, changed.before)
        except ValueError as error:
            field, cause = error.args
            raise TextRefused(field=field, cause=cause) from None

    def _require_file(self, keep: Callable[[], None] | None = None) -> None:
        """See that the file is still the one at its path; else save what is open elsewhere, with `keep`."""
        if (change := self._guard.look()) is not None:
            trouble = self._guard.rescue(self.raw, change, keep)
            with contextlib.suppress(StoreError):
                self.rollback()
            raise trouble

    def _let_go(self) -> None:
        """End the transaction without keeping it, whoever began it."""
        self._session.rollback()
        self._connection.rollback()
        end_transaction(self._connection)

    def _find_out(self, number: int, error: BaseException) -> StoreError:
        """Return the error for a failed commit, after asking the disk and not the driver what was saved."""
        self._let_go()
        try:
            found = commits_on_disk(self._connection)
            self._guard.found(found)
            kept = found == number
            self.cases.read_again()
        except (StoreError, *FAILURES, OSError) as trouble:
            return UnknownOutcome(
                reason=reason_of(error), reading=getattr(trouble, "code", reason_of(trouble))
            )
        return SavedAfterAll(reason=reason_of(error)) if kept else typed_saving(error)
