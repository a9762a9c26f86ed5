"""Bar to make the room's screen quiet while the program is locked."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from beraad.i18n import _
from beraad.ui.theme import Theme, set_icon
from beraad.ui.widgets.text_label import TextLabel


class WallBar(QFrame):
    """Bar below the passphrase while a meeting is open. It says what the room sees, nothing of a case."""

    calm_requested = Signal()
    pause_requested = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        theme = Theme.current()
        row = QHBoxLayout(self)
        row.setContentsMargins(*(theme.size("space", "large"), theme.size("space", "small")) * 2)
        row.setSpacing(theme.size("space", "medium"))
        self._words = TextLabel(role="soft")
        self.calm = QPushButton(_("Scherm rustig (2× Esc)"))
        set_icon(self.calm, "blank")
        self.pause = QPushButton(_("Pauze"))
        set_icon(self.pause, "pause")
        row.addWidget(self._words, 1)
        row.addWidget(self.calm)
        row.addWidget(self.pause)
        self.calm.clicked.connect(lambda _checked: self.calm_requested.emit())
        self.pause.clicked.connect(lambda _checked: self.pause_requested.emit())

    def show_state(self, *, wall: bool, paused: bool) -> None:
        """Show whether the room sees something of the meeting, and whether the meeting pauses."""
        if wall:
            words = _("Het beraad is nog open. De kamer ziet het laatste beeld; dat staat stil.")
        elif paused:
            words = _("Het beraad is nog open. Het is pauze: de klok staat stil en het scherm is rustig.")
        else:
            words = _("Het beraad is nog open. De kamer ziet er niets van.")
        self._words.setText(words)
        self.calm.setVisible(wall)
        self.pause.setVisible(not paused)
