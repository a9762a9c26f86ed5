"""Marks: the parts of a page of the wall. Each paints itself and returns the words it painted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol, overload
from weakref import WeakValueDictionary

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from typing_extensions import override

from beraad.disclosure.views import PersonView
from beraad.ui.theme import Theme
from beraad.ui.theme.theme import face
from beraad.ui.widgets.person_token import paint_token

_LEADING = 1.32
"""Height of a line as a multiple of the height of its letters."""


@contextmanager
def kept(painter: QPainter) -> Iterator[None]:
    """Restore the painter at the end, also after an error, so that what is drawn next covers it."""
    painter.save()
    try:
        yield
    finally:
        painter.restore()


class Mark(Protocol):
    """Part of a page."""

    @property
    def where(self) -> QRectF:
        """Place on the page. Painting is cut off further outside than the height of the smallest letter."""

    def paint(self, painter: QPainter, theme: Theme) -> tuple[str, ...]:
        """Draw the mark and return the words in it."""


_TRIES = 5
"""Times that a line is made shorter before a letter counts as wider than the line."""


class Words:
    """Lines of text of one size and colour, set to a width. Long words break; nothing is cut off."""

    def __init__(
        self,
        text: str,
        *,
        width: float,
        size: float,
        colour: str = "ink",
        bold: bool = False,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        self.text, self.width, self.size, self.colour, self.bold, self.align = (
            text,
            width,
            size,
            colour,
            bold,
            align,
        )
        self._lines = _lines(text, width, size, bold=bold, align=align)

    @override
    def __eq__(self, other: object) -> bool:
        """Return True if the other looks the same, wherever it stands."""
        return isinstance(other, Words) and self._look == other._look

    @override
    def __hash__(self) -> int:
        return hash(self._look)

    @property
    def _look(self) -> tuple[object, ...]:
        return self.text, self.width, self.size, self.colour, self.bold, self.align

    @property
    def height(self) -> float:
        """Pixels from the top of the first line to the foot of the last."""
        return len(self._lines.starts) * self.line_height

    @property
    def line_height(self) -> float:
        """Height of a line in pixels."""
        return self.size * _LEADING

    @property
    def natural_width(self) -> float:
        """Pixels the widest line needs."""
        return self._lines.natural

    def split(self, room: float) -> tuple[Words, Words] | None:
        """Return the lines that fit in `room` pixels and the rest; None if no line fits, or all do."""
        fit = int(room // self.line_height)
        if not 0 < fit < len(self._lines.starts):
            return None
        # Qt counts in UTF-16 units: an emoji is two.
        at = len(self.text.encode("utf-16-le")[: 2 * self._lines.starts[fit]].decode("utf-16-le"))
        return self._like(self.text[:at].rstrip()), self._like(self.text[at:].lstrip())

    def at(self, x: float, y: float) -> PlacedWords:
        """Return these words with their top left corner at a place."""
        return PlacedWords(self, QRectF(x, y, self.width, self.height))

    def draw(self, painter: QPainter, at: QPointF, colour: QColor) -> None:
        """Draw the lines with the top left corner at `at`."""
        painter.setPen(colour)
        self._lines.layout.draw(painter, at)

    def _like(self, text: str) -> Words:
        return Words(
            text, width=self.width, size=self.size, colour=self.colour, bold=self.bold, align=self.align
        )


class _Lines:
    """Text set in lines: where each line begins in the text, and how wide the widest is."""

    def __init__(self, layout: QTextLayout, width: float, line_height: float) -> None:
        self.layout = layout
        self.starts: list[int] = []
        self.natural = 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            _set_within(line, width)
            top = len(self.starts) * line_height
            line.setPosition(QPointF(0, top + (line_height - line.height()) / 2))
            self.starts.append(line.textStart())
            self.natural = max(self.natural, line.naturalTextWidth())
        layout.endLayout()


def _set_within(line: QTextLine, width: float) -> None:
    """Fill a line up to this width. Qt counts a letter of another font too narrow when it breaks a word."""
    room = width
    for _try in range(_TRIES):
        line.setLineWidth(room)
        over = line.naturalTextWidth() - width
        if over <= 0:
            return
        room = max(1.0, room - max(over, 1.0))
    # A letter that is wider than the line: it stands where it would.
    line.setLineWidth(width)


_standing: WeakValueDictionary[tuple[object, ...], _Lines] = WeakValueDictionary()
"""Lines on any page, since setting them is the slowest part of making a page and most stay the same.

The references are weak: lines on no page are dropped, so that no text outlives its meeting here.
"""


def _lines(text: str, width: float, size: float, *, bold: bool, align: Qt.AlignmentFlag) -> _Lines:
    key = text, width, size, bold, align
    lines = _standing.get(key)
    if lines is None:
        layout = QTextLayout(_kept_together(text).replace("\n", "\u2028"), face(size, bold=bold))
        option = QTextOption(align)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        # Otherwise Qt drops the shapes of the letters and computes them again at each paint.
        layout.setCacheEnabled(True)
        lines = _standing[key] = _Lines(layout, width, size * _LEADING)
    return lines


_AFTER_A_NUMBER = re.compile(r"(?<![\w.])(\d[\d.:]*) (?=[^\W\d])")
_SHORT_PAIR = re.compile(r"(?<![\w-])(\w{1,9})-(?=\w{1,9}(?![\w-]))")
"""Two short words with a hyphen. A long pair may break at its hyphen, which is better than within a word."""


def _kept_together(text: str) -> str:
    """Return the text with no line end within `15 januari` or `time-out`, at the same length."""
    return _SHORT_PAIR.sub("\\1\u2011", _AFTER_A_NUMBER.sub("\\1\u00a0", text))


@dataclass(frozen=True, slots=True)
class PlacedWords:
    """Words at a place."""

    words: Words
    where: QRectF

    def paint(self, painter: QPainter, theme: Theme) -> tuple[str, ...]:
        """Draw the words and return them."""
        self.words.draw(painter, self.where.topLeft(), theme.colour(self.words.colour))
        return (self.words.text,) if self.words.text else ()


@dataclass(frozen=True, slots=True)
class Panel:
    """Rounded rectangle with `edge` as a coloured left side and `line` as a thin frame; colours are tokens.

    Without a `line_width` the frame is thicker where the corners are rounder.
    """

    where: QRectF
    ground: str
    edge: str = ""
    line: str = ""
    radius: float = 10.0
    edge_width: float = 8.0
    line_width: float = 0.0

    def paint(self, painter: QPainter, theme: Theme) -> tuple[str, ...]:
        """Draw the panel; it has no words."""
        shape = QPainterPath()
        shape.addRoundedRect(self.where, self.radius, self.radius)
        painter.fillPath(shape, theme.colour(self.ground))
        if self.edge:
            with kept(painter):
                side = QRectF(self.where.topLeft(), self.where.bottomLeft() + QPointF(self.edge_width, 0))
                painter.setClipRect(side, Qt.ClipOperation.IntersectClip)
                painter.fillPath(shape, theme.colour(self.edge))
        if self.line:
            thick = self.line_width or max(1.0, self.radius / 6)
            painter.strokePath(shape, QPen(theme.colour(self.line), thick))
        return ()


@dataclass(frozen=True, slots=True)
class Token:
    """Initials of a person on a disc in the colour of the circle."""

    where: QRectF
    person: PersonView
    letters: str = ""
    """Letters to show instead of the person's initials, to tell people apart where no name is beside it."""

    def paint(self, painter: QPainter, theme: Theme) -> tuple[str, ...]:
        """Draw the token and return its letters."""
        letters = self.letters or self.person.initials
        paint_token(painter, self.where, letters, self.person.circle, theme)
        return (letters,)


@dataclass(frozen=True, slots=True)
class Icon:
    """Picture of a role."""

    where: QRectF
    role: str
    colour: str

    def paint(self, painter: QPainter, theme: Theme) -> tuple[str, ...]:
        """Draw the picture; it has no words."""
        theme.paint_icon(painter, self.where, self.role, theme.colour(self.colour))
        return ()


@dataclass(frozen=True, slots=True)
class ScaleBar:
    """Line from 0 to 10, from the colour of danger to that of safety."""

    where: QRectF

    def paint(self, painter: QPainter, theme: Theme) -> tuple[str, ...]:
        """Draw the line; it has no words."""
        colours = QLinearGradient(self.where.topLeft(), self.where.topRight())
        for at, token in ((0.0, "case_red"), (0.46, "case_yellow"), (1.0, "case_green")):
            colours.setColorAt(at, theme.colour(token))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours)
        painter.drawRoundedRect(self.where, self.where.height() / 2, self.where.height() / 2)
        return ()


@dataclass(frozen=True, slots=True)
class Calm:
    """Quiet landscape without a word: three soft hills under a pale sun."""

    where: QRectF

    def paint(self, painter: QPainter, theme: Theme) -> tuple[str, ...]:
        """Draw the landscape; it has no words."""
        width, height = self.where.width(), self.where.height()
        painter.fillRect(self.where, theme.colour("next_wash"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("sun"))
        painter.drawEllipse(QPointF(width * 0.84, height * 0.3), height * 0.11, height * 0.11)
        hills = ((0.58, 0.10, "safety", 40), (0.70, -0.09, "safety", 70), (0.82, 0.07, "safety", 105))
        for top, swing, token, strength in hills:
            colour = theme.colour(token)
            colour.setAlpha(strength)
            hill = QPainterPath(QPointF(0, height))
            hill.lineTo(0, height * (top + swing))
            hill.cubicTo(
                QPointF(width * 0.33, height * (top - swing)),
                QPointF(width * 0.62, height * (top + 1.6 * swing)),
                QPointF(width, height * (top - swing)),
            )
            hill.lineTo(width, height)
            painter.fillPath(hill, colour)
        return ()


Page = Sequence[Mark]
"""One page of the wall: its marks from the back to the front."""


class Later(Sequence[Mark]):
    """Page that makes its marks when it is first looked at: of many pages only one is shown."""

    def __init__(self, make: Callable[[], Iterable[Mark]]) -> None:
        self._make = make

    @cached_property
    def _marks(self) -> tuple[Mark, ...]:
        return tuple(self._make())

    @overload
    def __getitem__(self, place: int) -> Mark: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Mark]: ...
    @override
    def __getitem__(self, place: int | slice) -> Mark | Sequence[Mark]:
        return self._marks[place]

    @override
    def __len__(self) -> int:
        return len(self._marks)
