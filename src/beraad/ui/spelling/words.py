"""Finds what has to be spelled in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

_TOKEN = re.compile(r"[^\s\"“”„«»()\[\]{}<>,;!?…–—]+")
_EDGES = "'’‘`.:-/*_•·"
_PIECE = re.compile(r"[^\W\d_]+")
_NO_WORD = re.compile(r"[\d@/\\:_#&+=%]|\.\w+\.\w|www\.")
"""What stands in numbers, codes, addresses of mail and pages."""

_SHORTEST = 2


def words_in(text: str) -> Iterator[tuple[int, str]]:
    """Each word in `text` that has to be spelled, and where it begins.

    Numbers, codes, abbreviations in capitals, single letters, addresses of mail and of pages have none.
    """
    for token in _TOKEN.finditer(text):
        written = token.group()
        word = written.strip(_EDGES)
        if len(word) >= _SHORTEST and not _NO_WORD.search(word) and not word.isupper():
            yield token.start() + written.index(word), word


def pieces(word: str) -> tuple[str, ...]:
    """The parts of a word between apostrophes, hyphens and stops, of two letters or more."""
    return tuple(piece for piece in _PIECE.findall(word) if len(piece) >= _SHORTEST)
