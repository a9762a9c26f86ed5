"""Paint the number of an item on a disc or in a ring, and the numbers 0 to 10 of a scale."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from beraad.ui.theme import Theme
from beraad.ui.theme.theme import face
from beraad.ui.widgets.text_label import TextLabel

_NUMBERS = 11
"""From 0 up to 10."""


class NumberMark(TextLabel):
    """Number on a disc (`full`: the reader's own) or in a ring; without a number only room for one."""

    def __init__(self, number: str, role: str, *, full: bool, parent: QWidget | None = None) -> None:
        super().__init__(number, role, wrap=False, parent=parent)
        self._full = full
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        self.ensurePolished()
        letters = self.fontMetrics()
        wide = letters.horizontalAdvance(self.text()) + letters.averageCharWidth()
        return QSize(max(wide, letters.height() + 4), letters.height() + 4)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        if self.text():
            _paint_number(QRectF(self.rect()), self.text(), self.font().pixelSize(), self, full=self._full)


class NumberRow(QWidget):
    """Row of the numbers 0 to 10, each in a ring, the given one on a disc. Words above it say it too."""

    def __init__(self, value: int, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = value
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @override
    def sizeHint(self) -> QSize:
        return QSize(_NUMBERS * self._largest, self._largest)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(_NUMBERS * self._largest // 3, self._largest // 3)

    @override
    def heightForWidth(self, width: int, /) -> int:
        return min(self._largest, width // _NUMBERS)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        side = min(self._largest, self.width() // _NUMBERS)
        step = min(side * 1.4, (self.width() - side) / (_NUMBERS - 1))
        for value in range(_NUMBERS):
            where = QRectF(value * step, 0, side, side)
            _paint_number(where, str(value), round(side * 0.5), self, full=value == self._value)

    @property
    def _largest(self) -> int:
        return round(Theme.current().size("text", "heading") * 1.9)


def _paint_number(where: QRectF, number: str, pixels: int, on: QWidget, *, full: bool) -> None:
    theme = Theme.current()
    painter = QPainter(on)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("strong" if full else "field_line"), 1))
    painter.setBrush(theme.colour("strong") if full else Qt.BrushStyle.NoBrush)
    half = where.height() / 2
    painter.drawRoundedRect(where.adjusted(1, 1, -1, -1), half - 1, half - 1)
    painter.setFont(face(pixels, bold=full))
    painter.setPen(theme.colour("on_strong" if full else "ink"))
    painter.drawText(where, Qt.AlignmentFlag.AlignCenter, number)
    painter.end()
