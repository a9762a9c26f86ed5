"""Words of the signing screen, with *jij*, or with *ik* as the one who signs would say it.

What the family agreed is never turned round: "Oma Ans belt Lisa" cannot become "Ik bel Lisa" by a rule that
is always right, and what somebody signs has to be the words that everybody heard. The headings and the
questions are in the chosen person.
"""

from __future__ import annotations

from enum import StrEnum

from beraad.i18n import _
from beraad.terms import Decision


class Voice(StrEnum):
    """Grammatical person in which the signing screen speaks."""

    FIRST = "first"
    SECOND = "second"


def title(voice: Voice, name: str, *, own: bool) -> str:
    """Return the title above the own part; the name begins with a capital."""
    if voice is Voice.FIRST:
        words = _("{name}: dit neem ik op mij") if own else _("{name}: dit is mijn exemplaar")
    else:
        words = _("{name}, dit neem jij op je") if own else _("{name}, dit is jouw exemplaar")
    return words.format(name=name)


def nothing_own(voice: Voice) -> str:
    """Say that there is no agreement of one's own."""
    if voice is Voice.FIRST:
        return _("Ik heb geen eigen afspraak in dit plan. Mijn antwoord telt wel.")
    return _("Jij hebt geen eigen afspraak in dit plan. Jouw antwoord telt wel.")


def what_signing_means(voice: Voice) -> str:
    """Say what signing means; it is not a confession."""
    if voice is Voice.FIRST:
        return _(
            "Tekenen betekent: ik ken het plan, en ik sta voor mijn eigen deel. Ik zeg niet "
            "dat ik iets fout deed. Verandert het plan, dan word ik opnieuw gevraagd."
        )
    return _(
        "Tekenen betekent: jij kent het plan, en jij staat voor jouw eigen deel. Je zegt niet "
        "dat je iets fout deed. Verandert het plan, dan vragen we je opnieuw."
    )


def reads_decision(decision: Decision) -> str:
    """Return the choice that others read the decision alone, and not that words go with it."""
    match decision:
        case Decision.DISAGREE:
            return _("alleen: niet akkoord")
        case Decision.UNABLE:
            return _("alleen: kon nu niet antwoorden")
        case _:
            return _("alleen: akkoord")


def reads_words(voice: Voice) -> str:
    """Return the choice that others read the words too."""
    return _("ook wat ik schrijf") if voice is Voice.FIRST else _("ook wat je schrijft")


def remark_question(voice: Voice, decision: Decision | None) -> str:
    """Return the question for an answer that needs a reason."""
    first = voice is Voice.FIRST
    match decision:
        case Decision.DISAGREE:
            return _("Waar ben ik het niet mee eens?") if first else _("Waar ben je het niet mee eens?")
        case Decision.UNABLE:
            return _("Waarom kan ik nu niet antwoorden?") if first else _("Waarom kun je nu niet antwoorden?")
        case _:
            return _("Wat wil ik erbij zeggen?") if first else _("Wat wil je erbij zeggen?")
