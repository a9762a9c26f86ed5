"""Order a line with right-to-left text for drawing, by the Unicode bidirectional algorithm."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from bidi import algorithm

from beraad.export.direction import NUMBER, is_from_right
from beraad.export.pdf.faces import face, shaped
from beraad.export.plain_text import JOINERS

Measure = Callable[[str, str], float]
"""Function from text and face to width in thousandths of the size."""

Piece = tuple[str, str, str, bool]
"""Face, colour, text, and True if its span is read from the right."""


def width(text: str, name: str) -> float:
    """Return the width of any drawable text, in thousandths of the size."""
    return sum(
        face(name).width(run)
        if used == name and face(name).is_straight(run)
        else shaped(run, used, from_right=any(map(is_from_right, run)))[1]
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
    for number in NUMBER.finditer(text):
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
