"""Wishes about the three columns."""

from __future__ import annotations

from collections.abc import Sequence

from beraad.disclosure.console_views import VisibleToValue
from beraad.models import Case, Statement
from beraad.services.errors import NotValid
from beraad.services.meeting.desk import Act, Desk
from beraad.services.rows import found, in_order, listed, moved, new_id
from beraad.terms import COLUMN_OF, KINDS_IN, Column, StatementKind, VisibleTo


class Statements:
    """Add, change, move and remove statements."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def add(
        self,
        column: Column,
        text: str,
        kind: StatementKind | None = None,
        by: str | None = None,
        visible_to: VisibleToValue = VisibleTo.EVERYONE.value,
    ) -> str:
        """Add a statement at the end of `column`; gives its id. Without a kind, the column's first."""
        kind = kind or KINDS_IN[column][0]
        if COLUMN_OF[kind] is not column:
            raise NotValid(field="kind", cause="kind_in_wrong_column")
        with self._desk.act(Act.STATEMENT_ADDED) as meeting:
            row = Statement(
                id=new_id("s", self._desk.case, "statements"),
                column=column,
                kind=kind,
                text=text.strip(),
                by=by,
                visible_to=listed(visible_to),
            )
            meeting.statements.append(row)
            in_order(meeting.statements)
            return row.id

    def change(
        self,
        statement: str,
        *,
        text: str | None = None,
        kind: StatementKind | None = None,
        by: str | None = None,
        about: Sequence[str] | None = None,
        disputed_by: Sequence[str] | None = None,
        visible_to: VisibleToValue | None = None,
    ) -> None:
        """Change what is given. A kind of another column moves it there; `by` "" is nobody."""
        with self._desk.act(Act.STATEMENT_CHANGED) as meeting:
            row = found(meeting.statements, statement)
            if text is not None:
                row.text = text.strip()
            if kind is not None:
                row.kind, row.column = kind, COLUMN_OF[kind]
            if by is not None:
                row.by = by or None
            if about is not None:
                row.about = list(about)
            if disputed_by is not None:
                row.disputed_by = list(disputed_by)
            if visible_to is not None:
                row.visible_to = listed(visible_to)

    def move(self, statement: str, places: int) -> None:
        """Move it up (negative) or down among the statements of its column."""
        with self._desk.act(Act.STATEMENT_MOVED) as meeting:
            row = found(meeting.statements, statement)
            column = [item for item in meeting.statements if item.column == row.column]
            target = column[max(0, min(column.index(row) + places, len(column) - 1))]
            moved(meeting.statements, row, meeting.statements.index(target))

    def remove(self, statement: str) -> None:
        """Remove it, and every reference to it; undo brings all back."""
        with self._desk.act(Act.STATEMENT_REMOVED) as meeting:
            meeting.statements.remove(found(meeting.statements, statement))
            in_order(meeting.statements)
            forget(self._desk.case, statement)


def forget(case: Case, statement: str) -> None:
    """Drop references to a statement that no meeting holds any more."""
    if any(row.id == statement for meeting in case.meetings for row in meeting.statements):
        return
    for meeting in case.meetings:
        for agreement in meeting.agreements:
            if statement in agreement.covers:
                agreement.covers = [item for item in agreement.covers if item != statement]
            if agreement.origin == statement:
                agreement.origin = None
        for row in meeting.statements:
            if row.origin == statement:
                row.origin = None
