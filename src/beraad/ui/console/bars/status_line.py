"""Line below the console: what was saved, what undo would take back, and the promise of the wall."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from beraad.i18n import _
from beraad.ui.theme import Theme, set_icon
from beraad.ui.widgets.elided_label import ElidedLabel
from beraad.ui.widgets.fitting_button import FittingButton
from beraad.ui.widgets.save_state import SaveState
from beraad.ui.widgets.text_label import TextLabel


class StatusLine(QFrame):
    """Line that also offers undo and the sheet of keys."""

    undo_requested = Signal()
    keys_requested = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "foot")
        self.save_state = SaveState()
        self._says_time = False
        self._undo = FittingButton(role="link")
        # A button is never less wide than all its words, unless this is said.
        self._undo.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._undo.clicked.connect(lambda _checked: self.undo_requested.emit())
        self._keys = FittingButton(role="link")
        self._keys.set_wordings(_("Toetsen ?"), "?")
        self._keys.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._keys.clicked.connect(lambda _checked: self.keys_requested.emit())
        theme = Theme.current()
        self._row = row = QHBoxLayout(self)
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
        row.addWidget(self._keys)

    @override
    def minimumSizeHint(self) -> QSize:
        """As narrow as can be: what was kept is said in as much room as there is."""
        return QSize(1, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        margins = self._row.contentsMargins()
        others = self._undo.minimumSizeHint().width() + self._keys.minimumSizeHint().width()
        gaps = margins.left() + margins.right() + 4 * self._row.spacing()
        self.save_state.setMaximumWidth(max(1, self.width() - others - gaps))
        self._fit_clock()
        super().resizeEvent(event)

    @override
    def event(self, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit_clock()
        return super().event(event)

    def _fit_clock(self) -> None:
        """Say how the time stands where all of that has room."""
        margins, gap = self._row.contentsMargins(), self._row.spacing()
        others = (self.save_state.sizeHint(), self._undo.minimumSizeHint(), self._keys.minimumSizeHint())
        taken = sum(part.width() + gap for part in others) + margins.left() + margins.right()
        needed = self._clock_icon.sizeHint().width() + self._clock.needed + 2 * gap
        shown = self._says_time and self.width() - taken >= needed
        self._clock_icon.setVisible(shown)
        self._clock.setVisible(shown)

    def show_time(self, words: str) -> None:
        """Show how the time stands against the plan."""
        self._clock.set_words(words)

    def set_time_shown(self, shown: bool) -> None:
        """Show the time here or not: the bar above may have no room for it."""
        self._says_time = shown
        self._fit_clock()

    def set_narrow(self, *, narrow: bool) -> None:
        """Leave out what never changes where there is little room."""
        self._promise.setVisible(not narrow)
        self._sealed.setVisible(not narrow)

    def show_undo(self, act: str) -> None:
        """Say what Ctrl+Z would take back; empty if there is nothing."""
        if act:
            words = _("Ctrl+Z maakt ongedaan: {act}").format(act=act)
            self._undo.set_wordings(words, f"Ctrl+Z: {act}", "Ctrl+Z")
        else:
            self._undo.set_wordings(_("Ctrl+Z maakt ongedaan"), "Ctrl+Z")
        self._undo.setEnabled(bool(act))

    def _build_time(self) -> QHBoxLayout:
        self._clock_icon, self._clock = TextLabel(wrap=False), ElidedLabel("soft", takes=False)
        set_icon(self._clock_icon, "clock", "soft")
        clock = QHBoxLayout()
        clock.setSpacing(Theme.current().size("space", "tight"))
        for stretch, part in enumerate((self._clock_icon, self._clock)):
            clock.addWidget(part, stretch)
            part.hide()
        return clock
