"""Words for what still refers to somebody who is to be removed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from beraad.i18n import N_, Language

_WORDS = {
    "workers": N_("de vaste hulpverleners"),
    "contact_person": N_("het vaste contact"),
    "secrets": N_("wie de geheime woorden mag zien"),
    "people": N_("wie de gegevens of het papier van een ander mag zien"),
    "checks": N_("het nakijken van een afspraak"),
    "help_evaluation": N_("cijfers voor de hulp"),
    "facilitator": N_("wie het gesprek leidt"),
    "note_taker": N_("wie opschrijft"),
    "participants": N_("wie erbij was"),
    "statements": N_("een kaart"),
    "scales": N_("een schaalvraag"),
    "shown_answers": N_("antwoorden die getoond zijn"),
    "agreements": N_("een afspraak"),
    "time_out": N_("de time-out"),
    "more_time_outs": N_("de time-out"),
    "emergency": N_("het noodplan"),
    "notes": N_("een notitie"),
    "drafts": N_("een tekst die nog niet geplaatst is"),
    "answers": N_("een antwoord op het plan"),
    "evaluations": N_("cijfers voor het gesprek"),
    "scans": N_("een scan"),
    "revisions": N_("met wie het plan is bijgewerkt"),
    "plan_versions": N_("een vastgesteld plan"),
}


class Reference(Protocol):
    """Kind of thing in which somebody is named."""

    @property
    def what(self) -> str:
        """Its key in the case file."""

    @property
    def meeting(self) -> int | None:
        """Number of the meeting it belongs to; None: it belongs to the case."""


def reference_words(references: Sequence[Reference], _: Language) -> str:
    """Return e.g. `een kaart (1e en 2e beraad) en de vaste hulpverleners`."""
    found: dict[str, list[int]] = {}
    for item in references:
        words = _(_WORDS.get(item.what, N_("iets in de zaak")))
        meetings = found.setdefault(words, [])
        if item.meeting is not None and item.meeting not in meetings:
            meetings.append(item.meeting)
    return _.listed([_where(words, meetings, _) for words, meetings in found.items()])


def _where(words: str, meetings: Sequence[int], _: Language) -> str:
    if not meetings:
        return words
    numbers = _.listed([_("{number}e").format(number=number) for number in meetings])
    return _("{what} ({numbers} beraad)").format(what=words, numbers=numbers)
