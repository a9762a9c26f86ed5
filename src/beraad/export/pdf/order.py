"""Order a line with right-to-left text for drawing, by the Unicode bidirectional algorithm.

The direction of a line is that of its language, which its words tell; its first letter may be of somebody's
name. A telephone number keeps its digits in order, from left to right, in any text and any script: a number
that is dialled in the wrong order calls nobody.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import Any

from bidi import algorithm

from beraad.export.pdf.faces import face, shaped
from beraad.export.plain_text import JOINERS

Measure = Callable[[str, str], float]
"""Function from text and face to width in thousandths of the size."""

_NUMBER = re.compile(r"\+?\d[\d ./()-]*\d|\d")
_WORD = re.compile(rf"[^\W\d_][\w{JOINERS}]*")
Piece = tuple[str, str, str, bool]
"""Face, colour, text, and True if its span is read from the right."""


def from_right(text: str, names: Collection[str] = ()) -> bool | None:
    """Return True if the language of a text is read from the right; None if its words do not tell.

    `names` are written the same in every language and tell nothing, nor do numbers.
    """
    balance = 0
    for word in _WORD.findall(text):
        if word not in names:
            balance += 1 if _is_from_right(word) else -1
    return balance > 0 if balance else None


@lru_cache(maxsize=64)
def words_of(names: tuple[str, ...]) -> frozenset[str]:
    """Return the words of names, for `from_right`; equal names give the same set object."""
    return frozenset(word for name in names for word in _WORD.findall(name))


def _is_from_right(word: str) -> bool:
    return unicodedata.bidirectional(word[0]) in ("R", "AL")


def width(text: str, name: str) -> float:
    """Return the width of any drawable text, in thousandths of the size."""
    return sum(
        face(name).width(run)
        if used == name and face(name).is_straight(run)
        else shaped(run, used, from_right=any(map(_is_from_right, run)))[1]
        for used, run in _by_face(text, name)
    )


def drawn(pieces: Sequence[Piece], *, from_right: bool) -> Iterator[tuple[str, str, str, float, str]]:
    """Yield the pieces of one line from left to right: face, colour, glyphs, width in thousandths, letters.

    Letters within the glyphs are joined. The last part holds the letters if the glyphs do not tell them.

    A piece keeps its own direction, so that a label before an Arabic answer does not reverse the answer.
    """
    for name, colour, text, turned in reversed(pieces) if from_right else pieces:
        for used, run, wide, letters in _runs(text, name, from_right=turned):
            yield used, colour, run, wide, letters


def _runs(text: str, name: str, *, from_right: bool) -> Iterator[tuple[str, str, float, str]]:
    own = face(name)
    for turned, group in groupby(_levels(text, from_right=from_right), key=lambda char: char["level"] % 2):
        chars = "".join(char["ch"] for char in group)
        runs = list(_by_face(chars[::-1] if turned else chars, name))
        for used, run in reversed(runs) if turned else runs:
            if used == name and own.is_straight(run):
                yield used, run[::-1] if turned else run, own.width(run), ""
            else:
                glyphs, wide = shaped(run, used, from_right=bool(turned))
                yield used, glyphs, wide, "" if glyphs.isprintable() else run


def _by_face(text: str, name: str) -> Iterable[tuple[str, str]]:
    """Yield runs of text with the face that draws them; a space or joiner stays with the letter before it."""
    own, used = face(name), name
    faces = []
    for char in text:
        if not char.isspace() and char not in JOINERS and not unicodedata.combining(char):
            used = own.drawn_by(char) or name
        faces.append(used)
    start = 0
    for place in range(1, len(text) + 1):
        if place == len(text) or faces[place] != faces[start]:
            yield faces[start], text[start:place]
            start = place


def _levels(text: str, *, from_right: bool) -> list[dict[str, Any]]:
    """Return the characters from left to right, each with its level; brackets are mirrored."""
    storage = algorithm.get_empty_storage()
    storage["base_level"] = int(from_right)
    storage["base_dir"] = "R" if from_right else "L"
    algorithm.get_embedding_levels(text, storage)
    chars: list[dict[str, Any]] = storage["chars"]
    for char in chars:
        if char["ch"] in JOINERS:
            char["type"] = "AL"
    for number in _NUMBER.finditer(text):
        for char in chars[number.start() : number.end()]:
            char["type"] = "L"
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, debug=False)
    algorithm.resolve_implicit_levels(storage, debug=False)
    algorithm.reorder_resolved_levels(storage, debug=False)
    algorithm.apply_mirroring(storage, debug=False)
    drawn_order: list[dict[str, Any]] = storage["chars"]
    return drawn_order
