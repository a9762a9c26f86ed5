"""Fonts that ship with the program: registered at first use; what each can draw is known beforehand.

A letter that Noto Sans lacks is taken from the font of its script. A letter that no font has is printed as
three dots, so that the gap is visible; `unwritable` finds it before anything is printed.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any, cast

import uharfbuzz
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import ShapeData, ShapedStr, TTFont

from beraad import assets
from beraad.export.pdf.scripts import script_of
from beraad.export.plain_text import JOINERS, plain

REGULAR, BOLD = "NotoSans-Regular", "NotoSans-Bold"
MISSING = "…"
"""Printed in place of letters that no font has; never a code, which nobody can read."""
_placed, _with_places = cast("tuple[Callable[..., Any], Callable[..., str]]", (ShapeData, ShapedStr))
_NAMELESS_FROM = 0xE000
_JOINED = {"kern": True, "liga": True, "dlig": False}
"""Shaping features: letters that belong together are joined, without decorative ligatures."""


class Face:
    """One weight of Noto Sans with the fonts of other scripts: what it can draw, and the widths."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._weight = name.partition("-")[2]
        font = _registered(name)
        self._widths: dict[str, float] = {chr(code): font.face.charWidths[code] for code in _drawn(font)}
        self._straight = frozenset(char for char in self._widths if not unicodedata.combining(char))
        self.width = lru_cache(maxsize=20_000)(self.measure)

    def is_straight(self, text: str) -> bool:
        """Return True if this face draws `text` letter by letter, from left to right."""
        return self._straight.issuperset(text)

    def drawn_by(self, char: str) -> str | None:
        """Return the name of the face that draws `char`; None if none does."""
        if char in self._widths:
            return self.name
        script = script_of(char)
        name = f"NotoSans{script}-{self._weight}" if script else ""
        return name if name and ord(char) in _drawn(_registered(name)) else None

    def measure(self, text: str) -> float:
        """Return the width of straight text, in thousandths of the size; `width` is the same with a cache."""
        widths = self._widths
        return sum([widths[char] for char in text])

    def drawable(self, text: str) -> str:
        """Return `text` with dots for letters that cannot be drawn, one for each run of them."""
        if self._straight.issuperset(text):
            return text
        parts: list[str] = []
        for char in text:
            if self._draws(char):
                parts.append(char)
            elif not _chooses_a_picture(char) and parts[-1:] != [MISSING]:
                parts.append(MISSING)
        return "".join(parts)

    def lacks(self, text: str) -> bool:
        """Return True if anything of `text` cannot be drawn."""
        return not self._straight.issuperset(text) and any(
            not self._draws(char) and not _chooses_a_picture(char) for char in text
        )

    def _draws(self, char: str) -> bool:
        return char == "\n" or char in JOINERS or self.drawn_by(char) is not None


@cache
def face(name: str) -> Face:
    """Return the face by its name, `REGULAR` or `BOLD`."""
    return Face(name)


def unwritable(text: str) -> bool:
    """Return True if a letter of `text` is in no font that ships: paper would show dots there."""
    return face(REGULAR).lacks(plain(text))


@lru_cache(maxsize=2_000)
def shaped(text: str, name: str, *, from_right: bool) -> tuple[str, float]:
    """Return `text` with its letters joined, in drawing order from the left, and its width.

    The direction is given and not guessed: the digits of an Arabic script are read from the left among
    letters that are read from the right. The width is in thousandths of the size.
    """
    font = _registered(name)
    buffer = uharfbuzz.Buffer()
    buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if from_right else "ltr"
    uharfbuzz.shape(font.hbFont(1000), buffer, _JOINED)
    letters: list[str] = []
    data: list[Any] = []
    drawn: Any = font.face
    for glyph, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        code = drawn.glyphToChar[glyph.codepoint][0]
        letters.append(chr(code))
        moved = (place.x_advance, place.y_advance, place.x_offset, place.y_offset)
        data.append(_placed(glyph.cluster, *map(font.pdfScale, moved), drawn.charWidths[code]))
    return _with_places("".join(letters), data), sum(glyph.x_advance for glyph in data)


def _chooses_a_picture(char: str) -> bool:
    """Return True for a variation selector: it only chooses between pictures of the letter before it."""
    return "VARIATION SELECTOR" in unicodedata.name(char, "")


@cache
def _registered(name: str) -> TTFont:
    font = TTFont(name, str(assets.font_path(name)))
    pdfmetrics.registerFont(font)
    _drawn(font)
    _name_the_nameless(font)
    return font


@cache
def _drawn(font: TTFont) -> frozenset[int]:
    """Return the letters that the font has, without the codes that shaping gives to nameless glyphs."""
    return frozenset(code for code in font.face.charToGlyph if code >= 0x20)


def _name_the_nameless(font: TTFont) -> None:
    """Assign a private code to every glyph without a letter now.

    ReportLab does so when shaping first meets one; then the bytes of a copy would depend on what was printed
    before it.
    """
    face: Any = font.face
    code = _NAMELESS_FROM
    for glyph in range(face.numGlyphs):
        if glyph not in face.glyphToChar:
            while code in face.charToGlyph:
                code += 1
            face.charToGlyph[code] = glyph
            face.glyphToChar[glyph] = [code]
            face.charWidths[code] = face.hmetrics[glyph][0]
