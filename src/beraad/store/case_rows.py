"""Rows of a case as the tables hold them, to put back what an act changed."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select, update

from beraad.models import Case
from beraad.store.errors import ChangedElsewhere
from beraad.store.whole_case import is_of, tables_of_a_case

Values = Mapping[str, Any]
CaseRows = Mapping[Table, Mapping[int, Values]]
"""Rows of a case by their table and primary key, without their versions."""

_CASES: Table = Case.__table__  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class RowChange:
    """Row of a case before and after an act; None where it did not exist."""

    table: Table
    key: int
    before: Values | None
    after: Values | None

    def reversed(self) -> RowChange:
        """Return the change that takes this one back."""
        return RowChange(self.table, self.key, self.after, self.before)


def no_rows() -> CaseRows:
    """Return the rows of a case that does not exist, in all tables."""
    return {table: {} for table in tables_of_a_case()}


def read_rows(connection: Connection, reference: str, tables: Collection[Table]) -> CaseRows:
    """Return the rows that a case has in these tables, as in the transaction of the connection."""
    return {
        table: {
            row["pk"]: _values(row)
            for row in connection.execute(select(table).where(is_of(table, reference))).mappings()
        }
        for table in tables_of_a_case()
        if table in tables
    }


def changes_between(before: CaseRows, after: CaseRows) -> tuple[RowChange, ...]:
    """Return what changed from one state of the same tables to another; parents before children."""
    return tuple(
        RowChange(table, key, was.get(key), rows.get(key))
        for table, rows in after.items()
        for was in (before.get(table, {}),)
        for key in {**was, **rows}
        if was.get(key) != rows.get(key)
    )


def put_rows(connection: Connection, reference: str, changes: Collection[RowChange]) -> set[int]:
    """Make each row what it was before; return the keys of the case. Its version goes on.

    Raises ChangedElsewhere if one of them is not what it was after, with nothing written.
    """
    tables = {change.table for change in changes}
    now = read_rows(connection, reference, tables)
    if any(now[change.table].get(change.key) != change.after for change in changes):
        raise ChangedElsewhere(reason="stale")
    keys = set(connection.scalars(select(_CASES.c.pk).where(_CASES.c.reference == reference)))
    for change in reversed([*changes]):
        if change.before is None:
            connection.execute(delete(change.table).where(change.table.c.pk == change.key))
    for change in changes:
        table = change.table
        if change.before is None:
            continue
        if change.after is None:
            connection.execute(insert(table).values({**change.before, "pk": change.key, "row_version": 1}))
        else:
            version = {"row_version": table.c.row_version + 1}
            connection.execute(
                update(table).where(table.c.pk == change.key).values(**change.before, **version)
            )
    return keys | {change.key for change in changes if change.table is _CASES}


def _values(row: Any) -> Values:
    return {name: value for name, value in row.items() if name not in ("pk", "row_version")}
