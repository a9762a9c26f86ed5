"""Notice for a place where there is nothing yet."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from beraad.ui.theme import Theme
from beraad.ui.widgets.text_label import TextLabel


class EmptyState(QWidget):
    """Title, sentence and optionally a button for the one thing to do now."""

    action_requested = Signal()

    def __init__(
        self, title: str, text: str = "", *, action: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._title = TextLabel(title, "heading")
        self._text = TextLabel(text, "soft")
        self._action = QPushButton(action)
        self._action.setProperty("role", "primary")
        column = QVBoxLayout(self)
        column.setSpacing(Theme.current().size("space", "medium"))
        column.addStretch(1)
        for label in (self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addWidget(self._action, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        # Show them only now: without a parent they would be separate windows for a moment.
        self._action.setVisible(bool(action))
        self._text.setVisible(bool(text))
        self._action.clicked.connect(self.action_requested)
