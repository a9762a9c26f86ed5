"""Styles of text and blocks: sizes for each page style, colours from the theme. All measures in points."""

from __future__ import annotations

import dataclasses
import tomllib
from enum import StrEnum
from functools import cache

from reportlab.lib.colors import Color, HexColor

from beraad import assets
from beraad.export.document import Emphasis, PageStyle, Tone
from beraad.export.pdf.faces import BOLD, REGULAR

MM = 72 / 25.4
PAGE_WIDTH, PAGE_HEIGHT = 210 * MM, 297 * MM
"""Width and height of an A4 page."""

_LINE = 1.36
_EDGE = 11 * MM
"""Unprintable edge below the foot of a page."""


@cache
def colours() -> dict[str, str]:
    """Return the colour tokens of the light theme, the one for paper: name → #RRGGBB."""
    with assets.theme_path("light").open("rb") as file:
        return {str(name): str(value) for name, value in tomllib.load(file)["colour"].items()}


@cache
def paint(colour: str) -> Color:
    """Return a colour as ReportLab wants it, parsed once."""
    return HexColor(colour)


def wash(tone: Tone) -> str:
    """Return the tint of a box in this tone."""
    return colours()[{Tone.INK: "card", Tone.AMBER: "amber_wash"}.get(tone, f"{tone.value}_wash")]


@dataclasses.dataclass(frozen=True, slots=True)
class TextStyle:
    """Style of a text: size, leading, colour, weight and alignment."""

    size: float
    leading: float
    colour: str
    bold: bool = False
    to_right: bool = False
    names: frozenset[str] = frozenset()
    """Words of names: they do not decide in which direction a line is read."""

    def ink(self, emphasis: Emphasis) -> tuple[str, str]:
        """Return face and colour of a span."""
        match emphasis:
            case Emphasis.STRONG:
                return BOLD, self.colour
            case Emphasis.SOFT:
                return REGULAR, colours()["soft"]
            case Emphasis.PLAIN:
                return (BOLD if self.bold else REGULAR), self.colour

    def in_colour(self, colour: str) -> TextStyle:
        """Return the same style in another colour."""
        return dataclasses.replace(self, colour=colour)


def bold(style: TextStyle) -> TextStyle:
    """Return the same style in bold letters."""
    return dataclasses.replace(style, bold=True, to_right=False)


class FactsAs(StrEnum):
    """Ways to write the facts of an item."""

    BESIDE = "beside"
    """Each beside its label."""
    LINES = "lines"
    """Each on a line, behind its label."""
    RUN = "run"
    """All in one paragraph."""


@dataclasses.dataclass(frozen=True, slots=True)
class Sizes:
    """Measures of one page style."""

    title: float
    heading: float
    panel: float
    """Size of letters in panels: the reader's tasks, and the emergency steps."""
    body: float
    table: float
    label: float
    """Size of small labels."""
    small: float
    """Size of letters at the foot of a page."""
    gap: float
    """Space between blocks."""
    columns_beside: bool
    """True if columns and tables stand side by side; False if below each other."""
    answers_a_row: int
    facts: FactsAs
    pad: float
    """Space between a frame and its content."""
    between: float = 0.55
    """Space between items in a frame, as a part of their size; in a list about half of it on each side."""
    signature: float = 0.3
    """Height of a signature, as a part of its width."""
    tallest_signature: float = 42
    """Most height of a signature, in points."""
    margin: float = 15 * MM
    line: float = _LINE
    """Leading, as a part of the size."""
    names: frozenset[str] = frozenset()
    """Words of names, for every style."""

    @property
    def text_width(self) -> float:
        """Width between the margins."""
        return PAGE_WIDTH - 2 * self.margin

    @property
    def foot(self) -> float:
        """Height of the end of the text above the edge of the paper."""
        return self.footer + self.small * 0.9

    @property
    def footer(self) -> float:
        """Height of the top of the words at the foot of a page."""
        return _EDGE + self.small * self.line

    @property
    def banner(self) -> float:
        """Height of a banner at the top of a page."""
        return self.body * 3.2

    @property
    def text_height(self) -> float:
        """Height of the text on a page with a banner."""
        return PAGE_HEIGHT - self.margin - self.banner - self.foot

    def style(
        self, size: float, *, bold: bool = False, soft: bool = False, to_right: bool = False
    ) -> TextStyle:
        """Return the style for a size."""
        colour = colours()["soft" if soft else "ink"]
        leading = round(size * self.line, 1)
        return TextStyle(size, leading, colour, bold=bold, to_right=to_right, names=self.names)


SIZES: dict[PageStyle, Sizes] = {
    PageStyle.NORMAL: Sizes(
        title=22,
        heading=13,
        panel=12,
        body=10.5,
        table=10.5,
        label=9.5,
        small=9,
        gap=13,
        columns_beside=True,
        answers_a_row=4,
        facts=FactsAs.BESIDE,
        pad=11,
    ),
    PageStyle.LARGE: Sizes(
        title=26,
        heading=18,
        panel=16,
        body=16,
        table=16,
        label=14,
        small=14,
        gap=16,
        columns_beside=False,
        answers_a_row=2,
        facts=FactsAs.LINES,
        pad=15,
    ),
    PageStyle.CHILD: Sizes(
        title=24,
        heading=17,
        panel=15.2,
        body=15.2,
        table=15.2,
        label=15.2,
        small=15.2,
        gap=10,
        columns_beside=False,
        answers_a_row=2,
        facts=FactsAs.LINES,
        pad=11,
        line=1.25,
    ),
    PageStyle.FILE: Sizes(
        title=21,
        heading=13,
        panel=12,
        body=10.5,
        table=9.5,
        label=9.5,
        small=8,
        gap=16,
        columns_beside=True,
        answers_a_row=3,
        facts=FactsAs.BESIDE,
        pad=13,
    ),
}

ROOMIEST: dict[PageStyle, Sizes] = {
    PageStyle.NORMAL: dataclasses.replace(
        SIZES[PageStyle.NORMAL],
        title=25,
        heading=14.5,
        panel=14,
        body=13,
        table=13,
        label=11.5,
        small=9.5,
        gap=17,
        pad=14,
        signature=0.36,
        tallest_signature=90,
        answers_a_row=2,
    ),
}
"""Largest sizes, for a plan that leaves most of its sheet white: they can be read from further away."""

SMALLEST: dict[PageStyle, Sizes] = {
    PageStyle.NORMAL: dataclasses.replace(
        SIZES[PageStyle.NORMAL],
        title=19,
        heading=12,
        panel=10.5,
        gap=7.5,
        pad=10,
        between=0.45,
        facts=FactsAs.RUN,
        signature=0.22,
        line=1.2,
    ),
    PageStyle.LARGE: dataclasses.replace(
        SIZES[PageStyle.LARGE],
        title=20,
        heading=16,
        panel=14,
        body=14,
        table=14,
        gap=8,
        pad=10,
        between=0.42,
        facts=FactsAs.RUN,
        answers_a_row=3,
        line=1.2,
    ),
}
"""Smallest sizes that a style may have, for a plan that takes too many pages otherwise."""
