"""Words for the parts of a plan: its columns, the kinds of statement, the answers."""

from __future__ import annotations

from collections.abc import Sequence

from beraad.i18n import N_, Language
from beraad.terms import Column, Decision, StatementKind

_COLUMNS = {
    Column.DANGER: N_("Zorgen"),
    Column.SAFETY: N_("Wat gaat goed"),
    Column.NEXT_STEP: N_("Wat moet er gebeuren"),
}
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
_ROOM_KINDS = {
    **_KINDS,
    StatementKind.EXCEPTION: N_("toen ging het goed"),
    StatementKind.RESOURCE: N_("wat helpt"),
    StatementKind.BOTTOM_LINE: N_("bodemeis: dit moet"),
}
_KIND_TITLES = {
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
}
_DECISIONS = {
    Decision.AGREE: N_("akkoord"),
    Decision.AGREE_WITH_REMARK: N_("akkoord, met een opmerking"),
    Decision.DISAGREE: N_("niet akkoord"),
    Decision.UNABLE: N_("kon niet antwoorden"),
    Decision.ABSENT: N_("was er niet"),
}
_DECISIONS_SAID = {
    Decision.AGREE: N_("Ik ga akkoord"),
    Decision.AGREE_WITH_REMARK: N_("Ik ga akkoord, met een opmerking"),
    Decision.DISAGREE: N_("Ik ga niet akkoord"),
    Decision.UNABLE: N_("Ik kan nu niet antwoorden"),
    Decision.ABSENT: N_("Niet aanwezig"),
}


def column_title(column: Column, _: Language) -> str:
    """Return the title of a column."""
    return _(_COLUMNS[column])


def kind_label(kind: StatementKind, _: Language) -> str:
    """Return the small label of a statement for the facilitator, in the terms of the method."""
    return _(_KINDS[kind])


def room_kind_label(kind: StatementKind, _: Language) -> str:
    """Return the small label of a statement for the room, without terms that nobody uses at home."""
    return _(_ROOM_KINDS[kind])


def kind_title(kind: StatementKind, _: Language) -> str:
    """Return the title on paper above the statements of a kind."""
    return _(_KIND_TITLES[kind])


def decision_label(decision: Decision, _: Language) -> str:
    """Return an answer to the plan, in words about somebody."""
    return _(_DECISIONS[decision])


def decision_said(decision: Decision, _: Language) -> str:
    """Return an answer to the plan, as the person says it."""
    return _(_DECISIONS_SAID[decision])


def differs(people: Sequence[str], _: Language) -> str:
    """Return who sees it differently: `Mark ziet dit anders`, `Mark en Sanne zien dit anders`."""
    words = _.ngettext("{names} ziet dit anders", "{names} zien dit anders", len(people))
    return words.format(names=_.listed(people))


def spread(values: Sequence[int], _: Language) -> str:
    """Return lowest to highest: `2 tot 7`, or `5` if all are the same; empty for no values."""
    if not values:
        return ""
    low, high = min(values), max(values)
    return str(low) if low == high else _("{low} tot {high}").format(low=low, high=high)


def minutes(count: int, _: Language) -> str:
    """Return a length of time: `45 minuten`, `2 uur`, `1 uur en 30 minuten`."""
    hours, rest = divmod(count, 60)
    in_hours = _.pgettext("hoe lang", "{hours} uur").format(hours=hours)
    in_minutes = _.ngettext("{count} minuut", "{count} minuten", rest).format(count=rest)
    if not hours:
        return in_minutes
    return _("{hours} en {minutes}").format(hours=in_hours, minutes=in_minutes) if rest else in_hours
