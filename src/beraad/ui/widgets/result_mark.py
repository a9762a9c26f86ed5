"""Mark for what came of an agreement: a shape and a colour, beside the word."""

from __future__ import annotations

from beraad.i18n import spoken
from beraad.terms import CheckResult
from beraad.ui.widgets.pill import Pill
from beraad.words.follow_up import result_label

_SIGNS = {
    CheckResult.KEPT: ("✓", "safety"),
    CheckResult.PARTLY: ("◐", "amber"),
    CheckResult.NOT_KEPT: ("✗", "danger"),
    CheckResult.DID_NOT_OCCUR: ("○", ""),
}


def result_mark(result: CheckResult, more: str = "") -> Pill:
    """Return a pill with the shape and the word of a result, and more words behind it."""
    sign, tone = _SIGNS[result]
    words = " · ".join(part for part in (result_label(result, spoken()), more) if part)
    mark = Pill(f"{sign} {words}", tone)
    mark.setAccessibleName(words)
    return mark
