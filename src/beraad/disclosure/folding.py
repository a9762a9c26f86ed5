"""Folds a text to what the ear hears of it, so that spelling hides nothing from the search for leaks."""

from __future__ import annotations

import dataclasses
import unicodedata

_SPECIAL = str.maketrans(
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


@dataclasses.dataclass(frozen=True, slots=True)
class Folded:
    """A folded text.

    `letters` are its letters and digits, `joined` whether each stands right behind the one before it;
    `numbers` is the same with letters that look like a digit as that digit; `signs` is all that can be
    seen, for codes without a letter (an umbrella as a picture).
    """

    letters: str
    joined: tuple[bool, ...]
    numbers: str
    signs: str
    has_digits: bool


def fold(text: str) -> Folded:
    """Fold `text`: case, accents, spacing, punctuation and the unseen go; digits of any script become 0-9."""
    letters: list[str] = []
    joined: list[bool] = []
    signs: list[str] = []
    adjacent = False
    for character in unicodedata.normalize("NFKD", text).casefold().translate(_SPECIAL):
        if character.isalnum():
            digit = unicodedata.digit(character, None)
            plain = character if digit is None else str(digit)
            letters.append(plain)
            signs.append(plain)
            joined.append(adjacent)
            adjacent = True
        elif character in "\n\t\r" or unicodedata.category(character) not in _UNSEEN:
            adjacent = False
            if not character.isspace():
                signs.append(character)
    folded = "".join(letters)
    has_digits = any(character in "0123456789" for character in folded)
    return Folded(folded, tuple(joined), folded.translate(_LOOKS_LIKE), "".join(signs), has_digits)
