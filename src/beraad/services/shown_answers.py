"""Forgets what a room saw of the answers once those answers change."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext

from beraad.models import Case, Meeting, ShownAnswers
from beraad.services.rows import in_order
from beraad.terms import RoomSees

_Given = frozenset[tuple[object, ...]] | None


def forgetting_what_changed(meeting: Meeting) -> AbstractContextManager[None]:
    """Forget, around a change, what the room saw of a question whose numbers are others afterwards.

    A changed number must not pass for what the room saw. This holds too for a question that is removed; undo
    brings back what was shown with its numbers.
    """
    return _forgetting(meeting) if meeting.shown_answers else nullcontext()


@contextmanager
def _forgetting(meeting: Meeting) -> Iterator[None]:
    standing = [(row, _given(meeting, row)) for row in meeting.shown_answers]
    yield
    rows = meeting.shown_answers
    gone = {id(row) for row, given in standing if _given(meeting, row) != given}
    if any(id(row) in gone for row in rows):
        meeting.shown_answers = [row for row in rows if id(row) not in gone]
        in_order(meeting.shown_answers)


def forget_as_one_circle(case: Case, person: str) -> None:
    """Forget results shown per circle that held this person's number, as the person changes circle.

    The number was seen within the spread of the former circle.
    """
    for meeting in case.meetings:
        rows = meeting.shown_answers
        left = [row for row in rows if row.sees != RoomSees.CIRCLES or person not in row.given_by]
        if len(left) < len(rows):
            meeting.shown_answers = left
            in_order(meeting.shown_answers)


def _given(meeting: Meeting, row: ShownAnswers) -> _Given:
    """The numbers that this showing held, as they stand; None where the question is gone."""
    scale = next((item for item in meeting.scales if item.id == row.scale), None)
    if scale is None:
        return None
    numbers = row.sees in (RoomSees.ALL, RoomSees.CIRCLES)
    shown = (score for score in scale.scores if numbers and score.person in row.given_by)
    return frozenset((score.person, score.value, score.declined) for score in shown)
