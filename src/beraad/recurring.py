"""Reads a rule of RFC 5545 as it was written: its parts, its times, and the last day on which it counts."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping

HERE = "Europe/Amsterdam"
"""Where the days of a case begin and end; a rule may say its end in UTC."""
_PART = re.compile(r"([A-Z]+)=([A-Z0-9,+-]+)")
_OF_A_RULE = re.compile(r"=|\b(?:RRULE|FREQ)\b", re.IGNORECASE)
_MOST_TIMES = 6
"""More times of day than this are no sentence."""


def parts_of(rule: str | None) -> Mapping[str, str] | None:
    """The parts of a rule by name, in capitals; None for what is no rule, or names a part twice."""
    parts: dict[str, str] = {}
    for written in (rule or "").strip().upper().removeprefix("RRULE:").removesuffix(";").split(";"):
        part = _PART.fullmatch(written)
        if part is None or part[1] in parts:
            return None
        parts[part[1]] = part[2]
    return parts if "FREQ" in parts else None


def own_words(rule: str | None) -> str:
    """What somebody wrote in words in the place of a rule; empty for a rule, also for one that is broken."""
    text = (rule or "").strip()
    return "" if _OF_A_RULE.search(text) else text


def times_of_day(parts: Mapping[str, str], at: str | None) -> tuple[dt.time, ...] | None:
    """The times of a rule: its BYHOUR and BYMINUTE, and what these leave open from `at` (HH:MM).

    None where it has too many, or where the hour of its minutes is not known.
    """
    begins = _time(at)
    hours = _within(parts["BYHOUR"], 23) if "BYHOUR" in parts else [begins.hour] if begins else []
    minutes = _within(parts["BYMINUTE"], 59) if "BYMINUTE" in parts else [begins.minute if begins else 0]
    times = tuple(dt.time(hour, minute) for hour in hours for minute in minutes)
    asked = not {"BYHOUR", "BYMINUTE"}.isdisjoint(parts)
    return None if len(times) > _MOST_TIMES or (asked and not times) else times


def _within(written: str, most: int) -> list[int]:
    """Different numbers from 0 in their order; none where one is no such number."""
    if not re.fullmatch(r"\d{1,2}(?:,\d{1,2})*", written):
        return []
    numbers = sorted({int(number) for number in written.split(",")})
    return numbers if numbers[-1] <= most else []


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
    times = times_of_day(parts or {}, at)
    too_late = bool(times) and min(times or ()) > moment.time()
    return moment.date() - dt.timedelta(days=1) if too_late else moment.date()


def _here(moment: dt.datetime) -> dt.datetime:
    from zoneinfo import ZoneInfo  # noqa: PLC0415 - few rules need it

    return moment.replace(tzinfo=dt.UTC).astimezone(ZoneInfo(HERE)).replace(tzinfo=None)


def _time(at: str | None) -> dt.time | None:
    try:
        return dt.time.fromisoformat(at) if at else None
    except ValueError:
        return None
