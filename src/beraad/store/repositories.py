"""Loading, adding and removing cases.

A case is loaded whole: reading on never asks the database behind anybody's back.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import inspect, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session, selectinload
from sqlmodel import col

from beraad.models import Case
from beraad.store.database import typed_reading
from beraad.store.errors import CaseMissing

_EVERYTHING_BELOW = selectinload("*")
"""Every relation below a case. One option for all: none is forgotten, and each more is paid at each level."""


class Cases:
    """The cases of one unit of work."""

    def __init__(self, session: Session, file: str) -> None:
        self._session = session
        self._file = file
        self._loaded: dict[int, Case] = {}

    def references(self) -> list[str]:
        """The references of all stored cases, sorted. Raises DatabaseDamaged."""
        with self._reading():
            return list(self._session.scalars(select(col(Case.reference)).order_by(col(Case.reference))))

    def get(self, reference: str) -> Case:
        """A case with everything that belongs to it. Raises CaseMissing, DatabaseDamaged.

        The same unit gives the same object each time, with the changes that were made to it since.
        """
        with self._reading():
            case = self._session.scalars(
                select(Case).where(col(Case.reference) == reference).options(_EVERYTHING_BELOW)
            ).one_or_none()
        if case is None:
            raise CaseMissing(reference=reference)
        self._remember(case)
        return case

    def add(self, case: Case) -> None:
        """Take in a new case; a reference that exists already is refused by the commit (RuleBroken)."""
        self._session.add(case)

    def remove(self, case: Case) -> None:
        """Destroy a case with everything that belongs to it. `secure_delete` overwrites what it held."""
        self._session.delete(case)

    def read_again(self) -> None:
        """Put every loaded case back to what is on disk; one that is gone is let go.

        Raises DatabaseDamaged.
        """
        for case in self._session.identity_map.values():
            if isinstance(case, Case):
                self._remember(case)
        loaded, self._loaded = self._loaded, {}
        with self._reading():
            for pk in loaded:
                found = self._session.scalars(
                    select(Case).where(col(Case.pk) == pk).options(_EVERYTHING_BELOW),
                    execution_options={"populate_existing": True},
                ).one_or_none()
                if found is not None:
                    self._loaded[pk] = found

    def _remember(self, case: Case) -> None:
        identity = inspect(case).identity
        if identity is not None:
            self._loaded[identity[0]] = case

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """Type the driver's failures, and let go of the snapshot that was read.

        A unit can stay open for a whole meeting: a snapshot kept that long would pin the write-ahead log, and
        keep the next change from being written once another unit has written. Nothing is flushed before a
        commit, so there is nothing to lose; BEGIN takes no lock until something is read or written.
        """
        try:
            yield
            connection = self._session.connection()
            connection.exec_driver_sql("COMMIT")
            connection.exec_driver_sql("BEGIN")
        except DBAPIError as error:
            raise typed_reading(error, self._file) from error
