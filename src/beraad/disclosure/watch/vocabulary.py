"""Words by which a field is read: those that say what something is, and those that only lead up to it."""

from __future__ import annotations

import functools
import tomllib
import unicodedata

from beraad import assets
from beraad.disclosure.watch.dictionary import is_ordinary
from beraad.disclosure.watch.folding import fold


@functools.cache
def known(name: str) -> frozenset[str]:
    """Return one set of words of fields.toml, in lower case."""
    return frozenset(_sets()[name].split())


@functools.cache
def lines(name: str) -> frozenset[str]:
    """Return one set of names of fields.toml, one on a line, in lower case."""
    return frozenset(_sets()[name].strip().split("\n"))


def is_kind(word: str) -> bool:
    """Return True if a word says what kind an institution is, not which: basisschool, Hotel, kenteken."""
    plain = word.lower().strip(".:")
    if not known("kinds").isdisjoint((plain, plain.replace("-", ""), plain.replace(".", ""))):
        return True
    if plain in known("platforms") or (plain.endswith(tuple(known("kinds_behind"))) and is_ordinary(plain)):
        return True
    # Veilig Thuis is a name, thuis is none.
    return plain in known("labels") and (word.islower() or word.isupper())


def is_school(word: str) -> bool:
    """Return True if a word says that a name is a school's."""
    return word.lower().strip(".") in known("schools")


def is_filler(word: str) -> bool:
    """Return True if a word is left out in talking, or only connects two words of a name."""
    return word.lower() in known("articles") or word.lower() in known("joins")


def is_placeholder(value: str) -> bool:
    """Return True if a field says that there is nothing: geen, onbekend, n.v.t., a dash, a question mark."""
    folded = fold(value)
    if folded.letters:
        return folded.letters in known("placeholders")
    # A picture says something: a dash, a dot, a question mark do not.
    return not any(unicodedata.category(sign) == "So" for sign in folded.signs)


@functools.cache
def _sets() -> dict[str, str]:
    with assets.dictionary_path("fields", "toml").open("rb") as file:
        return {name: str(value) for name, value in tomllib.load(file).items()}
