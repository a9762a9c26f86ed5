"""Private notes of the facilitator, which nobody else ever sees."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from beraad.i18n import _
from beraad.ui.meeting.drafting import Drafting, SavedField
from beraad.ui.steps.shared.fields import show_text
from beraad.ui.theme import Theme
from beraad.ui.widgets.growing_text_edit import GrowingTextEdit
from beraad.ui.widgets.keyed_rows import KeyedRows
from beraad.ui.widgets.text_label import TextLabel


class Notes(QWidget):
    """One field per note, and an empty one for the next."""

    note_changed = Signal(int, str, bool)
    """Place from 0 (one past the last: new), text (empty: deleted), and True if one only typed on."""

    def __init__(self, drafting: Drafting, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drafting = drafting
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Theme.current().size("space", "tight"))
        column.addWidget(TextLabel(_("Eigen notitie"), "strong", tone="private"))
        self._fields: KeyedRows[tuple[int, str], GrowingTextEdit] = KeyedRows(
            column, key=lambda item: item[0], make=self._make, show=self._show, offset=1
        )
        self.show_notes(())

    def show_notes(self, notes: tuple[str, ...]) -> None:
        """Show these notes."""
        self._fields.show(enumerate((*notes, "")))

    def field(self, place: int) -> GrowingTextEdit | None:
        """Return the field of a note, by its place from 0."""
        return self._fields.get(place)

    def _make(self, item: tuple[int, str]) -> GrowingTextEdit:
        field = GrowingTextEdit(
            label=_("Eigen notitie, ziet niemand anders"),
            placeholder=_("Schrijf voor jezelf …"),
            role="private",
        )
        note = _NoteField(self._drafting, field)
        note.written.connect(partial(self.note_changed.emit, item[0]))
        return field

    @staticmethod
    def _show(field: GrowingTextEdit, item: tuple[int, str]) -> None:
        show_text(field, item[1])


class _NoteField(SavedField):
    """Writes a note while one types. What is typed in one go is undone together."""

    written = Signal(str, bool)
    """The text, and whether it goes on with what was written before."""

    def __init__(self, drafting: Drafting, field: GrowingTextEdit) -> None:
        super().__init__(drafting, field)
        self._edit, self._kept, self._goes_on = field, "", False

    @override
    def show(self, text: str) -> None:
        if self._edit.text().strip() == text.strip():
            self._kept = text
        elif not self.drafting.is_unwritten(self):
            self._kept, self._goes_on = text, False
            self._edit.set_text(text)

    @override
    def keep(self) -> None:
        text = self._edit.text()
        # A note that is emptied to write another is not taken away under the cursor.
        if text.strip() != self._kept.strip() and (text.strip() or not self._edit.hasFocus()):
            goes_on, self._goes_on = self._goes_on, True
            self._kept = text
            self.written.emit(text, goes_on)

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.keep()
            self._goes_on = False
        return super().eventFilter(watched, event)
