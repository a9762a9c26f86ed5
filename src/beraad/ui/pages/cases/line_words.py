"""Words of a line of the overview about its case, on a given day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from beraad.alphabet import folded
from beraad.i18n import _, format_date_short, format_number, spoken
from beraad.services.attention import Attention, attention_of, is_planned
from beraad.services.cases import CaseLine
from beraad.terms import Colour
from beraad.ui.pages.attention import attention_words
from beraad.words.case import days_label, family_title, meeting_title, moment_label
from beraad.words.course import colour_label, phase_label

Ways = tuple[str, ...]
"""Wordings from the longest to the shortest: the first one that fits is shown."""


@dataclass(frozen=True, slots=True)
class LineWords:
    """Words of one line, and what else is drawn in it."""

    colour: Colour | None
    title: Ways
    course: Ways
    contact: Ways
    meeting: Ways
    safety: str
    """Last mean, with its word; empty if there are no numbers."""
    numbers: str
    """All means, in words for a screen reader."""
    trend: tuple[float, ...]
    fell: bool
    attention: tuple[Attention, ...]
    offers_meeting: bool
    """True if its meeting is to come, to be decided, or may be going on: people sign after agreeing."""
    is_today: bool
    """True if its meeting is today and still to be decided."""
    sentence: str
    """The whole line in words for a screen reader."""


def words_of(line: CaseLine, today: dt.date) -> LineWords:
    """Return the words of a line."""
    attention = attention_of(line, today)
    title, course, meeting = (
        family_title(line.family_name, spoken()),
        _course(line, today),
        _meeting(line, today),
    )
    contact = (_("vaste hulp: {name}").format(name=line.contact_person or "—"), line.contact_person or "—")
    numbers = _numbers(line.trend)
    told = (title, course[0], contact[0], meeting[0], numbers, *map(attention_words, attention))
    return LineWords(
        colour=line.colour,
        title=(title,),
        course=course,
        contact=contact,
        meeting=meeting,
        safety=_safety(line.trend),
        numbers=numbers,
        trend=line.trend,
        fell=bool(line.fell),
        attention=attention,
        offers_meeting=is_planned(line) or line.meeting_agreed_on == today,
        is_today=is_planned(line) and (line.meeting_starts_at or "")[:10] == today.isoformat(),
        sentence=", ".join(filter(None, told)),
    )


def searched_in(line: CaseLine) -> str:
    """Return the words by which a case is found, folded."""
    phase = phase_label(line.phase, spoken()) if line.phase else ""
    found = (
        family_title(line.family_name, spoken()),
        line.reference,
        line.municipality,
        line.contact_person,
        phase,
    )
    return folded(" ".join(filter(None, found)))


def _course(line: CaseLine, today: dt.date) -> Ways:
    """Return `oranje · intensieve fase · sinds 6 jul 2026, 147 dagen`, with the days of this phase."""
    stands = (
        colour_label(line.colour, spoken()) if line.colour else "",
        phase_label(line.phase, spoken()) if line.phase else "",
    )
    began, days = line.phase_began, line.days_in_phase(today)
    if began is None or days is None:
        return (_joined(*stands),)
    since = _("sinds {date}, {days}").format(date=format_date_short(began), days=days_label(days, spoken()))
    return _joined(*stands, since), _joined(*stands, days_label(days, spoken())), _joined(*stands)


def _meeting(line: CaseLine, today: dt.date) -> Ways:
    if line.meeting is None:
        return (_("nog geen beraad"),)
    if line.agreed_next and not is_planned(line):
        when = moment_label(line.agreed_next_at, today, spoken())
        return (_joined(when, line.agreed_next_place or ""),)
    when = moment_label(line.meeting_starts_at, today, spoken())
    return _joined(when, meeting_title(line.meeting_number, spoken())), when


def _safety(trend: tuple[float, ...]) -> str:
    return _("veiligheid {number}").format(number=format_number(trend[-1], 1)) if trend else ""


def _numbers(trend: tuple[float, ...]) -> str:
    told = " → ".join(format_number(value, 1) for value in trend)
    return _("veiligheid gemiddeld: {numbers}").format(numbers=told) if trend else _("nog geen cijfers")


def _joined(*parts: str) -> str:
    return " · ".join(filter(None, parts))
