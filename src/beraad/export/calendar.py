"""iCalendar (RFC 5545) of moments: titles that say the time alone, made by the `icalendar` library."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone

from beraad.i18n import Language

ZONE = "Europe/Amsterdam"
"""Time zone of every meeting: a case holds local times without offset."""

_SUMMER_AND_WINTER = f"""BEGIN:VTIMEZONE
TZID:{ZONE}
BEGIN:DAYLIGHT
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
"""
"""Source: directive 2000/84/EC: from the last Sunday of March to that of October, at 1:00 UTC."""


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """Moment in a calendar. It has no place for a text, so that nothing of a case can come into it."""

    uid: str
    """Id that tells nothing; the same as before for an entry that moved."""
    starts: dt.datetime | dt.date
    """Local time, or a whole day."""
    minutes: int = 0
    """Minutes that it takes, 0 for a whole day."""
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class WrittenEntry:
    """Entry of a calendar that was written before."""

    entry: CalendarEntry
    sequence: int
    """Number of times that it changed since it was first written."""
    stamp: dt.datetime
    """Moment (UTC) at which it changed last."""


Written = Mapping[str, WrittenEntry]
"""Entries of calendars that were written before, by their ids."""


def calendar(entries: Iterable[CalendarEntry], before: Written, now: dt.datetime, _: Language) -> bytes:
    """Return a calendar with these entries. `now` is a moment with an offset.

    An entry that stands so in `before` keeps its number and its moment there; one that changed gets the next
    number, so that a program that has the old one takes the new one.
    """
    made = Calendar()
    made.add("prodid", "-//Beraad//NONSGML Beraad//NL")
    made.add("version", "2.0")
    made.add_component(Timezone.from_ical(_SUMMER_AND_WINTER))
    stamp = now.astimezone(dt.UTC).replace(microsecond=0)
    for entry in entries:
        made.add_component(_event(_written(entry, before.get(entry.uid), stamp), _))
    return bytes(made.to_ical())


def read_written(content: bytes) -> dict[str, WrittenEntry]:
    """Return the entries of a calendar as `calendar` wrote them; none of what is not ours or is damaged."""
    try:
        events = [item for read in Calendar.from_ical(content, multiple=True) for item in read.walk("VEVENT")]
        return {found.entry.uid: found for found in map(_read, events)}
    except (ValueError, KeyError, TypeError, AttributeError, IndexError):
        return {}


def _written(entry: CalendarEntry, before: WrittenEntry | None, stamp: dt.datetime) -> WrittenEntry:
    if before is None:
        return WrittenEntry(entry, 0, stamp)
    return before if before.entry == entry else WrittenEntry(entry, before.sequence + 1, stamp)


def _event(written: WrittenEntry, _: Language) -> Event:
    entry, event = written.entry, Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", written.stamp)
    event.add("sequence", written.sequence)
    if isinstance(entry.starts, dt.datetime):
        event.add("summary", _("afspraak {time}").format(time=f"{entry.starts:%H:%M}"))
        event.add("dtstart", entry.starts.replace(tzinfo=ZoneInfo(ZONE)))
        event.add("duration", dt.timedelta(minutes=entry.minutes))
    else:
        event.add("summary", _("afspraak"))
        event.add("dtstart", entry.starts)
        event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    return event


def _read(event: Any) -> WrittenEntry:
    """Read one event. It may hold anything: what is not as `_event` wrote it raises."""
    starts, length = event["dtstart"].dt, event.get("duration")
    if isinstance(starts, dt.datetime):
        starts = starts.replace(tzinfo=None)
    entry = CalendarEntry(
        str(event["uid"]),
        starts,
        int(length.dt.total_seconds() // 60) if length is not None else 0,
        event.get("status") == "CANCELLED",
    )
    return WrittenEntry(entry, int(event["sequence"]), event["dtstamp"].dt.astimezone(dt.UTC))
