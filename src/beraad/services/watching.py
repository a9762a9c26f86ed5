"""Watch words of a hidden detail, as the windows show and change them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from beraad.disclosure.watch.vocabulary import is_placeholder
from beraad.disclosure.watch.words import People, watch_words
from beraad.models import Case
from beraad.models.names import told_apart
from beraad.terms import ContactKind, Strength

__all__ = ["WatchWordLine", "is_placeholder", "not_watched", "watched"]


def not_watched(case: Case) -> tuple[str, ...]:
    """Return who in a case has a detail that says there is none (geen): saved, and not watched."""
    names = told_apart(case.people)
    return tuple(
        names[person.id]
        for person in case.people
        if any(is_placeholder(detail.value) for detail in person.contact)
    )


@dataclass(frozen=True, slots=True)
class WatchWordLine:
    """Watch word as a chip shows it."""

    text: str
    strength: Strength
    added: bool = False
    """True if the facilitator added it: struck, it goes from `watch_also`, and not into `watch_not`."""
    struck: bool = False
    """True if it is not watched: shown only so that it can be taken back."""


def watched(
    kind: ContactKind | None,
    value: str,
    also: Collection[str] = (),
    struck: Collection[str] = (),
    names: Iterable[str] = (),
) -> tuple[WatchWordLine, ...]:
    """Return the words that are watched when this detail (None: this secret phrase) is hidden.

    `also` and `struck` are `watch_also` and `watch_not` as stored; `names` are what everybody in the case is
    called and named, which gives nothing away. Words for the chips: certain ones first, the struck ones last.
    None for a placeholder (geen, onbekend).
    """
    people = People.called(names)
    words = watch_words(kind, value, also, (), people)
    own = {word.text for word in watch_words(kind, value, (), (), people)}
    left = {word.text for word in watch_words(kind, value, also, struck, people)}
    lines = [
        WatchWordLine(word.text, word.strength, word.text not in own, word.text not in left) for word in words
    ]
    return tuple(sorted(lines, key=lambda line: line.struck))
