"""Line of words that ends in … if it does not fit."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from beraad.ui.widgets.text_label import TextLabel


class ElidedLabel(TextLabel):
    """One line that uses fewer words if there is little room, and ends in … if none fit.

    With `takes` it takes the rest of its line; else it is as wide as its words, unless its holder may not be.
    All the words are given on hover and to a screen reader.
    """

    def __init__(self, role: str = "body", *, tone: str = "", takes: bool = True) -> None:
        super().__init__(role=role, tone=tone, wrap=False)
        self._words = ""
        self._shorter: tuple[str, ...] = ()
        wide = QSizePolicy.Policy.Ignored if takes else QSizePolicy.Policy.Preferred
        self.setSizePolicy(wide, QSizePolicy.Policy.Preferred)

    @property
    def words(self) -> str:
        """All the words, including those that do not fit."""
        return self._words

    @property
    def needed(self) -> int:
        """Width in pixels of all the words."""
        self.ensurePolished()
        return self.fontMetrics().horizontalAdvance(self._words) + 2

    def set_words(self, words: str, *shorter: str) -> None:
        """Show these words, or the first of the shorter ones that fits."""
        if (words, shorter) == (self._words, self._shorter):
            return
        self._words, self._shorter = words, shorter
        self.setAccessibleName(words)
        self.setToolTip(escape(words))
        self.updateGeometry()
        self._elide()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.needed, super().sizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        takes = self.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Ignored
        return QSize(1 if takes else self.needed, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        metrics, room = self.fontMetrics(), self.width()
        ways = (self._words, *self._shorter)
        cut = {way: metrics.elidedText(way, Qt.TextElideMode.ElideRight, room) for way in ways}
        self.setText(next((way for way in ways if cut[way] == way), cut[ways[-1]]))
