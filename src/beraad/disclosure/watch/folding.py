"""Fold a text to what is heard when it is read: spelling hides nothing from the search for leaks."""

from __future__ import annotations

import dataclasses
import functools
import re
import unicodedata
from collections.abc import Iterator

from beraad.alphabet import LETTERS

_CYRILLIC = dict(zip("авеһіјкӏмнорԛѕтуԝхсԁ", "abehijklmhopqstywxcd", strict=True))
_GREEK = dict(zip("αβγεζηικνορτυχω", "abyezhikvoptuxw", strict=True))
_LATIN = dict(zip("ɑɡıʟʀ", "agilr", strict=True))
"""Letters that look like one of ours, small or capital: they tell a name as well."""

_SPECIAL: dict[int, str | None] = str.maketrans(
    {
        **_CYRILLIC,
        **_GREEK,
        **_LATIN,
        **LETTERS,
        # Letters that nobody can see: they would part two digits that look joined.
        "\u115f": None,
        "\u1160": None,
        "\u3164": None,
        "\uffa0": None,
    }
)
_LOOKS_LIKE = str.maketrans("oil", "011")
_LOOKS_LIKE_AT_ALL = str.maketrans("oilbsz", "011852")
"""The same, with letters that look like a digit only between digits."""
_UNSEEN = ("Mn", "Me", "Cf", "Cc")
_DIGIT = re.compile(r"[0-9]")
_RUN = re.compile(r"[^\W_]+")
"""Pattern for letters and digits right behind each other."""


class _Heard(dict[int, str | None]):
    """Folded form of each character by its code point: digits as 0-9, the unseen as None. Each is found once.

    For `str.translate`.
    """

    def __missing__(self, number: int) -> str | None:
        character = chr(number)
        heard: str | None = character
        if character.isalnum():
            digit = unicodedata.digit(character, None)
            heard = character if digit is None else str(digit)
        elif character not in "\n\t\r" and unicodedata.category(character) in _UNSEEN:
            heard = None
        self[number] = heard
        return heard


_HEARD = _Heard(_SPECIAL)


@dataclasses.dataclass(frozen=True)
class Folded:
    """Folded text.

    `letters` are its letters and digits. `words` are the same in parts, each of adjoining characters.
    `numbers` are the same with look-alike letters as digits. `signs` is all that can be seen, for codes
    without a letter (an umbrella as a picture). `text` is as it was written. `known_to_tell` is True if
    somebody said that the text is about what is searched for: then an ordinary word in it counts.
    """

    letters: str
    words: tuple[str, ...]
    numbers: str
    signs: str
    text: str = dataclasses.field(repr=False)
    known_to_tell: bool = False

    @functools.cached_property
    def joined(self) -> tuple[bool, ...]:
        """For each letter, True if it stands right behind the one before it."""
        return tuple(at > 0 for word in self.words for at in range(len(word)))

    @functools.cached_property
    def places(self) -> tuple[int, ...]:
        """Position in the text of each letter. Needed only where something was found."""
        return tuple(at for at, character in enumerate(self.text) for _ in "".join(_heard_in(character)))

    @functools.cached_property
    def digits(self) -> tuple[Digits, ...]:
        """Digits of all its numbers behind each other, words between them skipped; with numbers in words.

        Empty for a text with fewer than two numbers.
        """
        return tuple(_digits_of(self.words))

    def written(self, start: int, end: int) -> str:
        """Return the words in which these letters stand, as they were written."""
        first, last = self.places[start], self.places[end - 1] + 1
        while first > 0 and self.text[first - 1].isalnum():
            first -= 1
        while last < len(self.text) and self.text[last].isalnum():
            last += 1
        return " ".join(self.text[first:last].split())

    def is_capital(self, at: int) -> bool:
        """Return True if this letter was written as a capital."""
        return self.text[self.places[at]].isupper()

    def sign_before(self, at: int) -> str:
        """Return the character right before this letter; an empty string at the beginning."""
        place = self.places[at]
        return self.text[place - 1] if place else ""

    def begins_sentence(self, at: int) -> bool:
        """Return True if a sentence begins with this letter."""
        before = self.text[: self.places[at]].rstrip(" \"'“”‘’(")
        return not before or before[-1] in ".!?:\n•-–"

    def between(self, start: int, end: int) -> str:
        """Return the text as written from one of the letters up to another."""
        return self.text[self.places[start] : self.places[end]]


@dataclasses.dataclass(frozen=True, slots=True)
class Digits:
    """Digits that are read behind each other, and the index of the letter that each of them was."""

    read: str
    places: tuple[int, ...]


def fold(text: str) -> Folded:
    """Fold `text`: drop case, accents, spaces, punctuation and the unseen; make all digits 0-9."""
    seen = unicodedata.normalize("NFKD", text).casefold().translate(_HEARD)
    words = tuple(_RUN.findall(seen))
    letters = "".join(words)
    return Folded(letters, words, letters.translate(_LOOKS_LIKE_AT_ALL), "".join(seen.split()), text)


def _heard_in(character: str) -> list[str]:
    return _RUN.findall(unicodedata.normalize("NFKD", character).casefold().translate(_HEARD))


def _digits_of(words: tuple[str, ...]) -> Iterator[Digits]:
    """Yield the digits of the numbers in a text: of those in digits alone, and with those in words."""
    # Nearly every sentence has "een" in it, and few have a number in words.
    spelled_out = not _TELLING_NUMBER_WORDS.isdisjoint(words)
    for known in ({}, number_words()) if spelled_out else ({},):
        read: list[str] = []
        places: list[int] = []
        groups = spelled = at = 0
        twice = False
        for word in words:
            number = _number_in(word) or known.get(word, "")
            if twice and len(number) == 1:
                number *= 2
            twice = bool(known) and word == "dubbel"
            if number:
                groups += 1
                spelled += word in known
                read.append(number)
                places.extend(min(at + index, at + len(word) - 1) for index in range(len(number)))
            at += len(word)
        if groups > 1 and (spelled or not known):
            yield Digits("".join(read), tuple(places))


def as_digits(letters: str) -> str:
    """Return folded letters with those that look like a digit as that digit."""
    return letters.translate(_LOOKS_LIKE)


def _number_in(word: str) -> str:
    """Return the digits of a word, if any; O and l count as digits if nothing else is in it."""
    if not _DIGIT.search(word):
        return ""
    read = word.translate(_LOOKS_LIKE)
    return read if read.isdigit() else "".join(filter(str.isdigit, word))


@functools.cache
def number_words() -> dict[str, str]:
    """Return the numbers up to 199: Dutch words, folded, to digits."""
    ones = (
        "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien"
    )
    words = [*ones.split(), "zeventien", "achttien", "negentien"]
    for ten in ("twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"):
        words += [ten, *(f"{one}en{ten}" for one in words[1:10])]
    words += ["honderd", *(f"honderd{word}" for word in words[1:])]
    return {word: str(number) for number, word in enumerate(words)}


_TELLING_NUMBER_WORDS = frozenset(number_words()) - {"een"}
