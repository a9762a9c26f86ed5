"""Put the rhythm of an RFC 5545 rule into words: `elke maand op de eerste maandag`.

A rule with a part that has no words here gets no words at all.
"""

from __future__ import annotations

import calendar
import dataclasses
import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence

from beraad.i18n import N_, Language
from beraad.recurring import last_day, parts_of, times_of_day

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_MONDAY = dt.date(2024, 1, 1)
_LEAP_YEAR = 2024
_ORDINALS: Mapping[int, str] = {
    1: N_("eerste"),
    2: N_("tweede"),
    3: N_("derde"),
    4: N_("vierde"),
    5: N_("vijfde"),
    -1: N_("laatste"),
    -2: N_("voorlaatste"),
}
_KNOWN = frozenset(
    ("FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "COUNT", "UNTIL", "WKST")
)
_TIMES = frozenset(("BYHOUR", "BYMINUTE"))
_MANY = 12
"""Most days in a year that are written in a sentence."""


@dataclasses.dataclass(frozen=True, slots=True)
class Rhythm:
    """Rhythm in words: how often (an hour can follow), notes about it, and how many times in all."""

    often: str
    notes: tuple[str, ...] = ()
    times: str = ""
    hours: tuple[dt.time, ...] = ()
    """Times of day, if known."""


def rhythm_of(rule: str, starts_on: dt.date | None, at: str | None, _: Language) -> Rhythm | None:
    """Return the words for a rule, without its last day; None if it has none.

    The first day and the hour `at` fill in what the rule leaves open: every month is every month on that day.
    """
    parts = parts_of(rule)
    if parts is None or not set(parts) <= _KNOWN | _TIMES or not _is_number(parts.get("INTERVAL", "1")):
        return None
    hours = times_of_day(parts, at)
    if hours is None or (parts["FREQ"] == "HOURLY" and not _TIMES.isdisjoint(parts)):
        return None
    found = _Reading(parts, starts_on, _).rhythm()
    count = parts.get("COUNT")
    if found is None or (count is not None and not count.isdecimal()):
        return None
    if "UNTIL" in parts and last_day(rule) is None:
        return None
    times = _.ngettext("{count} keer", "{count} keer", int(count)).format(count=int(count)) if count else ""
    return dataclasses.replace(found, times=times, hours=hours)


@dataclasses.dataclass(frozen=True, slots=True)
class _Weekdays:
    """Days of BYDAY: each `MO` or, with its ordinal in the month, `(1, "MO")`."""

    plain: tuple[str, ...] = ()
    counted: tuple[tuple[int, str], ...] = ()


class _Reading:
    """Reader of the parts of one rule."""

    def __init__(self, parts: Mapping[str, str], starts_on: dt.date | None, _: Language) -> None:
        self._parts, self._starts_on, self._ = parts, starts_on, _
        self._every = int(parts.get("INTERVAL", "1"))

    def rhythm(self) -> Rhythm | None:
        """Return the words for the rule, or None."""
        limited = set(self._parts) & {"BYMONTHDAY", "BYSETPOS"}
        match self._parts["FREQ"]:
            case "HOURLY" if not limited and not {"BYDAY", "BYMONTH"} & set(self._parts):
                return Rhythm(_each(self._every, self._("elk uur"), self._("elke {count} uur")))
            case "DAILY" if not limited:
                return self._in_months(self._daily())
            case "WEEKLY" if not limited:
                return self._in_months(self._weekly())
            case "MONTHLY":
                return self._in_months(self._monthly())
            case "YEARLY" if "BYSETPOS" not in self._parts:
                return self._yearly()
        return None

    def _daily(self) -> Rhythm | None:
        pace = _each(self._every, self._("elke dag"), self._("elke {count} dagen"))
        if "BYDAY" not in self._parts:
            return Rhythm(pace)
        days = self._weekdays()
        if days is None or days.counted:
            return None
        if self._every == 1:
            return Rhythm(
                _on(days.plain, self._) if len(days.plain) > 1 else _each_week_on(1, days.plain, self._)
            )
        return Rhythm(pace, (self._("alleen {days}").format(days=_on(days.plain, self._)),))

    def _weekly(self) -> Rhythm | None:
        days = self._weekdays()
        if days is None or days.counted:
            return None
        plain = days.plain
        if not plain and self._starts_on:
            plain = (_DAYS[self._starts_on.weekday()],)
        return Rhythm(
            _on(plain, self._)
            if self._every == 1 and len(plain) > 1
            else _each_week_on(self._every, plain, self._)
        )

    def _monthly(self) -> Rhythm | None:
        pace = _each(self._every, self._("elke maand"), self._("elke {count} maanden"))
        if "BYDAY" in self._parts:
            return None if "BYMONTHDAY" in self._parts else self._on_weekdays(pace)
        if "BYSETPOS" in self._parts:
            return None
        if "BYMONTHDAY" in self._parts:
            days = _numbers(self._parts["BYMONTHDAY"], -2, 31)
        else:
            days = (self._starts_on.day,) if self._starts_on else ()
        if days is None:
            return None
        if not days:
            return Rhythm(pace)
        return Rhythm(f"{pace} {_days_of_month(days, self._)}", self._short_months(days))

    def _on_weekdays(self, pace: str) -> Rhythm | None:
        days = self._weekdays()
        if days is None:
            return None
        places = _numbers(self._parts.get("BYSETPOS", ""), -2, 5) if "BYSETPOS" in self._parts else ()
        if places is None or (days.plain and days.counted) or (places and days.counted):
            return None
        if places:
            name = _one_of(days.plain, self._)
            return _which(pace, [(place, name) for place in places], self._) if name else None
        if days.counted:
            return _which(pace, [(which, weekday(code, self._)) for which, code in days.counted], self._)
        if self._every == 1:
            return Rhythm(
                _on(days.plain, self._) if len(days.plain) > 1 else _each_week_on(1, days.plain, self._)
            )
        names = self._.listed([weekday(code, self._) for code in days.plain])
        return Rhythm(pace, (self._("op elke {days} van die maand").format(days=names),))

    def _yearly(self) -> Rhythm | None:
        pace = _each(self._every, self._("elk jaar"), self._("elke {count} jaar"))
        months = self._months()
        if "BYDAY" in self._parts:
            days = self._weekdays()
            if (
                months is None
                or len(months) != 1
                or days is None
                or days.plain
                or "BYMONTHDAY" in self._parts
            ):
                return None
            found = _which(pace, [(which, weekday(code, self._)) for which, code in days.counted], self._)
            often = self._("{when} van {month}").format(when=found.often, month=month_name(months[0], self._))
            return dataclasses.replace(found, often=often)
        if "BYMONTHDAY" in self._parts:
            if months is None:
                return None
            numbers = _numbers(self._parts["BYMONTHDAY"], 1, 31)
        else:
            numbers = (self._starts_on.day,) if self._starts_on else ()
            months = months or ((self._starts_on.month,) if self._starts_on else ())
        return self._on_dates(pace, months or (), numbers)

    def _on_dates(self, pace: str, months: Sequence[int], numbers: Sequence[int] | None) -> Rhythm | None:
        if numbers is None or (months and not numbers):
            return None
        days = [(month, number) for month in months for number in numbers]
        if len(days) > _MANY or any(day > calendar.monthrange(_LEAP_YEAR, month)[1] for month, day in days):
            return None
        if not days:
            return Rhythm(pace)
        names = [
            self._("{number} {month}").format(number=number, month=month_name(month, self._))
            for month, number in days
        ]
        often = self._("{pace} op {days}").format(pace=pace, days=self._.listed(names))
        if (2, 29) not in days:
            return Rhythm(often)
        note = (
            self._("alleen in een schrikkeljaar")
            if len(days) == 1
            else self._("29 februari alleen in een schrikkeljaar")
        )
        return Rhythm(often, (note,))

    def _short_months(self, days: Sequence[int]) -> tuple[str, ...]:
        """Return the note about a day that not every month has."""
        months = self._months() or range(1, 13)
        longest = {calendar.monthrange(_LEAP_YEAR, month)[1] for month in months}
        last = max(days)
        if last > min(longest):
            note = self._("niet in kortere maanden") if last == 31 else self._("niet in februari")
        elif last == 29 and 2 in months:
            note = self._("in februari alleen in een schrikkeljaar")
        else:
            return ()
        many = len(days) > 1
        return (self._("dag {number} {note}").format(number=last, note=note) if many else note,)

    def _in_months(self, found: Rhythm | None) -> Rhythm | None:
        if found is None or "BYMONTH" not in self._parts:
            return found
        months = self._months()
        if months is None:
            return None
        names = self._.listed([month_name(month, self._) for month in months])
        return dataclasses.replace(
            found, notes=(*found.notes, self._("alleen in {months}").format(months=names))
        )

    def _months(self) -> tuple[int, ...] | None:
        return _numbers(self._parts["BYMONTH"], 1, 12) if "BYMONTH" in self._parts else None

    def _weekdays(self) -> _Weekdays | None:
        if "BYDAY" not in self._parts:
            return _Weekdays()
        plain: list[str] = []
        counted: list[tuple[int, str]] = []
        for written in self._parts["BYDAY"].split(","):
            found = re.fullmatch(rf"([+-]?\d+)?({'|'.join(_DAYS)})", written)
            if found is None or (found[1] and int(found[1]) not in _ORDINALS):
                return None
            # A week has one Monday: there the first and the last are every one.
            if found[1] and not (self._parts["FREQ"] == "WEEKLY" and abs(int(found[1])) == 1):
                counted.append((int(found[1]), found[2]))
            else:
                plain.append(found[2])
        return _Weekdays(tuple(sorted(set(plain), key=_DAYS.index)), tuple(dict.fromkeys(counted)))


def weekday(code: str, _: Language) -> str:
    """Return the day of the week for a code: `maandag` for MO."""
    date = _MONDAY + dt.timedelta(days=_DAYS.index(code))
    return _.weekday(date)


def month_name(month: int, _: Language) -> str:
    """Return the name of a month: `februari` for 2."""
    return _.month(dt.date(_LEAP_YEAR, month, 1))


def _each(every: int, one: str, several: str) -> str:
    return one if every == 1 else several.format(count=every)


def _each_week_on(every: int, days: Iterable[str], _: Language) -> str:
    pace = _each(every, _("elke week"), _("elke {count} weken"))
    on = _on(tuple(days), _)
    return f"{pace} {on}" if on else pace


def _on(days: Sequence[str], _: Language) -> str:
    if not days:
        return ""
    if len(days) == 7:
        return _("elke dag")
    if tuple(days) == _DAYS[:5]:
        return _("op werkdagen")
    if tuple(days) == _DAYS[5:]:
        return _("in het weekend")
    return _("op {days}").format(days=_.listed([weekday(day, _) for day in days]))


def _one_of(days: tuple[str, ...], _: Language) -> str:
    """Return the word for one of these days, if there is one; else an empty string."""
    if len(days) == 1:
        return weekday(days[0], _)
    return {_DAYS: _("dag"), _DAYS[:5]: _("werkdag"), _DAYS[5:]: _("weekenddag")}.get(days, "")


def _which(pace: str, places: Sequence[tuple[int, str]], _: Language) -> Rhythm:
    """Return a rhythm such as `elke maand op de eerste maandag`."""
    names = [
        _("de {which} {weekday}").format(which=_(_ORDINALS[place]), weekday=name) for place, name in places
    ]
    often = _("{pace} op {days}").format(pace=pace, days=_.listed(names))
    return Rhythm(often, (_("als die er is"),) if any(place == 5 for place, _name in places) else ())


def _days_of_month(days: Sequence[int], _: Language) -> str:
    """Return `op dag 15`, `op dag 1 en 15` or `op de laatste dag`."""
    forward = [str(day) for day in days if day > 0]
    words = [_("dag {numbers}").format(numbers=_.listed(forward))] if forward else []
    words += [
        _("de {which} {weekday}").format(which=_(_ORDINALS[day]), weekday=_("dag")) for day in days if day < 0
    ]
    return _("op {days}").format(days=_.listed(words))


def _is_number(written: str) -> bool:
    """Return True if this is one number from 1."""
    return re.fullmatch(r"[0-9]{1,3}", written) is not None and int(written) > 0


def _numbers(written: str, least: int, most: int) -> tuple[int, ...] | None:
    """Return comma-separated numbers, sorted, none of them 0; None if one is out of range or no number."""
    try:
        numbers = sorted({int(number) for number in written.split(",")})
    except ValueError:
        return None
    if any(not least <= number <= most or number == 0 for number in numbers):
        return None
    return (*(one for one in numbers if one > 0), *(one for one in reversed(numbers) if one < 0))
