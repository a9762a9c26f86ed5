"""Button with several wordings, which shows the one that fits."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QWidget
from typing_extensions import override

from beraad.ui.theme import Theme

_LEAST = 120
"""Smallest width for words that are not known beforehand, in pixels at 100 %."""


_BESIDE_PICTURE = 4
"""Pixels that Qt leaves between a picture and words."""


class FittingButton(QPushButton):
    """Button with the longest of its wordings that fits, ending in … if none does.

    A screen reader and a tooltip always give the first wording.
    """

    def __init__(self, *, role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if role:
            self.setProperty("role", role)
        self._wordings: tuple[str, ...] = ("",)

    def set_wordings(self, *wordings: str) -> None:
        """Set the wordings, from the fullest to the shortest."""
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
        shortest = self._needed(self._wordings[-1])
        return QSize(min(shortest.width(), round(_LEAST * Theme.current().scale)), shortest.height())

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        fitting = (words for words in self._wordings if self._needed(words).width() <= self.width())
        shortest = self._wordings[-1]
        around = self._needed("").width()
        cut = self.fontMetrics().elidedText(shortest, Qt.TextElideMode.ElideRight, self.width() - around)
        self.setText(next(fitting, cut))

    def _needed(self, words: str) -> QSize:
        return size_with(self, words)


def size_with(button: QPushButton, words: str) -> QSize:
    """Return the size that a button needs for these words beside its picture."""
    button.ensurePolished()
    option = QStyleOptionButton()
    button.initStyleOption(option)
    option.text = words
    size = button.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, words)
    if not button.icon().isNull():
        picture = button.iconSize()
        beside = picture.width() + (_BESIDE_PICTURE if words else 0)
        size = QSize(size.width() + beside, max(size.height(), picture.height()))
    return button.style().sizeFromContents(QStyle.ContentsType.CT_PushButton, option, size, button)
