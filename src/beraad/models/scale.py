"""Scale questions (0-10) and everybody's answers to them."""

from sqlmodel import JSON, Field

from beraad.models.base import (
    Draft,
    Flag,
    Line,
    LocalTime,
    PersonId,
    Row,
    ScaleValue,
    Text,
    Visibility,
    children,
    codes,
    no_items,
    parent,
)
from beraad.terms import Circle, RoomSees, ScaleKind, VisibleTo


class ScoreDraft(Draft):
    """One answer. "I'd rather not say" (`declined`) is an answer too."""

    person: PersonId
    value: ScaleValue | None = None
    declined: Flag = False
    """Rather not say; a value beside it is never shown."""
    because: Text | None = None
    """What makes it this and not lower."""
    one_up: Text | None = None
    """What would be one higher."""
    spoken_by: PersonId | None = None
    """Who answered for a child."""


class Score(ScoreDraft, Row, table=True):
    """A stored answer to a `Scale`."""

    __tablename__ = "scores"
    scale_pk: int | None = parent("scales")


class ShownAnswersDraft(Draft):
    """The answers to a scale question that a room saw, and how."""

    scale: Line
    """Id of the question in the same meeting."""
    sees: RoomSees = Field(sa_type=codes(RoomSees))
    circles: list[list[Circle]] = Field(default_factory=no_items, sa_type=JSON)
    """Shown per circle: the circles as they were taken together."""
    given_by: list[PersonId] = Field(default_factory=no_items, sa_type=JSON)
    """Whose answers it held."""
    shown_to: list[PersonId] = Field(default_factory=no_items, sa_type=JSON)
    """Who was in the room."""
    at: LocalTime | None = None


class ShownAnswers(ShownAnswersDraft, Row, table=True):
    """A stored showing of a `Meeting`. It stands beside the plan: who signs does not sign for it."""

    __tablename__ = "shown_answers"
    meeting_pk: int | None = parent("meetings")


class ScaleDraft(Draft):
    """A question from 0 to 10 with both end points in words, worded for this family."""

    id: Line
    kind: ScaleKind = Field(sa_type=codes(ScaleKind))
    question: Text
    zero: Text
    ten: Text
    visible_to: Visibility = Field(default=VisibleTo.EVERYONE.value, sa_type=JSON)


class Scale(ScaleDraft, Row, table=True):
    """A stored scale question of a `Meeting`."""

    __tablename__ = "scales"
    meeting_pk: int | None = parent("meetings")
    scores: list[Score] = children("Score")
