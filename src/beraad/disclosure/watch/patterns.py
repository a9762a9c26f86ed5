"""Patterns: things to look for in a folded text, and how sure it is that a find is about them."""

from __future__ import annotations

import dataclasses
import enum
import itertools
import re
from collections.abc import Iterator
from typing import ClassVar

from beraad.disclosure.watch.context import is_of_person, is_part, is_place_to_be, rest_of_word, words_round
from beraad.disclosure.watch.dictionary import is_name, is_ordinary
from beraad.disclosure.watch.figures import are_other
from beraad.disclosure.watch.folding import Folded
from beraad.disclosure.watch.vocabulary import known
from beraad.terms import Strength

_LONG_WORD = 6
"""Number of letters from which on a word tells also inside a longer word."""
_SHORTEST_INSIDE = 4
_SHORTEST_SPREAD = 8
"""Number of digits from which on a number is found with words in between."""
_LOOSE_DIGITS = 3
"""Most digits beside an hour or a public number that, with words in between, make no number."""
_AT_MOST_BETWEEN = 40
"""Most letters between two parts of a number."""
_NEAR = 8
"""Number of words within which the telling words of a phrase stand together."""
_SENTENCE_END = re.compile(r"[.!?]\s|\n\s*\n")
_BEFORE_A_HOUSE = frozenset(
    ("nummer", "nr", "huisnummer", "huisnr", "no", "bij", "op", "huis", "deur", "woning")
)


class Edge(enum.IntEnum):
    """Characters that may not adjoin a pattern, because it would be another number, street or word."""

    FREE = enum.auto()
    NO_DIGIT = enum.auto()
    NO_LETTER = enum.auto()
    APART = enum.auto()

    def broken_by(self, neighbour: str) -> bool:
        """Return True if this neighbour, joined to the pattern, makes it something else."""
        if self is Edge.FREE:
            return False
        return self is Edge.APART or neighbour.isdigit() is (self is Edge.NO_DIGIT)


class Doubt(enum.Enum):
    """Reasons for which a find of a pattern is less than certain."""

    NONE = enum.auto()
    CAPITALS = enum.auto()
    """Ordinary word too: a name only if it is written with capitals."""
    ORDINARY = enum.auto()
    """Ordinary word too, with or without capitals: a place only if somebody is or goes there."""
    ANOTHERS_MAIL = enum.auto()
    """Firm of an e-mail address: others have mail there too."""
    ALL_CAPITALS = enum.auto()
    """Abbreviation such as AH: counts only in capitals."""
    LONGER_WORD = enum.auto()
    """Word that may be part of a longer one."""
    SPELLED_APART = enum.auto()
    """Account of ordinary words: written apart, it is those words (femkefietst, Femke fietst)."""
    AS_TYPED = enum.auto()
    """Name with a dot or a stroke in it: counts only if it is written so (jan.smit)."""
    PART = enum.auto()
    """Beginning or end of a telephone number: may also be a count, an hour or a date."""


@dataclasses.dataclass(frozen=True, slots=True)
class Hit:
    """Place of a find, from one letter of the folded text up to another."""

    start: int
    end: int
    strength: Strength


@dataclasses.dataclass(frozen=True, slots=True)
class TextPattern:
    """Thing to look for, folded, and what it must stand apart from."""

    letters: str
    before: Edge = Edge.APART
    after: Edge = Edge.APART
    number: bool = False
    """True if letters that look like digits count as digits."""
    shape: tuple[bool, ...] = ()
    """For a phrase: the positions where its own words begin."""
    strength: Strength = Strength.CERTAIN
    """Strength of a find at best."""
    doubt: Doubt = Doubt.NONE
    capitals: tuple[int, ...] = (0,)
    """Positions of the letters that are capitals in the name."""

    def spans(self, letters: str, at: int, boundary: int) -> bool:
        """Return True if it could stand on both sides of a boundary, if its letters begin at `at`."""
        return at < boundary < at + len(self.letters) and letters.startswith(self.letters, at)

    def found_in(self, text: Folded) -> Hit | None:
        """Return the surest place where it occurs in `text`; None if it does not."""
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
        """Yield the places where the digits stand with words in between: 06 7700 en dan 1101."""
        for digits in text.digits:
            start = digits.read.find(self.letters)
            while start >= 0:
                places = digits.places[start : start + len(self.letters)]
                gaps = [after - before for before, after in itertools.pairwise(places)]
                if len(self.letters) >= _SHORTEST_SPREAD or max(gaps) <= _AT_MOST_BETWEEN:
                    whole = self.before is Edge.FREE or _is_whole(digits.places, start, len(self.letters))
                    if whole and not are_other(text, places, but=_LOOSE_DIGITS):
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
        """Return the starts of words that are none of its own, counted from `start`."""
        inside = zip(self.shape[1:], joined[start + 1 : end], strict=False)
        return [at for at, (was, now) in enumerate(inside, start=1) if was and not now]

    def _judged(self, text: Folded, start: int, end: int) -> Strength | None:
        if self.letters.isdigit() and are_other(text, range(start, end)):
            return None
        if self.number and 2 * sum(map(str.isdigit, text.letters[start:end])) < end - start:
            # Letters that look like digits are some between digits, and not a word.
            return None
        match self.doubt:
            case Doubt.CAPITALS:
                return self._as_name(text, start, end)
            case Doubt.SPELLED_APART:
                return self._as_account(text, start, end)
            case Doubt.LONGER_WORD:
                return self._as_word(text, start, end)
        return self.strength if self._is_meant(text, start, end) else None

    def _is_meant(self, text: Folded, start: int, end: int) -> bool:
        match self.doubt:
            case Doubt.ORDINARY:
                named = text.is_capital(start) and not text.begins_sentence(start)
                return named or is_place_to_be(text, start, end)
            case Doubt.ANOTHERS_MAIL:
                return text.sign_before(start) != "@"
            case Doubt.AS_TYPED:
                between = text.between(start, end - 1)
                return not {".", "_"}.isdisjoint(between) and not any(map(str.isspace, between))
            case Doubt.ALL_CAPITALS:
                return all(map(text.is_capital, range(start, end)))
            case Doubt.PART:
                return self._is_part_of_number(text, start, end)
        return True

    def _as_account(self, text: Folded, start: int, end: int) -> Strength:
        apart = any(map(str.isspace, text.between(start, end - 1)))
        known_words = all(is_ordinary(word) or is_name(word) for word in text.written(start, end).split())
        return Strength.POSSIBLE if apart and known_words else self.strength

    def _as_name(self, text: Folded, start: int, end: int) -> Strength | None:
        """Return how sure ordinary words are a name: capitals say so, except at a sentence's start."""
        # Written as one word, only its beginning can be a capital.
        begins = [start + at for at in self.capitals if not (at and text.joined[start + at])]
        if not all(map(text.is_capital, begins)):
            return Strength.POSSIBLE if is_place_to_be(text, start, end) else None
        if self.strength is Strength.POSSIBLE:
            return self.strength if is_place_to_be(text, start, end) else None
        sentence = len(begins) == 1 and text.begins_sentence(start)
        return Strength.POSSIBLE if sentence or is_of_person(text, start, end) else self.strength

    def _is_part_of_number(self, text: Folded, start: int, end: int) -> bool:
        """Return True if these digits stand alone: no hour, no date, no count, no other number."""
        if any(sign in ":.,-/€" for sign in text.between(start, end - 1)):
            return False
        before, behind = words_round(text, start, end)
        another = before[-1:].isdigit() or behind[:1].isdigit()
        return not another and behind not in known("counted")

    def _as_word(self, text: Folded, start: int, end: int) -> Strength | None:
        """Return how sure a secret word is that stands inside a longer word, or is read out of parts."""
        if parts := self._parts(text.joined, start, end):
            return self._as_parts(text, start, end, parts)
        before, after = rest_of_word(text, start, end)
        if not (before or after):
            return self.strength
        whole = before + self.letters + after
        if len(self.letters) < _SHORTEST_INSIDE:
            return None
        if not before and after in known("forms_behind") and not is_ordinary(whole):
            return self.strength
        # Maandag is no maan and a weekend no week; a paraplubak may be about the paraplu.
        short = not before and len(self.letters) < _LONG_WORD
        other = short and is_ordinary(whole) and after not in known("suffixes")
        return Strength.POSSIBLE if not other and self._makes(whole, before, after) else None

    def _makes(self, whole: str, before: str, after: str) -> bool:
        """Return True if the longer word is a compound with this one."""
        if not before and after in known("suffixes"):
            return True
        made = all(is_part(rest) for rest in (before, after) if rest)
        return made or (len(self.letters) >= _LONG_WORD and not is_ordinary(whole))

    def _as_parts(self, text: Folded, start: int, end: int, parts: list[int]) -> Strength:
        pieces = [self.letters[a:b] for a, b in zip((0, *parts), (*parts, len(self.letters)), strict=True)]
        between = text.between(start, end - 1)
        by_space = between.isprintable() and "-" not in between
        are_words = all(len(piece) > 1 and is_ordinary(piece) for piece in pieces)
        return Strength.POSSIBLE if by_space and are_words else self.strength


@dataclasses.dataclass(frozen=True, slots=True)
class HousePattern:
    """Street with a number, in either order: Kerkweg 3, Kerkweg nr. drie, op 3 in de Kerkweg."""

    letters: str
    """Name of the street, folded."""
    house: str
    """House number, in digits."""
    spelled: tuple[str, ...] = ()
    """House number in words."""
    ordinary: bool = False
    """True if it is an ordinary word too: naar de markt op 3 is sure only with a capital."""
    number: ClassVar[bool] = False
    reach: ClassVar[int] = 20
    """Most letters between the street and its number."""

    def spans(self, letters: str, at: int, boundary: int) -> bool:
        """Return True if it could stand on both sides of a boundary, if its letters begin at `at`."""
        if not letters.startswith(self.letters, at):
            return False
        beside = slice(boundary, boundary + self.reach)
        if at >= boundary:
            beside = slice(max(0, boundary - self.reach), boundary)
        elif at + len(self.letters) > boundary:
            return True
        return any(number in letters[beside] for number in (self.house, *self.spelled))

    def found_in(self, text: Folded) -> Hit | None:
        """Return the surest place where it occurs in `text`; None if it does not."""
        best: Hit | None = None
        if not any(number in text.letters for number in (self.house, *self.spelled)):
            return None
        start = text.letters.find(self.letters)
        while start >= 0:
            end = start + len(self.letters)
            for hit in (
                self._with_number_behind(text, start, end),
                self._with_number_before(text, start, end),
            ):
                if hit and hit.strength is Strength.CERTAIN:
                    return hit
                best = best or hit
            start = text.letters.find(self.letters, start + 1)
        return best

    def _with_number_behind(self, text: Folded, start: int, end: int) -> Hit | None:
        if text.joined[start]:
            return None
        for between in (*known("before_a_number"), "op", ""):
            if not text.letters.startswith(between, end):
                continue
            at = end + len(between)
            for number in (self.house, *self.spelled):
                stop = at + len(number)
                if text.letters.startswith(number, at) and self._ends(text, stop, number):
                    # Op de dam 2 uur gewacht is no address; op de dam 2 is.
                    counts = are_other(text, range(at, stop)) if number is self.house else False
                    counts = counts or words_round(text, start, stop)[1] in known("counted")
                    if self.ordinary and counts and not text.is_capital(start):
                        continue
                    loose = self.ordinary and (counts or between == "op")
                    return Hit(start, stop, self._strength(text, start, stop) if loose else Strength.CERTAIN)
        return self._with_words_between(text, end)

    def _with_words_between(self, text: Folded, end: int) -> Hit | None:
        """Return a find with the number further on: op de Beukenlaan en wij hebben nummer 33."""
        at = 0
        before = ""
        for word in text.words:
            if at > end + _AT_MOST_BETWEEN:
                break
            is_number = word in self.spelled or re.fullmatch(rf"{re.escape(self.house)}[a-z]?", word)
            if at >= end and is_number and before in _BEFORE_A_HOUSE and not self.ordinary:
                strength = self._strength_of_counted(text, at, at + len(word))
                return Hit(end - len(self.letters), at + len(word), strength)
            before = word
            at += len(word)
        return None

    def _strength_of_counted(self, text: Folded, start: int, stop: int) -> Strength:
        counted = words_round(text, start, stop)[1] in known("counted")
        return Strength.POSSIBLE if counted else Strength.CERTAIN

    def _with_number_before(self, text: Folded, start: int, end: int) -> Hit | None:
        if end < len(text.joined) and text.joined[end] and text.letters[end].isalpha():
            return None
        before = text.letters[:start]
        for between in ("", *known("in_the")):
            found = re.search(rf"{re.escape(self.house)}([a-z]?){between}$", before[-_AT_MOST_BETWEEN:])
            if found and (not found[1] or text.joined[start - len(between) - 1]):
                first = start - len(found[0])
                if not (text.joined[first] and text.letters[first - 1].isdigit()):
                    loose = self.ordinary and between
                    return Hit(first, end, self._strength(text, start, end) if loose else Strength.CERTAIN)
        return None

    def _ends(self, text: Folded, stop: int, number: str) -> bool:
        """Return True if the number ends here: a letter may follow digits (14a)."""
        runs_on = stop < len(text.joined) and text.joined[stop]
        return not runs_on or (number is self.house and not text.letters[stop].isdigit())

    def _strength(self, text: Folded, start: int, stop: int) -> Strength:
        counted = words_round(text, start, stop)[1] in known("counted")
        return Strength.CERTAIN if text.is_capital(start) and not counted else Strength.POSSIBLE


@dataclasses.dataclass(frozen=True, slots=True)
class SignPattern:
    """Code without a letter or a digit, such as a picture of an umbrella."""

    signs: str
    letters: ClassVar[str] = ""
    """No letters: no text is too short to hold it."""
    number: ClassVar[bool] = False

    def spans(self, letters: str, at: int, boundary: int) -> bool:  # noqa: ARG002 - the form of what is sought
        """Return False: a sign is in one text or in none."""
        return False

    def found_in(self, text: Folded) -> Hit | None:
        """Return a find of no length if it occurs in `text`; else None."""
        return Hit(0, 0, Strength.CERTAIN) if self.signs in text.signs else None


@dataclasses.dataclass(frozen=True, slots=True)
class WordsPattern:
    """Telling words of a phrase, near each other in one sentence, in any order and in any form."""

    words: tuple[frozenset[str], ...]
    """Forms of each word, folded."""
    strength: Strength = Strength.CERTAIN
    letters: ClassVar[str] = ""
    number: ClassVar[bool] = False

    def spans(self, letters: str, at: int, boundary: int) -> bool:  # noqa: ARG002 - the form of what is sought
        """Return False: it is looked for in one text."""
        return False

    def found_in(self, text: Folded) -> Hit | None:
        """Return the first place where all of them stand near each other; None if there is none."""
        places = [[at for at, word in enumerate(text.words) if word in forms] for forms in self.words]
        if not all(places):
            return None
        for start in sorted(place for found in places for place in found):
            near = [[at for at in found if start <= at < start + _NEAR] for found in places]
            if all(near):
                first, last = start, max(min(found) for found in near)
                begin = sum(map(len, text.words[:first]))
                end = sum(map(len, text.words[: last + 1]))
                if not _SENTENCE_END.search(text.between(begin, end - 1)):
                    return Hit(begin, end, self.strength)
        return None


Pattern = TextPattern | HousePattern | WordsPattern | SignPattern


def _is_whole(places: tuple[int, ...], start: int, length: int) -> bool:
    """Return True if no digit stands right before or behind these."""
    end = start + length
    free_before = start == 0 or places[start] - places[start - 1] > 1
    return free_before and (end == len(places) or places[end] - places[end - 1] > 1)
