"""Card of one statement in a column, which opens in place."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from beraad.disclosure.console_views import ConsoleRemark, ConsoleStatement, ConsoleView
from beraad.i18n import _, ngettext, spoken
from beraad.places import Place
from beraad.terms import Column, StatementKind
from beraad.ui.meeting.keys import MeetingKey
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.steps.columns.statement_editor import StatementEditor
from beraad.ui.steps.columns.statement_fields import StatementField
from beraad.ui.steps.shared.draft_pills import draft_pills
from beraad.ui.steps.shared.forward import forward_pills, stands_at
from beraad.ui.steps.shared.people import called, tokens
from beraad.ui.steps.shared.release_line import room_marks
from beraad.ui.steps.shared.wall_reasons import leaks_at, why_not_on_wall
from beraad.ui.tones import column_tone
from beraad.ui.widgets.card import Card
from beraad.ui.widgets.pill import Pill
from beraad.ui.widgets.reading_order import keep_reading_order
from beraad.words.plan import differs, kind_label
from beraad.words.remarks import remark_sentence


class StatementCard(QWidget):
    """Card with text, kind, giver and remarks; opened, all of it can be changed."""

    open_requested = Signal(str)
    close_requested = Signal()
    field_requested = Signal(str, object)
    """Id, and the `StatementField` to open it at."""
    remove_requested = Signal(str)
    column_requested = Signal(str, int)
    """Id, and how many columns to the right (negative: left) to move it."""
    walk_requested = Signal(str, int, int)
    """Id of the card that loses the focus, columns to the right, cards down."""

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
        self._at = Place.statement(statement.id)
        stands_at(self, self._at)
        self._card.opened.connect(self._on_opened)

    @property
    def statement(self) -> ConsoleStatement:
        """Statement that it shows."""
        return self._statement

    @property
    def face(self) -> Card:
        """Card widget itself, which the mouse drags."""
        return self._card

    @property
    def editor(self) -> StatementEditor | None:
        """Editor with the fields, while the card is open; else None."""
        return self._editor

    def show_statement(self, view: ConsoleView, statement: ConsoleStatement) -> None:
        """Show the saved statement."""
        place, model = self._at, self._model
        wall = model.is_on_wall(place), model.forward == place
        room = view.waits_in(place), model.half
        seen = (statement, view.people, model.leaks, self._editor is None, wall, room, model.has_draft(place))
        if seen == self._seen and self._editor is None:
            return
        self._statement, self._seen = statement, seen
        self._card.set_tone(column_tone(statement.column))
        if self._editor is None:
            self._show_words()
            self._card.set_foot(
                tokens=tokens(view, (statement.by,) if statement.by else ()),
                kind="" if self._leads() else kind_label(statement.kind, spoken()),
                pills=self._pills(view),
            )
        else:
            self._editor.show_statement(view, statement)
            # Its words stand in a field; who listens still hears which card this is.
            self._card.setAccessibleName(statement.text or _("(nog leeg)"))
            self._card.set_foot(pills=self._pills(view))

    def set_open(self, is_open: bool) -> None:
        """Open the card to change it, or close it."""
        if is_open is (self._editor is not None):
            return
        if is_open:
            self._card.set_text("")
            self._editor = StatementEditor(self._model, self._statement)
            self._connect_editor(self._editor)
            self._card.body.addWidget(self._editor)
            self._editor.show()
            keep_reading_order(self._editor)
            self._editor.focus_text()
        elif self._editor is not None:
            self._editor.hide()
            self._editor.deleteLater()
            self._editor = None
        self.show_statement(self._model.view, self._statement)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        key, alt = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if key == Qt.Key.Key_Escape and self._editor is not None:
            self.close_requested.emit()
        elif alt and key in _UP_DOWN:
            self._move(_UP_DOWN[Qt.Key(key)])
        elif alt and key in _ASIDE and not self._in_text():
            self.column_requested.emit(self._statement.id, _ASIDE[Qt.Key(key)])
        elif self.has_keys(event):
            self.field_requested.emit(self._statement.id, _LETTERS[Qt.Key(key)])
        elif self._editor is None and MeetingKey.REMOVE.asked_by(event):
            self.remove_requested.emit(self._statement.id)
        elif self._editor is None and not event.modifiers() and key in (*_UP_DOWN, *_ASIDE):
            aside, down = _ASIDE.get(Qt.Key(key), 0), _UP_DOWN.get(Qt.Key(key), 0)
            self.walk_requested.emit(self._statement.id, aside, down)
        else:
            super().keyPressEvent(event)

    def has_keys(self, event: QKeyEvent) -> bool:
        """Return True if a letter key is meant for this card: it is closed, so nobody types in it."""
        return self._editor is None and not event.modifiers() and event.key() in _LETTERS

    def make_goal(self) -> None:
        """Make the statement a goal."""
        key = self._statement.id
        self._model.act(lambda meeting: meeting.statements.make_goal(key))

    def make_agreement(self) -> None:
        """Add an agreement for the statement."""
        key = self._statement.id
        self._model.act(lambda meeting: meeting.agreements.add_for(key))

    def _in_text(self) -> bool:
        return isinstance(QApplication.focusWidget(), QTextEdit)

    def _move(self, places: int) -> None:
        key = self._statement.id
        self._model.act(lambda meeting: meeting.statements.move(key, places))

    def _leads(self) -> bool:
        """A bottom line says so in front of its words."""
        return self._statement.kind is StatementKind.BOTTOM_LINE

    def _show_words(self) -> None:
        lead = f"{kind_label(self._statement.kind, spoken()).capitalize()}:" if self._leads() else ""
        self._card.set_text(self._statement.text or _("(nog leeg)"), lead=lead)

    def _connect_editor(self, editor: StatementEditor) -> None:
        editor.close_requested.connect(self.close_requested)
        editor.move_requested.connect(self._move)
        editor.remove_requested.connect(lambda: self.remove_requested.emit(self._statement.id))
        editor.goal_requested.connect(self.make_goal)
        editor.agreement_requested.connect(self.make_agreement)

    def _pills(self, view: ConsoleView) -> list[QWidget]:
        item = self._statement
        pills: list[QWidget] = [*forward_pills(self._model, self._at)]
        if self._editor is None:  # open, it says so in a line of its own
            pills += room_marks(self._model, self._at)
            pills += draft_pills(self._model, self._at)
        if item.disputed_by:
            people = tuple(called(view, person) for person in item.disputed_by)
            pills.append(Pill(differs(people, spoken()), "amber"))
        if item.covered_by:
            count = ngettext("{count} afspraak", "{count} afspraken", item.covered_by)
            pills.append(Pill(count.format(count=item.covered_by)))
        elif item.must_be_covered:
            pills.append(Pill(_("nog geen afspraak"), "danger"))
        if self._leads() and not item.by:
            pills.append(Pill(_("wie eist dit?"), "amber"))
        if not self._model.is_on_wall(self._at):
            pills.append(self._wall_pill(view))
        if self._editor is None and (remarks := self._remarks()):
            # What was pointed out while it was typed, for who typed too fast to see it.
            pill = Pill(_("let op"), "amber")
            pill.setToolTip(escape(" ".join(remark_sentence(remark, spoken()) for remark in remarks)))
            pills.append(pill)
        return pills

    def _remarks(self) -> tuple[ConsoleRemark, ...]:
        """Remarks on the words; a hidden detail is said by the pill of the wall."""
        item = self._statement
        found = self._model.ask(
            lambda meeting: meeting.wording.remarks(
                item.text, promise=item.column is Column.NEXT_STEP, visible_to=item.visible_to
            )
        )
        return tuple(remark for remark in found or () if remark.leak is None)

    def _wall_pill(self, view: ConsoleView) -> Pill:
        why = why_not_on_wall(view, self._at, self._statement.visible_to, self._model.leaks)
        leaks = leaks_at(self._at, self._model.leaks)
        words = why if leaks and self._editor else _("niet op het scherm")
        pill = Pill(words, "danger" if leaks else "private")
        pill.setToolTip(escape(why))
        return pill

    def _on_opened(self) -> None:
        if self._editor is None:
            self.open_requested.emit(self._statement.id)


_UP_DOWN = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ASIDE = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_LETTERS = {Qt.Key(ord(field.value)): field for field in StatementField}
