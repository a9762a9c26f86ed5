"""Everything of one case as a value, to seal or share it: its rows in all tables, scanned pages too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import itemgetter
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    ForeignKey,
    Insert,
    Select,
    Table,
    delete,
    func,
    insert,
    inspect,
    select,
)
from sqlmodel import SQLModel

from beraad.models import OVERVIEW_LINES, Case, Row

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
        kept = _own_columns(table) | {PARENT}
        whole[table.name] = tuple(
            {name: value for name, value in row.items() if name in kept} for row in rows
        )
    return WholeCase(reference, whole) if whole[_CASES.name] else None


def rows_of(case: Case) -> Iterator[tuple[Row, int | None]]:
    """Yield each row of a case in memory, parents first, with the index of its parent among such rows."""
    counts = Counter[type[Row]]()

    def below(row: Row, parent: int | None) -> Iterator[tuple[Row, int | None]]:
        kind = type(row)
        place = counts[kind]
        counts[kind] += 1
        yield row, parent
        for relation in _relations(kind):
            held = getattr(row, relation)
            for child in held if isinstance(held, list) else () if held is None else (held,):
                yield from below(child, place)

    yield from below(case, None)


def whole_of(case: Case) -> WholeCase:
    """Return a case in memory as a whole one. What stands in no relation, a scanned page, is left out."""
    whole: dict[str, list[Mapping[str, Any]]] = {table.name: [] for table in tables_of_a_case()}
    for row, parent in rows_of(case):
        table, attributes = _attributes(type(row))
        values = {column: getattr(row, attribute) for column, attribute in attributes.items()}
        whole[table].append(values if parent is None else {**values, PARENT: parent})
    return WholeCase(case.reference, {table: tuple(rows) for table, rows in whole.items()})


def write_whole(connection: Connection, whole: WholeCase) -> set[int]:
    """Write a case in place of the one with its reference, if there is one; return the keys of both.

    The version of each row is above all that go: SQLite uses keys again, and who still holds a row that went
    must not be taken for a writer of the one that came.
    """
    gone = _rows(connection, whole.reference, only=_OF_THE_STORE)
    version = 1 + max((row["row_version"] for rows in gone.values() for row in rows), default=0)
    connection.execute(delete(_CASES).where(_CASES.c.reference == whole.reference))
    return {row["pk"] for row in gone[_CASES]} | {add_whole(connection, whole, version)}


def add_whole(connection: Connection, whole: WholeCase, version: int = 1) -> int:
    """Write a case; return its key. SQLAlchemy's IntegrityError if there is one with its reference.

    The keys of its rows are those that SQLite would give, so that one statement writes the rows of a table.
    """
    tables = tables_of_a_case()
    highest = connection.execute(_highest_keys(tables)).one()
    keys: dict[str, range] = {}
    for table, last in zip(tables, highest, strict=True):
        first = 1 + (last or 0)
        rows = whole.rows[table.name]
        keys[table.name] = range(first, first + len(rows))
        if rows:
            made = zip(rows, keys[table.name], strict=True)
            connection.execute(
                _insertion(table),
                [{**_placed(row, table, keys), "pk": key, "row_version": version} for row, key in made],
            )
    return keys[_CASES.name][0]


@cache
def tables_of_a_case() -> tuple[Table, ...]:
    """Return the tables that hold a case, parents before children; not the overview lines, made of these."""
    found = {_CASES}
    for table in SQLModel.metadata.sorted_tables:
        if any(key.column.table in found for key in table.foreign_keys) and table is not OVERVIEW_LINES:
            found.add(table)
    return tuple(table for table in SQLModel.metadata.sorted_tables if table in found)


@cache
def _relations(kind: type[Row]) -> tuple[str, ...]:
    return tuple(inspect(kind).relationships.keys())


@cache
def _attributes(kind: type[Row]) -> tuple[str, Mapping[str, str]]:
    """Return the table of such rows, and the attribute for each column about the case."""
    mapper = inspect(kind)
    table = next(table for table in tables_of_a_case() if table is mapper.local_table)
    own = _own_columns(table)
    return table.name, {
        column.name: attribute.key
        for attribute in mapper.column_attrs
        for column in attribute.columns
        if column.name in own
    }


@cache
def _own_columns(table: Table) -> frozenset[str]:
    """Return the names of the columns about the case: not the keys, and not the versions."""
    key = _key_of_parent(table)
    return frozenset(table.c.keys()) - _OF_THE_STORE - ({key.parent.name} if key is not None else set())


@cache
def _insertion(table: Table) -> Insert:
    """Return the statement for rows of a table: made once, SQLAlchemy knows it again at once."""
    return insert(table)


@cache
def _highest_keys(tables: tuple[Table, ...]) -> Select[Any]:
    """Return the query for the highest key in each of these tables, in their order."""
    return select(*(select(func.max(table.c.pk)).scalar_subquery() for table in tables))


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
