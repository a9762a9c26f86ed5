"""One unit of work: what is read and changed together, and kept only by an explicit commit."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from beraad.store.database import commits_counted, connect, count_commit, reason_of, typed_saving
from beraad.store.errors import SavedAfterAll, StoreError, UnknownOutcome
from beraad.store.keys import DataKey
from beraad.store.repositories import Cases


class UnitOfWork:
    """Reads and changes cases; what was not committed when it closes is not kept.

    Use it short (`with store.unit_of_work() as unit:`), or keep it open for a meeting and commit after each
    edit: objects stay usable after a commit. Objects of one unit are never handed to another.
    """

    def __init__(self, engine: Engine, file: str, commits_on_disk: Callable[[], int]) -> None:
        self._commits_on_disk = commits_on_disk
        # Only commit() flushes: reading never writes.
        self._session = Session(engine, expire_on_commit=False, autoflush=False)
        self.cases = Cases(self._session, file)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def changed(self) -> bool:
        """Whether something waits for a commit."""
        session = self._session
        return bool(session.new or session.deleted or any(session.is_modified(row) for row in session.dirty))

    def commit(self) -> None:
        """Keep every change since the last commit, durably, or none of them.

        Raises NotSaved (or DiskFull, ChangedElsewhere, RuleBroken) when nothing was kept, SavedAfterAll when
        the driver reported a failure and all of it was kept, UnknownOutcome when that cannot be found out.
        After each, every loaded case has been read again from disk; after UnknownOutcome close the unit.
        """
        if not self.changed:
            return
        try:
            self._session.flush()
            number = count_commit(self._session.connection())
        except (SQLAlchemyError, driver.Error) as error:
            self._session.rollback()
            self._read_again()
            raise typed_saving(error) from error
        try:
            self._session.commit()
        except (SQLAlchemyError, driver.Error) as error:
            raise self._find_out(number, error) from error

    def rollback(self) -> None:
        """Forget every change since the last commit; loaded cases are read again from disk."""
        self._session.rollback()
        self._read_again()

    def close(self) -> None:
        """Let go of everything; what was not committed is not kept. Loaded objects can still be read."""
        self._session.expunge_all()
        self._session.close()

    def _find_out(self, number: int, error: BaseException) -> StoreError:
        """What became of a commit that failed: the disk is asked, not the driver."""
        self._session.rollback()
        try:
            kept = self._commits_on_disk() == number
            self.cases.read_again()
        except (StoreError, SQLAlchemyError, driver.Error, OSError) as trouble:
            return UnknownOutcome(reason=reason_of(error), reading=reason_of(trouble))
        return SavedAfterAll(reason=reason_of(error)) if kept else typed_saving(error)

    def _read_again(self) -> None:
        self.cases.read_again()


def outcome_on_disk(engine: Engine, database: Path, key: DataKey) -> int:
    """How many commits the disk really holds, now durable. Raises the driver's errors when it cannot be told.

    After a failed commit its frames may stand in the write-ahead log though the running connections do not
    know them; a program that starts after a crash would. So every connection is closed, which makes the next
    one recover the log, and a checkpoint makes durable what it found.
    """
    engine.dispose()
    connection = connect(database, key)
    try:
        counted = commits_counted(connection)
        busy, _, _ = connection.execute("PRAGMA wal_checkpoint(FULL)").fetchone()
        if busy:
            raise driver.OperationalError("busy")
        return counted
    finally:
        connection.close()
