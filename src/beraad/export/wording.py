"""The words for the method's terms, in the user's language: on paper, on screen and in the terminal.

One table a vocabulary. A label stands on its own ("akkoord"); it begins with a small letter where it is a
word within a line and with a capital where it is a title.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from beraad.disclosure.views import PersonView, ScoreView
from beraad.i18n import N_, Language
from beraad.terms import (
    Attendance,
    CheckResult,
    Circle,
    Colour,
    Column,
    ContactKind,
    Decision,
    EvaluationItem,
    Gap,
    MeetingKind,
    MeetingMode,
    Phase,
    ScaleKind,
    StatementKind,
)

_LABELS: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {
    Circle: {
        Circle.FAMILY: N_("gezin"),
        Circle.NETWORK: N_("netwerk"),
        Circle.PROFESSIONAL: N_("hulpverleners"),
    },
    Column: {
        Column.DANGER: N_("Zorgen"),
        Column.SAFETY: N_("Wat gaat goed"),
        Column.NEXT_STEP: N_("Wat moet er gebeuren"),
    },
    StatementKind: {
        StatementKind.HARM: N_("Wat er is gebeurd"),
        StatementKind.DANGER_STATEMENT: N_("Waar we bang voor zijn"),
        StatementKind.COMPLICATING_FACTOR: N_("Wat het moeilijker maakt"),
        StatementKind.EXISTING_SAFETY: N_("Wat al veilig ging"),
        StatementKind.EXCEPTION: N_("Toen ging het goed"),
        StatementKind.STRENGTH: N_("Wat sterk is"),
        StatementKind.RESOURCE: N_("Wat helpt"),
        StatementKind.BOTTOM_LINE: N_("Bodemeis: dit moet"),
        StatementKind.AGENCY_GOAL: N_("Doel van de hulpverleners"),
        StatementKind.FAMILY_GOAL: N_("Doel van het gezin"),
        StatementKind.NEXT_STEP: N_("Volgende stap"),
    },
    Decision: {
        Decision.AGREE: N_("akkoord"),
        Decision.AGREE_WITH_REMARK: N_("akkoord, met een opmerking"),
        Decision.DISAGREE: N_("niet akkoord"),
        Decision.UNABLE: N_("kon niet antwoorden"),
        Decision.ABSENT: N_("was er niet"),
    },
    Attendance: {
        Attendance.INVITED: N_("uitgenodigd"),
        Attendance.PRESENT: N_("aanwezig"),
        Attendance.ABSENT: N_("afwezig"),
        Attendance.BY_PHONE: N_("aan de telefoon"),
    },
    ContactKind: {
        ContactKind.PHONE: N_("telefoon"),
        ContactKind.EMAIL: N_("e-mail"),
        ContactKind.ADDRESS: N_("adres"),
        ContactKind.SCHOOL: N_("school"),
        ContactKind.WORK: N_("werk"),
        ContactKind.OTHER: N_("anders"),
    },
    MeetingKind: {
        MeetingKind.FAMILY_NETWORK: N_("beraad met gezin en netwerk"),
        MeetingKind.WITH_CLIENT: N_("overleg met de cliënt"),
        MeetingKind.PROFESSIONALS: N_("overleg van hulpverleners"),
    },
    MeetingMode: {
        MeetingMode.TOGETHER: N_("samen aan tafel"),
        MeetingMode.ALTERNATING: N_("om de beurt, in twee kamers"),
    },
    ScaleKind: {
        ScaleKind.SAFETY: N_("veiligheid"),
        ScaleKind.PROGRESS: N_("vooruitgang"),
        ScaleKind.OTHER: N_("anders"),
    },
    Phase: {
        Phase.INTENSIVE: N_("intensieve fase"),
        Phase.MONITOR: N_("monitorfase"),
        Phase.CLOSED: N_("afgesloten"),
        Phase.ENDED_EARLY: N_("vroegtijdig beëindigd"),
    },
    Colour: {
        Colour.RED: N_("rood"),
        Colour.ORANGE: N_("oranje"),
        Colour.YELLOW: N_("geel"),
        Colour.GREEN: N_("groen"),
    },
    CheckResult: {
        CheckResult.KEPT: N_("gelukt"),
        CheckResult.PARTLY: N_("deels gelukt"),
        CheckResult.NOT_KEPT: N_("niet gelukt"),
    },
    EvaluationItem: {
        EvaluationItem.RESPECT: N_("met respect behandeld"),
        EvaluationItem.TRUST: N_("vertrouwen"),
        EvaluationItem.COOPERATION: N_("samenwerking"),
        EvaluationItem.VOICING_WORRIES: N_("zorgen kunnen vertellen"),
        EvaluationItem.SAFETY_PLAN: N_("veiligheidsplan"),
        EvaluationItem.FUTURE_SAFETY: N_("vertrouwen in veiligheid toekomst"),
    },
    Gap: {
        Gap.UNCOVERED_DANGER: N_("bij iets waar we bang voor zijn hoort nog geen afspraak"),
        Gap.UNCOVERED_BOTTOM_LINE: N_("bij een bodemeis hoort nog geen afspraak"),
        Gap.NO_ASKER: N_("een bodemeis van niemand"),
        Gap.NO_TEXT: N_("een afspraak zonder woorden"),
        Gap.NO_OWNER: N_("een afspraak van niemand"),
        Gap.NO_CHECK: N_("niet afgesproken wie er kijkt"),
        Gap.NOT_ACCEPTED: N_("iemand heeft nog geen ja gezegd"),
        Gap.READINESS_UNKNOWN: N_("niet gevraagd of iemand het wil en kan"),
        Gap.READINESS_LOW: N_("een laag cijfer, en niet gezegd wat helpt"),
        Gap.NO_DATE: N_("een afspraak zonder datum"),
        Gap.NO_END: N_("een afspraak zonder einde"),
        Gap.ENDS_BEFORE_START: N_("een einde dat voor het begin ligt"),
        Gap.NO_FALLBACK: N_("niet afgesproken wat we doen als het niet lukt"),
        Gap.CHILD_CARRIES_SAFETY: N_("een kind heeft een taak in de veiligheid"),
        Gap.CHILD_CHECKS: N_("een kind kijkt of iets lukt"),
        Gap.CHILD_FALLBACK: N_("een kind doet iets als het niet lukt"),
        Gap.CHILD_IN_EMERGENCY: N_("een kind heeft een taak in het noodplan"),
        Gap.CHILD_TAKES_TIME_OUT: N_("een kind neemt de time-out"),
        Gap.ONLY_FEARED_LEFT: N_("als het misgaat, is alleen iemand over voor wie we bang zijn"),
        Gap.NUMBER_DIFFERS: N_("een nummer dat niet van die persoon is"),
        Gap.NO_CONTACT_NUMBER: N_("iemand heeft geen nummer van de vaste contactpersoon"),
        Gap.CHILD_CALLS_FEARED: N_("een kind mag iemand bellen voor wie we bang zijn"),
        Gap.NOT_REVIEWED: N_("iets uit het vorige plan is nog niet besproken"),
    },
}


def label(term: StrEnum, _: Language) -> str:
    """The words for a term; KeyError for a vocabulary that has none."""
    return _(_LABELS[type(term)][term])


def gap(code: str, _: Language) -> str:
    """The words for the code of a gap that was let stand; an unknown code is given as it is."""
    return label(Gap(code), _) if code in set(Gap) else code


def names(people: Iterable[PersonView], _: Language) -> str:
    """`Mark en Kees`."""
    return _.listed([person.called for person in people])


def role(person: PersonView) -> str:
    """Who somebody is to the family: `oma`, or `wijkagent, politie Breda`; empty when not known."""
    return ", ".join(person.role)


def score(answer: ScoreView, _: Language) -> str:
    """The number somebody gave, or that this person rather says none."""
    if answer.value is not None:
        return str(answer.value)
    return _("zegt het liever niet") if answer.declined else _("geen cijfer")


def differs(people: Sequence[str], _: Language) -> str:
    """Who sees it differently: `Mark ziet dit anders`, `Mark en Sanne zien dit anders`."""
    words = _.ngettext("{names} ziet dit anders", "{names} zien dit anders", len(people))
    return words.format(names=_.listed(people))


def spread(values: Sequence[int], _: Language) -> str:
    """Lowest to highest: `2 tot 7`, or `5` when all are the same; empty for no values."""
    if not values:
        return ""
    low, high = min(values), max(values)
    return str(low) if low == high else _("{low} tot {high}").format(low=low, high=high)


def minutes(count: int, _: Language) -> str:
    """How long: `45 minuten`, `2 uur`, `1 uur en 30 minuten`."""
    hours, rest = divmod(count, 60)
    in_hours = _.pgettext("hoe lang", "{hours} uur").format(hours=hours)
    in_minutes = _.ngettext("{count} minuut", "{count} minuten", rest).format(count=rest)
    if not hours:
        return in_minutes
    return _("{hours} en {minutes}").format(hours=in_hours, minutes=in_minutes) if rest else in_hours
