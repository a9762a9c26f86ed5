"""A line of words that ends in … where it has no room."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from beraad.ui.widgets.text_label import TextLabel


class ElidedLabel(TextLabel):
    """One line: with little room in fewer words, and where no words fit, ending in ….

    It `takes` what its line leaves; else it is as wide as its words, unless its holder may not be. All the
    words are always told on hover and to a screen reader.
    """

    def __init__(self, role: str = "body", *, tone: str = "", takes: bool = True) -> None:
        super().__init__(role=role, tone=tone, wrap=False)
        self._words = ""
        self._shorter: tuple[str, ...] = ()
        wide = QSizePolicy.Policy.Ignored if takes else QSizePolicy.Policy.Preferred
        self.setSizePolicy(wide, QSizePolicy.Policy.Preferred)

    @property
    def words(self) -> str:
        """All of them, also where they do not fit."""
        return self._words

    @property
    def needed(self) -> int:
        """Pixels that all the words take."""
        self.ensurePolished()
        return self.fontMetrics().horizontalAdvance(self._words) + 2

    def set_words(self, words: str, *shorter: str) -> None:
        """Say this, or where it does not fit the first of the shorter ones that does."""
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
