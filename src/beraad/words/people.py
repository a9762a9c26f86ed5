"""Words for people: their circle, their contact details, what they may have and see."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from beraad.codes import CallDoubt
from beraad.i18n import N_, Language
from beraad.readers import Readers
from beraad.terms import Attendance, Circle, ContactKind, Paper, VisibleTo

_CIRCLES = {
    Circle.FAMILY: N_("gezin"),
    Circle.NETWORK: N_("netwerk"),
    Circle.PROFESSIONAL: N_("hulpverleners"),
}
_CONTACT_KINDS = {
    ContactKind.PHONE: N_("telefoon"),
    ContactKind.EMAIL: N_("e-mail"),
    ContactKind.ADDRESS: N_("adres"),
    ContactKind.SCHOOL: N_("school"),
    ContactKind.WORK: N_("werk"),
    ContactKind.OTHER: N_("anders"),
}
_DETAILS = {
    ContactKind.PHONE: N_("het telefoonnummer van {owner}"),
    ContactKind.EMAIL: N_("het e-mailadres van {owner}"),
    ContactKind.ADDRESS: N_("het adres van {owner}"),
    ContactKind.SCHOOL: N_("de school van {owner}"),
    ContactKind.WORK: N_("het werk van {owner}"),
    ContactKind.OTHER: N_("een gegeven van {owner}"),
}
_ATTENDANCE = {
    Attendance.INVITED: N_("uitgenodigd"),
    Attendance.PRESENT: N_("aanwezig"),
    Attendance.ABSENT: N_("afwezig"),
    Attendance.BY_PHONE: N_("aan de telefoon"),
}
_ATTENDANCE_CHOICES = {
    Attendance.PRESENT: N_("aanwezig"),
    Attendance.BY_PHONE: N_("telefoon"),
    Attendance.ABSENT: N_("afwezig"),
}
_PAPER = {
    Paper.YES: N_("Ja, papier mag mee naar huis"),
    Paper.NO: N_("Nee, geen papier"),
    Paper.ELSEWHERE: N_("Ja, maar het ligt ergens anders"),
}

_PAPER_IN_SHORT = {
    Paper.NO: N_("geen papier"),
    Paper.ELSEWHERE: N_("papier ergens anders"),
}
_CALL_DOUBTS = {
    CallDoubt.FEARED: N_("Van {name} kan gevaar komen. Kies samen liever iemand anders."),
    CallDoubt.NO_NUMBER: N_("Van {name} is er geen nummer dat dit kind mag hebben: komt niet op papier."),
}


def circle_label(circle: Circle, _: Language) -> str:
    """Return the word for a circle: `gezin`."""
    return _(_CIRCLES[circle])


def circle_title(circle: Circle, _: Language) -> str:
    """Return the title of a circle: `Gezin`."""
    label = circle_label(circle, _)
    return label[:1].upper() + label[1:]


def circles_title(circles: Iterable[Circle], _: Language) -> str:
    """Return the title of several circles taken together: `Netwerk en hulpverleners`."""
    first, *others = circles
    return _.listed([circle_title(first, _), *(circle_label(circle, _) for circle in others)])


def contact_kind_label(kind: ContactKind, _: Language) -> str:
    """Return the word for a kind of contact detail."""
    return _(_CONTACT_KINDS[kind])


def detail_of(kind: ContactKind, owner: str, _: Language) -> str:
    """Return the words for somebody's contact detail: `het adres van Sanne`."""
    return _(_DETAILS[kind]).format(owner=owner)


def attendance_label(attendance: Attendance, _: Language) -> str:
    """Return in a word or two whether somebody was there."""
    return _(_ATTENDANCE[attendance])


def attendance_choice(attendance: Attendance, _: Language) -> str:
    """Return in one word that somebody is there, by phone or absent, as a choice."""
    return _(_ATTENDANCE_CHOICES[attendance])


def paper_label(paper: Paper, _: Language) -> str:
    """Return whether somebody can safely have paper at home."""
    return _(_PAPER[paper])


def paper_in_short(paper: Paper, _: Language) -> str:
    """Return that somebody has no paper at home, or has it somewhere else; empty if paper may go home."""
    return _(_PAPER_IN_SHORT.get(paper, ""))


def call_doubt_sentence(doubt: CallDoubt, name: str, _: Language) -> str:
    """Return why a child had better not be sent to somebody, or cannot be."""
    return _(_CALL_DOUBTS[doubt]).format(name=name)


def visible_to_label(group: VisibleTo, _: Language) -> str:
    """Return the words for a group that may see something."""
    return {
        VisibleTo.EVERYONE: _.pgettext("wie mag dit zien", "iedereen"),
        VisibleTo.PROFESSIONALS: _.pgettext("wie mag dit zien", "alleen hulpverleners"),
        VisibleTo.FACILITATOR: _.pgettext("wie mag dit zien", "alleen de gespreksleider"),
    }[group]


def readers_label(readers: Readers, called: Mapping[str, str], _: Language) -> str:
    """Return who may see something; `called` gives the plan's name of each person, by id."""
    people = _.listed([called.get(person, person) for person in readers.people])
    if readers.group is None:
        return people
    if not people:
        return visible_to_label(readers.group, _)
    return _.pgettext("wie mag dit zien", "iedereen behalve {people}").format(people=people)


def only_readers_label(readers: Readers, called: Mapping[str, str], _: Language) -> str:
    """Return the same, and of people by id that nobody else may see it: `alleen Sanne en Ans`."""
    label = readers_label(readers, called, _)
    return _("alleen {people}").format(people=label) if readers.are_named else label


def not_watched_sentence(people: Sequence[str], _: Language) -> str:
    """Return that details such as "geen" were saved, and are not looked for; empty if there are none."""
    if not people:
        return ""
    return _(
        "Bij {people} staat als gegeven dat er niets is, zoals „geen”. Dat is zo bewaard; het wordt niet "
        "gezocht."
    ).format(people=_.listed(people))
