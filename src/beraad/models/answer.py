"""Answers of each person to the plan. Signing is not a confession."""

import math
from typing import Annotated, Any

from pydantic import AfterValidator
from sqlmodel import JSON, Field

from beraad.models.base import Draft, Flag, Line, LocalTime, PersonId, Row, Text, codes, no_items, parent
from beraad.places import Place
from beraad.terms import AnswerShows, Decision


def _strokes(value: list[Any]) -> list[Any]:
    for stroke in value:
        if not isinstance(stroke, list):
            raise ValueError("not_a_stroke")  # noqa: TRY004 - pydantic takes ValueError for a wrong value
        for point in stroke:
            if not (isinstance(point, list) and len(point) == 2 and all(map(_in_unit_range, point))):
                raise ValueError("not_a_stroke")
    return value


def _in_unit_range(number: object) -> bool:
    if isinstance(number, bool) or not isinstance(number, int | float):
        return False
    return math.isfinite(number) and 0 <= number <= 1


Strokes = Annotated[list[Any], AfterValidator(_strokes)]
"""Pen strokes of a signature: lists of [x, y], both 0..1, from the pad's top left."""


class AnswerDraft(Draft):
    """Answer of one person to the view of the plan that this person saw."""

    person: PersonId
    decision: Decision = Field(sa_type=codes(Decision))
    remark: Text | None = None
    answered_at: LocalTime | None = None
    digest: Line | None = None
    """SHA-256, hex, of the plan in the document this person answered for; another plan is asked again."""
    on_paper: Flag = False
    strokes: Strokes = Field(default_factory=no_items, sa_type=JSON)
    shows: AnswerShows = Field(default=AnswerShows.DECISION, sa_type=codes(AnswerShows))
    """Part of the answer that others read. The facilitator and the file always read all of it."""
    document: Line | None = None
    """SHA-256, hex, of all that stood in the document this person answered for.

    None if nobody knows: on paper, and where a case file does not say it.
    """


class Answer(AnswerDraft, Row, table=True):
    """Stored answer of a `Meeting`."""

    __tablename__ = "answers"
    meeting_pk: int | None = parent("meetings")


class BegunAnswer(Row, table=True):
    """Answer that somebody began on a screen of their own and did not give yet. Not part of the case file.

    Words that belong to it are a `TextDraft`. It is empty once the answer was given.
    """

    __tablename__ = "begun_answers"
    meeting_pk: int | None = parent("meetings")
    place: str
    """Answer that it is to become: answers/mark, scales/v1/scores/mark, or evaluations."""
    shows: str
    """Digest of what the screen showed; it is no answer to anything else."""
    chosen: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    at: str | None = None
    """Local time, ISO 8601 without offset."""

    @property
    def person(self) -> str:
        """Id of the person who gives it; empty for marks, which are anonymous."""
        place = Place.parse(self.place)
        return place[-1] if len(place) > 1 else ""
