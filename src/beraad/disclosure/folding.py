"""Folds a text to what the ear hears of it, so that spelling hides nothing from the search for leaks."""

from __future__ import annotations

import dataclasses
import re
import unicodedata

_SPECIAL: dict[int, str | None] = str.maketrans(
    {
        # Letters that Unicode does not take apart.
        "ı": "i",
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ħ": "h",
        "ŋ": "n",
        # Letters that nobody can see: they would part two digits that look joined.
        "\u115f": None,
        "\u1160": None,
        "\u3164": None,
        "\uffa0": None,
    }
)
_LOOKS_LIKE = str.maketrans("oil", "011")
_UNSEEN = ("Mn", "Me", "Cf", "Cc")
_RUN = re.compile(r"[^\W_]+")
"""Letters and digits right behind each other."""


class _Heard(dict[int, str | None]):
    """What the ear hears of a character, by its number: digits as 0-9, the unseen not at all. Found once.

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


@dataclasses.dataclass(frozen=True, slots=True)
class Folded:
    """A folded text.

    `letters` are its letters and digits; `words` the same in parts, each of what stands right behind each
    other; `numbers` the same with letters that look like a digit as that digit; `signs` is all that can be
    seen, for codes without a letter (an umbrella as a picture).
    """

    letters: str
    words: tuple[str, ...]
    numbers: str
    signs: str

    @property
    def joined(self) -> tuple[bool, ...]:
        """Whether each of the letters stands right behind the one before it."""
        return tuple(at > 0 for word in self.words for at in range(len(word)))


def fold(text: str) -> Folded:
    """Fold `text`: case, accents, spacing, punctuation and the unseen go; digits of any script become 0-9."""
    seen = unicodedata.normalize("NFKD", text).casefold().translate(_HEARD)
    words = tuple(_RUN.findall(seen))
    letters = "".join(words)
    return Folded(letters, words, letters.translate(_LOOKS_LIKE), "".join(seen.split()))
