"""Rows of answers begun and not given: their places, and when they are removed."""

from __future__ import annotations

from beraad.models import BegunAnswer, Meeting
from beraad.places import Place
from beraad.services.rows import in_order

MARKS = Place(("evaluations",))
"""Place of evaluation marks, which bear no name."""


def begun_at(meeting: Meeting, place: Place) -> BegunAnswer | None:
    """Return the row of what was begun there, or None."""
    written = str(place)
    return next((row for row in meeting.begun_answers if row.place == written), None)


def given(meeting: Meeting, place: Place) -> None:
    """Empty the row: the answer was given, on that screen or in another way."""
    if (row := begun_at(meeting, place)) is not None and row.chosen:
        row.chosen = {}


def sweep(meeting: Meeting) -> None:
    """Remove rows that hold nothing, and those for a question that is gone."""
    asked = {scale.id for scale in meeting.scales}

    def is_asked(place: Place) -> bool:
        return place.kind != "scales" or place.id in asked

    left = [row for row in meeting.begun_answers if row.chosen and is_asked(Place.parse(row.place))]
    if len(left) < len(meeting.begun_answers):
        meeting.begun_answers = left
        in_order(left)
