"""How text and blocks look: sizes for each page style, colours from the theme. All measures in points."""

from __future__ import annotations

import dataclasses
import tomllib
from functools import cache

from reportlab.lib.colors import Color, HexColor

from beraad import assets
from beraad.export.document import Emphasis, PageStyle, Tone
from beraad.export.pdf.faces import BOLD, REGULAR

MM = 72 / 25.4
PAGE_WIDTH, PAGE_HEIGHT = 210 * MM, 297 * MM
"""A4."""


@cache
def colours() -> dict[str, str]:
    """Colour tokens of the light theme, the one that belongs on paper: name → #RRGGBB."""
    with assets.theme_path("light").open("rb") as file:
        return {str(name): str(value) for name, value in tomllib.load(file)["colour"].items()}


@cache
def paint(colour: str) -> Color:
    """A colour as ReportLab wants it, read once."""
    return HexColor(colour)


def wash(tone: Tone) -> str:
    """The tint of a box in this tone."""
    return colours()[{Tone.INK: "card", Tone.AMBER: "amber_wash"}.get(tone, f"{tone.value}_wash")]


@dataclasses.dataclass(frozen=True, slots=True)
class Look:
    """One way of writing."""

    size: float
    leading: float
    colour: str
    bold: bool = False
    toned: str = ""
    """Colour of toned spans."""
    to_right: bool = False
    names: frozenset[str] = frozenset()
    """Words of names: they do not tell in which direction a line is read."""

    def ink(self, emphasis: Emphasis) -> tuple[str, str]:
        """Face and colour of a span."""
        match emphasis:
            case Emphasis.STRONG:
                return BOLD, self.colour
            case Emphasis.TONED:
                return BOLD, self.toned or self.colour
            case Emphasis.SOFT:
                return REGULAR, colours()["soft"]
            case Emphasis.PLAIN:
                return (BOLD if self.bold else REGULAR), self.colour

    def in_tone(self, tone: Tone) -> Look:
        """The same, with toned spans and the letters of a title in a tone."""
        return dataclasses.replace(self, toned=colours()[tone.value])

    def in_colour(self, colour: str) -> Look:
        """The same in another colour."""
        return dataclasses.replace(self, colour=colour)


@dataclasses.dataclass(frozen=True, slots=True)
class Sizes:
    """The measures of one page style."""

    title: float
    heading: float
    panel: float
    """What a reader must do, and when it goes wrong."""
    body: float
    table: float
    small: float
    margin: float
    gap: float
    """Between blocks."""
    columns_beside: bool
    """Whether columns and tables stand beside each other; if not, below each other."""
    answers_a_row: int
    pad: float
    """Between a frame and what is in it."""
    line: float = 1.36
    """From line to line, as a part of the size of the letters."""
    names: frozenset[str] = frozenset()
    """Words of names, for every look."""

    def look(self, size: float, *, bold: bool = False, soft: bool = False, to_right: bool = False) -> Look:
        """Ink of a size."""
        colour = colours()["soft" if soft else "ink"]
        return Look(size, round(size * self.line, 1), colour, bold=bold, to_right=to_right, names=self.names)


SIZES: dict[PageStyle, Sizes] = {
    PageStyle.NORMAL: Sizes(
        title=21,
        heading=13,
        panel=12,
        body=10.5,
        table=9.5,
        small=8,
        margin=15 * MM,
        gap=16,
        columns_beside=True,
        answers_a_row=3,
        pad=13,
    ),
    PageStyle.LARGE: Sizes(
        title=26,
        heading=18,
        panel=17,
        body=16,
        table=16,
        small=11,
        margin=15 * MM,
        gap=18,
        columns_beside=False,
        answers_a_row=2,
        pad=18,
    ),
    PageStyle.CHILD: Sizes(
        title=24,
        heading=17,
        panel=15.2,
        body=15.2,
        table=15.2,
        small=15.2,
        margin=15 * MM,
        gap=10,
        columns_beside=False,
        answers_a_row=2,
        pad=11,
        line=1.25,
    ),
}
