"""The line below the console: what was kept, what undo would take back, and the promise of the wall."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from beraad.i18n import _
from beraad.services.meeting import Act
from beraad.services.sentences import act_label
from beraad.ui.meeting.parts.buttons import button
from beraad.ui.theme import Theme
from beraad.ui.widgets.fitting_button import FittingButton
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
        self._undo = FittingButton(role="link")
        self._undo.clicked.connect(lambda _checked: self.undo_requested.emit())
        theme = Theme.current()
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.size("space", "large"), 2, theme.size("space", "large"), 2)
        row.setSpacing(theme.size("space", "large"))
        row.addWidget(self.save_state)
        self._sealed = TextLabel(_("Versleuteld"), "small", wrap=False)
        row.addWidget(self._sealed)
        row.addWidget(self._undo)
        row.addStretch(1)
        self._promise = TextLabel(
            _("Alleen wat iedereen aan tafel mag weten, staat op het scherm"), "small", wrap=False
        )
        row.addWidget(self._promise)
        row.addWidget(button(_("Toetsen ?"), self.keys_requested.emit, role="link"))

    def set_narrow(self, *, narrow: bool) -> None:
        """Where there is little room, what never changes is left out."""
        self._promise.setVisible(not narrow)
        self._sealed.setVisible(not narrow)

    def show_undo(self, act: Act | None) -> None:
        """What Ctrl+Z would take back."""
        plain = _("Ctrl+Z maakt ongedaan")
        if act is None:
            self._undo.set_wordings(plain, "Ctrl+Z")
        else:
            said = act_label(act)
            words = _("Ctrl+Z maakt ongedaan: {act}").format(act=said)
            self._undo.set_wordings(words, f"Ctrl+Z: {said}", "Ctrl+Z")
        self._undo.setEnabled(act is not None)
