"""Two columns that stand below each other where the window is narrow."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from beraad.ui.theme import Theme
from beraad.ui.widgets.reading_order import keep_reading_order

_ROOM_FOR_TWO = 900
"""Width in pixels at 100 % from which the columns stand beside each other."""


class TwoColumns(QWidget):
    """A wide column on the left and a narrow one on the right; fill them with `replace_in`."""

    def __init__(self, *, beside: int, beside_first: bool = False, parent: QWidget | None = None) -> None:
        """`beside` is the width in pixels at 100 % of the narrow column.

        With `beside_first` the narrow column stands above the wide one where there is no room beside it.
        """
        super().__init__(parent)
        theme = Theme.current()
        self._width, self._beside_first = beside, beside_first
        small = theme.size("space", "small")
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._columns.setContentsMargins(0, small, small, 0)
        self._columns.setSpacing(theme.size("space", "wide"))
        self.main, self.beside = QWidget(), QWidget()
        for widget in (self.main, self.beside):
            column = QVBoxLayout(widget)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(theme.size("space", "medium"))
        self._columns.addWidget(self.main, 1)
        self._columns.addWidget(self.beside)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        scale = Theme.current().scale
        wide = self.width() >= _ROOM_FOR_TWO * scale
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if way is not self._columns.direction():
            self._columns.setDirection(way)
            if self._beside_first:
                self._columns.removeWidget(self.beside)
                self._columns.insertWidget(1 if wide else 0, self.beside)
                keep_reading_order(self)
        self.beside.setMaximumWidth(round(self._width * scale) if wide else self.width())
        self.beside.setMinimumWidth(self.beside.maximumWidth() if wide else 0)
        super().resizeEvent(event)
