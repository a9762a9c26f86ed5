"""Note that is on disk within moments of a keystroke, with the line that says so."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from beraad.errors import BeraadError
from beraad.i18n import spoken
from beraad.places import Place
from beraad.services.meeting import KeptDraft
from beraad.ui.meeting.drafting import AT_REST, KEEP_WITHIN
from beraad.ui.theme import Theme
from beraad.ui.widgets.growing_text_edit import GrowingTextEdit
from beraad.ui.widgets.save_state import SaveState
from beraad.words.errors import sentence


@dataclass(frozen=True, slots=True)
class NoteAt:
    """Place of the draft of a note, what was found there, and how to save it."""

    place: Place
    found: KeptDraft | None
    """Draft that was begun before."""
    keep: Callable[[KeptDraft], None]
    """Function that saves a draft; it raises BeraadError if it could not."""


class KeptNote(QWidget):
    """Field of a note, which is saved as a draft while one types, and the line that says whether it is."""

    def __init__(
        self,
        field: GrowingTextEdit,
        at: NoteAt,
        *,
        draft: Callable[[], KeptDraft],
        parent: QWidget | None = None,
    ) -> None:
        """`draft` returns what is saved: the words, and what was chosen beside them."""
        super().__init__(parent)
        self.field, self._at, self._draft = field, at, draft
        self._ended = False
        self._unsaved = False
        self.state = SaveState()
        self.state.setVisible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Theme.current().size("space", "tight"))
        column.addWidget(field)
        column.addWidget(self.state)
        self.setFocusProxy(field)
        self._soon = QTimer(self, singleShot=True, interval=KEEP_WITHIN)
        self._soon.timeout.connect(self.keep)
        self._rest = QTimer(self, singleShot=True, interval=AT_REST)
        self._rest.timeout.connect(self._tell_saved)
        if at.found is not None:
            field.set_text(at.found.text)
            self._tell_saved()
        field.typed.connect(self.touch)
        field.installEventFilter(self)
        self.state.retry_requested.connect(self.keep)

    @property
    def unsaved(self) -> bool:
        """True while something that was typed is not on disk."""
        return self._unsaved

    def on_chosen(self) -> None:
        """Note that something was chosen beside the words: it is saved with them."""
        if self.field.text().strip():
            self.touch()

    def touch(self) -> None:
        """Note that something was typed, or chosen beside it, and save it soon."""
        if self._ended:
            return
        self._unsaved = True
        if not self._soon.isActive():
            # Begun with the first key, and not put off by the next.
            self._soon.start()
        self._rest.start()
        self.state.setVisible(True)
        self.state.set_pending()

    def keep(self) -> None:
        """Save what was typed, now."""
        self._soon.stop()
        if self._ended or not self._unsaved:
            return
        try:
            self._at.keep(self._draft())
        except BeraadError as error:
            self._rest.stop()
            self.state.set_failed()
            self.state.setToolTip(sentence(error, spoken()))
            return
        self._unsaved = False
        self.state.setToolTip("")
        # It is no text that is lost when the program locks.
        self.field.document().setModified(False)
        if not self._rest.isActive():
            self._tell_saved()

    def end(self) -> None:
        """Write no more: the words were saved as a check."""
        self._ended, self._unsaved = True, False
        self._soon.stop()
        self._rest.stop()

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() in (QEvent.Type.Hide, QEvent.Type.FocusOut, QEvent.Type.DeferredDelete):
            # It may be gone the next moment.
            self.keep()
        return super().eventFilter(watched, event)

    def _tell_saved(self) -> None:
        if not self._unsaved:
            # Without words there is no draft, and nothing to say of it.
            self.state.setVisible(bool(self.field.text().strip()))
            self.state.set_saved(dt.datetime.now(), waits=True)  # noqa: DTZ005 - the clock on the wall
