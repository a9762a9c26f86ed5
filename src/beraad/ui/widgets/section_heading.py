"""Heading over a part of a page."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from beraad.ui.theme import Theme, set_icon
from beraad.ui.widgets.flow_layout import FlowLayout
from beraad.ui.widgets.text_label import LineLabel

_LINE = 4


class SectionHeading(QWidget):
    """Words as a heading (a title with `large`), an icon before them, small widgets behind.

    It goes on in the next line if one is too narrow. With `tone` and `underline` it is the head of a column:
    coloured words over a coloured line.
    """

    def __init__(
        self,
        text: str,
        *,
        icon: str = "",
        tone: str = "",
        underline: bool = False,
        large: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        theme = Theme.current()
        self._tone, self._underline = tone, underline
        self._words = LineLabel(text, "title" if large else "heading", tone=tone)
        small = theme.size("space", "small")
        self._line = FlowLayout(self, gap=small)
        self._line.setContentsMargins(0, 0, 0, small + _LINE if underline else 0)
        left = QWidget()
        self._left = FlowLayout(left, gap=small, wide=True)
        if icon:
            picture = QLabel()
            set_icon(picture, icon, tone or "ink")
            self._left.addWidget(picture)
        self._left.addWidget(self._words)
        self._line.add_growing(left)
        self.setAccessibleName(text)

    def set_text(self, text: str) -> None:
        """Change the words."""
        self._words.setText(text)
        self.setAccessibleName(text)

    def add_beside(self, widget: QWidget, *, right: bool = False) -> None:
        """Put a small widget behind the words, or at the right-hand side."""
        (self._line if right else self._left).addWidget(widget)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        if not self._underline:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Theme.current().colour(self._tone or "line"))
        painter.drawRoundedRect(QRectF(0, self.height() - _LINE, self.width(), _LINE), 2, 2)
        painter.end()
