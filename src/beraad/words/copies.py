"""Sentences about copies on paper: which were made, which were not, and what is left off them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from beraad.codes import NoCopy, NotInPaper
from beraad.i18n import N_, Language
from beraad.places import Place
from beraad.terms import LeftOff
from beraad.words.remarks import Leak, leak_sentence

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

_NO_COPY = {
    NoCopy.LEAK: N_("wordt niet gemaakt: er staat iets in wat deze persoon niet mag weten"),
    NoCopy.PAPER: N_("geen papier"),
}
_NO_COPY_OF = {
    NoCopy.LEAK: N_("{called} krijgt geen exemplaar."),
    NoCopy.PAPER: N_("{called} krijgt geen papier."),
}
_NO_COPY_WHY = {
    NoCopy.LEAK: N_("Het exemplaar van {name} wordt niet gemaakt. {why} Pas de tekst aan."),
    NoCopy.PAPER: N_("{name} krijgt geen papier. Zo is het afgesproken."),
}
_NOT_IN_PAPER = {
    NotInPaper.HIDDEN: N_("mag dit niet zien"),
    NotInPaper.CARD: N_("heeft dit op een aparte kaart"),
    NotInPaper.CHILDS_COPY: N_("krijgt een exemplaar voor kinderen"),
    NotInPaper.NO_ANSWER: N_("gaf hier geen antwoord"),
}


class MeantForChild(Protocol):
    """Item that is left off a child's copy, as far as its sentence needs it."""

    @property
    def place(self) -> Place:
        """Place in the case."""

    @property
    def why(self) -> LeftOff:
        """Reason."""

    @property
    def text(self) -> str:
        """Its text; for somebody whom the child chose, the name in the plan."""

    @property
    def words(self) -> Sequence[str]:
        """Words because of which it was left off."""


def no_copy_label(why: NoCopy, _: Language) -> str:
    """Return why somebody gets no copy, behind the name."""
    return _(_NO_COPY[why])


def no_copy_in_short(why: NoCopy, called: str, _: Language) -> str:
    """Return that somebody gets no copy."""
    return _(_NO_COPY_OF[why]).format(called=called)


def no_copy_sentence(why: NoCopy, name: str, leak: Leak | None, _: Language) -> str:
    """Return that somebody gets no copy and why, with the leak if that is the reason, and what to do."""
    told = leak_sentence(leak, _) if leak else ""
    return _(_NO_COPY_WHY[why]).format(name=name, why=told)


def not_in_paper_label(why: NotInPaper, _: Language) -> str:
    """Return why an item does not stand in the paper of somebody, in words about this person."""
    return _(_NOT_IN_PAPER[why])


def together_summary(pairs: Sequence[tuple[str, str]], _: Language) -> str:
    """Return whose papers (names) betray something if they lie together."""
    named = " · ".join(_("{one} en {other}").format(one=one, other=other) for one, other in pairs)
    return _("Naast elkaar verraden papieren iets: {pairs}.").format(pairs=named)


def left_off_sentence(item: MeantForChild, child: str, _: Language) -> str:
    """Return what is left off the copy of this `child` (a name), and which words are the reason."""
    if item.place.kind == "people":
        return _(_WHY_PERSON[item.why]).format(person=item.text, child=child)
    why = _(_WHY[item.why]).format(child=child, words=_.listed(item.words))
    return _("Niet op het papier van {child}: „{text}” ({why}).").format(child=child, text=item.text, why=why)


def withheld_summary(count: int, _: Language) -> str:
    """Return how many copies were withheld because of a leak."""
    return _.ngettext(
        "{count} exemplaar is niet gemaakt. De andere zijn wel gemaakt.",
        "{count} exemplaren zijn niet gemaakt. De andere zijn wel gemaakt.",
        count,
    ).format(count=count)


def removed_summary(files: Sequence[str], _: Language) -> str:
    """Return which older copies were removed from the folder."""
    told = _.ngettext(
        "Een ouder exemplaar is uit de map gehaald: {files}.",
        "{count} oudere exemplaren zijn uit de map gehaald: {files}.",
        len(files),
    )
    return told.format(count=len(files), files=", ".join(files))


def not_home_summary(names: Sequence[str], _: Language) -> str:
    """Return whose paper waits somewhere else: it may not go home with them."""
    return _("Niet mee naar huis: {names}.").format(names=_.listed(names))


def cards_summary(names: Sequence[str], _: Language) -> str:
    """Return who has a separate card: it must not lie beside the paper that others may see."""
    return _("Aparte kaart, niet bij het papier bewaren: {names}.").format(names=_.listed(names))


def unwritable_summary(words: Sequence[str], _: Language) -> str:
    """Return for which names and words paper has no letters."""
    told = _(
        "Hiervoor zijn op papier geen letters, daar staan puntjes: {words}. "
        "Schrijf in Beraad hoe het in letters is."
    )
    return told.format(words=", ".join(words))


def remarks_summary(count: int, _: Language) -> str:
    """Return how many texts may tell a hidden detail; the copies were made."""
    return _.ngettext(
        "{count} tekst gaat misschien over een verborgen gegeven. Er is wel geprint: kijk in copies.json.",
        "{count} teksten gaan misschien over een verborgen gegeven. Er is wel geprint: kijk in copies.json.",
        count,
    ).format(count=count)
