"""The line below the console: what was kept, what undo would take back, and the promise of the wall."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from beraad.i18n import _
from beraad.services.meeting import Act
from beraad.services.sentences import act_label
from beraad.ui.meeting.parts.buttons import button
from beraad.ui.theme import Theme, set_icon
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
        # A button is never less wide than all its words, unless this is said.
        self._undo.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._undo.clicked.connect(lambda _checked: self.undo_requested.emit())
        theme = Theme.current()
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.size("space", "large"), 2, theme.size("space", "large"), 2)
        row.setSpacing(theme.size("space", "large"))
        row.addWidget(self.save_state)
        self._sealed = TextLabel(_("Versleuteld"), "small", wrap=False)
        row.addWidget(self._sealed)
        row.addLayout(self._build_time())
        row.addWidget(self._undo)
        row.addStretch(1)
        self._promise = TextLabel(
            _("Alleen wat iedereen aan tafel mag weten, staat op het scherm"), "small", wrap=False
        )
        row.addWidget(self._promise)
        row.addWidget(button(_("Toetsen ?"), self.keys_requested.emit, role="link"))

    def show_time(self, words: str) -> None:
        """How the time stands."""
        self._clock.setText(words)

    def set_time_shown(self, shown: bool) -> None:
        """Say how the time stands here, where the bar above has no room for it."""
        self._clock_icon.setVisible(shown)
        self._clock.setVisible(shown)

    def set_narrow(self, *, narrow: bool) -> None:
        """Where there is little room, what never changes is left out."""
        self._promise.setVisible(not narrow)
        self._sealed.setVisible(not narrow)

    def show_undo(self, act: Act | None, whose: str = "") -> None:
        """What Ctrl+Z would take back; of an answer, `whose` it is."""
        plain = _("Ctrl+Z maakt ongedaan")
        if act is None:
            self._undo.set_wordings(plain, "Ctrl+Z")
        else:
            said = _("Antwoord van {person}").format(person=whose) if whose else act_label(act)
            words = _("Ctrl+Z maakt ongedaan: {act}").format(act=said)
            self._undo.set_wordings(words, f"Ctrl+Z: {said}", "Ctrl+Z")
        self._undo.setEnabled(act is not None)

    def _build_time(self) -> QHBoxLayout:
        self._clock_icon, self._clock = TextLabel(wrap=False), TextLabel(role="soft", wrap=False)
        set_icon(self._clock_icon, "clock", "soft")
        clock = QHBoxLayout()
        clock.setSpacing(Theme.current().size("space", "tight"))
        for part in (self._clock_icon, self._clock):
            clock.addWidget(part)
            part.hide()
        return clock
