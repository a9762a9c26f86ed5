"""Finds the step and the card of a text that tells, or may tell, somebody too much."""

from __future__ import annotations

from beraad.disclosure.console_views import ConsoleLeak, ConsoleView
from beraad.step_facts import AGREEING, STEP_OF_COLUMN, STEP_OF_KIND
from beraad.terms import Column
from beraad.ui.meeting.open_point import OpenPoint
from beraad.ui.steps.shared.wall_reasons import leak_words


def point_of(view: ConsoleView, leak: ConsoleLeak) -> OpenPoint:
    """Return the open point for the text of `leak`, e.g. at meetings/b1/statements/s3/text.

    A text outside the meeting belongs to the step of signing.
    """
    card = leak.place.of_meeting.item
    step = STEP_OF_KIND.get(card.kind, AGREEING)
    if card.kind == "statements":
        columns = (one.column for one in view.statements if one.id == card.id)
        step = STEP_OF_COLUMN[next(columns, Column.DANGER)]
    return OpenPoint(leak_words(view, leak), step, card)
