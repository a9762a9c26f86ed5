"""Everything of one case as a value, to seal or share it: its rows in all tables, scanned pages too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import itemgetter
from typing import Any

from sqlalchemy import ColumnElement, Connection, ForeignKey, Table, delete, insert, select
from sqlmodel import SQLModel

from beraad.models import OVERVIEW_LINES, Case

PARENT = "parent"
"""Key in a row for the index, from 0, of its parent among the rows of that table."""

_OF_THE_STORE = frozenset({"pk", "row_version"})
"""Columns about storage, not about the case."""

_CASES: Table = Case.__table__  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class WholeCase:
    """Case as a store holds it. Two are equal if only the keys and versions of their rows differ.

    Its values are of the types of the columns. It fits stores of the same revision, and is no input from
    outside: texts and references in it are taken as they are.
    """

    reference: str
    rows: Mapping[str, tuple[Mapping[str, Any], ...]]
    """Rows by table, parents before children; each row by column, with `PARENT` for the key of its parent."""


def read_whole(connection: Connection, reference: str) -> WholeCase | None:
    """Return a case as it is in the transaction of the connection; None if there is none."""
    whole: dict[str, tuple[Mapping[str, Any], ...]] = {}
    places: dict[str, dict[int, int]] = {}
    for table, found in _rows(connection, reference).items():
        rows = found
        key = _key_of_parent(table)
        if key is not None:
            above = places[key.column.table.name]
            # The sort is stable: those of one parent stay in their own order.
            rows = sorted(
                ({**row, PARENT: above[row[key.parent.name]]} for row in found), key=itemgetter(PARENT)
            )
        places[table.name] = {row["pk"]: place for place, row in enumerate(rows)}
        own = _OF_THE_STORE | ({key.parent.name} if key is not None else set())
        whole[table.name] = tuple(
            {name: value for name, value in row.items() if name not in own} for row in rows
        )
    return WholeCase(reference, whole) if whole[_CASES.name] else None


def write_whole(connection: Connection, whole: WholeCase) -> set[int]:
    """Write a case in place of the one with its reference, if there is one; return the keys of both.

    The version of each row is above all that go: SQLite uses keys again, and who still holds a row that went
    must not be taken for a writer of the one that came.
    """
    gone = _rows(connection, whole.reference, only=_OF_THE_STORE)
    version = 1 + max((row["row_version"] for rows in gone.values() for row in rows), default=0)
    connection.execute(delete(_CASES).where(_CASES.c.reference == whole.reference))
    keys: dict[str, list[int]] = {}
    for table in tables_of_a_case():
        rows = [{**_placed(row, table, keys), "row_version": version} for row in whole.rows[table.name]]
        if table in _parents():
            made = [connection.execute(insert(table), row).inserted_primary_key for row in rows]
            keys[table.name] = [key[0] for key in made if key is not None]
        elif rows:
            connection.execute(insert(table), rows)
    return {row["pk"] for row in gone[_CASES]} | set(keys[_CASES.name])


@cache
def tables_of_a_case() -> tuple[Table, ...]:
    """Return the tables that hold a case, parents before children; not the overview lines, made of these."""
    found = {_CASES}
    for table in SQLModel.metadata.sorted_tables:
        if any(key.column.table in found for key in table.foreign_keys) and table is not OVERVIEW_LINES:
            found.add(table)
    return tuple(table for table in SQLModel.metadata.sorted_tables if table in found)


@cache
def _parents() -> frozenset[Table]:
    return frozenset(key.column.table for table in tables_of_a_case() for key in table.foreign_keys)


def _rows(
    connection: Connection, reference: str, *, only: frozenset[str] | None = None
) -> dict[Table, list[Mapping[str, Any]]]:
    """Return the rows of a case by table, in their own order; with all columns, or some."""
    found: dict[Table, list[Mapping[str, Any]]] = {}
    for table in tables_of_a_case():
        columns = [column for column in table.c if only is None or column.name in only]
        query = select(*columns).where(is_of(table, reference)).order_by(table.c.position, table.c.pk)
        found[table] = [dict(row) for row in connection.execute(query).mappings()]
    return found


def is_of(table: Table, reference: str) -> ColumnElement[bool]:
    """Return the condition that a row belongs to a case: by its parents, up to the case."""
    key = _key_of_parent(table)
    if key is None:
        return table.c.reference == reference
    above = key.column.table
    return key.parent.in_(select(above.c.pk).where(is_of(above, reference)))


def _placed(row: Mapping[str, Any], table: Table, keys: Mapping[str, Sequence[int]]) -> dict[str, Any]:
    """Return a row with the key of its parent."""
    key = _key_of_parent(table)
    values = dict(row)
    if key is not None:
        values[key.parent.name] = keys[key.column.table.name][values.pop(PARENT)]
    return values


def _key_of_parent(table: Table) -> ForeignKey | None:
    """Return the foreign key to the parent of a row; None for the case itself."""
    keys = [*table.foreign_keys]
    if len(keys) > 1:
        raise TypeError(f"{table.name} has more than one parent")
    return keys[0] if keys else None
