"""The words on screen for what a case is made of: plain Dutch (B1), through gettext."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from beraad.disclosure.console_views import VisibleToValue
from beraad.i18n import _, format_date_in_year, format_date_weekday, format_list, format_time, ngettext
from beraad.readers import EveryoneBut
from beraad.terms import ContactKind, MeetingKind, MeetingMode, Paper, VisibleTo
from beraad.ui.words import everyone_but_words, visible_to_label


def contact_kind_label(kind: ContactKind) -> str:
    """What a contact detail is."""
    return {
        ContactKind.PHONE: _("telefoon"),
        ContactKind.EMAIL: _("e-mail"),
        ContactKind.ADDRESS: _("adres"),
        ContactKind.SCHOOL: _("school"),
        ContactKind.WORK: _("werk"),
        ContactKind.OTHER: _("iets anders"),
    }[kind]


def contact_kind_icon(kind: ContactKind) -> str:
    """The icon role of a contact detail."""
    return {
        ContactKind.PHONE: "phone",
        ContactKind.EMAIL: "email",
        ContactKind.ADDRESS: "address",
        ContactKind.SCHOOL: "child",
        ContactKind.WORK: "professional",
        ContactKind.OTHER: "info",
    }[kind]


def paper_label(paper: Paper) -> str:
    """Whether somebody can safely have paper at home."""
    return {
        Paper.YES: _("Ja, papier mag mee naar huis"),
        Paper.NO: _("Nee, geen papier"),
        Paper.ELSEWHERE: _("Ja, maar het ligt ergens anders"),
    }[paper]


def meeting_kind_label(kind: MeetingKind) -> str:
    """Who sits at the table."""
    return {
        MeetingKind.FAMILY_NETWORK: _("netwerkberaad"),
        MeetingKind.WITH_CLIENT: _("hulpverleners met gezin"),
        MeetingKind.PROFESSIONALS: _("alleen hulpverleners"),
    }[kind]


def meeting_mode_label(mode: MeetingMode) -> str:
    """One room or two."""
    return {
        MeetingMode.TOGETHER: _("Samen, in één kamer"),
        MeetingMode.ALTERNATING: _("Pendelend, apart van elkaar"),
    }[mode]


def family_title(family_name: str) -> str:
    """What a case is called on the screen of the worker."""
    return _("Gezin {name}").format(name=family_name)


def meeting_title(number: int) -> str:
    """The how-manieth meeting of the case."""
    return _("{number}e beraad").format(number=number)


def days_words(days: int) -> str:
    """So many days."""
    return ngettext("{count} dag", "{count} dagen", days).format(count=days)


def moment_words(starts_at: str | None, today: dt.date) -> str:
    """`vandaag 14:00`, `wo 2 dec 14:00`, with the year where it is another one; from local ISO text."""
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
    """Who may see something; `called` gives what the plan calls each person, by id."""
    if isinstance(visible_to, EveryoneBut):
        return everyone_but_words([called.get(person, person) for person in visible_to.people])
    if isinstance(visible_to, tuple):
        return format_list([called.get(person, person) for person in visible_to])
    return visible_to_label(VisibleTo(visible_to))
