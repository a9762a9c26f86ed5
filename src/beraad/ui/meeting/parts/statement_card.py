"""One statement in a column: a card that opens in place."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from beraad.disclosure.console_views import ConsoleStatement, ConsoleView
from beraad.i18n import _, ngettext
from beraad.terms import StatementKind
from beraad.ui.meeting.forward import forward_pills, stands_at
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.meeting.parts.people import names, tokens
from beraad.ui.meeting.parts.statement_editor import StatementEditor
from beraad.ui.meeting.parts.wall_reasons import leaks_at, why_not_on_wall
from beraad.ui.widgets.card import Card
from beraad.ui.widgets.pill import Pill
from beraad.ui.words import column_tone, kind_label


class StatementCard(QWidget):
    """Text, kind, who said it and what is remarkable; opened, all of it can be changed."""

    open_requested = Signal(str)
    close_requested = Signal()

    def __init__(
        self, model: MeetingModel, statement: ConsoleStatement, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model, self._statement = model, statement
        self._editor: StatementEditor | None = None
        self._seen: object = None
        self._card = Card(tone=column_tone(statement.column), clickable=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)
        self.setFocusProxy(self._card)
        stands_at(self, f"statements/{statement.id}")
        self._card.opened.connect(self._on_opened)

    @property
    def statement(self) -> ConsoleStatement:
        """What it shows."""
        return self._statement

    @property
    def editor(self) -> StatementEditor | None:
        """The fields, while the card is open."""
        return self._editor

    def show_statement(self, view: ConsoleView, statement: ConsoleStatement) -> None:
        """Show what is kept."""
        forward = self._model.forward == f"statements/{statement.id}"
        seen = (statement, view.people, view.leaks, self._model.withheld, self._editor is None, forward)
        if seen == self._seen and self._editor is None:
            return
        self._statement, self._seen = statement, seen
        self._card.set_tone(column_tone(statement.column))
        if self._editor is None:
            self._show_words()
            self._card.set_tokens(tokens(view, (statement.by,) if statement.by else ()))
            self._card.set_kind("" if self._leads() else kind_label(statement.kind))
        else:
            self._editor.show_statement(view, statement)
        self._card.set_pills(self._pills(view))

    def set_open(self, is_open: bool) -> None:
        """Open the card to change it, or close it."""
        if is_open is (self._editor is not None):
            return
        if is_open:
            self._card.set_text("")
            self._card.set_kind("")
            self._card.set_tokens(())
            self._editor = StatementEditor(self._model, self._statement)
            self._editor.close_requested.connect(self.close_requested)
            self._card.body.addWidget(self._editor)
            self._editor.show()
            self._editor.focus_text()
        elif self._editor is not None:
            self._editor.hide()
            self._editor.deleteLater()
            self._editor = None
        self.show_statement(self._model.view, self._statement)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        key = self._statement.id
        if event.key() == Qt.Key.Key_Escape and self._editor is not None:
            self.close_requested.emit()
        elif event.key() == Qt.Key.Key_Delete and self._editor is None:
            self._model.act(lambda meeting: meeting.statements.remove(key))
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in _WAYS:
            places = _WAYS[Qt.Key(event.key())]
            self._model.act(lambda meeting: meeting.statements.move(key, places))
        else:
            super().keyPressEvent(event)

    def _leads(self) -> bool:
        """A bottom line says so in front of its words."""
        return self._statement.kind is StatementKind.BOTTOM_LINE

    def _show_words(self) -> None:
        lead = kind_label(self._statement.kind).capitalize() if self._leads() else ""
        self._card.set_text(self._statement.text or _("(nog leeg)"), lead=lead)

    def _pills(self, view: ConsoleView) -> list[Pill]:
        item = self._statement
        pills = forward_pills(self._model, f"statements/{item.id}")
        if item.disputed_by:
            people = names(view, item.disputed_by)
            pills.append(Pill(_("{people} ziet dit anders").format(people=people), "amber"))
        if item.covered_by:
            count = ngettext("{count} afspraak", "{count} afspraken", item.covered_by)
            pills.append(Pill(count.format(count=item.covered_by)))
        elif item.must_be_covered:
            pills.append(Pill(_("nog geen afspraak"), "danger"))
        if not item.on_wall:
            pills.append(self._wall_pill(view))
        return pills

    def _wall_pill(self, view: ConsoleView) -> Pill:
        place = f"statements/{self._statement.id}"
        why = why_not_on_wall(view, place, self._statement.visible_to, self._model.withheld)
        leaks = leaks_at(place, (*view.leaks, *self._model.withheld))
        words = why if leaks and self._editor else _("niet op het scherm")
        pill = Pill(words, "danger" if leaks else "private")
        pill.setToolTip(escape(why))
        return pill

    def _on_opened(self) -> None:
        if self._editor is None:
            self.open_requested.emit(self._statement.id)


_WAYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
