"""Panel with a notice about the copies."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from beraad.ui.theme import Theme
from beraad.ui.widgets.text_label import TextLabel


class NoticePanel(QFrame):
    """Words on an amber ground; hidden while there are none."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setProperty("tone", "amber")
        gap = Theme.current().size("space", "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(gap, gap, gap, gap)
        self.words = TextLabel()
        column.addWidget(self.words)

    def say(self, text: str) -> None:
        """Show this text; an empty text hides the panel."""
        self.words.setText(text)
        self.setVisible(bool(text))
