"""Reads a rule of RFC 5545 as it was written: its parts, and the last day on which it counts."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping

HERE = "Europe/Amsterdam"
"""Where the days of a case begin and end; a rule may say its end in UTC."""
_PART = re.compile(r"([A-Z]+)=([A-Z0-9,+-]+)")


def parts_of(rule: str | None) -> Mapping[str, str] | None:
    """The parts of a rule by name, in capitals; None for what is no rule, or names a part twice."""
    parts: dict[str, str] = {}
    for written in (rule or "").strip().upper().removeprefix("RRULE:").removesuffix(";").split(";"):
        part = _PART.fullmatch(written)
        if part is None or part[1] in parts:
            return None
        parts[part[1]] = part[2]
    return parts if "FREQ" in parts else None


def last_day(rule: str | None, at: str | None = None) -> dt.date | None:
    """The last day here on which a rule counts by its own UNTIL; None where it says none that can be read.

    UNTIL is a day, a moment here, or one in UTC (with a Z): the day there may be another one here. What is to
    happen `at` an hour (HH:MM) that comes after that moment, does not happen on that day any more.
    """
    parts = parts_of(rule)
    until = parts.get("UNTIL", "") if parts else ""
    try:
        if "T" not in until:
            return dt.datetime.strptime(until, "%Y%m%d").date()  # noqa: DTZ007 - a day has no zone
        moment = dt.datetime.strptime(until.removesuffix("Z"), "%Y%m%dT%H%M%S")  # noqa: DTZ007 - said below
    except ValueError:
        return None
    if until.endswith("Z"):
        moment = _here(moment)
    hour = _time(at)
    too_late = hour is not None and hour > moment.time()
    return moment.date() - dt.timedelta(days=1) if too_late else moment.date()


def _here(moment: dt.datetime) -> dt.datetime:
    from zoneinfo import ZoneInfo  # noqa: PLC0415 - few rules need it

    return moment.replace(tzinfo=dt.UTC).astimezone(ZoneInfo(HERE)).replace(tzinfo=None)


def _time(at: str | None) -> dt.time | None:
    try:
        return dt.time.fromisoformat(at) if at else None
    except ValueError:
        return None
