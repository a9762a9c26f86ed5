"""Sentences about a text: whose hidden detail it tells, and how it could be said better."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from beraad.codes import WayOut
from beraad.i18n import N_, Language
from beraad.places import Place
from beraad.terms import ContactKind, Remark, Strength
from beraad.words.people import detail_of

_REMARKS = {
    Remark.LABEL: N_("„{words}” zegt wat iemand is. Wat deed iemand?"),
    Remark.VAGUE: N_("„{words}” is vaag. Hoe vaak, of wat precies?"),
    Remark.LONG_SENTENCE: N_("Lange zin: {count} woorden. Maak er twee van."),
    Remark.HARD_WORD: N_("„{words}” is een moeilijk woord. Kan het gewoner?"),
    Remark.HARD_TEXT: N_("Deze tekst leest moeilijk. Kan het met kortere woorden?"),
    Remark.OTHER_TIME: N_("„{words}” is niet de tijd die erbij is gekozen. Wat klopt?"),
}
_PLACES = {
    "statements": N_("uitspraak {id}"),
    "agreements": N_("afspraak {id}"),
    "scales": N_("schaalvraag {id}"),
    "emergency": N_("noodplan, stap {id}"),
    "answers": N_("het antwoord van {id}"),
    "people": N_("de gegevens van {id}"),
    "time_out": N_("de time-out"),
    "next_meeting": N_("de volgende datum"),
}
_NAMED = 2
"""Most people named on a link; more are named in the sentence above it."""


@runtime_checkable
class Leak(Protocol):
    """Text that tells somebody a hidden detail, as far as its sentence needs it."""

    @property
    def place(self) -> Place:
        """Place of the text in the case."""

    @property
    def owner(self) -> str | None:
        """Name of the owner of the detail; None for a phrase."""

    @property
    def kind(self) -> str | None:
        """`ContactKind` of the detail; None for a phrase."""

    @property
    def reaches(self) -> Sequence[str]:
        """Names of the people who may not have it."""

    @property
    def strength(self) -> Strength:
        """A possible leak is asked about."""

    @property
    def words(self) -> Sequence[str]:
        """Words of the text that tell it."""


class Remarked(Protocol):
    """Remark about a text, as far as its sentence needs it."""

    @property
    def remark(self) -> Remark:
        """Kind of remark."""

    @property
    def words(self) -> str:
        """Words that it is about."""

    @property
    def count(self) -> int:
        """Number of words of a long sentence."""

    @property
    def leak(self) -> Leak | None:
        """Leak that the text would be."""


def leak_sentence(leak: Leak, _: Language) -> str:
    """Return which words of which text tell whose detail, and to whom; a question if it is only possible."""
    return leak_sentence_in(place_label(leak.place, _), leak, _)


def leak_sentence_in(place: str, leak: Leak, _: Language) -> str:
    """Return the same for a text that `place` describes, e.g. by its first words."""
    told = detail_of(ContactKind(leak.kind), leak.owner or "", _) if leak.kind else _("een geheim woord")
    words = _.listed([f"„{word}”" for word in leak.words])
    if leak.strength is Strength.POSSIBLE:
        sentence = _.ngettext(
            "In {place} staat {words}. Gaat dat over {told}? Dat mag {reaches} niet weten.",
            "In {place} staat {words}. Gaat dat over {told}? Dat mogen {reaches} niet weten.",
            len(leak.reaches),
        )
    elif leak.words:
        sentence = _.ngettext(
            "In {place} staat {words}: {told}. Dat mag {reaches} niet weten.",
            "In {place} staat {words}: {told}. Dat mogen {reaches} niet weten.",
            len(leak.reaches),
        )
    else:
        sentence = _.ngettext(
            "In {place} staat {told}; dat mag {reaches} niet weten.",
            "In {place} staat {told}; dat mogen {reaches} niet weten.",
            len(leak.reaches),
        )
    return sentence.format(place=place, told=told, words=words, reaches=_.listed(leak.reaches))


def leak_sentence_here(leak: Leak, _: Language) -> str:
    """Return the same for the text beside which it is said."""
    return leak_sentence_in(_("deze tekst"), leak, _)


def place_label(place: Place, _: Language) -> str:
    """Return the words for a place: meetings/b1/emergency/2/number is the emergency plan, step 2."""
    item = place.of_meeting or place
    words = _PLACES.get(item.kind)
    return _(words).format(id=item.id) if words else _("de kop van het plan")


def remark_sentence(remark: Remarked, _: Language) -> str:
    """Return what is remarkable in a text that is typed, and what could be done about it."""
    if remark.leak is not None:
        return leak_sentence_here(remark.leak, _)
    return _(_REMARKS[remark.remark]).format(words=remark.words, count=remark.count)


def way_out_label(way: WayOut, people: Sequence[str], _: Language) -> str:
    """Return a way out for a leak that would reach these people (names), as a link."""
    match way:
        case WayOut.CHANGE_TEXT:
            return _("Ga erheen")
        case WayOut.LET_KNOW if len(people) > _NAMED:
            return _("Deze {count} mensen mogen dit weten").format(count=len(people))
        case WayOut.LET_KNOW:
            words = _.ngettext("{people} mag dit weten", "{people} mogen dit weten", len(people))
            return words.format(people=_.listed(people))
        case WayOut.ONLY_WHO_MAY_KNOW:
            return _("Alleen voor wie het mag weten")
        case WayOut.ABOUT_SOMETHING_ELSE:
            return _("Dit gaat over iets anders")
