"""Values that changed and rows that came, written without what the ORM's flush weighs besides.

Nearly every act of a meeting changes a text or a choice in one row, or adds one row to a list. A flush looks
at every list of every row that has to do with it, for what went and for the order in which all is written:
that took most of the time of such a commit.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from sqlalchemy import Connection, Update, bindparam, inspect, update
from sqlalchemy.orm import InstanceState, PassiveFlag, RelationshipProperty, Session
from sqlalchemy.orm.attributes import History, get_history, set_committed_value
from sqlalchemy.orm.exc import StaleDataError
from sqlalchemy.util import IdentitySet

from beraad.models import Row

Changes = list[tuple[Row, dict[str, History]]]
"""Stored rows of which something was set, with each attribute that is another than it was."""


def changes_in(session: Session) -> Changes:
    """What changed of the stored rows since they were read or kept."""
    return [(row, dict(_changed(row, inspect(row)))) for row in session.dirty]


def are_plain(changes: Changes, session: Session) -> bool:
    """Whether all that changed are values, and rows that came where none went."""
    new = session.new
    return not session.deleted and all(_is_plain(row, changed, new) for row, changed in changes)


def write_plain(changes: Changes, session: Session, connection: Connection) -> None:
    """Write plain changes of stored rows, and count their version up, as a flush would; what came waits.

    Raises what a flush raises: StaleDataError where somebody else changed or removed a row, and the errors of
    the driver as SQLAlchemy wraps them. Listeners to what a flush does with a row are not told; we have none.
    """
    for row, changed in changes:
        state: InstanceState[Any] = inspect(row)
        columns, relations = state.mapper.columns, state.mapper.relationships
        for name in changed.keys() & relations.keys():
            for child in changed[name].added:
                _belongs_to(child, row, relations[name])
        if values := {columns[name].key: getattr(row, name) for name in changed.keys() & columns.keys()}:
            _write(connection, row, values)
        # As the flush does it; there is no public way to say that a row is as the database has it.
        state._commit_all(state.dict, session.identity_map)  # noqa: SLF001


def _changed(row: Row, state: InstanceState[Any]) -> Iterator[tuple[str, History]]:
    for name in state.manager.keys() - state.unmodified:
        history = get_history(row, name, PassiveFlag.PASSIVE_NO_INITIALIZE)
        if history.has_changes():
            yield name, history


def _is_plain(row: Row, changed: dict[str, History], new: IdentitySet) -> bool:
    columns = inspect(row).mapper.columns
    return all(
        name in columns or (not any(history.deleted) and all(child in new for child in history.added))
        for name, history in changed.items()
    )


def _belongs_to(child: Row, row: Row, relation: RelationshipProperty[Any]) -> None:
    for here, there in relation.local_remote_pairs or ():
        key = relation.mapper.get_property_by_column(there).key
        setattr(child, key, getattr(row, relation.parent.get_property_by_column(here).key))


def _write(connection: Connection, row: Row, values: dict[str, Any]) -> None:
    read = {"pk_as_read": row.pk, "version_as_read": row.row_version}
    version = row.row_version + 1
    written = connection.execute(_update(type(row)), {**values, **read, "row_version": version})
    if written.rowcount != 1:
        raise StaleDataError("a row was changed or removed elsewhere")
    set_committed_value(row, "row_version", version)


@cache
def _update(kind: Any) -> Update:
    """Of one row, as it was read; what is set comes with the values."""
    table = inspect(kind).local_table
    return update(table).where(
        table.c.pk == bindparam("pk_as_read"), table.c.row_version == bindparam("version_as_read")
    )
