"""The facilitator's own notes, which nobody else ever sees."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from beraad.i18n import _
from beraad.ui.meeting.parts.fields import show_text
from beraad.ui.meeting.parts.keyed_rows import KeyedRows
from beraad.ui.theme import Theme
from beraad.ui.widgets.growing_text_edit import GrowingTextEdit
from beraad.ui.widgets.text_label import TextLabel


class Notes(QWidget):
    """A field a note, and an empty one for the next."""

    note_changed = Signal(int, str)
    """Place from 0 (one past the last: a new note), and its text (empty: gone)."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Theme.current().size("space", "tight"))
        column.addWidget(TextLabel(_("Eigen notitie"), "strong", tone="private"))
        self._fields: KeyedRows[tuple[int, str], GrowingTextEdit] = KeyedRows(
            column, key=lambda item: item[0], make=self._make, show=self._show, offset=1
        )
        self.show_notes(())

    def show_notes(self, notes: tuple[str, ...]) -> None:
        """Show these."""
        self._fields.show(enumerate((*notes, "")))

    def field(self, place: int) -> GrowingTextEdit | None:
        """The field of a note, by its place from 0."""
        return self._fields.get(place)

    def _make(self, item: tuple[int, str]) -> GrowingTextEdit:
        field = GrowingTextEdit(
            label=_("Eigen notitie, ziet niemand anders"),
            placeholder=_("Schrijf voor jezelf …"),
            role="private",
        )
        field.text_settled.connect(lambda text, place=item[0]: self.note_changed.emit(place, text))
        return field

    @staticmethod
    def _show(field: GrowingTextEdit, item: tuple[int, str]) -> None:
        show_text(field, item[1])
