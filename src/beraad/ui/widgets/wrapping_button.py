"""Button whose words wrap."""

from __future__ import annotations

import re
from itertools import chain

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from beraad.ui.widgets.fitting_button import size_with
from beraad.ui.widgets.text_label import LONG_WORD

_LETTER = re.compile("&&|.")
"""One letter on a button: Qt writes & as &&."""


class WrappingButton(QPushButton):
    """Push button that is never wider than its room: for whole sentences and words that people wrote.

    A very long word wraps too.
    """

    def __init__(self, text: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(text)

    @override
    def setText(self, text: str, /) -> None:
        if self.accessibleName() == _said(self._words):
            self.setAccessibleName(_said(text))
        self._words = text
        self._wrap(self.width())
        self.updateGeometry()

    @override
    def text(self) -> str:
        return self._words

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int, /) -> int:
        return size_with(self, "\n".join(self._lines(width))).height()

    @override
    def sizeHint(self) -> QSize:
        return size_with(self, self._words)

    @override
    def minimumSizeHint(self) -> QSize:
        words = [word[:LONG_WORD] for word in self._words.split()]
        longest = max(words, key=self.fontMetrics().horizontalAdvance, default="")
        return size_with(self, longest)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._wrap(event.size().width())

    def _wrap(self, width: int) -> None:
        shown = "\n".join(self._lines(width))
        if shown != super().text():
            super().setText(shown)

    def _lines(self, width: int) -> list[str]:
        room = width - size_with(self, "").width()
        metrics, lines = self.fontMetrics(), [""]
        for word in chain.from_iterable(self._pieces(word, room) for word in self._words.split()):
            longer = f"{lines[-1]} {word}".strip()
            if lines[-1] and metrics.horizontalAdvance(longer) > room:
                lines.append(word)
            else:
                lines[-1] = longer
        return lines

    def _pieces(self, word: str, room: int) -> list[str]:
        """Return the parts of a word that stand on separate lines; one part unless the word is very long."""
        metrics, pieces = self.fontMetrics(), [""]
        if len(word) < LONG_WORD or metrics.horizontalAdvance(word) <= room:
            return [word]
        for letter in _LETTER.findall(word):
            if pieces[-1] and metrics.horizontalAdvance(pieces[-1] + letter) > room:
                pieces.append("")
            pieces[-1] += letter
        return pieces


def _said(text: str) -> str:
    """Return the text of a button as it reads."""
    return text.replace("&&", "&")
