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
    parts = leak.place.split("/")[2:] if leak.place.startswith("meetings/") else []
    kind, item = (*parts, "", "")[:2]
    step, card = STEP_OF_KIND.get(kind.partition("-")[0], AGREEING), ""
    match kind:
        case "statements":
            columns = (one.column for one in view.statements if one.id == item)
            step, card = STEP_OF_COLUMN[next(columns, Column.DANGER)], item
        case "agreements" | "scales":
            card = item
        case "emergency":
            card = f"emergency/{int(item) - 1}"
        case _ if kind.startswith("time_out"):
            card = f"emergency/{kind}"
    return OpenPoint(leak_words(view, leak), step, card)
