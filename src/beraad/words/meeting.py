"""Words for a meeting: its steps, its kind, its mode and its evaluation."""

from __future__ import annotations

from beraad.i18n import N_, Language
from beraad.terms import EvaluationItem, MeetingKind, MeetingMode, Step
from beraad.words import headings

_STEPS = {
    Step.WELCOME: headings.WELCOME,
    Step.WORRIES: N_("Zorgen"),
    Step.GOING_WELL: N_("Wat gaat goed"),
    Step.SCALE: headings.SCALE,
    Step.WHAT_MUST_HAPPEN: N_("Wat moet er gebeuren"),
    Step.FAMILY_TIME: headings.FAMILY_TIME,
    Step.AGREEMENTS: headings.AGREEMENTS,
    Step.DECIDE_AND_SIGN: headings.DECIDE_AND_SIGN,
    Step.EVALUATION: headings.EVALUATION,
}
_KINDS = {
    MeetingKind.FAMILY_NETWORK: N_("netwerkberaad"),
    MeetingKind.WITH_CLIENT: N_("hulpverleners met gezin"),
    MeetingKind.PROFESSIONALS: N_("alleen hulpverleners"),
}
_KINDS_IN_FULL = {
    MeetingKind.FAMILY_NETWORK: N_("beraad met gezin en netwerk"),
    MeetingKind.WITH_CLIENT: N_("overleg met de cliënt"),
    MeetingKind.PROFESSIONALS: N_("overleg van hulpverleners"),
}
_MODES = {
    MeetingMode.TOGETHER: N_("Samen, in één kamer"),
    MeetingMode.ALTERNATING: N_("Pendelend, apart van elkaar"),
}
_MODES_TOLD = {
    MeetingMode.TOGETHER: N_("samen aan tafel"),
    MeetingMode.ALTERNATING: N_("om de beurt, in twee kamers"),
}
_MARKS = {
    EvaluationItem.RESPECT: N_("met respect behandeld"),
    EvaluationItem.TRUST: N_("vertrouwen"),
    EvaluationItem.COOPERATION: N_("samenwerking"),
    EvaluationItem.VOICING_WORRIES: N_("zorgen kunnen vertellen"),
    EvaluationItem.SAFETY_PLAN: N_("veiligheidsplan"),
    EvaluationItem.FUTURE_SAFETY: N_("vertrouwen in veiligheid toekomst"),
}


def step_title(step: Step, _: Language) -> str:
    """Return the title of a step of the meeting."""
    return _(_STEPS[step])


def meeting_kind_label(kind: MeetingKind, _: Language) -> str:
    """Return the kind of a meeting: who sits at the table."""
    return _(_KINDS[kind])


def meeting_kind_in_full(kind: MeetingKind, _: Language) -> str:
    """Return the kind of a meeting in full, for the file."""
    return _(_KINDS_IN_FULL[kind])


def meeting_mode_title(mode: MeetingMode, _: Language) -> str:
    """Return the mode, one room or two, as an option to choose."""
    return _(_MODES[mode])


def meeting_mode_label(mode: MeetingMode, _: Language) -> str:
    """Return the mode, one room or two, as the file states it."""
    return _(_MODES_TOLD[mode])


def evaluation_label(item: EvaluationItem, _: Language) -> str:
    """Return what a mark for the meeting is given for."""
    return _(_MARKS[item])


def room_label(room: int | None, _: Language) -> str:
    """Return one of the two groups of an alternating meeting; None is both."""
    return {1: _("groep 1"), 2: _("groep 2"), None: _("beide groepen")}[room]
