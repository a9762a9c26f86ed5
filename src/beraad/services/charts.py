"""Charts of a case's scale questions over its meetings, for the worker's own screen."""

from __future__ import annotations

from dataclasses import dataclass

from beraad.disclosure.audience import Facilitator
from beraad.disclosure.disclose import Disclosure
from beraad.export.pdf import trend_svg
from beraad.export.sections import trend
from beraad.i18n import Language
from beraad.models import Case

_WIDTH, _SIZE = 520.0, 11.0
"""Width and font size in points: as wide as the text of an A4 page, with figures that read on a screen."""


@dataclass(frozen=True, slots=True)
class ScaleOverTime:
    """One question over the meetings: a picture (SVG), and the same in words."""

    question: str
    picture: bytes
    in_words: tuple[str, ...]


def scales_over_time(case: Case, language: Language) -> tuple[ScaleOverTime, ...]:
    """Return every question that was asked at two meetings or more, as the file's copy shows it."""
    held = [meeting for meeting in case.meetings if not meeting.is_called_off]
    if not held:
        return ()
    history = Disclosure(case, held[-1]).history(Facilitator())
    charts = (trend(item, language) for item in history)
    return tuple(
        ScaleOverTime(chart.title, trend_svg(chart, _WIDTH, _SIZE), chart.in_words) for chart in charts
    )
