"""Answers that were begun and not given, as rows: where they stand, and when they go."""

from __future__ import annotations

from beraad.models import BegunAnswer, Meeting
from beraad.services.rows import in_order

MARKS = "evaluations"
"""The place of marks, which bear no name."""


def to_sign(person: str) -> str:
    """The place of somebody's answer to the plan."""
    return f"answers/{person}"


def to_score(scale: str, person: str) -> str:
    """The place of somebody's number."""
    return f"scales/{scale}/scores/{person}"


def begun_at(meeting: Meeting, place: str) -> BegunAnswer | None:
    """What was begun there, if anything ever was."""
    return next((row for row in meeting.begun_answers if row.place == place), None)


def given(meeting: Meeting, place: str) -> None:
    """The answer was given, on that screen or in another way: nothing is begun of it any more."""
    if (row := begun_at(meeting, place)) is not None and row.chosen:
        row.chosen = {}


def sweep(meeting: Meeting) -> None:
    """Take away rows that hold nothing, and those to a question that is gone."""
    asked = {f"scales/{scale.id}/" for scale in meeting.scales}
    left = [
        row
        for row in meeting.begun_answers
        if row.chosen and (not row.place.startswith("scales/") or row.place.startswith(tuple(asked)))
    ]
    if len(left) < len(meeting.begun_answers):
        meeting.begun_answers = left
        in_order(left)
