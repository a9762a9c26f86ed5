"""Words for the register of papers that were handed out."""

from __future__ import annotations

import datetime as dt
from typing import Protocol

from beraad.i18n import N_, Language
from beraad.terms import PaperPlace, PaperState

_PLACES = {
    PaperPlace.HOME: N_("thuis"),
    PaperPlace.WORKER: N_("bij de hulpverlener"),
    PaperPlace.ELSEWHERE: N_("ergens anders"),
}
_STATES = {
    PaperState.OUT: N_("uitgedeeld"),
    PaperState.RETURNED: N_("teruggekregen"),
    PaperState.DESTROYED: N_("vernietigd"),
}


class Handed(Protocol):
    """Paper that was handed out, as far as words need it."""

    @property
    def version(self) -> int:
        """As its reader counts versions."""

    @property
    def card(self) -> bool:
        """True for a separate card."""

    @property
    def where(self) -> PaperPlace:
        """Place of the paper."""

    @property
    def where_note(self) -> str | None:
        """Place in words."""

    @property
    def state(self) -> PaperState:
        """State of the paper."""

    @property
    def state_on(self) -> dt.date | None:
        """Day of the state."""


def paper_label(paper: Handed, _: Language) -> str:
    """Return what paper it is, with its version."""
    label = _("aparte kaart, versie {version}") if paper.card else _("versie {version}")
    return label.format(version=paper.version)


def place_name(place: PaperPlace, _: Language) -> str:
    """Return the name of a kind of place."""
    return _(_PLACES[place])


def state_name(state: PaperState, _: Language) -> str:
    """Return the name of a state."""
    return _(_STATES[state])


def place_label(paper: Handed, _: Language) -> str:
    """Return where a paper lies: in own words if there are any."""
    return paper.where_note or place_name(paper.where, _)


def state_label(paper: Handed, _: Language) -> str:
    """Return what became of a paper, and when."""
    name = state_name(paper.state, _)
    return f"{name} {_.date_short(paper.state_on)}" if paper.state_on else name
