"""Show a scanned page."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from beraad.ui.theme import Theme
from beraad.ui.widgets.picture import Picture

_WIDEST = 700
"""Pixels at 100 %: a page of handwriting is read at this width."""


class ScanPicture(Picture):
    """Page as it was scanned (JPEG), with an edge that says where the paper ended."""

    def __init__(self, jpeg: bytes, name: str, *, parent: QWidget | None = None) -> None:
        self.page = QImage.fromData(jpeg)
        """Page that is painted; null if it cannot be read."""
        super().__init__(self.page.size(), _WIDEST * Theme.current().scale, name, parent=parent)

    @override
    def draw(self, painter: QPainter, where: QRectF) -> None:
        painter.drawImage(where, self.page, QRectF(0, 0, *QSizeF(self.page.size()).toTuple()))
        painter.setPen(QPen(Theme.current().colour("field_line"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(where.adjusted(0.5, 0.5, -0.5, -0.5))
