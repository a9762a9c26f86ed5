"""Words on screen for the parts of a case: plain Dutch (B1), through gettext."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from beraad.disclosure.console_views import VisibleToValue
from beraad.i18n import (
    _,
    format_date_in_year,
    format_date_weekday,
    format_list,
    format_time,
    ngettext,
    spoken,
)
from beraad.readers import EveryoneBut
from beraad.terms import VisibleTo
from beraad.words.people import everyone_but_label, visible_to_label


def family_title(family_name: str) -> str:
    """Return the title of a case on the worker's screen."""
    return _("Gezin {name}").format(name=family_name)


def meeting_title(number: int) -> str:
    """Return the title of a meeting, by its number in the case."""
    return _("{number}e beraad").format(number=number)


def days_words(days: int) -> str:
    """Return a number of days in words."""
    return ngettext("{count} dag", "{count} dagen", days).format(count=days)


def moment_words(starts_at: str | None, today: dt.date) -> str:
    """Return `vandaag 14:00` or `wo 2 dec 14:00` for local ISO text, with the year if it is another one."""
    if not starts_at:
        return _("nog geen datum")
    moment = dt.datetime.fromisoformat(starts_at)
    days = (moment.date() - today).days
    if days in (-1, 0, 1):
        day = {-1: _("gisteren"), 0: _("vandaag"), 1: _("morgen")}[days]
    elif moment.year == today.year:
        day = format_date_in_year(moment)
    else:
        day = format_date_weekday(moment)
    return f"{day} {format_time(moment)}"


def visibility_words(visible_to: VisibleToValue, called: Mapping[str, str]) -> str:
    """Return who may see something; `called` gives the plan's name of each person, by id."""
    if isinstance(visible_to, EveryoneBut):
        return everyone_but_label([called.get(person, person) for person in visible_to.people], spoken())
    if isinstance(visible_to, tuple):
        return format_list([called.get(person, person) for person in visible_to])
    return visible_to_label(VisibleTo(visible_to), spoken())
