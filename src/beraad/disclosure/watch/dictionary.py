"""Look up Dutch words and names of places on disk: half a million words are never held in memory.

`scripts/dictionaries.py` makes the lists: words in the order of their bytes, `BLOCK` of them on a line. Each
word after the first is written as the number of letters shared with the word before it, and the rest.
"""

from __future__ import annotations

import functools
import mmap
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from beraad import assets

BLOCK = 32
"""Words on a line."""
SHARED = "0123456789abcdefghijklmnopqrstuvwxyz"
"""Digits for the number of shared letters, one sign each."""
_REMEMBERED = 4_096


class WordList:
    """Words of one file, found by binary search; the system decides which pages stay in memory."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self._lines = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def __contains__(self, word: str) -> bool:
        return next(self.starting_with(word), None) == word

    def starting_with(self, prefix: str) -> Iterator[str]:
        """Yield the words that begin with `prefix`, in the order of their bytes."""
        wanted = prefix.encode()
        start = self._line_before(wanted)
        while start < len(self._lines):
            end = self._lines.find(b"\n", start)
            for word in _words_in(self._lines[start:end].decode()):
                if word.startswith(prefix):
                    yield word
                elif word.encode() > wanted:
                    return
            start = end + 1

    def _line_before(self, wanted: bytes) -> int:
        """Return the position of the last line whose first word does not come after `wanted`."""
        low, high = 0, len(self._lines)
        while low < high:
            start = self._lines.rfind(b"\n", 0, (low + high) // 2) + 1
            end = self._lines.find(b"\n", start)
            if self._lines[start:end].split(b"\t", 1)[0] <= wanted:
                low = end + 1
            else:
                high = start
        return self._lines.rfind(b"\n", 0, low - 1) + 1 if low else 0


def _words_in(line: str) -> Iterator[str]:
    word, *others = line.split("\t")
    yield word
    for other in others:
        word = word[: SHARED.index(other[0])] + other[1:]
        yield word


@functools.cache
def dutch_words() -> WordList:
    """Return OpenTaal's list: ordinary words in lower case, names with their capital."""
    return WordList(assets.dictionary_path("dutch-words"))


@functools.cache
def _places() -> WordList:
    return WordList(assets.dictionary_path("places"))


@functools.lru_cache(_REMEMBERED)
def is_ordinary(word: str) -> bool:
    """Return True if `word`, in lower case, is a Dutch word and no name.

    False for a single letter and for a word with digits.
    """
    plain = unicodedata.normalize("NFC", word).replace("’", "'").lower()
    return len(plain) > 1 and not any(map(str.isdigit, plain)) and plain in dutch_words()


@functools.lru_cache(_REMEMBERED)
def is_name(word: str) -> bool:
    """Return True if `word` is listed with a capital and not without: a first name, a town, a brand."""
    plain = unicodedata.normalize("NFC", word)
    return not is_ordinary(plain) and plain[:1].upper() + plain[1:].lower() in dutch_words()


@functools.lru_cache(_REMEMBERED)
def is_place(words: str) -> bool:
    """Return True if this is the name of a town or a country, in capitals or not."""
    plain = " ".join(unicodedata.normalize("NFC", words).replace("’", "'").split())
    return plain.lower() in _places()
