"""One unit of work: what is read and changed together, and kept only by an explicit commit."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from types import TracebackType
from typing import Any, Self

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, Engine, Transaction
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from beraad.models.tidying import tidy
from beraad.store.database import commits_counted, count_commit, reason_of, typed_reading, typed_saving
from beraad.store.errors import SavedAfterAll, StoreError, TextRefused, UnknownOutcome
from beraad.store.overview_lines import OverviewLines
from beraad.store.plain_changes import Changes, are_plain, changes_in, write_plain
from beraad.store.repositories import Cases, ScanPages
from beraad.store.rescue import Guard


class UnitOfWork:
    """Reads and changes cases; what was not committed when it closes is not kept.

    Use it short (`with store.unit_of_work() as unit:`), or keep it open for a meeting and commit after each
    edit: objects stay usable after a commit. Objects of one unit are never handed to another.
    """

    def __init__(self, engine: Engine, file: str, guard: Guard) -> None:
        self._guard = guard
        try:
            # One as long as the unit stands: to ask for it at each commit took a tenth of the commit.
            self._connection = engine.connect()
        except (SQLAlchemyError, driver.Error) as error:
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
        """Whether it was let go of, by its user or with the store."""
        return self._connection.closed

    @property
    def raw(self) -> Any:
        """The driver's own connection."""
        return self._connection.connection.dbapi_connection

    @property
    def changed(self) -> bool:
        """Whether something waits for a commit."""
        return self._is_changed(changes_in(self._session))

    @property
    def touched(self) -> tuple[object, ...]:
        """The rows that were made, changed or removed since the last commit."""
        session = self._session
        return (*session.new, *session.dirty, *session.deleted)

    def commit(self) -> None:
        """Keep every change since the last commit, durably, or none of them.

        New texts are kept as their fields keep them (see `beraad.texts`). Raises TextRefused where one cannot
        be, NotSaved (or DiskFull, ChangedElsewhere, RuleBroken) when nothing was kept, SavedAfterAll when the
        driver reported a failure and all of it was kept, UnknownOutcome when that cannot be found out, and
        FileReplaced, now and ever after, when somebody swapped the file meanwhile.

        After each, every loaded case has been read again from disk; after UnknownOutcome close the unit.
        """
        changes = changes_in(self._session)
        changed = self._is_changed(changes)
        if not changed and not self.overview_lines.changed:
            return
        try:
            self._guard.require_safe()
            changes = self._tidied(changes)
            transaction = self._write(changes)
            self.overview_lines.write(self._connection, self.cases.keys if changed else ())
            number = count_commit(self._connection)
        except BaseException as error:
            # Whatever it is: no transaction may stay open, or the next commit would be only a part of it.
            self.rollback()
            if isinstance(error, SQLAlchemyError | driver.Error):
                raise typed_saving(error) from error
            raise
        self._require_file(transaction.commit)
        try:
            transaction.commit()
        except (SQLAlchemyError, driver.Error) as error:
            raise self._find_out(number, error) from error
        except BaseException:
            self.rollback()
            raise

        self._require_file()
        self._guard.kept(number, self.raw)

    def rollback(self) -> None:
        """Forget every change since the last commit; loaded cases are read again from disk."""
        self._let_go()
        self.overview_lines.forget()
        self.cases.read_again()

    def close(self) -> None:
        """Let go of everything; what was not committed is not kept. Loaded objects can still be read."""
        self._session.expunge_all()
        self._session.close()
        self._connection.close()

    def _is_changed(self, changes: Changes) -> bool:
        return bool(self._session.new or self._session.deleted or any(changed for _row, changed in changes))

    def _write(self, changes: Changes) -> Session | Transaction:
        """Write what changed, and give what is to be committed."""
        session = self._session
        plain = are_plain(changes, session)
        if plain and not session.new and not self._connection.in_transaction():
            # Past the session: its own transaction takes longer than what is written.
            transaction = self._connection.begin()
            write_plain(changes, session, self._connection)
            return transaction
        connection = session.connection()
        if plain:
            write_plain(changes, session, connection)
        session.flush()
        return session

    def _tidied(self, changes: Changes) -> Changes:
        """The changes, with every new text as it is kept. Raises TextRefused."""
        rows: list[tuple[Any, dict[str, object]]] = [(row, {}) for row in self._session.new]
        rows += [
            (row, {name: next(iter(it.deleted or ()), None) for name, it in changed.items()})
            for row, changed in changes
            if changed
        ]
        try:
            tidied = [tidy(row, before) for row, before in rows]
        except ValueError as error:
            field, cause = error.args
            raise TextRefused(field=field, cause=cause) from None
        return changes_in(self._session) if any(tidied) else changes

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
        raw: Any = self._connection.connection.dbapi_connection
        # For SQLAlchemy it is over as soon as COMMIT was asked for; for SQLite only once it is kept.
        if raw.in_transaction:
            raw.rollback()

    def _find_out(self, number: int, error: BaseException) -> StoreError:
        """What became of a commit that failed: the disk is asked, not the driver."""
        self._let_go()
        try:
            found = commits_on_disk(self._connection)
            self._guard.found(found)
            kept = found == number
            self.cases.read_again()
        except (StoreError, SQLAlchemyError, driver.Error, OSError) as trouble:
            return UnknownOutcome(
                reason=reason_of(error), reading=getattr(trouble, "code", reason_of(trouble))
            )
        return SavedAfterAll(reason=reason_of(error)) if kept else typed_saving(error)


def commits_on_disk(connection: Connection) -> int:
    """How many commits the disk holds, after one that failed. Raises the driver's errors when it cannot tell.

    A failed commit may leave its pages behind in the write-ahead log, where a start after a crash would find
    them. Emptying the log takes them away for good. On a full disk that can fail; then the next commit
    overwrites them. The connection stays open meanwhile: without one, SQLite has to make its index of the log
    anew, for which a full disk has no room (measured: no outcome could be told then).
    """
    raw: Any = connection.connection.dbapi_connection
    counted = commits_counted(raw)
    with contextlib.suppress(driver.Error):
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    return counted
