"""Lines of the overview, stored beside the cases of one unit of work; see `beraad.models.overview_line`."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, and_, bindparam, insert, select, update
from sqlmodel import col

from beraad.models import OVERVIEW_LINES, Case
from beraad.store.repositories import Cases

_LINES = OVERVIEW_LINES.c
_MARK = "UPDATE overview_lines SET stale = 1 WHERE case_pk = ?"
"""As the driver takes it: past SQLAlchemy, whose machinery took a tenth of the commit of each act."""
_PUT = update(OVERVIEW_LINES).where(_LINES.case_pk == bindparam("of_case"))


@dataclass(frozen=True, slots=True)
class _Line:
    case: Case
    made_by: int
    line: str


class OverviewLines:
    """Reads lines, and puts new ones; the next commit saves what was put."""

    def __init__(self, cases: Cases) -> None:
        self._cases = cases
        self._put: list[_Line] = []

    @property
    def changed(self) -> bool:
        """True if a line waits for a commit."""
        return bool(self._put)

    def read(self, made_by: int, reference: str | None = None) -> list[tuple[str, str | None]]:
        """Return the reference of every case (or of one), and its line as JSON; by reference.

        The line is None if the case changed since, or if other rules than `made_by` made it. Raises
        DatabaseDamaged.
        """
        fits = and_(_LINES.case_pk == col(Case.pk), _LINES.made_by == made_by, _LINES.stale.is_(False))
        query = select(col(Case.reference), _LINES.line).outerjoin(OVERVIEW_LINES, fits)
        if reference is not None:
            query = query.where(col(Case.reference) == reference)
        return [(row[0], row[1]) for row in self._cases.read(query.order_by(col(Case.reference)))]

    def put(self, case: Case, line: str, made_by: int) -> None:
        """Save this line of a loaded or added case with the next commit."""
        self._put.append(_Line(case, made_by, line))

    def write(self, connection: Connection, changed: Collection[int]) -> None:
        """Mark the lines of these cases stale, and write those that were put. Only the commit calls this."""
        if changed:
            raw: Any = connection.connection.dbapi_connection
            raw.executemany(_MARK, [(pk,) for pk in changed])
        for item in self._put:
            values = {"made_by": item.made_by, "line": item.line, "stale": False}
            if not connection.execute(_PUT.values(values), {"of_case": item.case.pk}).rowcount:
                connection.execute(insert(OVERVIEW_LINES).values(case_pk=item.case.pk, **values))
        self._put.clear()

    def forget(self) -> None:
        """Drop what was put and not saved."""
        self._put.clear()
