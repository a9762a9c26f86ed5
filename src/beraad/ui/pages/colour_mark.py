"""The colour code of a case as a small square; the word stands beside it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from beraad.i18n import _
from beraad.terms import Colour
from beraad.ui.theme import Theme
from beraad.words.course import colour_meaning

_SIDE = 14


class ColourMark(QWidget):
    """A square in the colour of the case; an empty one where no colour was given."""

    def __init__(self, colour: Colour | None = None, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = colour
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        told = colour_meaning(colour) if colour else _("nog geen kleur")
        self.setAccessibleName(told)
        self.setToolTip(told)

    @override
    def sizeHint(self) -> QSize:
        side = round(_SIDE * Theme.current().scale)
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        theme = Theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self._colour is None:
            painter.setPen(QPen(theme.colour("field_line"), 1, Qt.PenStyle.DashLine))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(f"case_{self._colour.value}"))
        painter.drawRoundedRect(box, 4, 4)
        painter.end()
