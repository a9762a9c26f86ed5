"""The line below the console: what was kept, what undo would take back, and the promise of the wall."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from beraad.i18n import _
from beraad.services.meeting import Act
from beraad.services.sentences import act_label
from beraad.ui.meeting.parts.buttons import button
from beraad.ui.theme import Theme
from beraad.ui.widgets.save_state import SaveState
from beraad.ui.widgets.text_label import TextLabel


class StatusLine(QFrame):
    """Says, and offers undo and the sheet of keys."""

    undo_requested = Signal()
    keys_requested = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "foot")
        self.save_state = SaveState()
        self._undo = button("", self.undo_requested.emit, role="link")
        self._undo.setMinimumWidth(1)  # words may be cut off sooner than the window grows
        theme = Theme.current()
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.size("space", "large"), 2, theme.size("space", "large"), 2)
        row.setSpacing(theme.size("space", "large"))
        row.addWidget(self.save_state)
        row.addWidget(TextLabel(_("Versleuteld"), "small", wrap=False))
        row.addWidget(self._undo)
        row.addStretch(1)
        self._promise = TextLabel(
            _("Alleen wat iedereen aan tafel mag weten, staat op het scherm"), "small", wrap=False
        )
        self._promise.setMinimumWidth(1)
        row.addWidget(self._promise)
        row.addWidget(button(_("Toetsen ?"), self.keys_requested.emit, role="link"))

    def set_narrow(self, *, narrow: bool) -> None:
        """Where there is little room, the promise of the wall is left to the guide."""
        self._promise.setVisible(not narrow)

    def show_undo(self, act: Act | None) -> None:
        """What Ctrl+Z would take back."""
        words = (
            _("Ctrl+Z maakt ongedaan: {act}").format(act=act_label(act))
            if act
            else _("Ctrl+Z maakt ongedaan")
        )
        self._undo.setText(words)
        self._undo.setEnabled(act is not None)
