"""Adding cards by typing: Enter adds one and waits for the next."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from beraad.disclosure.console_views import ConsoleView
from beraad.i18n import _
from beraad.terms import KINDS_IN, Column, StatementKind, VisibleTo
from beraad.ui.meeting.parts.fields import as_draft, narrow_combo
from beraad.ui.meeting.parts.people import at_the_table, everybody, visibility_value
from beraad.ui.theme import Theme
from beraad.ui.widgets.growing_text_edit import GrowingTextEdit
from beraad.ui.widgets.person_picker import PersonPicker
from beraad.ui.widgets.text_label import TextLabel
from beraad.ui.widgets.visible_to_picker import VisibleToPicker
from beraad.ui.words import kind_label

KEY_OF = {Column.DANGER: "1", Column.SAFETY: "2", Column.NEXT_STEP: "3"}
"""The key that begins a card in a column."""


class AddStatement(QWidget):
    """A dashed button that becomes a field. Kind, speaker and readers stay as they are for the next card.

    Who may see a card is said before Enter, since the wall shows it at once. Closing the field sets it back.
    """

    statement_added = Signal(str, object, str, object)
    """Text, `StatementKind`, id of who said it (or empty), `VisibleToValue`."""
    opened = Signal()

    def __init__(self, column: Column, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = column
        self._build()
        self._connect()
        self._retranslate()

    @property
    def field(self) -> GrowingTextEdit:
        """Where one types."""
        return self._field

    def show_people(self, view: ConsoleView) -> None:
        """Offer those at the table."""
        self._by.set_people(at_the_table(view))
        self._visible.set_people(everybody(view))

    def begin(self) -> None:
        """Open the field and put the cursor in it."""
        self._button.hide()
        self._form.show()
        self._field.setFocus()
        self.opened.emit()

    def finish(self) -> None:
        """Add what stands in the field, and close."""
        self._add()
        self._visible.set_visibility(VisibleTo.EVERYONE)
        self._form.hide()
        self._button.show()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape and not self._form.isHidden():
            self._field.set_text("")
            self.finish()
            self._button.setFocus()
            return
        super().keyPressEvent(event)

    def _build(self) -> None:
        theme = Theme.current()
        self._button = QPushButton()
        self._button.setProperty("role", "add")
        self._button.setMinimumWidth(1)  # words may be cut off sooner than the column grows
        self._form = QFrame()
        self._form.setProperty("role", "panel")
        inside = QVBoxLayout(self._form)
        gap = theme.size("space", "small")
        inside.setContentsMargins(gap, gap, gap, gap)
        inside.setSpacing(gap)
        self._field = as_draft(GrowingTextEdit(label=_("Nieuwe kaart"), enter_finishes=True))
        self._kind = narrow_combo()
        self._by = PersonPicker(label=_("Wie zegt dit?"), single=True)
        self._hint = TextLabel(role="small")
        self._visible = VisibleToPicker(label=_("Wie mag dit zien?"))
        for widget in (self._field, self._kind, self._by, self._visible, self._hint):
            inside.addWidget(widget)
        for kind in KINDS_IN[self._column]:
            self._kind.addItem(kind_label(kind), kind.value)
        self._form.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._button)
        column.addWidget(self._form)

    def _connect(self) -> None:
        self._button.clicked.connect(self.begin)
        self._field.edit_finished.connect(self._on_finished)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def _retranslate(self) -> None:
        words = {
            Column.DANGER: _("Zorg toevoegen"),
            Column.SAFETY: _("Iets goeds toevoegen"),
            Column.NEXT_STEP: _("Stap toevoegen"),
        }[self._column]
        self._button.setText(f"+ {words}   {KEY_OF[self._column]}")
        self._button.setAccessibleName(words)
        self._kind.setAccessibleName(_("Wat voor kaart is dit?"))
        self._field.setPlaceholderText(_("Schrijf op wat iemand deed of zei"))
        self._hint.setText(_("Enter: volgende kaart · Esc: klaar"))

    def _on_finished(self) -> None:
        if self._field.hasFocus():
            self._add()

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Who goes elsewhere in the window has finished; what was typed is a card."""
        if new is None or self._form.isHidden() or self.isAncestorOf(new):
            return
        if new.window() is self.window():
            self.finish()

    def _add(self) -> None:
        text = self._field.text().strip()
        if not text:
            return
        self._field.set_text("")
        by = self._by.chosen()
        kind = StatementKind(self._kind.currentData())
        readers = visibility_value(self._visible.visibility())
        self.statement_added.emit(text, kind, by[0] if by else "", readers)
