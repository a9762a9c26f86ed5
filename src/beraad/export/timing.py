"""Put the timing of an agreement into words: `elke dag om 20:00 uur, tot en met 15 januari 2027`.

The usual RFC 5545 rules become sentences (`rhythm`). For a rule without a sentence the copy only says "as
agreed": nobody at the table reads a rule.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import lru_cache

from beraad.disclosure.views import TimingView
from beraad.export.rhythm import rhythm_of
from beraad.i18n import Language
from beraad.recurring import last_day, own_words
from beraad.terms import TimingKind
from beraad.words.plan import timing_kind_label


def timing_in_words(timing: TimingView, _: Language) -> str:
    """Return how often, at what time, from when and until when; empty if nothing of it is known."""
    return _in_words(timing, _)


@lru_cache(maxsize=512)
def _in_words(timing: TimingView, _: Language) -> str:
    """Return the same; cached, because a few timings are asked for many times."""
    at = clock(timing.at, _) if timing.at else ""
    if timing.kind is TimingKind.ONCE:
        return _joined(once_in_words(timing, lambda date: day(date, _), _.date_long, _), at)
    if timing.kind is TimingKind.ALWAYS:
        parts = [" ".join(part for part in (timing_kind_label(timing.kind, _), at) if part)]
    else:
        parts = _often(timing.rule or "", timing.starts_on, timing.at, _)
    if timing.starts_on:
        parts.append(from_day(day(timing.starts_on, _), _))
    if ends_on := last_day_of(timing):
        parts.append(until_day(day(ends_on, _), _))
    return _joined(*parts)


def often_in_words(timing: TimingView, _: Language) -> str:
    """Return how often and at what time, without dates; empty for a timing that always counts."""
    if timing.kind is not TimingKind.RECURRING:
        return clock(timing.at, _) if timing.at else ""
    return _joined(*_often(timing.rule or "", timing.starts_on, timing.at, _))


def shortly(timing: TimingView, _: Language) -> tuple[str, str]:
    """Return how often and at what time, and the period in short dates; each is empty if unknown.

    `elke dag om 20:00 uur` and `5 okt 2026 – 15 jan 2027`; `altijd` and `vanaf 5 okt 2026`.
    """
    return _shortly(timing, _)


@lru_cache(maxsize=512)
def _shortly(timing: TimingView, _: Language) -> tuple[str, str]:
    """Return the same; cached, because every picture of the plan asks for the same few."""
    kind = "" if timing.kind is TimingKind.RECURRING else timing_kind_label(timing.kind, _)
    often = " ".join(part for part in (kind, often_in_words(timing, _)) if part)
    return often, _short_dates(timing, _)


def once_in_words(
    timing: TimingView,
    in_full: Callable[[dt.date], str],
    with_weekday: Callable[[dt.date], str],
    _: Language,
) -> str:
    """Return when something is done once, with days as these functions write them."""
    start, end = timing.starts_on, timing.ends_on
    if start and end and start != end:
        between = _("één keer, tussen {start} en {end}")
        return between.format(start=in_full(start), end=in_full(end))
    if start:
        return _("één keer, op {date}").format(date=with_weekday(start))
    if end:
        return _("één keer, uiterlijk {date}").format(date=with_weekday(end))
    return timing_kind_label(TimingKind.ONCE, _)


def from_day(date: str, _: Language) -> str:
    """Return from which day something counts; the day is in words."""
    return _("vanaf {date}").format(date=date)


def until_day(date: str, _: Language) -> str:
    """Return until which day something counts; the day is in words."""
    return _("tot en met {date}").format(date=date)


def rule_in_words(rule: str, _: Language) -> str:
    """Return a rule in words: `elke dag`, `op dinsdag en vrijdag`, `elke 2 weken op woensdag`.

    Its end is added, if it has one.
    """
    ends_on = last_day(rule)
    until = until_day(day(ends_on, _), _) if ends_on else ""
    return _joined(*_often(rule, None, None, _), until)


def _often(rule: str, starts_on: dt.date | None, at: str | None, _: Language) -> list[str]:
    """Return the rhythm with its hour, and how many times; parts are empty if unknown."""
    hour = clock(at, _) if at else ""
    if not rule.strip():
        return [hour]
    rhythm = rhythm_of(rule, starts_on, at, _)
    if rhythm is None:
        return [own_words(rule) or _("zoals afgesproken"), hour]
    if rhythm.hours:
        hour = _("om {time} uur").format(time=_.listed([_.clock_time(time) for time in rhythm.hours]))
    often = " ".join(part for part in (rhythm.often, hour) if part)
    return [f"{often} ({', '.join(rhythm.notes)})" if rhythm.notes else often, rhythm.times]


def last_day_of(timing: TimingView) -> dt.date | None:
    """Return the last day on which it counts: its own end, or that of its rule if this is earlier."""
    by_rule = last_day(timing.rule, timing.at) if timing.kind is TimingKind.RECURRING else None
    return min(filter(None, (timing.ends_on, by_rule)), default=None)


def day(date: dt.date, _: Language) -> str:
    """Return a day as `15 januari 2027`, without the day of the week."""
    return _.date_without_weekday(date)


def day_of(moment: str, _: Language) -> str:
    """Return `15 januari 2027` for ISO text; other text is returned as it is."""
    try:
        return day(dt.datetime.fromisoformat(moment).date(), _)
    except ValueError:
        return moment


def clock(at: str, _: Language) -> str:
    """Return `om 20:00 uur` for HH:MM; a text that is no time is returned as it is."""
    try:
        time = dt.time.fromisoformat(at)
    except ValueError:
        return at
    return _("om {time} uur").format(time=_.clock_time(time))


def moment(starts_at: str, _: Language) -> str:
    """Return `vrijdag 15 januari 2027, om 14:00 uur` for ISO text without offset.

    Other text is returned as it is.
    """
    try:
        when = dt.datetime.fromisoformat(starts_at)
    except ValueError:
        return starts_at
    date = _.date_long(when.date())
    return date if "T" not in starts_at else f"{date}, {clock(when.strftime('%H:%M'), _)}"


def _short_dates(timing: TimingView, _: Language) -> str:
    once = timing.kind is TimingKind.ONCE
    start = _.date_short(timing.starts_on) if timing.starts_on else ""
    ends_on = last_day_of(timing)
    end = _.date_short(ends_on) if ends_on else ""
    if start and end and start != end:
        return f"{start} – {end}"
    if start and (once or end):
        return start
    if start:
        return from_day(start, _)
    if end:
        return _("uiterlijk {date}").format(date=end) if once else until_day(end, _)
    return ""


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
