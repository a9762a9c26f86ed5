"""Layout of a line of the overview: the place of each part, and how much of its words is shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics

from beraad.i18n import _
from beraad.services.attention import Attention
from beraad.ui.pages.attention import attention_words, tone_of
from beraad.ui.pages.cases.line_words import LineWords, Ways
from beraad.ui.pages.colour_mark import SIDE, mark_words
from beraad.ui.theme import Theme
from beraad.ui.widgets.pill import pill_size

_WIDE, _MIDDLE, _TREND = 1280, 620, 760
"""Widths in pixels at 100 % from which a row has one band, two bands, and the line of numbers."""


class Part(StrEnum):
    """Kind of a part of a row; for words also their style."""

    MARK = "mark"
    STRONG = "strong"
    BODY = "body"
    SOFT = "soft"
    TREND = "trend"
    PILL = "pill"
    BUTTON = "button"


@dataclass(frozen=True, slots=True)
class Piece:
    """One part of a row, at its place."""

    part: Part
    box: QRect
    text: str = ""
    """Text as it is shown there."""
    told: str = ""
    """Text that a tooltip adds; empty if all of it can be read."""
    tone: str = ""


class RowLayout:
    """Layout of rows of one height: in one band, with the pills below, or all parts stacked if narrow.

    The choice depends on the width that was set last, not on the row: beside a scroll bar a row would need
    another height, at which no bar is needed.
    """

    def __init__(self, button: QSize) -> None:
        theme = Theme.current()
        self._button = button
        self._scale = theme.scale
        self._least = 0
        self._tight, self._small = theme.size("space", "tight"), theme.size("space", "small")
        self._gap = theme.size("space", "large")
        self._fonts = {
            Part.STRONG: QFontMetrics(theme.font(bold=True)),
            Part.BODY: QFontMetrics(theme.font()),
            Part.SOFT: QFontMetrics(theme.font()),
            Part.PILL: QFontMetrics(theme.font("small")),
        }
        self._line = max(metrics.height() for metrics in self._fonts.values())
        self._two = max(2 * self._line, button.height())
        self._pill = pill_size("x").height()

    def fit(self, width: int) -> None:
        """Set the least width of the rows."""
        self._least = width

    @property
    def height(self) -> int:
        """Height of every row."""
        if self._fits(_WIDE):
            tall = max(self._two, 2 * self._pill + self._tight)
        else:
            tall = self._two + self._small + self._pill
            tall += 0 if self._fits(_MIDDLE) else self._line
        return tall + 2 * self._small

    def pieces(self, words: LineWords, row: QRect) -> list[Piece]:
        """Return the parts of a row. None of them stands outside it or on another."""
        if self._fits(_WIDE):
            return list(self._in_one_band(words, row))
        if self._fits(_MIDDLE):
            return list(self._in_two_bands(words, row))
        return list(self._stacked(words, row))

    def button(self, words: LineWords, row: QRect) -> QRect:
        """Return the place of the button to the meeting; empty in a row that has none."""
        return next((piece.box for piece in self.pieces(words, row) if piece.part is Part.BUTTON), QRect())

    # -- the three ways ------------------------------------------------------------------------------

    def _in_one_band(self, words: LineWords, row: QRect) -> Iterator[Piece]:
        band = self._inside(row)
        yield self._mark(words, band)
        name, meeting, trend = self._units(360), self._units(230), self._units(96)
        at = self._after_mark(band)
        yield from self._lines(QRect(at, band.top(), name, band.height()), words.title, words.course)
        at += name + self._gap
        yield from self._meeting(QRect(at, band.top(), meeting, band.height()), words)
        at += meeting + self._gap
        yield from self._trend(words, QRect(at, band.top(), trend, band.height()))
        at += trend + self._gap
        end = band.right() + 1
        if words.offers_meeting:
            end -= self._button.width()
            yield self._placed_button(QPoint(end, band.top()), band.height())
            end -= self._gap
        yield from self._pills(words.attention, QRect(at, band.top(), end - at, band.height()), lines=2)

    def _in_two_bands(self, words: LineWords, row: QRect) -> Iterator[Piece]:
        inside = self._inside(row)
        band = QRect(inside.left(), inside.top(), inside.width(), self._two)
        if not words.attention:
            band.moveTop(row.top() + (row.height() - self._two) // 2)
        yield self._mark(words, band)
        at, end = self._after_mark(band), band.right() + 1 - self._button.width()
        if words.offers_meeting:
            yield self._placed_button(QPoint(end, band.top()), band.height())
        end -= self._gap
        if self._fits(_TREND):
            end -= self._units(96)
            yield from self._trend(words, QRect(end, band.top(), self._units(96), band.height()))
            end -= self._gap
        name = round((end - at - self._gap) * 0.56)
        yield from self._lines(QRect(at, band.top(), name, band.height()), words.title, words.course)
        there = at + name + self._gap
        yield from self._meeting(QRect(there, band.top(), end - there, band.height()), words)
        yield from self._foot(words, at, inside)

    def _stacked(self, words: LineWords, row: QRect) -> Iterator[Piece]:
        inside = self._inside(row)
        band = QRect(inside.left(), inside.top(), inside.width(), self._two)
        if not words.attention:
            band.moveTop(row.top() + (row.height() - self._two - self._line) // 2)
        yield self._mark(words, band)
        at, end = self._after_mark(band), band.right() + 1
        if words.offers_meeting:
            end -= self._button.width()
            yield self._placed_button(QPoint(end, band.top()), band.height())
            end -= self._small
        yield from self._lines(QRect(at, band.top(), end - at, band.height()), words.title, words.course)
        below = QRect(at, band.bottom() + 1, inside.right() + 1 - at, self._line)
        yield self._written(Part.BODY, below, words.meeting)
        yield from self._foot(words, at, inside)

    # -- parts ---------------------------------------------------------------------------------------

    def _mark(self, words: LineWords, band: QRect) -> Piece:
        side = self._units(SIDE)
        box = QRect(band.left(), band.top() + (band.height() - side) // 2, side, side)
        return Piece(Part.MARK, box, told=mark_words(words.colour))

    def _lines(
        self, box: QRect, first: Ways, second: Ways, parts: tuple[Part, Part] = (Part.STRONG, Part.SOFT)
    ) -> Iterator[Piece]:
        """Iterate over two lines in the middle of a box; only the first if the second is empty."""
        shown = [(part, ways) for part, ways in zip(parts, (first, second), strict=True) if ways[0]]
        top = box.top() + (box.height() - len(shown) * self._line) // 2
        for place, (part, ways) in enumerate(shown):
            line = QRect(box.left(), top + place * self._line, box.width(), self._line)
            yield self._written(part, line, ways)

    def _meeting(self, box: QRect, words: LineWords) -> Iterator[Piece]:
        return self._lines(box, words.meeting, words.contact, (Part.BODY, Part.SOFT))

    def _written(self, part: Part, box: QRect, ways: Ways) -> Piece:
        metrics = self._fonts[part]
        cut = [metrics.elidedText(way, Qt.TextElideMode.ElideRight, box.width()) for way in ways]
        text = next((way for way, shown in zip(ways, cut, strict=True) if shown == way), cut[-1])
        return Piece(part, box, text, told="" if text == ways[0] else ways[0])

    @staticmethod
    def _trend(words: LineWords, box: QRect) -> Iterator[Piece]:
        if words.trend:
            yield Piece(Part.TREND, box, words.safety, told=words.numbers)

    def _placed_button(self, corner: QPoint, tall: int) -> Piece:
        down = (tall - self._button.height()) // 2
        return Piece(Part.BUTTON, QRect(corner + QPoint(0, down), self._button))

    def _foot(self, words: LineWords, left: int, inside: QRect) -> Iterator[Piece]:
        box = QRect(left, inside.bottom() + 1 - self._pill, inside.right() + 1 - left, self._pill)
        return self._pills(words.attention, box, lines=1)

    def _pills(self, attention: tuple[Attention, ...], box: QRect, *, lines: int) -> Iterator[Piece]:
        """Iterate over as many pills as fit, with one more for the number of the others."""
        for count in range(len(attention), 0, -1):
            rest = [*map(attention_words, attention[count:])]
            told = [*map(attention_words, attention[:count])]
            if count == 1:
                # The most urgent pill is always shown.
                room = box.width() - (self._more_width(len(rest)) if lines == 1 else 0)
                texts = [self._cut(told[0], room)]
            else:
                texts = told
            more = [_more(len(rest))] if rest else []
            boxes = self._flow([*texts, *more], box, lines)
            if boxes:
                shown = [
                    Piece(Part.PILL, at, text, "" if text == words else words, tone_of(item))
                    for at, text, words, item in zip(boxes, texts, told, attention, strict=False)
                ]
                yield from shown
                if rest:
                    yield Piece(Part.PILL, boxes[-1], more[0], "\n".join(rest))
                return

    def _flow(self, texts: list[str], box: QRect, lines: int) -> list[QRect]:
        """Return a box for each of these pills, in the middle of `box`; none if they do not fit."""
        boxes: list[QRect] = []
        at, line = box.left(), 0
        for text in texts:
            wide = pill_size(text).width()
            if at > box.left() and at + wide > box.right() + 1:
                at, line = box.left(), line + 1
            if line >= lines or at + wide > box.right() + 1:
                return []
            boxes.append(QRect(at, line * (self._pill + self._tight), wide, self._pill))
            at += wide + self._tight
        tall = boxes[-1].bottom() + 1 if boxes else 0
        return [item.translated(0, box.top() + (box.height() - tall) // 2) for item in boxes]

    def _cut(self, text: str, room: int) -> str:
        if pill_size(text).width() <= room:
            return text
        frame = pill_size("").width()
        return self._fonts[Part.PILL].elidedText(text, Qt.TextElideMode.ElideRight, room - frame)

    def _more_width(self, count: int) -> int:
        return pill_size(_more(count)).width() + self._tight if count else 0

    # -- measures ------------------------------------------------------------------------------------

    def _inside(self, row: QRect) -> QRect:
        return row.adjusted(self._gap, self._small, -self._gap, -self._small)

    def _after_mark(self, band: QRect) -> int:
        return band.left() + self._units(SIDE) + self._gap

    def _units(self, pixels: float) -> int:
        return round(pixels * self._scale)

    def _fits(self, wanted: int) -> bool:
        return self._least >= wanted * self._scale


def _more(count: int) -> str:
    return _("nog {count}").format(count=count)
