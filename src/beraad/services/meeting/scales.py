"""Wishes about scale questions and the answers to them."""

from __future__ import annotations

from beraad.disclosure.console_views import VisibleToValue
from beraad.models import Scale, Score
from beraad.services.errors import NotValid
from beraad.services.meeting.desk import Act, Desk
from beraad.services.rows import blank_to_none, found, in_order, listed, new_id
from beraad.terms import ScaleKind, VisibleTo


class Scales:
    """Ask questions from 0 to 10 and take everybody's answer."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def add(
        self,
        question: str,
        zero: str,
        ten: str,
        kind: ScaleKind = ScaleKind.SAFETY,
        visible_to: VisibleToValue = VisibleTo.EVERYONE.value,
    ) -> str:
        """Ask a question; both end points are in words. Gives its id."""
        with self._desk.act(Act.SCALE_ADDED) as meeting:
            row = Scale(
                id=new_id("v", self._desk.case, "scales"),
                kind=kind,
                question=question.strip(),
                zero=zero.strip(),
                ten=ten.strip(),
                visible_to=listed(visible_to),
            )
            meeting.scales.append(row)
            in_order(meeting.scales)
            return row.id

    def change(
        self,
        scale: str,
        *,
        question: str | None = None,
        zero: str | None = None,
        ten: str | None = None,
        visible_to: VisibleToValue | None = None,
    ) -> None:
        """Change what is given."""
        with self._desk.act(Act.SCALE_CHANGED) as meeting:
            row = found(meeting.scales, scale)
            for name, value in (("question", question), ("zero", zero), ("ten", ten)):
                if value is not None:
                    setattr(row, name, value.strip())
            if visible_to is not None:
                row.visible_to = listed(visible_to)

    def remove(self, scale: str) -> None:
        """Remove a question with its answers."""
        with self._desk.act(Act.SCALE_REMOVED) as meeting:
            meeting.scales.remove(found(meeting.scales, scale))
            in_order(meeting.scales)

    def answer(
        self,
        scale: str,
        person: str,
        value: int | None,
        *,
        declined: bool = False,
        spoken_by: str | None = None,
    ) -> None:
        """Take somebody's answer: 0-10, or declined ("zeg ik liever niet"), or None to take it back."""
        if value is not None and not 0 <= value <= 10:
            raise NotValid(field="value", cause="out_of_range")
        with self._desk.act(Act.SCORE_GIVEN):
            row = self._score(scale, person)
            row.value = None if declined else value
            row.declined = declined
            row.spoken_by = spoken_by

    def explain(
        self, scale: str, person: str, *, because: str | None = None, one_up: str | None = None
    ) -> None:
        """What makes it this and not lower; what would be one higher."""
        with self._desk.act(Act.SCORE_GIVEN):
            row = self._score(scale, person)
            if because is not None:
                row.because = blank_to_none(because)
            if one_up is not None:
                row.one_up = blank_to_none(one_up)

    def _score(self, scale: str, person: str) -> Score:
        row: Scale = found(self._desk.meeting.scales, scale)
        for score in row.scores:
            if score.person == person:
                return score
        score = Score(person=person)
        row.scores.append(score)
        in_order(row.scores)
        return score
