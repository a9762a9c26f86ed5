"""Small operations on lists of rows: order, find, name, move."""

from __future__ import annotations

import secrets
from typing import Any

from beraad.services.errors import NotThere


def in_order(rows: list[Any]) -> None:
    """Renumber the rows after one was added, moved or removed."""
    for position, row in enumerate(rows):
        # A row that was set counts as changed, also to what it was: it would be written anew.
        if row.position != position:
            row.position = position


def found(rows: list[Any], row_id: str) -> Any:
    """Return the row with this id. Raises NotThere."""
    for row in rows:
        if row.id == row_id:
            return row
    raise NotThere(id=row_id)


def new_id(prefix: str) -> str:
    """Return an id that no row has, in this case or in another copy of it, e.g. s5f0c21a97e.

    It is drawn, not counted: two computers would count alike, and an id of a removed row would come again.
    """
    return f"{prefix}{secrets.token_hex(5)}"


def moved(rows: list[Any], row: Any, index: int) -> None:
    """Move `row` to `index` (0-based, bounded) among its siblings."""
    rows.remove(row)
    rows.insert(max(0, min(index, len(rows))), row)
    in_order(rows)


def blank_to_none(text: str | None) -> str | None:
    """Return None for an empty or blank text, else the text."""
    return text if text and text.strip() else None
