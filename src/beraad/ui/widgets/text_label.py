"""Label for words that people wrote, never taken for markup."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from beraad.ui.theme import set_styled

LONG_WORD = 25
"""Number of letters of a long word: longer than spoken words, such as a web address or a rare name."""

_LONG_WORD = re.compile(rf"\S{{{LONG_WORD},}}")

_MAY_BREAK = "\u200b"
"""Sign of no width at which a line may end."""


def breakable(text: str) -> str:
    """Return the text with a place to break behind each letter of a very long word."""
    return _LONG_WORD.sub(lambda word: _MAY_BREAK.join(word[0]), text)


class TextLabel(QLabel):
    """Plain text that wraps, also within a very long word.

    `role`: body, title, heading, strong, soft, small, caps. `tone`: danger, safety, next, private, amber.
    """

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        *,
        tone: str = "",
        wrap: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._heights: dict[int, int] = {}
        # Otherwise Qt would show text with tags as rich text, and load a picture named in a statement.
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setProperty("role", role)
        if tone:
            self.setProperty("tone", tone)
        self.setText(text)

    @override
    def setText(self, text: str, /) -> None:
        self._heights.clear()
        self._text = text
        super().setText(breakable(text))

    @override
    def clear(self) -> None:
        self.setText("")

    @override
    def text(self) -> str:
        return self._text

    @override
    def heightForWidth(self, width: int, /) -> int:
        # Cached: nested layouts ask many times, and each time Qt lays out the whole text.
        if width not in self._heights:
            self.ensurePolished()
            self._heights[width] = super().heightForWidth(width)
        return self._heights[width]

    @override
    def changeEvent(self, event: QEvent, /) -> None:
        # The font or the style may have changed.
        self._heights.clear()
        super().changeEvent(event)

    def set_tone(self, tone: str) -> None:
        """Change the colour to a tone of the theme, or an empty string for none."""
        set_styled(self, "tone", tone)


class LineLabel(TextLabel):
    """Words in one line if there is room, else wrapped; QLabel itself would prefer a block."""

    @override
    def sizeHint(self) -> QSize:
        self.ensurePolished()
        size = self.fontMetrics().size(Qt.TextFlag.TextSingleLine, self.text())
        return QSize(size.width() + 1, max(size.height(), self.minimumSizeHint().height()))
