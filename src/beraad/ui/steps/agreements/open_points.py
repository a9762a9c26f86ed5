"""Gaps of the plan that nobody gave a reason for."""

from __future__ import annotations

from collections.abc import Iterator

from beraad.i18n import spoken
from beraad.places import CASE
from beraad.terms import Gap
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
            yield OpenPoint(words, gap.step, CASE if last_time else gap.place)
