"""Scale questions (0-10) and everybody's answers to them."""

from sqlmodel import JSON, Field

from beraad.models.base import (
    Draft,
    Flag,
    Line,
    LocalTime,
    PersonId,
    ReadersColumn,
    Row,
    ScaleValue,
    Text,
    VisibleToReaders,
    children,
    codes,
    no_items,
    parent,
)
from beraad.readers import EVERYONE
from beraad.terms import Circle, RoomSees, ScaleKind


class ScoreDraft(Draft):
    """Answer to a scale question. "I'd rather not say" (`declined`) is an answer too."""

    person: PersonId
    value: ScaleValue | None = None
    declined: Flag = False
    """True for "rather not say"; a value beside it is never shown."""
    because: Text | None = None
    """Reasons why it is this number and not lower."""
    one_up: Text | None = None
    """Words about what would be one higher."""
    spoken_by: PersonId | None = None
    """Id of the person who answered for a child."""


class Score(ScoreDraft, Row, table=True):
    """Stored answer to a `Scale`."""

    __tablename__ = "scores"
    scale_pk: int | None = parent("scales")


class ShownAnswersDraft(Draft):
    """Answers to a scale question that a room saw, and how."""

    scale: Line
    """Id of the question in the same meeting."""
    sees: RoomSees = Field(sa_type=codes(RoomSees))
    circles: list[list[Circle]] = Field(default_factory=no_items, sa_type=JSON)
    """Groups of circles as they were taken together, if shown per circle."""
    given_by: list[PersonId] = Field(default_factory=no_items, sa_type=JSON)
    """Ids of those whose answers it held."""
    shown_to: list[PersonId] = Field(default_factory=no_items, sa_type=JSON)
    """Ids of those who were in the room."""
    at: LocalTime | None = None


class ShownAnswers(ShownAnswersDraft, Row, table=True):
    """Stored showing of a `Meeting`. It is not part of the plan that people sign."""

    __tablename__ = "shown_answers"
    meeting_pk: int | None = parent("meetings")


class ScaleDraft(Draft):
    """Question from 0 to 10 with both end points in words, worded for this family."""

    id: Line
    kind: ScaleKind = Field(sa_type=codes(ScaleKind))
    question: Text
    zero: Text
    ten: Text
    visible_to: VisibleToReaders = Field(default=EVERYONE, sa_type=ReadersColumn)


class Scale(ScaleDraft, Row, table=True):
    """Stored scale question of a `Meeting`."""

    __tablename__ = "scales"
    meeting_pk: int | None = parent("meetings")
    scores: list[Score] = children("Score")
