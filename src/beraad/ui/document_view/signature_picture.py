"""Show a signature as it was drawn."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from beraad.export.document import Strokes
from beraad.i18n import _
from beraad.ui.theme import Theme
from beraad.ui.widgets.picture import Picture

_WIDE, _SHARE = 200, 0.3
"""Pixels at 100 %, and the height as a part of the width: as the pad on which it was drawn."""


class SignaturePicture(Picture):
    """Lines of a signature."""

    def __init__(self, strokes: Strokes, whose: str, *, parent: QWidget | None = None) -> None:
        self.strokes = strokes
        """Lines that are painted."""
        wide = _WIDE * Theme.current().scale
        name = _("Handtekening van {name}").format(name=whose)
        super().__init__(QSizeF(wide, wide * _SHARE), wide, name, parent=parent)

    @override
    def draw(self, painter: QPainter, where: QRectF) -> None:
        pen = QPen(Theme.current().colour("ink"), 1.5 * Theme.current().scale)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        for stroke in self.strokes:
            # A tap is a point.
            drawn = stroke if len(stroke) > 1 else stroke * 2
            painter.drawPolyline([QPointF(x * where.width(), y * where.height()) for x, y in drawn])
