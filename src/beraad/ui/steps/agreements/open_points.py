"""Gaps of the plan that nobody gave a reason for."""

from __future__ import annotations

from collections.abc import Iterator

from beraad.disclosure.console_views import ConsoleGap
from beraad.i18n import spoken
from beraad.places import CASE, Place
from beraad.step_facts import FACTS
from beraad.terms import CALLS, Gap, PlanPart, place_of_time_out
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.meeting.open_point import OpenPoint
from beraad.ui.steps.shared.people import called
from beraad.words.gaps import gap_sentence


def open_gaps(model: MeetingModel, *, last_time: bool) -> Iterator[OpenPoint]:
    """Yield those about what stood in the last plan and was not asked about yet, or all the others."""
    for gap in model.gaps:
        if gap.reason is None and (gap.gap is Gap.NOT_REVIEWED) is last_time:
            words = gap_sentence(
                gap.gap, gap.text, [called(model.view, person) for person in gap.people], spoken()
            )
            # What is asked about from last time has no card of its own yet.
            yield OpenPoint(words, gap.step, CASE if last_time else _card_of(gap))


def _card_of(gap: ConsoleGap) -> Place:
    """The place of the card for what a gap is about."""
    if (number := place_of_time_out(gap.subject)) is not None:
        return Place.time_out(number)
    if gap.subject.startswith((PlanPart.EMERGENCY, CALLS)):
        return CASE / PlanPart.EMERGENCY
    facts = FACTS[gap.step]
    if facts.column is not None:
        return Place.statement(gap.subject)
    return Place.person(gap.subject) if facts.seats else Place.agreement(gap.subject)
