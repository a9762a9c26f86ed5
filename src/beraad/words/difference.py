"""Words for the difference between two documents of one reader, and for the paper that tells it."""

from __future__ import annotations

from beraad.codes import ChangedFact, DocumentChange
from beraad.i18n import N_, Language
from beraad.words import headings

_CHANGES = {
    DocumentChange.NEW: N_("Nieuw"),
    DocumentChange.CHANGED: N_("Veranderd"),
    DocumentChange.STOPPED: N_("Gestopt"),
    DocumentChange.STAYS: N_("Blijft zo"),
}
_SIGNS = {
    DocumentChange.NEW: "+",
    DocumentChange.CHANGED: "»",
    DocumentChange.STOPPED: "×",
    DocumentChange.STAYS: "=",
}
_FACTS = {
    ChangedFact.WORDS: "",
    ChangedFact.OWNERS: N_("Wie?"),
    ChangedFact.TIMING: N_("Wanneer?"),
    ChangedFact.HOUR: N_("Wanneer?"),
    ChangedFact.MEASURED_BY: N_("Hoe merken we het?"),
    ChangedFact.CHECKED_BY: N_("Wie kijkt?"),
    ChangedFact.FALLBACK: headings.NOT_HELPED,
    ChangedFact.WAITING: N_("Nog geen ja van"),
    ChangedFact.HELPS: N_("Wat helpt?"),
    ChangedFact.NUMBER: N_("Nummer"),
    ChangedFact.SIGNS: headings.SIGNS,
    ChangedFact.GOES_TO: headings.WHERE_TO,
    ChangedFact.MINUTES: N_("Hoe lang"),
    ChangedFact.RETURNS: N_("En terug?"),
    ChangedFact.DISPUTED_BY: N_("Ziet het anders"),
    ChangedFact.ENDS: N_("Wat 0 en 10 betekenen"),
    ChangedFact.ANSWER: N_("Mijn antwoord"),
}


def change_label(change: DocumentChange, _: Language) -> str:
    """Return the word for a way in which something differs."""
    return _(_CHANGES[change])


def change_title(change: DocumentChange, _: Language) -> str:
    """Return the sign and the word for a way in which something differs: `+ Nieuw`."""
    return f"{_SIGNS[change]} {_(_CHANGES[change])}"


def fact_label(fact: ChangedFact, _: Language) -> str:
    """Return the label of a fact that is another now; empty for the words of the item themselves."""
    return _(_FACTS[fact]) if _FACTS[fact] else ""


def instead_of(before: str, _: Language) -> str:
    """Return what follows a new value: what it was before. `before` is in words, or empty."""
    return _("in plaats van {before}").format(before=before) if before else _("eerst stond hier niets")


def nothing_any_more(_: Language) -> str:
    """Return what stands for a value that is gone."""
    return _("niet meer")


def slips_summary(count: int, _: Language) -> str:
    """Return how many exchange slips were made."""
    if not count:
        return _("Er zijn geen wisselbriefjes: niemands papier is veranderd.")
    made = _.ngettext("{count} wisselbriefje gemaakt.", "{count} wisselbriefjes gemaakt.", count)
    return made.format(count=count)
