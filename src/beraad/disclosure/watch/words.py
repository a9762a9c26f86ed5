"""Words that Beraad watches for if a contact detail or a phrase is hidden, in readable form.

`watch_words` gives what a facilitator sees where a detail is typed ("Beraad let op: Huize Valkenhorst ·
Bredaseweg 12 · 4811 AB"). The search for leaks uses the same list.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterable, Iterator

from beraad.disclosure.watch.fields import pieces_in
from beraad.disclosure.watch.figures import is_public
from beraad.disclosure.watch.folding import fold
from beraad.disclosure.watch.numbers import part_of_number
from beraad.disclosure.watch.patterns import Pattern
from beraad.disclosure.watch.phrases import phrase
from beraad.disclosure.watch.pieces import Holds, Piece
from beraad.disclosure.watch.spellings import spellings_of, street_alone
from beraad.disclosure.watch.vocabulary import is_filler, is_placeholder
from beraad.terms import Strength

_AT_BEST = {Holds.STREET: Strength.POSSIBLE, Holds.PERSON: Strength.POSSIBLE, Holds.PHRASE: Strength.POSSIBLE}


@dataclasses.dataclass(frozen=True, slots=True)
class WatchWord:
    """Thing that is watched for, as a facilitator reads it, and every way to write it."""

    text: str
    strength: Strength
    """Strength at best of a text that holds it; an ordinary word is certain only with its capital."""
    patterns: tuple[Pattern, ...] = dataclasses.field(repr=False)


@dataclasses.dataclass(frozen=True, slots=True)
class People:
    """Names of everybody of a case, folded: a name that the plan has anyway gives nothing away."""

    names: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()

    @classmethod
    def called(cls, names: Iterable[str]) -> People:
        """Return the people with these names."""
        found = [_telling_words(name) for name in names]
        return cls(
            frozenset("".join(words) for words in found), frozenset(word for words in found for word in words)
        )


NOBODY = People()


def watch_words(
    kind: str | None,
    value: str,
    also: Collection[str] = (),
    struck: Collection[str] = (),
    people: People = NOBODY,
) -> tuple[WatchWord, ...]:
    """Return what is watched for if such a detail is hidden (None: a secret phrase), certain words first.

    `also` are words that the facilitator added: certain; `struck` those that are not watched, as they are
    shown. Return nothing for a placeholder (geen, onbekend), and for the names of `people` of the case.
    """
    found: dict[str, WatchWord] = {}
    not_watched = {fold(text).signs for text in struck}
    for word in (*_of_value(kind, value, people), *(one for text in also for one in _of_phrase(text))):
        key = fold(word.text).signs
        if key not in not_watched and word.patterns:
            found[key] = _merged(found[key], word) if key in found else word
    return tuple(sorted(found.values(), key=lambda word: word.strength is Strength.POSSIBLE))


def _merged(one: WatchWord, other: WatchWord) -> WatchWord:
    """Merge one word that was read out of a field in two ways."""
    strength = one.strength if Strength.POSSIBLE is other.strength else other.strength
    return WatchWord(one.text, strength, tuple(dict.fromkeys((*one.patterns, *other.patterns))))


def _of_value(kind: str | None, value: str, people: People) -> Iterator[WatchWord]:
    if kind is None:
        yield from _of_phrase(value)
    elif not is_placeholder(value):
        for piece in pieces_in(kind, value):
            if not _names_somebody(piece, people):
                yield from _of_piece(piece)


def _of_phrase(value: str) -> Iterator[WatchWord]:
    """Yield a phrase, and what else can be read out of it, such as a number in another spelling."""
    if is_public(value) and not any(map(str.isalpha, value)):
        return
    if patterns := phrase(value):
        yield WatchWord(" ".join(value.split()), Strength.CERTAIN, patterns)
    for piece in pieces_in(None, value):
        if piece.holds in (Holds.NUMBER, Holds.EMAIL, Holds.ACCOUNT, Holds.POSTCODE, Holds.ADDRESS):
            yield from _of_piece(piece)


def _of_piece(piece: Piece) -> Iterator[WatchWord]:
    text = f"{piece.text} {piece.number}".strip()
    if piece.holds is Holds.NAME and piece.what:
        text = f"{piece.what} {text}"
    by_whole_name = piece.holds is Holds.PERSON and piece.what
    at_best = Strength.CERTAIN if by_whole_name else _AT_BEST.get(piece.holds, Strength.CERTAIN)
    yield WatchWord(text, at_best, spellings_of(piece))
    if piece.holds is Holds.ADDRESS:
        yield WatchWord(piece.text, Strength.POSSIBLE, street_alone(piece.text))
    elif piece.holds is Holds.NUMBER:
        for part, patterns in part_of_number(piece.text):
            yield WatchWord(part, Strength.POSSIBLE, patterns)


def _names_somebody(piece: Piece, people: People) -> bool:
    """Return True if this is the name of somebody of the case."""
    words = _telling_words(piece.text)
    if piece.holds is Holds.NAME:
        return "".join(words) in people.names
    return piece.holds in (Holds.PERSON, Holds.PHRASE) and people.words.issuperset(words)


def _telling_words(name: str) -> list[str]:
    return [fold(word).letters for word in name.split() if not is_filler(word)]
