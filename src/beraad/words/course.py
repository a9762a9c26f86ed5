"""Words for the course of a case: its phase and its colour code."""

from __future__ import annotations

from beraad.codes import PhaseRefused
from beraad.i18n import N_, Language
from beraad.terms import Colour, Phase

_PHASES = {
    Phase.INTENSIVE: N_("intensieve fase"),
    Phase.MONITOR: N_("monitorfase"),
    Phase.CLOSED: N_("afgesloten"),
    Phase.ENDED_EARLY: N_("vroegtijdig beëindigd"),
}
_COLOURS = {
    Colour.RED: N_("rood"),
    Colour.ORANGE: N_("oranje"),
    Colour.YELLOW: N_("geel"),
    Colour.GREEN: N_("groen"),
}
_MEANINGS = {
    Colour.RED: N_("rood: direct gevaar"),
    Colour.ORANGE: N_("oranje: gevaar binnen twee maanden"),
    Colour.YELLOW: N_("geel: gevaar op langere termijn"),
    Colour.GREEN: N_("groen: kleine kans op herhaling"),
}
_REFUSED = {
    PhaseRefused.NO_DAY: N_("Kies de dag waarop deze fase begon."),
    PhaseRefused.SAME: N_("De zaak is al in deze fase."),
    PhaseRefused.BEFORE_CASE: N_("Deze dag ligt voor het begin van de zaak. Kies een latere dag."),
    PhaseRefused.BEFORE_EARLIER: N_("Deze dag ligt voor het begin van de vorige fase. Kies een latere dag."),
    PhaseRefused.AFTER_LATER: N_("Deze dag ligt na het begin van de volgende fase. Kies een eerdere dag."),
    PhaseRefused.TO_COME: N_("Deze dag komt nog. Verander de fase op de dag zelf."),
    PhaseRefused.NO_REASON: N_("Schrijf op waarom."),
}


def phase_refused(why: PhaseRefused, _: Language) -> str:
    """Return why a case does not go to a phase, and what to do."""
    return _(_REFUSED[why])


def safe_enough_label(client: bool | None, network: bool | None, workers: bool | None, _: Language) -> str:
    """Return who found it safe enough for a phase, and who did not; empty if nobody was asked."""
    asked = ((_("cliënt"), client), (_("netwerk"), network), (_("hulpverleners"), workers))
    parts = (
        (_("veilig genoeg: {who}"), [who for who, answer in asked if answer]),
        (_("niet veilig genoeg: {who}"), [who for who, answer in asked if answer is False]),
    )
    return " · ".join(words.format(who=_.listed(people)) for words, people in parts if people)


def phase_label(phase: Phase, _: Language) -> str:
    """Return the word for the phase of a case."""
    return _(_PHASES[phase])


def colour_label(colour: Colour, _: Language) -> str:
    """Return the colour code as a word: a colour alone tells too little."""
    return _(_COLOURS[colour])


def colour_meaning(colour: Colour, _: Language) -> str:
    """Return what the colour code says about the risk."""
    return _(_MEANINGS[colour])
