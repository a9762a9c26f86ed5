"""Finds the rows that a session changed since its last commit, and their places in a case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Table, inspect
from sqlalchemy.orm import Mapper, PassiveFlag, Session
from sqlalchemy.orm.attributes import History, get_history

from beraad.models import Row
from beraad.places import CASE, Place
from beraad.store.whole_case import tables_of_a_case


@dataclass(frozen=True, slots=True)
class Changed:
    """Stored row with a value or list that differs from when it was read or saved."""

    row: Row
    histories: Mapping[str, History]
    """History of each attribute that changed."""

    @property
    def before(self) -> dict[str, object]:
        """Value that each changed attribute had."""
        return {name: next(iter(item.deleted or ()), None) for name, item in self.histories.items()}


def changes_in(session: Session) -> list[Changed]:
    """Return the stored rows that changed. What came or went is found in the row that holds it."""
    found = (Changed(row, dict(_histories(row))) for row in session.dirty)
    return [changed for changed in found if changed.histories]


def places_of(changes: list[Changed], session: Session) -> tuple[Place, ...]:
    """Return the places of what changed, e.g. meetings/b1/statements/s3 or people/ans.

    A row that is one of many and has no id has that of its person, e.g. meetings/b1/answers/ans, or else the
    name of its list, e.g. meetings/b1/agenda.
    """
    return tuple(dict.fromkeys(place for changed in changes for place in _places(changed, session)))


def tables_of(changes: list[Changed], session: Session) -> frozenset[Table]:
    """Return the tables of what changed, and those of all that goes with a row that goes."""
    changed, gone = {_table(type(item.row)) for item in changes}, {*map(_table, map(type, session.deleted))}
    for row in session.new:
        changed.add(_table(type(row)))
    for item in changes:
        for name in item.histories.keys() & _relations(type(item.row)):
            gone |= {_table(type(row)) for row in item.histories[name].deleted or () if row is not None}
    for table in tables_of_a_case():
        if any(key.column.table in gone for key in table.foreign_keys):
            gone.add(table)
    return frozenset(changed | gone)


def _table(kind: type[Any]) -> Table:
    table: Table = inspect(kind).local_table
    return table


def _histories(row: Row) -> Iterator[tuple[str, History]]:
    state = inspect(row)
    for name in state.manager.keys() - state.unmodified:
        history = get_history(row, name, PassiveFlag.PASSIVE_NO_INITIALIZE)
        if history.has_changes():
            yield name, history


def _places(changed: Changed, session: Session) -> Iterator[Place]:
    here, relations = _place(changed.row, session), _relations(type(changed.row))
    for name, history in changed.histories.items():
        if name not in relations:
            yield here
            continue
        for row in (*(history.added or ()), *(history.deleted or ())):
            if row is not None:
                yield _below(here, name, row)


def _place(row: Row, session: Session) -> Place:
    holder = _holder(type(row))
    if holder is None:
        return CASE
    mapper, name, key = holder
    held_by = session.identity_map.get(mapper.identity_key_from_primary_key((getattr(row, key),)))
    return _below(_place(held_by, session) if held_by else CASE, name, row)


def _below(place: Place, name: str, row: Row) -> Place:
    of_id = getattr(row, "id", None) or getattr(row, "person", None)
    return Place((*place, name, of_id) if of_id else (*place, name))


@cache
def _relations(kind: type[Row]) -> frozenset[str]:
    """The attributes that hold rows."""
    return frozenset(inspect(kind).relationships.keys())


@cache
def _holder(kind: type[Row]) -> tuple[Mapper[Any], str, str] | None:
    """The class of the row that holds such rows, the attribute in which, and the key that refers to it."""
    mapper = inspect(kind)
    for other in mapper.registry.mappers:
        for relation in other.relationships:
            if relation.mapper is mapper:
                (key,) = relation.remote_side
                return other, relation.key, mapper.get_property_by_column(key).key
    return None
