"""Facilitator's way back from a page that a participant may be looking at."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from beraad.i18n import _
from beraad.ui.theme import Theme
from beraad.ui.widgets.announcing import announce
from beraad.ui.widgets.text_label import TextLabel

FACILITATOR_KEY = "Ctrl + Enter"
"""Key of the facilitator. Never Enter or space alone: whoever answered last may press those again."""


class WayBack(QWidget):
    """Key that leads back, and a button that names it. The button alone leads nowhere."""

    taken_back = Signal()
    """The facilitator has the laptop again."""

    def __init__(
        self,
        *,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignHCenter,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._align = align
        self._button = QPushButton(_("Terug naar de gespreksleider"))
        self._hint = TextLabel(role="soft")
        self._build()
        self._connect()

    def ask(self) -> None:
        """Say how the facilitator takes the laptop back."""
        words = _("Alleen de gespreksleider gaat verder, met {key}.").format(key=FACILITATOR_KEY)
        self._hint.setText(words)
        announce(self, words, urgent=True)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Theme.current().size("space", "small"))
        self._button.setProperty("role", "quiet")
        self._button.setProperty("reach", "wide")
        column.addWidget(self._button, 0, self._align)
        self._hint.setAlignment(self._align)
        # Reserve its line, so that nothing moves under the pointer when the text appears.
        self._hint.setMinimumHeight(self._hint.fontMetrics().lineSpacing())
        column.addWidget(self._hint)

    def _connect(self) -> None:
        self._button.clicked.connect(self.ask)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(key), self)
            # A key held down by the last person must not lead on.
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(self.taken_back)
