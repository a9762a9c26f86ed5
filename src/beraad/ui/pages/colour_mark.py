"""Colour of a case as a small square; the word stands beside it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from beraad.i18n import _, spoken
from beraad.terms import Colour
from beraad.ui.theme import Theme
from beraad.words.course import colour_meaning

SIDE = 14
"""Side of the square in pixels at 100 %."""


class ColourMark(QWidget):
    """Square in the colour of the case; an empty one if no colour was given."""

    def __init__(self, colour: Colour | None = None, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = colour
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        told = mark_words(colour)
        self.setAccessibleName(told)
        self.setToolTip(told)

    @override
    def sizeHint(self) -> QSize:
        side = round(SIDE * Theme.current().scale)
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        paint_mark(painter, QRectF(self.rect()), self._colour)
        painter.end()


def mark_words(colour: Colour | None) -> str:
    """Return the meaning of the mark in words."""
    return colour_meaning(colour, spoken()) if colour else _("nog geen kleur")


def paint_mark(painter: QPainter, box: QRectF, colour: Colour | None) -> None:
    """Draw the mark into a box."""
    theme = Theme.current()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if colour is None:
        painter.setPen(QPen(theme.colour("field_line"), 1, Qt.PenStyle.DashLine))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(f"case_{colour.value}"))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.restore()
