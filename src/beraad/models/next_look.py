"""Next look at an agreement: on the day that somebody chose, or as its rhythm says.

Source: the method has weekly contact in the intensive phase; in monitoring workers follow at a distance, here
about monthly.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateutil.rrule import rrulestr

from beraad.models.agreement import Agreement, Timing
from beraad.models.case import Case
from beraad.models.follow_up import Check
from beraad.models.meeting import Meeting
from beraad.recurring import parts_of
from beraad.terms import Phase, TimingKind

_ASKED_EVERY = {Phase.INTENSIVE: dt.timedelta(weeks=1), Phase.MONITOR: dt.timedelta(weeks=4)}
"""Usual time between two looks."""

_LATE_AFTER = {Phase.INTENSIVE: dt.timedelta(weeks=2), Phase.MONITOR: dt.timedelta(weeks=5)}
"""Longest time an agreement may go without a look: one contact may be missed."""

_DAY = dt.timedelta(days=1)
_DAYS = "(?:MO|TU|WE|TH|FR|SA|SU)"
_READ = {
    "FREQ": "DAILY|WEEKLY|MONTHLY|YEARLY",
    "INTERVAL": "0*[1-9][0-9]{0,2}",
    "BYDAY": rf"(?:[+-]?[1-5])?{_DAYS}(?:,(?:[+-]?[1-5])?{_DAYS})*",
    "BYMONTHDAY": r"[+-]?0?(?:[1-9]|1[0-9]|2[0-8])(?:,[+-]?0?(?:[1-9]|1[0-9]|2[0-8]))*",
    "BYMONTH": "0?(?:[1-9]|1[0-2])(?:,0?(?:[1-9]|1[0-2]))*",
    "COUNT": "[0-9]{1,4}",
    "UNTIL": ".*",
    "WKST": _DAYS,
}
"""Parts of a rule that is read, and how each is written. Such a rule comes round.

The library looks for a day that never comes until the year 9999, and for ever where the interval is 0.
"""

_LONG_AGO = dt.timedelta(days=50 * 366)
"""A rule that began longer ago is not read: each of its days would be counted."""


@dataclass(frozen=True, slots=True)
class Look:
    """Days of the next look at an agreement."""

    on: dt.date | None
    """Day to ask again; None if there is nothing to ask."""
    by: dt.date | None
    """Last day on which that is in time."""


NO_LOOK = Look(None, None)


def next_look(case: Case, plan: Meeting, agreement: Agreement, checks: Sequence[Check]) -> Look:
    """Return when a running agreement of `plan` is looked at again, given the checks of its thread.

    At a meeting all are looked at. A rule that happens less often than people are asked is asked about on
    the day after it happened. Nothing is asked once a case is over, nor again of what had to be done once.
    """
    phase = Phase(case.phases[-1].phase) if case.phases else Phase.INTENSIVE
    if agreement.ended is not None or phase not in _ASKED_EVERY:
        return NO_LOOK
    dated = [(check.on, place) for place, check in enumerate(checks) if check.on]
    last = checks[max(dated)[1]] if dated else None
    if last is not None and last.next_on is not None:
        return Look(last.next_on, last.next_on)
    timing = agreement.timing
    if timing.kind == TimingKind.ONCE and timing.starts_on:
        return _once(timing.starts_on, last, _LATE_AFTER[phase])
    seen = [day for day in (timing.starts_on, plan.day, last and last.on) if day]
    if not seen:
        return NO_LOOK
    on = _later(max(seen), _ASKED_EVERY[phase])
    if happens := _next_time(timing, max(seen)):
        on = max(on, _later(happens, _DAY))
    return Look(on, max(on, _later(max(seen), _LATE_AFTER[phase])))


def _once(day: dt.date, last: Check | None, late: dt.timedelta) -> Look:
    done = last is not None and last.on is not None and last.on >= day
    return NO_LOOK if done else Look(_later(day, _DAY), _later(day, late))


def _next_time(timing: Timing, after: dt.date) -> dt.date | None:
    """Return the first day after `after` on which a rule happens; None if it has none that is read."""
    parts = parts_of(timing.rule)
    if parts is None or not _comes(parts):
        return None
    starts_on = timing.starts_on or after
    if after - starts_on > _LONG_AGO:
        return None
    begins = dt.datetime.combine(starts_on, dt.time())
    written = ";".join(f"{name}={value}" for name, value in parts.items() if name != "UNTIL")
    try:
        found = rrulestr(written, dtstart=begins).after(dt.datetime.combine(after, dt.time.max))
    except (ValueError, TypeError, OverflowError):
        return None
    return found.date() if found else None


def _comes(parts: Mapping[str, str]) -> bool:
    """Return True if a rule is one that comes round for sure."""
    both = "BYDAY" in parts and "BYMONTHDAY" in parts
    return not both and all(
        name in _READ and re.fullmatch(_READ[name], written) for name, written in parts.items()
    )


def _later(day: dt.date, by: dt.timedelta) -> dt.date:
    """Return the day that much later; the last day there is, where that is later still."""
    return day + by if dt.date.max - day >= by else dt.date.max
