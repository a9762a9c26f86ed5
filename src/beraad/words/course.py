"""Words for the course of a case: its phase and its colour code."""

from beraad.i18n import _
from beraad.terms import Colour, Phase


def phase_label(phase: Phase) -> str:
    """Where a case is in its course."""
    return {
        Phase.INTENSIVE: _("intensieve fase"),
        Phase.MONITOR: _("monitorfase"),
        Phase.CLOSED: _("afgesloten"),
        Phase.ENDED_EARLY: _("vroegtijdig beëindigd"),
    }[phase]


def colour_label(colour: Colour) -> str:
    """The colour code in a word: a colour alone tells too little."""
    return {
        Colour.RED: _("rood"),
        Colour.ORANGE: _("oranje"),
        Colour.YELLOW: _("geel"),
        Colour.GREEN: _("groen"),
    }[colour]


def colour_meaning(colour: Colour) -> str:
    """What the colour code says about the risk."""
    return {
        Colour.RED: _("rood: direct gevaar"),
        Colour.ORANGE: _("oranje: gevaar binnen twee maanden"),
        Colour.YELLOW: _("geel: gevaar op langere termijn"),
        Colour.GREEN: _("groen: kleine kans op herhaling"),
    }[colour]
