"""Statements in the three columns. They say what somebody did, not what somebody is."""

from sqlmodel import JSON, Field

from beraad.models.base import (
    Draft,
    Line,
    PersonId,
    ReadersColumn,
    Row,
    Text,
    VisibleToReaders,
    codes,
    no_items,
    parent,
)
from beraad.readers import EVERYONE
from beraad.terms import Column, StatementKind


class StatementDraft(Draft):
    """Worry, something that goes well, or something that must happen.

    New ones get a kind of their column (`beraad.terms.KINDS_IN`); a case file from elsewhere may hold
    another pair, which is kept and shown in its column.
    """

    id: Line
    column: Column = Field(sa_type=codes(Column))
    kind: StatementKind = Field(sa_type=codes(StatementKind))
    text: Text
    by: PersonId | None = None
    """Id of the person who said it; for the console only."""
    about: list[PersonId] = Field(default_factory=no_items, sa_type=JSON)
    disputed_by: list[PersonId] = Field(default_factory=no_items, sa_type=JSON)
    from_: list[PersonId] | None = Field(
        default=None, alias="from", sa_type=JSON, sa_column_kwargs={"name": "from_people"}
    )
    """Ids of those from whom harm may come, in a danger statement; None: not asked yet.

    For the facilitator alone.

    `about` holds those who may be harmed, and never a feared person.
    """
    origin: Line | None = None
    """Id of the statement it came from."""
    origin_meeting: Line | None = None
    """Id of the meeting in which the origin stands; None in files that do not say it."""
    visible_to: VisibleToReaders = Field(default=EVERYONE, sa_type=ReadersColumn)


class Statement(StatementDraft, Row, table=True):
    """Stored statement of a `Meeting`."""

    __tablename__ = "statements"
    meeting_pk: int | None = parent("meetings")
