"""A label for words that people wrote: never taken for markup."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from beraad.ui.theme import set_styled


class TextLabel(QLabel):
    """Plain text that wraps.

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
        # Qt takes text with tags for rich text by itself, and would load a picture named in a statement.
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setProperty("role", role)
        if tone:
            self.setProperty("tone", tone)
        self.setText(text)

    @override
    def setText(self, text: str, /) -> None:
        self._heights.clear()
        super().setText(text)

    @override
    def heightForWidth(self, width: int, /) -> int:
        # Layouts within layouts ask the same again and again, and each time Qt sets the whole text in lines.
        if width not in self._heights:
            self.ensurePolished()
            self._heights[width] = super().heightForWidth(width)
        return self._heights[width]

    @override
    def changeEvent(self, event: QEvent, /) -> None:
        # Other letters, another style.
        self._heights.clear()
        super().changeEvent(event)

    def set_tone(self, tone: str) -> None:
        """Change the colour: a tone of the theme, or nothing."""
        set_styled(self, "tone", tone)
