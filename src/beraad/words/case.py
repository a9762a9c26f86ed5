"""Words for a case: its family, its meetings, their days, and the parts that a search finds."""

from __future__ import annotations

import datetime as dt

from beraad.codes import FoundIn
from beraad.i18n import N_, Language

_FOUND_IN = {
    FoundIn.CASE: "",
    FoundIn.PERSON: N_("Mensen"),
    FoundIn.MEETING: N_("Plaats"),
    FoundIn.STATEMENT: N_("Kaart"),
    FoundIn.AGREEMENT: N_("Afspraak"),
}


def family_title(family_name: str, _: Language) -> str:
    """Return the title of a case."""
    return _("Gezin {name}").format(name=family_name)


def meeting_title(number: int, _: Language) -> str:
    """Return the title of a meeting, by its number in the case."""
    return _("{number}e beraad").format(number=number)


def days_label(days: int, _: Language) -> str:
    """Return a number of days in words."""
    return _.ngettext("{count} dag", "{count} dagen", days).format(count=days)


def moment_label(starts_at: str | None, today: dt.date, _: Language) -> str:
    """Return `vandaag 14:00` or `wo 2 dec 14:00` for local ISO text, with the year if it is another one."""
    if not starts_at:
        return _("nog geen datum")
    moment = dt.datetime.fromisoformat(starts_at)
    days = (moment.date() - today).days
    if days in (-1, 0, 1):
        day = {-1: _("gisteren"), 0: _("vandaag"), 1: _("morgen")}[days]
    elif moment.year == today.year:
        day = _.date_in_year(moment)
    else:
        day = _.date_weekday(moment)
    return f"{day} {_.clock_time(moment)}"


def found_in_title(part: FoundIn, _: Language) -> str:
    """Return the part of a case in which words were found; empty for the case itself."""
    return _(_FOUND_IN[part])
