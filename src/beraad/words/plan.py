"""Words for the parts of a plan: its columns, the kinds of statement, how often something counts."""

from __future__ import annotations

from collections.abc import Sequence

from beraad.i18n import N_, Language
from beraad.terms import CarryKind, CarryOver, Column, PlanPart, StatementKind, TimingKind
from beraad.words import headings

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
_PARTS = {
    PlanPart.AGREEMENTS: N_("Afspraak"),
    PlanPart.SCALES: headings.SCALE,
    PlanPart.TIME_OUT: headings.TIME_OUT,
    PlanPart.EMERGENCY: headings.EMERGENCY,
}
_ADDING = {
    Column.DANGER: N_("Zorg toevoegen"),
    Column.SAFETY: N_("Iets goeds toevoegen"),
    Column.NEXT_STEP: N_("Stap toevoegen"),
}
_TIMINGS = {
    TimingKind.ONCE: N_("één keer"),
    TimingKind.RECURRING: N_("steeds weer"),
    TimingKind.ALWAYS: N_("altijd"),
}
_CARRIED = {
    CarryKind.TIME_OUT: headings.TIME_OUT,
    CarryKind.EMERGENCY_STEP: N_("Noodplan"),
}
_CARRYING = {
    CarryOver.KEPT: N_("Blijft"),
    CarryOver.CHANGED: N_("Verandert"),
    CarryOver.ENDED: N_("Stopt"),
}


def column_title(column: Column, _: Language) -> str:
    """Return the title of a column."""
    return _(_COLUMNS[column])


def adding_label(column: Column, _: Language) -> str:
    """Return what it is called to add a statement to a column."""
    return _(_ADDING[column])


def kind_label(kind: StatementKind, _: Language) -> str:
    """Return the small label of a statement for the facilitator, in the terms of the method."""
    return _(_KINDS[kind])


def room_kind_label(kind: StatementKind, _: Language) -> str:
    """Return the small label of a statement for the room, without terms that nobody uses at home."""
    return _(_ROOM_KINDS[kind])


def kind_title(kind: StatementKind, _: Language) -> str:
    """Return the title on paper above the statements of a kind."""
    return _(_KIND_TITLES[kind])


def timing_kind_label(kind: TimingKind, _: Language) -> str:
    """Return how often something counts: once, again and again, or always."""
    return _(_TIMINGS[kind])


def carry_kind_title(kind: CarryKind, _: Language) -> str:
    """Return the part of the last plan that an item stood in; empty if its words tell."""
    return _(_CARRIED.get(kind, ""))


def carry_over_label(decision: CarryOver, _: Language) -> str:
    """Return what becomes of an item of the last plan, as a choice."""
    return _(_CARRYING[decision])


def version_label(version: int | None, _: Language) -> str:
    """Return the version of a plan; None is a concept."""
    return _("concept") if version is None else _("versie {version}").format(version=version)


def part_title(part: PlanPart, _: Language) -> str:
    """Return what an item of a part of the plan is; a statement goes by its column."""
    return _(_PARTS[part])


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
