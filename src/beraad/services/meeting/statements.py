"""Wishes about the statements in the three columns."""

from __future__ import annotations

from collections.abc import Sequence

from beraad.codes import ActKind
from beraad.models import Case, Statement
from beraad.models.threads import Threads
from beraad.readers import Readers
from beraad.services.errors import NotValid
from beraad.services.meeting.open_rows import OpenRows
from beraad.services.meeting.two_rooms import TwoRooms
from beraad.services.rows import found, in_order, moved, new_id
from beraad.terms import COLUMN_OF, USUAL_KIND, Circle, Column, StatementKind

ADDED, _CHANGED, _REMOVED, _MOVED = (
    {column.value: ActKind(f"{column}_{done}") for column in Column}
    for done in ("added", "changed", "removed", "moved")
)
"""Acts on a statement by its column: undo names a worry as a worry."""

_GOALS = (StatementKind.AGENCY_GOAL, StatementKind.FAMILY_GOAL)


class Statements:
    """Service that adds, changes, moves and removes statements."""

    def __init__(self, open_rows: OpenRows, rooms: TwoRooms) -> None:
        self._open, self._rooms = open_rows, rooms

    def add(
        self,
        column: Column,
        text: str,
        kind: StatementKind | None = None,
        by: str | None = None,
        visible_to: Readers | None = None,
        *,
        about: Sequence[str] = (),
        harm_from: Sequence[str] | None = None,
        disputed_by: Sequence[str] = (),
    ) -> str:
        """Add a statement at the end of `column`; return its id. Without a kind, the usual one.

        Without readers it is for everyone, or of two rooms for the one in which it is said.
        """
        kind = kind or USUAL_KIND[column]
        if COLUMN_OF[kind] is not column:
            raise NotValid(field="kind", cause="kind_in_wrong_column")
        with self._open.act(ADDED[column]) as meeting:
            row = Statement(
                id=new_id("s"),
                column=column,
                kind=kind,
                text=text.strip(),
                by=by,
                about=[person for person in about if person not in (harm_from or ())],
                disputed_by=list(disputed_by),
                visible_to=self._rooms.readers(visible_to),
            )
            row.from_ = None if harm_from is None else list(harm_from)
            meeting.statements.append(row)
            in_order(meeting.statements)
            return row.id

    def make_goal(self, statement: str) -> str:
        """Make a goal of a statement, of an agency if a professional said it, else the family; return its id.

        What must happen already becomes the goal itself. Of anything else the goal is a new statement, with
        `origin`, and for the same readers: nobody learns in a goal what the statement keeps from them. Of two
        rooms, what one makes of a statement for everyone is for this room until it is released.
        """
        source = found(self._open.meeting.statements, statement)
        said_by = self._open.case.person(source.by) if source.by else None
        agency = said_by is not None and said_by.circle == Circle.PROFESSIONAL
        kind = StatementKind.AGENCY_GOAL if agency else StatementKind.FAMILY_GOAL
        with self._open.act(ActKind.GOAL_MADE) as meeting:
            if source.column == Column.NEXT_STEP:
                if source.kind not in _GOALS:
                    source.kind = kind
                return statement
            row = Statement(
                id=new_id("s"),
                column=Column.NEXT_STEP,
                kind=kind,
                text=source.text,
                by=source.by,
                about=list(source.about),
                origin=source.id,
                origin_meeting=meeting.id,
                visible_to=self._rooms.made_of(source.visible_to),
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
        harm_from: Sequence[str] | None = None,
        disputed_by: Sequence[str] | None = None,
        visible_to: Readers | None = None,
    ) -> None:
        """Change the fields that are given. A kind of another column moves it there; `by` "" is nobody.

        `about` is who may be harmed, `harm_from` from whom: somebody set in one is removed from the other.
        """
        row = found(self._open.meeting.statements, statement)
        with self._open.act(_CHANGED[row.column]):
            if text is not None:
                row.text = text.strip()
            if kind is not None:
                row.kind, row.column = kind, COLUMN_OF[kind]
            if by is not None:
                row.by = by or None
            if about is not None:
                row.about = list(about)
                row.from_ = row.from_ and [person for person in row.from_ if person not in about]
            if harm_from is not None:
                row.from_ = list(harm_from)
                row.about = [person for person in row.about if person not in harm_from]
            if disputed_by is not None:
                row.disputed_by = list(disputed_by)
            if visible_to is not None:
                row.visible_to = self._rooms.chosen(row.visible_to, visible_to)

    def move(self, statement: str, places: int) -> None:
        """Move it up (negative) or down among the statements of its column."""
        row = found(self._open.meeting.statements, statement)
        with self._open.act(_MOVED[row.column]) as meeting:
            column = [item for item in meeting.statements if item.column == row.column]
            target = column[max(0, min(column.index(row) + places, len(column) - 1))]
            moved(meeting.statements, row, meeting.statements.index(target))

    def place(
        self, statement: str, column: Column, before: str | None = None, kind: StatementKind | None = None
    ) -> None:
        """Put it in `column`, in front of the statement `before` (None: at the end).

        Another column needs a `kind` of that column. Raises NotValid without one.
        """
        row = found(self._open.meeting.statements, statement)
        with self._open.act(_MOVED[row.column]) as meeting:
            if kind is not None and COLUMN_OF[kind] is not column:
                raise NotValid(field="kind", cause="kind_in_wrong_column")
            if kind is None and row.column != column:
                raise NotValid(field="kind", cause="missing")
            if before == statement:
                return
            row.kind, row.column = kind or row.kind, column
            rest = [item for item in meeting.statements if item is not row]
            if before is not None:
                index = rest.index(found(rest, before))
            else:
                own = [place for place, item in enumerate(rest) if item.column == column]
                index = own[-1] + 1 if own else len(rest)
            moved(meeting.statements, row, index)

    def remove(self, statement: str) -> None:
        """Remove it, and every reference to it; undo brings all back."""
        row = found(self._open.meeting.statements, statement)
        made = Threads(self._open.case).made_of(row)
        with self._open.act(_REMOVED[row.column]) as meeting:
            meeting.statements.remove(row)
            in_order(meeting.statements)
            for item in made:
                item.origin = item.origin_meeting = None
            _uncover(self._open.case, statement)


def _uncover(case: Case, statement: str) -> None:
    """Let no agreement cover a statement that no meeting holds any more."""
    if any(row.id == statement for meeting in case.meetings for row in meeting.statements):
        return
    for meeting in case.meetings:
        for agreement in meeting.agreements:
            if statement in agreement.covers:
                agreement.covers = [item for item in agreement.covers if item != statement]
