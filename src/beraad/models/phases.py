"""Rules for the phases of a case (method: intensive, monitoring, closed; ended early; begun again)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from beraad.codes import PhaseRefused
from beraad.models.case import Case
from beraad.terms import SAFE_ENOUGH, Phase


def needs_reason(case: Case, phase: Phase, found_safe: Sequence[bool | None]) -> bool:
    """Return True if going to a phase needs a reason.

    It does to end early, to begin again, and to go on though not everybody finds it safe enough.
    """
    if phase in SAFE_ENOUGH:
        return not all(found_safe)
    return phase is Phase.ENDED_EARLY or bool(case.phases)


def day_refused(case: Case, number: int, on: dt.date | None, today: dt.date) -> PhaseRefused | None:
    """Return why the phase at place `number` (from 0; behind the last: a new one) cannot begin on a day."""
    if on is None:
        return PhaseRefused.NO_DAY
    if on > today:
        return PhaseRefused.TO_COME
    if case.opened_on is not None and on < case.opened_on:
        return PhaseRefused.BEFORE_CASE
    days = [entry.from_ for entry in case.phases]
    if any(day is not None and on < day for day in days[:number]):
        return PhaseRefused.BEFORE_EARLIER
    if any(day is not None and on > day for day in days[number + 1 :]):
        return PhaseRefused.AFTER_LATER
    return None
