"""The heading over a part of a page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from beraad.ui.theme import Theme, set_icon
from beraad.ui.widgets.text_label import TextLabel

_LINE = 4


class SectionHeading(QWidget):
    """Words as a heading (a title with `large`), an icon before them, small widgets behind.

    Where all of that has no room in one line, what stands at the right-hand side takes the next.

    With `tone` and `underline` it is the head of a column: coloured words over a coloured line.
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
        self._words = TextLabel(text, "title" if large else "heading", tone=tone, wrap=False)
        small = theme.size("space", "small")
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, small + _LINE if underline else 0)
        lines.setSpacing(small)
        self._row, self._below = QHBoxLayout(), QHBoxLayout()
        self._right: list[QWidget] = []
        self._stacked = False
        for row in (self._row, self._below):
            row.setSpacing(small)
            lines.addLayout(row)
        if icon:
            picture = QLabel()
            set_icon(picture, icon, tone or "ink")
            self._row.addWidget(picture)
        self._row.addWidget(self._words)
        self._row.addStretch(1)
        self._below.addStretch(1)
        self.setAccessibleName(text)

    def set_text(self, text: str) -> None:
        """Change the words."""
        self._words.setText(text)
        self.setAccessibleName(text)

    def add_beside(self, widget: QWidget, *, right: bool = False) -> None:
        """Put a small widget behind the words, or at the right-hand side."""
        if right:
            self._right.append(widget)
            self._row.addWidget(widget)
        else:
            self._row.insertWidget(self._row.count() - 1, widget)

    @override
    def minimumSizeHint(self) -> QSize:
        needed = super().minimumSizeHint()
        return QSize(max(self._left_needs(), self._right_needs()), needed.height())

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def event(self, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        """What stands at the right, beside the words or under them."""
        right = self._right_needs()
        stacked = right > 0 and self._left_needs() + self._row.spacing() + right > self.width()
        if stacked is self._stacked:
            return
        self._stacked = stacked
        for place, widget in enumerate(self._right):
            (self._row if stacked else self._below).removeWidget(widget)
            if stacked:
                self._below.insertWidget(place, widget)
            else:
                self._row.addWidget(widget)

    def _left_needs(self) -> int:
        inside = self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        left = [item for item in inside if item not in self._right and self._row.indexOf(item) >= 0]
        return self._together(left)

    def _right_needs(self) -> int:
        return self._together(self._right)

    def _together(self, widgets: list[QWidget]) -> int:
        """Pixels that these take side by side, the hidden ones not counted."""
        shown = [widget.minimumSizeHint().width() for widget in widgets if not widget.isHidden()]
        return sum(shown) + self._row.spacing() * max(0, len(shown) - 1)

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
