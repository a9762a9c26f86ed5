"""The words on screen for the method's terms: plain Dutch (B1), through gettext."""

from __future__ import annotations

from collections.abc import Iterable

from beraad.i18n import N_, _, format_list, pgettext
from beraad.terms import Attendance, Circle, Column, Decision, StatementKind, Step, VisibleTo


def step_title(step: Step) -> str:
    """What a step of the meeting is called."""
    return {
        Step.WELCOME: _("Welkom"),
        Step.WORRIES: _("Zorgen"),
        Step.GOING_WELL: _("Wat gaat goed"),
        Step.SCALE: _("Schaalvraag"),
        Step.WHAT_MUST_HAPPEN: _("Wat moet er gebeuren"),
        Step.FAMILY_TIME: _("Familietijd"),
        Step.AGREEMENTS: _("Afspraken"),
        Step.DECIDE_AND_SIGN: _("Vaststellen en tekenen"),
        Step.EVALUATION: _("Evaluatie en vervolg"),
    }[step]


def column_title(column: Column) -> str:
    """What a column is called."""
    return {
        Column.DANGER: _("Zorgen"),
        Column.SAFETY: _("Wat gaat goed"),
        Column.NEXT_STEP: _("Wat moet er gebeuren"),
    }[column]


def column_tone(column: Column) -> str:
    """The theme token (colour) and the icon role of a column."""
    return {Column.DANGER: "danger", Column.SAFETY: "safety", Column.NEXT_STEP: "next"}[column]


_KINDS = {
    StatementKind.HARM: N_("wat er is gebeurd"),
    StatementKind.DANGER_STATEMENT: N_("waar we bang voor zijn"),
    StatementKind.COMPLICATING_FACTOR: N_("maakt het moeilijker"),
    StatementKind.EXISTING_SAFETY: N_("veiligheid"),
    StatementKind.EXCEPTION: N_("uitzondering"),
    StatementKind.STRENGTH: N_("kracht"),
    StatementKind.RESOURCE: N_("hulpbron"),
    StatementKind.BOTTOM_LINE: N_("bodemeis"),
    StatementKind.AGENCY_GOAL: N_("doel van de hulpverlening"),
    StatementKind.FAMILY_GOAL: N_("doel van het gezin"),
    StatementKind.NEXT_STEP: N_("volgende stap"),
}


def kind_label(kind: StatementKind) -> str:
    """The small label of a statement."""
    return _(_KINDS[kind])


_ROOM_KINDS = {
    StatementKind.EXCEPTION: N_("toen ging het goed"),
    StatementKind.RESOURCE: N_("wat helpt"),
    StatementKind.BOTTOM_LINE: N_("bodemeis: dit moet"),
}
"""The terms of the method that nobody uses at home, as the copy on paper says them."""


def room_kind_label(kind: StatementKind) -> str:
    """The small label of a statement for everybody in the room: the words of their own copy."""
    return _(_ROOM_KINDS[kind]) if kind in _ROOM_KINDS else kind_label(kind)


def circle_label(circle: Circle) -> str:
    """What a circle of people is called."""
    return {
        Circle.FAMILY: _("Gezin"),
        Circle.NETWORK: _("Netwerk"),
        Circle.PROFESSIONAL: _("Hulpverleners"),
    }[circle]


def circles_label(circles: Iterable[Circle]) -> str:
    """Several circles taken together: `Netwerk en hulpverleners`."""
    first, *others = (circle_label(circle) for circle in circles)
    return format_list([first, *(other.lower() for other in others)])


def attendance_label(attendance: Attendance) -> str:
    """Whether somebody is here, in a word or two."""
    return {
        Attendance.INVITED: _("uitgenodigd"),
        Attendance.PRESENT: _("aanwezig"),
        Attendance.ABSENT: _("afwezig"),
        Attendance.BY_PHONE: _("aan de telefoon"),
    }[attendance]


def decision_label(decision: Decision) -> str:
    """An answer to the plan, as the person says it."""
    return {
        Decision.AGREE: _("Ik ga akkoord"),
        Decision.AGREE_WITH_REMARK: _("Ik ga akkoord, met een opmerking"),
        Decision.DISAGREE: _("Ik ga niet akkoord"),
        Decision.UNABLE: _("Ik kan nu niet antwoorden"),
        Decision.ABSENT: _("Niet aanwezig"),
    }[decision]


def visible_to_label(group: VisibleTo) -> str:
    """Who may see something."""
    return {
        VisibleTo.EVERYONE: pgettext("wie mag dit zien", "iedereen"),
        VisibleTo.PROFESSIONALS: pgettext("wie mag dit zien", "alleen hulpverleners"),
        VisibleTo.FACILITATOR: pgettext("wie mag dit zien", "alleen de gespreksleider"),
    }[group]


def everyone_but_words(names: Iterable[str]) -> str:
    """`iedereen behalve Mark en Kees`."""
    return pgettext("wie mag dit zien", "iedereen behalve {people}").format(people=format_list(list(names)))
