"""Reader of a rule of RFC 5545 in its written form: its parts, its times, and its last day."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping

HERE = "Europe/Amsterdam"
"""Time zone of the days of a case; a rule may give its end in UTC."""
_PART = re.compile(r"([A-Z]+)=([A-Z0-9,+-]+)")
_OF_A_RULE = re.compile(r"=|\b(?:RRULE|FREQ)\b", re.IGNORECASE)
_MOST_TIMES = 6
"""Most times of day that fit in a sentence."""


def parts_of(rule: str | None) -> Mapping[str, str] | None:
    """Return the parts of a rule by name, in capitals; None for text that is no rule or has a part twice."""
    parts: dict[str, str] = {}
    for written in (rule or "").strip().upper().removeprefix("RRULE:").removesuffix(";").split(";"):
        part = _PART.fullmatch(written)
        if part is None or part[1] in parts:
            return None
        parts[part[1]] = part[2]
    return parts if "FREQ" in parts else None


def own_words(rule: str | None) -> str:
    """Return the words that somebody wrote in place of a rule; empty for a rule, also a broken one."""
    text = (rule or "").strip()
    return "" if _OF_A_RULE.search(text) else text


def times_of_day(parts: Mapping[str, str], at: str | None) -> tuple[dt.time, ...] | None:
    """Return the times of a rule: its BYHOUR and BYMINUTE, and what these leave open from `at` (HH:MM).

    None if there are too many, or if the hour of its minutes is not known.
    """
    begins = _time(at)
    hours = _within(parts["BYHOUR"], 23) if "BYHOUR" in parts else [begins.hour] if begins else []
    minutes = _within(parts["BYMINUTE"], 59) if "BYMINUTE" in parts else [begins.minute if begins else 0]
    times = tuple(dt.time(hour, minute) for hour in hours for minute in minutes)
    asked = not {"BYHOUR", "BYMINUTE"}.isdisjoint(parts)
    return None if len(times) > _MOST_TIMES or (asked and not times) else times


def _within(written: str, most: int) -> list[int]:
    """Return the different numbers from 0 to `most` in order; none if any is no such number."""
    if not re.fullmatch(r"\d{1,2}(?:,\d{1,2})*", written):
        return []
    numbers = sorted({int(number) for number in written.split(",")})
    return numbers if numbers[-1] <= most else []


def last_day(rule: str | None, at: str | None = None) -> dt.date | None:
    """Return the last local day on which a rule counts by its own UNTIL; None if it has no readable one.

    UNTIL is a day, a local moment, or one in UTC (with a Z), of which the local day may differ. Something
    `at` an hour (HH:MM) after that moment does not happen on that day any more.
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
