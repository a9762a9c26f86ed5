"""One thing to look for in a folded text, and how sure it is that a place where it stands is about it."""

from __future__ import annotations

import dataclasses
import enum
import itertools
from collections.abc import Iterator

from beraad.disclosure.watch.dictionary import is_ordinary
from beraad.disclosure.watch.folding import Folded
from beraad.disclosure.watch.vocabulary import known
from beraad.terms import Strength

_LONG_WORD = 6
"""From so many letters on, what a longer word is made with is told by that word."""
_SHORTEST_INSIDE = 4
_SHORTEST_SPREAD = 8
"""From so many digits on, a number is found with words in between."""
_AT_MOST_BETWEEN = 40
"""Letters that may stand between two parts of a number."""
_LINKS = ("", "s", "e", "en", "n")


class Edge(enum.IntEnum):
    """What may not stand right beside a needle, because it would be another number, street or word."""

    FREE = enum.auto()
    NO_DIGIT = enum.auto()
    NO_LETTER = enum.auto()
    APART = enum.auto()

    def broken_by(self, neighbour: str) -> bool:
        """Whether this neighbour, joined to the needle, makes it something else."""
        if self is Edge.FREE:
            return False
        return self is Edge.APART or neighbour.isdigit() is (self is Edge.NO_DIGIT)


class Doubt(enum.Enum):
    """What can make a place where a needle stands less than certain."""

    NONE = enum.auto()
    CAPITALS = enum.auto()
    """An ordinary word too: a name only where it is written with capitals."""
    ALL_CAPITALS = enum.auto()
    """Nothing at all unless it is written in capitals, such as AH."""
    COUNT = enum.auto()
    """An ordinary word and a number: also what is counted, and a date (naar de markt op 3 november)."""
    LONGER_WORD = enum.auto()
    """A word that may be part of a longer one."""
    PART = enum.auto()
    """The beginning or the end of a telephone number: also what is counted, an hour, a date."""


@dataclasses.dataclass(frozen=True, slots=True)
class Hit:
    """Where something was found: from one letter of the folded text up to another."""

    start: int
    end: int
    strength: Strength


@dataclasses.dataclass(frozen=True, slots=True)
class Needle:
    """One thing to look for, folded, and what it must stand apart from."""

    letters: str
    before: Edge = Edge.APART
    after: Edge = Edge.APART
    number: bool = False
    """Letters that look like digits count as digits."""
    shape: tuple[bool, ...] = ()
    """Of a phrase: where its own words begin."""
    strength: Strength = Strength.CERTAIN
    """What it is at best."""
    doubt: Doubt = Doubt.NONE
    capitals: tuple[int, ...] = (0,)
    """Which of its letters a name has as capitals."""

    def found_in(self, text: Folded) -> Hit | None:
        """The surest place where it occurs in `text`."""
        best: Hit | None = None
        for hit in self._hits(text):
            if hit.strength is Strength.CERTAIN:
                return hit
            best = best or hit
        return best

    def _hits(self, text: Folded) -> Iterator[Hit]:
        letters = text.numbers if self.number else text.letters
        start = letters.find(self.letters)
        while start >= 0:
            end = start + len(self.letters)
            strength = self._judged(text, start, end) if self._stands(text, start, end) else None
            if strength is not None:
                yield Hit(start, end, strength)
            start = letters.find(self.letters, start + 1)
        if self.number and len(self.letters) >= _SHORTEST_SPREAD - 2:
            yield from self._spread_in(text)

    def _spread_in(self, text: Folded) -> Iterator[Hit]:
        """Where the digits stand with words in between: 06 7700 en dan 1101."""
        for digits in text.digits:
            start = digits.read.find(self.letters)
            while start >= 0:
                places = digits.places[start : start + len(self.letters)]
                gaps = [after - before for before, after in itertools.pairwise(places)]
                if len(self.letters) >= _SHORTEST_SPREAD or max(gaps) <= _AT_MOST_BETWEEN:
                    whole = self.before is Edge.FREE or _is_whole(digits.places, start, len(self.letters))
                    if whole:
                        yield Hit(places[0], places[-1] + 1, self.strength)
                start = digits.read.find(self.letters, start + 1)

    def _stands(self, text: Folded, start: int, end: int) -> bool:
        joined = text.joined
        runs_on = end < len(joined) and joined[end]
        if joined[start] and self.before.broken_by(text.letters[start - 1]):
            return False
        if runs_on and self.after.broken_by(text.letters[end]):
            return False
        # A phrase may stand inside a longer word, but is not read out of two (de urenlijst: deur).
        return not (self._parts(joined, start, end) and (joined[start] or runs_on))

    def _parts(self, joined: tuple[bool, ...], start: int, end: int) -> list[int]:
        """Where a word begins that is none of its own, counted from `start`."""
        inside = zip(self.shape[1:], joined[start + 1 : end], strict=False)
        return [at for at, (was, now) in enumerate(inside, start=1) if was and not now]

    def _judged(self, text: Folded, start: int, end: int) -> Strength | None:
        match self.doubt:
            case Doubt.CAPITALS:
                capital = all(text.is_capital(start + at) for at in self.capitals)
                return self.strength if capital else Strength.POSSIBLE
            case Doubt.ALL_CAPITALS:
                return self.strength if all(map(text.is_capital, range(start, end))) else None
            case Doubt.COUNT:
                capital = any(text.is_capital(at) for at in range(start, end) if text.letters[at].isalpha())
                counted = _words_round(text, start, end)[1] in known("counted")
                return Strength.POSSIBLE if counted or not capital else self.strength
            case Doubt.PART:
                return self.strength if self._is_part_of_number(text, start, end) else None
            case Doubt.LONGER_WORD:
                return self._as_word(text, start, end)
            case _:
                return self.strength

    def _is_part_of_number(self, text: Folded, start: int, end: int) -> bool:
        """Whether these digits stand alone: no hour, no date, nothing that is counted, no other number."""
        if any(sign in ":.,-/€" for sign in text.between(start, end - 1)):
            return False
        before, behind = _words_round(text, start, end)
        another = before[-1:].isdigit() or behind[:1].isdigit()
        return not another and behind not in known("counted")

    def _as_word(self, text: Folded, start: int, end: int) -> Strength | None:
        """How sure a secret word is that stands inside a longer word, or is read out of parts."""
        before, after = _rest_of_word(text, start, end)
        parts = self._parts(text.joined, start, end)
        if parts:
            pieces = [
                self.letters[a:b] for a, b in zip((0, *parts), (*parts, len(self.letters)), strict=True)
            ]
            by_space = text.between(start, end - 1).isprintable() and "-" not in text.between(start, end - 1)
            are_words = all(len(piece) > 1 and is_ordinary(piece) for piece in pieces)
            return Strength.POSSIBLE if by_space and are_words else self.strength
        if not (before or after):
            return self.strength
        if len(self.letters) < _SHORTEST_INSIDE:
            return None
        if not before and after in known("suffixes"):
            return Strength.POSSIBLE
        made = all(_is_part(rest) for rest in (before, after) if rest)
        if len(self.letters) >= _LONG_WORD:
            return self.strength if made or not is_ordinary(before + self.letters + after) else None
        return Strength.POSSIBLE if made else None


@dataclasses.dataclass(frozen=True, slots=True)
class Sign:
    """A code without a letter or a digit, such as a picture of an umbrella."""

    signs: str
    letters = ""
    """None: no text is too short to hold it."""
    number = False

    def found_in(self, text: Folded) -> Hit | None:
        """A place of no length where it occurs in `text`."""
        return Hit(0, 0, Strength.CERTAIN) if self.signs in text.signs else None


def _is_whole(places: tuple[int, ...], start: int, length: int) -> bool:
    """Whether no digit stands right before or behind these."""
    end = start + length
    free_before = start == 0 or places[start] - places[start - 1] > 1
    return free_before and (end == len(places) or places[end] - places[end - 1] > 1)


def _words_round(text: Folded, start: int, end: int) -> tuple[str, str]:
    """The word before these letters and the one behind them."""
    at, before = 0, ""
    for word in text.words:
        if at >= end:
            return before, word
        if at + len(word) <= start:
            before = word
        at += len(word)
    return before, ""


def _rest_of_word(text: Folded, start: int, end: int) -> tuple[str, str]:
    """What stands joined before and behind these letters."""
    at = 0
    before = after = ""
    for word in text.words:
        if at <= start < at + len(word):
            before = word[: start - at]
        if at < end <= at + len(word):
            after = word[end - at :]
        at += len(word)
    return before, after


def _is_part(rest: str) -> bool:
    """Whether a longer word can be made with this: regen- of regenparaplu, -bak of paraplubak."""
    stems = (rest.removesuffix(link) for link in _LINKS if rest.endswith(link))
    heads = (rest.removeprefix(link) for link in _LINKS if rest.startswith(link))
    return rest in _LINKS or any(
        len(part) > 2 and part not in known("prefixes") and is_ordinary(part) for part in (*stems, *heads)
    )
