"""The order in which a line with right-to-left text is drawn, by the Unicode bidirectional algorithm.

A telephone number keeps its figures in order, from left to right, whatever stands around it: a number that is
dialled in the wrong order calls nobody.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from bidi import algorithm

from beraad.export.pdf.faces import face, shaped
from beraad.export.plain_text import JOINERS

Measure = Callable[[str, str], float]
"""Text and face → width in thousandths of the size."""

_NUMBER = re.compile(r"\+?\d[\d ./()-]*\d|\d")
Piece = tuple[str, str, str, bool]
"""Face, colour, text, and whether the span it comes from is read from the right."""


def from_right(text: str) -> bool:
    """Whether a paragraph is read from the right: its first letter with a direction says so."""
    return bool(algorithm.get_base_level(text) == 1)


def width(text: str, name: str) -> float:
    """The width of any drawable text, in thousandths of the size."""
    return sum(
        shaped(run, used)[1] if used != name or not face(name).is_straight(run) else face(name).width(run)
        for used, run in _by_face(text, name)
    )


def drawn(pieces: Sequence[Piece], *, from_right: bool) -> Iterator[tuple[str, str, str, float]]:
    """The pieces of one line from left to right, letters joined: face, colour, text and width in thousandths.

    A piece keeps its own direction, so that a label before an Arabic answer does not turn the answer round.
    """
    for name, colour, text, turned in reversed(pieces) if from_right else pieces:
        for used, run, wide in _runs(text, name, from_right=turned):
            yield used, colour, run, wide


def _runs(text: str, name: str, *, from_right: bool) -> Iterator[tuple[str, str, float]]:
    own = face(name)
    for turned, group in groupby(_levels(text, from_right=from_right), key=lambda char: char["level"] % 2):
        chars = "".join(char["ch"] for char in group)
        runs = list(_by_face(chars[::-1] if turned else chars, name))
        for used, run in reversed(runs) if turned else runs:
            if used == name and own.is_straight(run):
                yield used, run[::-1] if turned else run, own.width(run)
            else:
                yield used, *shaped(run, used)


def _by_face(text: str, name: str) -> Iterable[tuple[str, str]]:
    """Runs of text with the face that draws them; a space or joiner stays with what stands before it."""
    own, used = face(name), name
    faces = []
    for char in text:
        if not char.isspace() and char not in JOINERS and not unicodedata.combining(char):
            used = name if own.has(char) else own.fallback
        faces.append(used)
    start = 0
    for place in range(1, len(text) + 1):
        if place == len(text) or faces[place] != faces[start]:
            yield faces[start], text[start:place]
            start = place


def _levels(text: str, *, from_right: bool) -> list[dict[str, Any]]:
    """The characters from left to right, each with its level; brackets are mirrored."""
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
