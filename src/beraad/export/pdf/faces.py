"""The shipped faces: registered once a process, with what each can draw known before anything is drawn.

A letter that Noto Sans lacks is looked for in Noto Sans Arabic. One that neither has is printed as its code,
`[U+4E2D]`, so that nothing ever vanishes.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from typing import Any

from reportlab.lib.abag import ABag
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont, shapeFragWord

from beraad import assets
from beraad.export.plain_text import JOINERS

REGULAR, BOLD = "NotoSans-Regular", "NotoSans-Bold"
_FALLBACK = {REGULAR: "NotoSansArabic-Regular", BOLD: "NotoSansArabic-Bold"}
_NAMELESS_FROM = 0xE000
_JOINED = {"kern": True, "liga": True, "dlig": False}
"""Letters that belong together are joined; ligatures for show are not."""


class Face:
    """One weight of Noto Sans with its fallback: what it can draw, and how wide that is."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.fallback = _FALLBACK[name]
        font = _registered(name)
        self._widths: dict[str, float] = {chr(code): font.face.charWidths[code] for code in _drawn(font)}
        self._own = frozenset(self._widths)
        self._straight = frozenset(char for char in self._own if not unicodedata.combining(char))
        self._known = self._own | _fallback_letters(self.fallback) | {"\n"}
        self.width = lru_cache(maxsize=20_000)(self.measure)

    def is_straight(self, text: str) -> bool:
        """Whether this face draws `text` letter after letter, from left to right."""
        return self._straight.issuperset(text)

    def has(self, char: str) -> bool:
        """Whether this face itself draws `char`."""
        return char in self._own

    def measure(self, text: str) -> float:
        """The width of straight text, in thousandths of the size; `width` is the same and remembers words."""
        widths = self._widths
        return sum([widths[char] for char in text])

    def drawable(self, text: str) -> str:
        """`text` with a visible code for every letter that cannot be drawn."""
        return "".join(char if char in self._known else _code(char) for char in text)


@cache
def face(name: str) -> Face:
    """The face by its name, `REGULAR` or `BOLD`."""
    return Face(name)


def _fallback_letters(name: str) -> frozenset[str]:
    return frozenset(map(chr, _drawn(_registered(name)))) | set(JOINERS)


@lru_cache(maxsize=2_000)
def shaped(text: str, name: str) -> tuple[str, float]:
    """`text` with its letters joined, from left to right as they are drawn, and its width in thousandths."""
    word = shapeFragWord([0, (ABag(fontName=name, fontSize=1000), text)], features=_JOINED, force=True)
    glyphs = word[1][1]
    return glyphs, sum(glyph.x_advance for glyph in glyphs.__shapeData__)


def _code(char: str) -> str:
    """A variation selector only chooses between pictures of the letter before it: that needs no code."""
    return "" if "VARIATION SELECTOR" in unicodedata.name(char, "") else f"[U+{ord(char):04X}]"


@cache
def _registered(name: str) -> TTFont:
    font = TTFont(name, str(assets.font_path(name)))
    pdfmetrics.registerFont(font)
    _drawn(font)
    _name_the_nameless(font)
    return font


@cache
def _drawn(font: TTFont) -> frozenset[int]:
    """The letters the font has, as they were before shaping gave codes to nameless glyphs."""
    return frozenset(code for code in font.face.charToGlyph if code >= 0x20)


def _name_the_nameless(font: TTFont) -> None:
    """Give every glyph without a letter its private code now.

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
