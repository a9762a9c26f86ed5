"""Show a picture in its own proportions."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, QSizeF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override


class Picture(QWidget):
    """Picture as wide as there is room, up to a width; its name and words are for a screen reader."""

    def __init__(
        self,
        size: QSize | QSizeF,
        widest: float,
        name: str,
        words: str = "",
        *,
        parent: QWidget | None = None,
    ) -> None:
        """Take the room of a picture of this `size`, and no more than `widest` pixels across."""
        super().__init__(parent)
        self._own, self._widest = QSizeF(size), max(1, round(widest))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMaximumWidth(self._widest)
        self.setAccessibleName(name)
        self.setAccessibleDescription(words)

    def draw(self, painter: QPainter, where: QRectF) -> None:
        """Draw the picture there."""
        raise NotImplementedError

    @override
    def sizeHint(self) -> QSize:
        width = min(self._widest, round(self._own.width()))
        return QSize(width, self.heightForWidth(width))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int, /) -> int:
        return round(self._tall(min(width, self._widest)))

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        self.draw(painter, QRectF(0, 0, self.width(), self._tall(self.width())))
        painter.end()

    def _tall(self, width: int) -> float:
        return width * self._own.height() / max(1.0, self._own.width())
