"""Break a paragraph of plain text into lines of a width. No markup exists here: a `<` is a `<`."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from beraad.export.direction import from_right
from beraad.export.document import Line
from beraad.export.pdf import order
from beraad.export.pdf.faces import face
from beraad.export.pdf.styles import TextStyle
from beraad.export.plain_text import plain

_TOKEN = re.compile(r"\s+|\S+")
_CACHED_UP_TO = 2_000
"""Most letters of a cached text. Longer ones are broken anew each time, to keep memory flat."""


@dataclasses.dataclass(frozen=True, slots=True)
class Run:
    """Text in one face and colour; `text` may be shaped (see `faces`). Width in points."""

    face: str
    colour: str
    text: str
    width: float
    letters: str = ""
    """Text in letters, if it is shaped into glyphs that are no letters themselves."""


@dataclasses.dataclass(frozen=True, slots=True)
class PrintedLine:
    """Runs from left to right; `from_right` if the paragraph is read from the right."""

    runs: tuple[Run, ...]
    width: float
    from_right: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class Word:
    """Pieces without space between them, and their width."""

    pieces: tuple[order.Piece, ...]
    width: float


def lines_of(line: Line, style: TextStyle, width: float) -> tuple[PrintedLine, ...]:
    """Return the lines of one paragraph at `width` points; a wider word is cut into parts."""
    if sum(len(span.text) for span in line) <= _CACHED_UP_TO:
        return _remembered(line, style, round(width, 2))
    return _lines(line, style, width)


@lru_cache(maxsize=4_000)
def _remembered(line: Line, style: TextStyle, width: float) -> tuple[PrintedLine, ...]:
    return _lines(line, style, width)


def _lines(line: Line, style: TextStyle, width: float) -> tuple[PrintedLine, ...]:
    spans = [(*style.ink(span.emphasis), plain(span.text), False) for span in line]
    straight = _straight(spans)
    if not straight:
        drawable = [(name, colour, face(name).drawable(text)) for name, colour, text, _ in spans]
        told = [from_right(text, style.names) for _, _, text in drawable]
        spans = [(*span, bool(turned)) for span, turned in zip(drawable, told, strict=True)]
        straight = _straight(spans)
    measure = _straight_width if straight else order.width
    broken = _broken(_words(spans, style.size, measure), width, style.size, measure)
    if straight:
        return tuple(_straight_line(words, style.size) for words in broken)
    # A label before an answer is in the language of the document, and so is the line.
    turned = True in told and False not in told
    return tuple(_ordered_line(words, style.size, from_right=turned) for words in broken)


def _straight(spans: Iterable[order.Piece]) -> bool:
    return all(face(name).is_straight(text.replace("\n", "")) for name, _, text, _ in spans)


def _straight_width(text: str, name: str) -> float:
    return face(name).width(text)


def _words(spans: Iterable[order.Piece], size: float, measure: order.Measure) -> Iterator[Word | None]:
    """Yield words in reading order; None at a manual line end. Spans may meet within a word."""
    pieces: list[order.Piece] = []
    for name, colour, text, turned in spans:
        for token in _TOKEN.findall(text):
            if not token.isspace():
                pieces.append((name, colour, token, turned))
                continue
            if pieces:
                yield _word(pieces, size, measure)
                pieces = []
            for _ in range(token.count("\n")):
                yield None
    if pieces:
        yield _word(pieces, size, measure)


def _word(pieces: list[order.Piece], size: float, measure: order.Measure) -> Word:
    return Word(tuple(pieces), sum([measure(text, name) for name, _, text, _ in pieces]) * size / 1000)


def _broken(
    words: Iterator[Word | None], width: float, size: float, measure: order.Measure
) -> Iterator[list[Word]]:
    line: list[Word] = []
    used = 0.0
    for word in words:
        if word is None:
            yield line
            line, used = [], 0.0
            continue
        for part in [word] if word.width <= width else _cut(word, width, size, measure):
            space = _space(part, size) if line else 0.0
            if line and used + space + part.width > width + 0.01:
                yield line
                line, used, space = [], 0.0, 0.0
            line.append(part)
            used += space + part.width
    if line:
        yield line


def _space(word: Word, size: float) -> float:
    return face(word.pieces[0][0]).width(" ") * size / 1000


def _cut(word: Word, width: float, size: float, measure: order.Measure) -> Iterator[Word]:
    """Yield a word wider than a line in parts that fit."""
    pieces: list[order.Piece] = []
    used = 0.0
    for name, colour, text, turned in word.pieces:
        start = 0
        for end in range(1, len(text) + 1):
            letter = measure(text[end - 1], name) * size / 1000
            if used + letter > width and (pieces or end - 1 > start):
                yield Word((*pieces, (name, colour, text[start : end - 1], turned)), used)
                pieces, start, used = [], end - 1, 0.0
            used += letter
        pieces.append((name, colour, text[start:], turned))
    yield Word(tuple(pieces), used)


def _spaced(words: list[Word], *, apart: bool = False) -> list[order.Piece]:
    """Return the pieces of a line with the spaces between the words; pieces that look the same are joined.

    With `apart` a space between two pieces that are not joined is a piece of its own: at the end of one that
    is read from the right it would be drawn on the wrong side.
    """
    pieces: list[order.Piece] = []
    for number, word in enumerate(words):
        for place, piece in enumerate(word.pieces):
            name, colour, text, turned = piece
            space = " " if number and not place else ""
            if not pieces:
                pieces.append(piece)
                continue
            last = pieces[-1]
            if (last[0], last[1], last[3]) == (name, colour, turned):
                pieces[-1] = (name, colour, last[2] + space + text, turned)
            elif space and apart:
                pieces += [(name, colour, space, False), piece]
            else:
                pieces[-1] = (last[0], last[1], last[2] + space, last[3])
                pieces.append(piece)
    return pieces


def _straight_line(words: list[Word], size: float) -> PrintedLine:
    runs = tuple(
        Run(name, colour, text, face(name).measure(text) * size / 1000)
        for name, colour, text, _ in _spaced(words)
    )
    return PrintedLine(runs, sum(run.width for run in runs))


def _ordered_line(words: list[Word], size: float, *, from_right: bool) -> PrintedLine:
    runs = tuple(
        Run(name, colour, text, width * size / 1000, letters)
        for name, colour, text, width, letters in order.drawn(
            _spaced(words, apart=True), from_right=from_right
        )
    )
    return PrintedLine(runs, sum(run.width for run in runs), from_right)
