"""Tell the direction of a line: that of its language, which its words tell.

Its first letter may be of somebody's name. A telephone number keeps its digits in order, from left to right,
in any text and any script: a number that is dialled in the wrong order calls nobody.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from functools import lru_cache

from beraad.export.plain_text import JOINERS

NUMBER = re.compile(r"\+?\d[\d ./()-]*\d|\d")
"""Digits that stay in order."""

_WORD = re.compile(rf"[^\W\d_][\w{JOINERS}]*")


def from_right(text: str, names: Collection[str] = ()) -> bool | None:
    """Return True if the language of a text is read from the right; None if its words do not tell.

    `names` are written the same in every language and tell nothing, nor do numbers.
    """
    balance = 0
    for word in _WORD.findall(text):
        if word not in names:
            balance += 1 if is_from_right(word) else -1
    return balance > 0 if balance else None


@lru_cache(maxsize=64)
def words_of(names: tuple[str, ...]) -> frozenset[str]:
    """Return the words of names, for `from_right`; equal names give the same set object."""
    return frozenset(word for name in names for word in _WORD.findall(name))


def is_from_right(word: str) -> bool:
    """Return True if the first letter of a word is read from the right."""
    return unicodedata.bidirectional(word[0]) in ("R", "AL")
