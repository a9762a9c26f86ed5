"""How text and blocks look: sizes for each page style, colours from the theme. All measures in points."""

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
"""A4."""

_LINE = 1.36
_EDGE = 11 * MM
"""Below the foot of a page: what a printer can print."""


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
    to_right: bool = False
    names: frozenset[str] = frozenset()
    """Words of names: they do not tell in which direction a line is read."""

    def ink(self, emphasis: Emphasis) -> tuple[str, str]:
        """Face and colour of a span."""
        match emphasis:
            case Emphasis.STRONG:
                return BOLD, self.colour
            case Emphasis.SOFT:
                return REGULAR, colours()["soft"]
            case Emphasis.PLAIN:
                return (BOLD if self.bold else REGULAR), self.colour

    def in_colour(self, colour: str) -> Look:
        """The same in another colour."""
        return dataclasses.replace(self, colour=colour)


def bold(look: Look) -> Look:
    """The same in bold letters."""
    return dataclasses.replace(look, bold=True, to_right=False)


class FactsAs(StrEnum):
    """How the facts of an item are written."""

    BESIDE = "beside"
    """Each beside the word it answers to."""
    LINES = "lines"
    """Each on a line, behind its word."""
    RUN = "run"
    """Behind each other."""


@dataclasses.dataclass(frozen=True, slots=True)
class Sizes:
    """The measures of one page style."""

    title: float
    heading: float
    panel: float
    """What a reader must do, and when it goes wrong."""
    body: float
    table: float
    label: float
    """Small words above what they are about."""
    small: float
    """The foot of a page."""
    gap: float
    """Between blocks."""
    columns_beside: bool
    """Whether columns and tables stand beside each other; if not, below each other."""
    answers_a_row: int
    facts: FactsAs
    pad: float
    """Between a frame and what is in it."""
    between: float = 0.55
    """Between items in a frame, as a part of their letters; in a list about half of it on each side."""
    signature: float = 0.3
    """Height of a signature, as a part of its width."""
    tallest_signature: float = 42
    """In points."""
    margin: float = 15 * MM
    line: float = _LINE
    """From line to line, as a part of the size."""
    names: frozenset[str] = frozenset()
    """Words of names, for every look."""

    @property
    def text_width(self) -> float:
        """Between the margins."""
        return PAGE_WIDTH - 2 * self.margin

    @property
    def foot(self) -> float:
        """How high the text ends above the edge of the paper."""
        return self.footer + self.small * 0.9

    @property
    def footer(self) -> float:
        """How high the top of the words at the foot of a page stands."""
        return _EDGE + self.small * self.line

    @property
    def banner(self) -> float:
        """What a banner takes at the top of a page."""
        return self.body * 3.2

    @property
    def text_height(self) -> float:
        """Of a page, under a banner."""
        return PAGE_HEIGHT - self.margin - self.banner - self.foot

    def look(self, size: float, *, bold: bool = False, soft: bool = False, to_right: bool = False) -> Look:
        """Ink of a size."""
        colour = colours()["soft" if soft else "ink"]
        leading = round(size * self.line, 1)
        return Look(size, leading, colour, bold=bold, to_right=to_right, names=self.names)


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
"""For a plan that leaves most of its sheet white: it is read from further away."""

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
"""For a plan that else takes more pages than it should: the smallest letters that this style may have."""
