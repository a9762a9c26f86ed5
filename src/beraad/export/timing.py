"""When an agreement counts, in words: `elke dag om 20:00 uur, tot en met 15 januari 2027`.

The usual RFC 5545 rules become sentences. A rule with a part that has no sentence here is never half told: it
is given as it was written, after the words "volgens deze regel".
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import lru_cache

from babel import dates

from beraad.disclosure.views import TimingView
from beraad.i18n import (
    N_,
    _,
    format_date_long,
    format_date_short,
    format_list,
    format_time,
    language,
    ngettext,
)
from beraad.terms import TimingKind

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_MONDAY = dt.date(2024, 1, 1)
_ORDINALS: Mapping[int, str] = {
    1: N_("eerste"),
    2: N_("tweede"),
    3: N_("derde"),
    4: N_("vierde"),
    5: N_("vijfde"),
    -1: N_("laatste"),
}
_KNOWN_PARTS = {"FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "COUNT", "UNTIL", "WKST"}


def timing_in_words(timing: TimingView) -> str:
    """How often, at what time, from when and until when; empty when nothing of it is known."""
    return _in_words(timing, language())


@lru_cache(maxsize=512)
def _in_words(timing: TimingView, _language: str) -> str:
    """The same few are asked for again and again."""
    at = clock(timing.at) if timing.at else ""
    if timing.kind is TimingKind.ONCE:
        return _joined(_once(timing), at)
    often = _("altijd") if timing.kind is TimingKind.ALWAYS else rule_in_words(timing.rule or "")
    parts = [" ".join(part for part in (often, at) if part)]
    if timing.starts_on:
        parts.append(_("vanaf {date}").format(date=day(timing.starts_on)))
    if timing.ends_on:
        parts.append(_("tot en met {date}").format(date=day(timing.ends_on)))
    return _joined(*parts)


def often_in_words(timing: TimingView) -> str:
    """How often and at what time, without dates; empty for what always counts."""
    often = rule_in_words(timing.rule or "") if timing.kind is TimingKind.RECURRING else ""
    return " ".join(part for part in (often, clock(timing.at) if timing.at else "") if part)


def shortly(timing: TimingView) -> tuple[str, str]:
    """How often and at what time, and from when until when in short dates; each empty where unknown.

    `elke dag om 20:00 uur` and `5 okt 2026 – 15 jan 2027`; `altijd` and `vanaf 5 okt 2026`.
    """
    return _shortly(timing, language())


@lru_cache(maxsize=512)
def _shortly(timing: TimingView, _language: str) -> tuple[str, str]:
    """Every picture of the plan asks for the same few again."""
    kind = {TimingKind.ALWAYS: _("altijd"), TimingKind.ONCE: _("één keer")}.get(timing.kind, "")
    often = " ".join(part for part in (kind, often_in_words(timing)) if part)
    return often, _short_dates(timing)


def rule_in_words(rule: str) -> str:
    """A rule such as `elke dag`, `op dinsdag en vrijdag`, `elke 2 weken op woensdag`."""
    if not rule.strip():
        return ""
    parts = _parts(rule)
    words = _frequency(parts) if parts is not None else None
    if words is None or parts is None:
        return _("volgens deze regel: {rule}").format(rule=rule)
    limits = _limits(parts)
    return words if limits == "" else f"{words}, {limits}"


def day(date: dt.date) -> str:
    """`15 januari 2027`, without the day of the week."""
    return dates.format_date(date, "d MMMM y", locale="nl" if language() == "nl" else "en_GB")


def day_of(moment: str) -> str:
    """`15 januari 2027`, from ISO text; other text is given as it is."""
    try:
        return day(dt.datetime.fromisoformat(moment).date())
    except ValueError:
        return moment


def clock(at: str) -> str:
    """`om 20:00 uur`, from HH:MM; a text that is no time is given as it is."""
    try:
        time = dt.time.fromisoformat(at)
    except ValueError:
        return at
    return _("om {time} uur").format(time=format_time(time))


def moment(starts_at: str) -> str:
    """`vrijdag 15 januari 2027, om 14:00 uur`, from ISO text without offset; other text is given as it is."""
    try:
        when = dt.datetime.fromisoformat(starts_at)
    except ValueError:
        return starts_at
    date = format_date_long(when.date())
    return date if "T" not in starts_at else f"{date}, {clock(when.strftime('%H:%M'))}"


def _once(timing: TimingView) -> str:
    start, end = timing.starts_on, timing.ends_on
    if start and end and start != end:
        return _("één keer, tussen {start} en {end}").format(start=day(start), end=day(end))
    if start or not end:
        return _("één keer, op {date}").format(date=format_date_long(start)) if start else _("één keer")
    return _("één keer, uiterlijk {date}").format(date=format_date_long(end))


def _short_dates(timing: TimingView) -> str:
    once = timing.kind is TimingKind.ONCE
    start = format_date_short(timing.starts_on) if timing.starts_on else ""
    end = format_date_short(timing.ends_on) if timing.ends_on else ""
    if start and end and start != end:
        return f"{start} – {end}"
    if start and (once or end):
        return start
    if start:
        return _("vanaf {date}").format(date=start)
    if end:
        return (_("uiterlijk {date}") if once else _("tot en met {date}")).format(date=end)
    return ""


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _parts(rule: str) -> dict[str, str] | None:
    """The parts of the rule by name; None when it is no rule, or one with parts that have no words here."""
    parts: dict[str, str] = {}
    for part in rule.strip().removeprefix("RRULE:").rstrip(";").split(";"):
        name, equals, value = part.partition("=")
        if not (equals and value) or name.upper() not in _KNOWN_PARTS or name.upper() in parts:
            return None
        parts[name.upper()] = value.upper()
    return parts if parts.get("INTERVAL", "1").isdecimal() and int(parts.get("INTERVAL", "1")) > 0 else None


def _frequency(parts: Mapping[str, str]) -> str | None:
    every = int(parts.get("INTERVAL", "1"))
    by_day, by_month_day = parts.get("BYDAY"), parts.get("BYMONTHDAY")
    match parts.get("FREQ"):
        case "DAILY" if not by_day and not by_month_day:
            return _("elke dag") if every == 1 else _("elke {count} dagen").format(count=every)
        case "WEEKLY" | "DAILY" if not by_month_day and (parts["FREQ"] == "WEEKLY" or every == 1):
            return _weekly(every, by_day)
        case "MONTHLY":
            return _monthly(every, by_day, by_month_day)
        case "YEARLY" if not by_day and not by_month_day:
            return _("elk jaar") if every == 1 else _("elke {count} jaar").format(count=every)
    return None


def _weekly(every: int, by_day: str | None) -> str | None:
    pace = _("elke week") if every == 1 else _("elke {count} weken").format(count=every)
    if not by_day:
        return pace
    days = by_day.split(",")
    if not set(days) <= set(_DAYS):
        return None
    chosen = sorted(set(days), key=_DAYS.index)
    return _on(chosen) if every == 1 and len(chosen) > 1 else f"{pace} {_on(chosen)}"


def _on(days: list[str]) -> str:
    if len(days) == 7:
        return _("elke dag")
    if days == list(_DAYS[:5]):
        return _("op werkdagen")
    if days == list(_DAYS[5:]):
        return _("in het weekend")
    return _("op {days}").format(days=format_list([_weekday(day) for day in days]))


def _monthly(every: int, by_day: str | None, by_month_day: str | None) -> str | None:
    pace = _("elke maand") if every == 1 else _("elke {count} maanden").format(count=every)
    if by_day and by_month_day:
        return None
    if by_day:
        which, weekday = by_day[:-2], by_day[-2:]
        if weekday not in _DAYS or which not in map(str, _ORDINALS):
            return None
        ordinal = _(_ORDINALS[int(which)])
        on = _("op de {which} {weekday}").format(which=ordinal, weekday=_weekday(weekday))
        return f"{pace} {on}"
    if by_month_day:
        on = _day_of_month(by_month_day)
        return f"{pace} {on}" if on else None
    return pace


def _day_of_month(number: str | None) -> str:
    """In words; empty for no number, or for one that needs more words than there are here."""
    if number == "-1":
        return _("op de laatste dag")
    if number and number.isdecimal() and 1 <= int(number) <= 31:
        return _("op dag {number}").format(number=int(number))
    return ""


def _limits(parts: Mapping[str, str]) -> str:
    limits = []
    count, until = parts.get("COUNT"), parts.get("UNTIL")
    if count:
        times = int(count) if count.isdecimal() else 0
        limits.append(ngettext("{count} keer", "{count} keer", times).format(count=count))
    if until:
        limits.append(_("tot en met {date}").format(date=_until(until)))
    return _joined(*limits)


def _until(value: str) -> str:
    try:
        return day(dt.datetime.strptime(value[:8], "%Y%m%d").replace(tzinfo=dt.UTC).date())
    except ValueError:
        return value


def _weekday(code: str) -> str:
    date = _MONDAY + dt.timedelta(days=_DAYS.index(code))
    return dates.format_date(date, "EEEE", locale="nl" if language() == "nl" else "en_GB")
