"""Words for the answers to the plan, and for the screen on which they are given.

The signing screen speaks with *jij*, or with *ik* as the one who signs would say it. What the family agreed
is never turned round: "Oma Ans belt Lisa" cannot become "Ik bel Lisa" by a rule that is always right, and
what somebody signs has to be the words that everybody heard. The headings and the questions are in the chosen
person.
"""

from __future__ import annotations

from enum import StrEnum

from beraad.i18n import N_, Language
from beraad.terms import Decision


class Voice(StrEnum):
    """Grammatical person in which the signing screen speaks."""

    FIRST = "first"
    SECOND = "second"


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
_DECISIONS_READ = {
    Decision.AGREE: N_("alleen: akkoord"),
    Decision.AGREE_WITH_REMARK: N_("alleen: akkoord"),
    Decision.DISAGREE: N_("alleen: niet akkoord"),
    Decision.UNABLE: N_("alleen: kon nu niet antwoorden"),
}
_VOICES = {
    Voice.SECOND: N_("jij doet dit"),
    Voice.FIRST: N_("ik doe dit"),
}


def decision_label(decision: Decision, _: Language) -> str:
    """Return an answer to the plan, in words about somebody."""
    return _(_DECISIONS[decision])


def decision_said(decision: Decision, _: Language) -> str:
    """Return an answer to the plan, as the person says it."""
    return _(_DECISIONS_SAID[decision])


def answer_label(decision: Decision | None, _: Language) -> str:
    """Return an answer in words about somebody; None: others may read only that there is one."""
    return _("heeft geantwoord") if decision is None else decision_label(decision, _)


def outdated_label(_: Language) -> str:
    """Return that an answer was given for an earlier version."""
    return _("voor een eerdere versie; we vragen het opnieuw")


def signed_on_paper_label(_: Language) -> str:
    """Return that an answer was given on paper."""
    return _("op papier getekend")


# -- what others read ------------------------------------------------------------------------------


def reads_answered(_: Language) -> str:
    """Return the choice that others read only that there is an answer."""
    return _("alleen dat er een antwoord is")


def reads_decision(decision: Decision, _: Language) -> str:
    """Return the choice that others read the decision alone, and not that words go with it."""
    return _(_DECISIONS_READ[decision])


def reads_words(voice: Voice, _: Language) -> str:
    """Return the choice that others read the words too."""
    return _("ook wat ik schrijf") if voice is Voice.FIRST else _("ook wat je schrijft")


# -- the signing screen ----------------------------------------------------------------------------


def voice_label(voice: Voice, _: Language) -> str:
    """Return an example of the voice, as a choice."""
    return _(_VOICES[voice])


def own_part_title(voice: Voice, name: str, _: Language) -> str:
    """Return the title above what somebody takes on; the name begins with a capital."""
    words = _("{name}: dit neem ik op mij") if voice is Voice.FIRST else _("{name}, dit neem jij op je")
    return words.format(name=name)


def own_copy_title(voice: Voice, name: str, _: Language) -> str:
    """Return the title above the copy of somebody who takes on nothing; the name begins with a capital."""
    words = _("{name}: dit is mijn exemplaar") if voice is Voice.FIRST else _("{name}, dit is jouw exemplaar")
    return words.format(name=name)


def nothing_own(voice: Voice, _: Language) -> str:
    """Return that there is no agreement of one's own."""
    if voice is Voice.FIRST:
        return _("Ik heb geen eigen afspraak in dit plan. Mijn antwoord telt wel.")
    return _("Jij hebt geen eigen afspraak in dit plan. Jouw antwoord telt wel.")


def what_signing_means(voice: Voice, _: Language) -> str:
    """Return what signing means; it is not a confession."""
    if voice is Voice.FIRST:
        return _(
            "Tekenen betekent: ik ken het plan, en ik sta voor mijn eigen deel. Ik zeg niet "
            "dat ik iets fout deed. Verandert het plan, dan word ik opnieuw gevraagd."
        )
    return _(
        "Tekenen betekent: jij kent het plan, en jij staat voor jouw eigen deel. Je zegt niet "
        "dat je iets fout deed. Verandert het plan, dan vragen we je opnieuw."
    )


def remark_question(voice: Voice, decision: Decision | None, _: Language) -> str:
    """Return the question for an answer that needs a reason."""
    first = voice is Voice.FIRST
    match decision:
        case Decision.DISAGREE:
            return _("Waar ben ik het niet mee eens?") if first else _("Waar ben je het niet mee eens?")
        case Decision.UNABLE:
            return _("Waarom kan ik nu niet antwoorden?") if first else _("Waarom kun je nu niet antwoorden?")
        case _other:
            return _("Wat wil ik erbij zeggen?") if first else _("Wat wil je erbij zeggen?")
