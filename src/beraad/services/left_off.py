"""Says what is meant for a child and left off its copy, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from beraad.disclosure.childs_views import ConsoleLeftOff
from beraad.i18n import N_, _, format_list
from beraad.terms import LeftOff

_WHY = {
    LeftOff.FEARED: N_("van {words} kan gevaar komen"),
    LeftOff.UNKNOWN_NAME: N_("zo heet niemand in deze zaak: {words}"),
    LeftOff.ORGANISATION: N_("er staat een organisatie in: {words}"),
    LeftOff.TASK: N_("{child} moet dan zelf iets doen"),
    LeftOff.NOT_TOLD: N_("voor {child} is niet duidelijk wie dit is: {words}"),
}
_WHY_PERSON = {
    LeftOff.FEARED: N_("{person} staat niet op het papier van {child}: van {person} kan gevaar komen."),
    LeftOff.NO_NUMBER: N_(
        "{person} staat niet op het papier van {child}: er is geen nummer dat {child} mag hebben."
    ),
}
"""Sentences about somebody whom the child chose to call."""


def left_off_sentences(found: Iterable[ConsoleLeftOff], names: Mapping[str, str]) -> Iterator[str]:
    """Yield a sentence for each; `names` are the names the plan uses, by id."""
    for item in found:
        yield left_off_sentence(item, names[item.child])


def left_off_sentence(item: ConsoleLeftOff, child: str) -> str:
    """Say what is left off the copy of this `child`, and which words are the reason."""
    if item.place.startswith("people/"):
        return _(_WHY_PERSON[item.why]).format(person=item.text, child=child)
    why = _(_WHY[item.why]).format(child=child, words=format_list(list(item.words)))
    return _("Niet op het papier van {child}: „{text}” ({why}).").format(child=child, text=item.text, why=why)
