"""Search for the words in a text that should be checked."""

from __future__ import annotations

import re
from collections.abc import Iterator

_TOKEN = re.compile(r"[^\s\"“”„«»()\[\]{}<>,;!?…–—]+")
_EDGES = "'’‘`.:-/*_•·"
_PIECE = re.compile(r"[^\W\d_]+")
_NO_WORD = re.compile(r"[\d@/\\:_#&+=%]|\.\w+\.\w|www\.")
"""Parts of numbers, codes, and addresses of mail and pages."""

_SHORTEST = 2


def words_in(text: str) -> Iterator[tuple[int, str]]:
    """Iterate over the words of `text` to check, each after its position.

    Left out are numbers, codes, abbreviations in capitals, single letters, and addresses of mail and pages.
    """
    for token in _TOKEN.finditer(text):
        written = token.group()
        word = written.strip(_EDGES)
        if len(word) >= _SHORTEST and not _NO_WORD.search(word) and not word.isupper():
            yield token.start() + written.index(word), word


def pieces(word: str) -> tuple[str, ...]:
    """Return the parts of a word between apostrophes, hyphens and stops that have two letters or more."""
    return tuple(piece for piece in _PIECE.findall(word) if len(piece) >= _SHORTEST)
