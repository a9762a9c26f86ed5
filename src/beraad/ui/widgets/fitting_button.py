"""A button that says the same in as many words as fit."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QWidget
from typing_extensions import override


class FittingButton(QPushButton):
    """Shows the longest of its wordings that fits. A screen reader, and who hovers, always get the first."""

    def __init__(self, *, role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if role:
            self.setProperty("role", role)
        self._wordings: tuple[str, ...] = ("",)

    def set_wordings(self, *wordings: str) -> None:
        """From the fullest to the shortest."""
        self._wordings = wordings
        self.setAccessibleName(wordings[0])
        self.setToolTip(escape(wordings[0]))
        self.updateGeometry()
        self._fit()

    @override
    def sizeHint(self) -> QSize:
        return self._needed(self._wordings[0])

    @override
    def minimumSizeHint(self) -> QSize:
        return self._needed(self._wordings[-1])

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        fitting = (words for words in self._wordings if self._needed(words).width() <= self.width())
        self.setText(next(fitting, self._wordings[-1]))

    def _needed(self, words: str) -> QSize:
        self.ensurePolished()
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = words
        size = self.fontMetrics().size(0, words)
        return self.style().sizeFromContents(QStyle.ContentsType.CT_PushButton, option, size, self)
