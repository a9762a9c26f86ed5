"""Words for the course of a case: its phase and its colour code."""

from __future__ import annotations

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


def phase_label(phase: Phase, _: Language) -> str:
    """Return the word for the phase of a case."""
    return _(_PHASES[phase])


def colour_label(colour: Colour, _: Language) -> str:
    """Return the colour code as a word: a colour alone tells too little."""
    return _(_COLOURS[colour])


def colour_meaning(colour: Colour, _: Language) -> str:
    """Return what the colour code says about the risk."""
    return _(_MEANINGS[colour])
