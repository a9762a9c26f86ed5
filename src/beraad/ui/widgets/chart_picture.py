"""Show a chart as it is printed."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from beraad.ui.theme import Theme
from beraad.ui.widgets.picture import Picture

_LARGER = 1.3
"""Most pixels at 100 % for a point."""


class ChartPicture(Picture):
    """Chart (SVG) on paper white, in the dark theme too: the drawing is the one that is printed."""

    def __init__(self, svg: bytes, name: str, words: str, *, parent: QWidget | None = None) -> None:
        self.svg = svg
        """Picture that is painted."""
        self._chart = QSvgRenderer(QByteArray(svg))
        size = self._chart.defaultSize()
        super().__init__(size, size.width() * _LARGER * Theme.current().scale, name, words, parent=parent)

    @override
    def draw(self, painter: QPainter, where: QRectF) -> None:
        self._chart.render(painter, where)
