"""Rows of answers begun and not given: their places, and when they are removed."""

from __future__ import annotations

from beraad.models import BegunAnswer, Meeting
from beraad.services.rows import in_order

MARKS = "evaluations"
"""Place of evaluation marks, which bear no name."""


def to_sign(person: str) -> str:
    """Return the place of somebody's answer to the plan."""
    return f"answers/{person}"


def to_score(scale: str, person: str) -> str:
    """Return the place of somebody's number."""
    return f"scales/{scale}/scores/{person}"


def begun_at(meeting: Meeting, place: str) -> BegunAnswer | None:
    """Return the row of what was begun there, or None."""
    return next((row for row in meeting.begun_answers if row.place == place), None)


def given(meeting: Meeting, place: str) -> None:
    """Empty the row: the answer was given, on that screen or in another way."""
    if (row := begun_at(meeting, place)) is not None and row.chosen:
        row.chosen = {}


def sweep(meeting: Meeting) -> None:
    """Remove rows that hold nothing, and those for a question that is gone."""
    asked = {f"scales/{scale.id}/" for scale in meeting.scales}
    left = [
        row
        for row in meeting.begun_answers
        if row.chosen and (not row.place.startswith("scales/") or row.place.startswith(tuple(asked)))
    ]
    if len(left) < len(meeting.begun_answers):
        meeting.begun_answers = left
        in_order(left)
