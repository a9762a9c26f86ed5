"""Blocks that stand under each other, and their division over pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Protocol
from weakref import WeakValueDictionary

from PySide6.QtCore import QPointF, QRectF

from beraad.disclosure.views import PersonView
from beraad.ui.projector.marks import Icon, Mark, Panel, Token, Words


class Block(Protocol):
    """Part of a page that has a height and can be put at a place."""

    @property
    def height(self) -> float:
        """Height in pixels."""

    @property
    def keep(self) -> bool:
        """True if it must stay on the page of what follows."""

    def place(self, x: float, y: float) -> list[Mark]:
        """Return its marks with the top left corner at this place."""

    def split(self, room: float) -> tuple[Block, Block] | None:
        """Return what fits in `room` pixels and the rest; None if it cannot be divided there."""


@dataclass(frozen=True)
class Cell:
    """Words under each other, `left` pixels from the left side of their card."""

    left: float
    parts: tuple[Words, ...]
    gap: float = 0.0
    """Pixels between one of the words and the next."""

    @cached_property
    def height(self) -> float:
        """Pixels the words need."""
        return sum(part.height for part in self.parts) + self.gap * max(0, len(self.parts) - 1)

    def split(self, room: float) -> tuple[Cell, Cell]:
        """Return the words that fit in `room` pixels and the rest. Either may be empty."""
        first: list[Words] = []
        for index, part in enumerate(self.parts):
            if part.height <= room:
                first.append(part)
                room -= part.height + self.gap
                continue
            halves = part.split(room)
            rest = list(self.parts[index:])
            if halves:
                first.append(halves[0])
                rest[0] = halves[1]
            return replace(self, parts=tuple(first)), replace(self, parts=tuple(rest))
        return self, replace(self, parts=())


@dataclass(frozen=True)
class CardBlock:
    """Card with cells beside each other, divided between lines where it is higher than the page."""

    width: float
    cells: tuple[Cell, ...]
    ground: str
    edge: str = ""
    line: str = ""
    padding: float = 16.0
    tokens: tuple[tuple[float, float, PersonView], ...] = ()
    """Left side and diameter in pixels, and person, of the tokens on the first line."""
    icons: tuple[tuple[float, float, str, str], ...] = ()
    """Left side and size in pixels, role and colour of the pictures on the first line."""
    centred: bool = False
    """True to put words, tokens and pictures in the middle of the height instead of at the top."""
    keep: bool = False

    @cached_property
    def height(self) -> float:
        """Pixels that the highest cell or token needs, with the padding."""
        token = max((diameter for _left, diameter, _person in self.tokens), default=0.0)
        return max(token, *(cell.height for cell in self.cells)) + 2 * self.padding

    def place(self, x: float, y: float) -> list[Mark]:
        """Return the card, its tokens and pictures, and its words."""
        ground = QRectF(x, y, self.width, self.height)
        radius = self.padding * 0.6
        marks: list[Mark] = [Panel(ground, self.ground, self.edge, self.line, radius, self.padding * 0.45)]
        for left, diameter, person in self.tokens:
            marks.append(Token(QRectF(x + left, y + self._top(diameter), diameter, diameter), person))
        for left, side, role, colour in self.icons:
            marks.append(Icon(QRectF(x + left, y + self._top(side), side, side), role, colour))
        for cell in self.cells:
            top = y + self._top(cell.height)
            for part in cell.parts:
                marks.append(part.at(x + cell.left, top))
                top += part.height + cell.gap
        return marks

    def split(self, room: float) -> tuple[Block, Block] | None:
        """Divide every cell at the same height; None if either part would have no words."""
        halves = [cell.split(room - 2 * self.padding) for cell in self.cells]
        if not any(first.parts for first, _rest in halves) or not any(rest.parts for _first, rest in halves):
            return None
        upper = replace(self, cells=tuple(first for first, _rest in halves))
        lower = replace(self, cells=tuple(rest for _first, rest in halves), tokens=(), icons=())
        return upper, lower

    def _top(self, needed: float) -> float:
        """Return the pixels between the top of the card and something of this height."""
        return (self.height - needed) / 2 if self.centred else self.padding


standing: WeakValueDictionary[tuple[object, ...], CardBlock] = WeakValueDictionary()
"""Cards that stand on the wall, by all that they show: after an edit all but one are the same.

The references are weak, as those to the lines in `marks`: a card that is on no page is dropped.
"""


@dataclass(frozen=True, slots=True)
class HeadingBlock:
    """Heading that stays on the page of what follows; `icon` is a role."""

    words: Words
    icon: str = ""
    keep: bool = True

    @property
    def height(self) -> float:
        """Pixels the words need, with some space."""
        return self.words.height * 1.1

    def place(self, x: float, y: float) -> list[Mark]:
        """Return the icon, if there is one, and the words."""
        if not self.icon:
            return [self.words.at(x, y)]
        side = self.words.size
        where = QRectF(QPointF(x, y + (self.words.line_height - side) / 2), QPointF(x + side, y))
        where.setHeight(side)
        return [Icon(where, self.icon, self.words.colour), self.words.at(x + side * 1.35, y)]

    def split(self, room: float) -> tuple[Block, Block] | None:  # noqa: ARG002 - a heading is one piece
        """Return None: a heading is never divided."""
        return None


def fill_pages(blocks: Sequence[Block], height: float, gap: float) -> list[list[tuple[float, Block]]]:
    """Divide the blocks over pages, each with its distance from the top of the page. No block is lost."""
    pages: list[list[tuple[float, Block]]] = [[]]
    waiting = list(blocks)
    y = 0.0
    while waiting:
        block = waiting.pop(0)
        needed = block.height
        if block.keep and waiting:
            needed += gap + min(waiting[0].height, height / 3)
        if y + needed <= height:
            pages[-1].append((y, block))
            y += block.height + gap
        elif pages[-1] and not all(placed.keep for _y, placed in pages[-1]):
            waiting.insert(0, block)
            pages.append([])
            y = 0.0
        elif halves := block.split(height - y):
            pages[-1].append((y, halves[0]))
            waiting.insert(0, halves[1])
            pages.append([])
            y = 0.0
        else:
            # A line higher than the page is shown as far as the screen goes, rather than left out.
            pages[-1].append((y, block))
            y = height + 1
    return pages
