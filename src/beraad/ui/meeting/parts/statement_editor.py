"""Everything about one statement, to change in its card."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from beraad.disclosure.console_views import ConsoleStatement, ConsoleView
from beraad.i18n import _
from beraad.terms import COLUMN_OF, Column, VisibleTo
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.meeting.parts.buttons import button, icon_button
from beraad.ui.meeting.parts.fields import show_text
from beraad.ui.meeting.parts.forward import forward_button
from beraad.ui.meeting.parts.people import everybody, visibility_value
from beraad.ui.meeting.parts.release_line import ReleaseLine
from beraad.ui.meeting.parts.statement_fields import StatementField, StatementFields
from beraad.ui.meeting.parts.text_warnings import TextWarnings
from beraad.ui.theme import Theme
from beraad.ui.widgets.flow_layout import FlowLayout
from beraad.ui.widgets.growing_text_edit import GrowingTextEdit


class StatementEditor(QWidget):
    """Text, kind and who said it; the rest behind "Meer". Every change is kept at once."""

    close_requested = Signal()
    move_requested = Signal(int)
    """Places up (negative) or down."""
    remove_requested = Signal()
    goal_requested = Signal()
    agreement_requested = Signal()

    def __init__(
        self, model: MeetingModel, statement: ConsoleStatement, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model, self._statement = model, statement
        self._build()
        self._connect()
        self._fields.unfold(shown=self._has_more(statement))
        self.show_statement(model.view, statement)

    def show_statement(self, view: ConsoleView, statement: ConsoleStatement) -> None:
        """Show what is kept."""
        self._statement = statement
        show_text(self._text, statement.text)
        people = everybody(view)
        self._fields.set_people(people, people)
        self._fields.show_statement(statement)
        self._warnings.set_readers(statement.visible_to)
        self._warnings.set_promise(promise=statement.column is Column.NEXT_STEP)
        self._release.show_view(view)

    def focus_text(self) -> None:
        """The cursor behind the last word."""
        self._text.setFocus()
        self._text.moveCursor(self._text.textCursor().MoveOperation.End)

    def go_to(self, field: StatementField) -> None:
        """Put the keyboard in a field."""
        self._fields.go_to(field)

    def next_kind(self) -> None:
        """The next kind of its column."""
        self._fields.next_kind()

    def _build(self) -> None:
        theme = Theme.current()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.size("space", "tight"))
        column.setSpacing(theme.size("space", "small"))
        self._text = GrowingTextEdit(label=_("Tekst van deze kaart"), enter_finishes=True)
        promise = self._statement.column is Column.NEXT_STEP
        self._warnings = TextWarnings(self._model, self._text, promise=promise)
        self._fields = StatementFields(COLUMN_OF[self._statement.kind], others=True)
        self._release = ReleaseLine(self._model, f"statements/{self._statement.id}")
        for widget in (self._text, self._warnings, self._release, self._fields, self._build_buttons()):
            column.addWidget(widget)

    def _build_buttons(self) -> QWidget:
        row = QWidget()
        flow = FlowLayout(row, gap=Theme.current().size("space", "tight"))
        flow.addWidget(icon_button("up", _("Omhoog (Alt+pijl omhoog)"), lambda: self.move_requested.emit(-1)))
        flow.addWidget(
            icon_button("down", _("Omlaag (Alt+pijl omlaag)"), lambda: self.move_requested.emit(1))
        )
        flow.addWidget(
            icon_button("remove", _("Verwijderen (Ctrl+Z haalt terug)"), self.remove_requested.emit)
        )
        if self._statement.column is not Column.NEXT_STEP:
            flow.addWidget(button(_("Maak doel"), self.goal_requested.emit))
        flow.addWidget(button(_("Maak afspraak"), self.agreement_requested.emit))
        flow.addWidget(forward_button(self._model, f"statements/{self._statement.id}"))
        flow.addWidget(button(_("Klaar"), self.close_requested.emit, role="primary"))
        return row

    def _connect(self) -> None:
        self._text.text_settled.connect(self._on_text)
        self._text.edit_finished.connect(self._on_finished)
        self._fields.kind_chosen.connect(self._on_kind)
        self._fields.by_chosen.connect(self._on_by)
        self._fields.about_chosen.connect(self._on_about)
        self._fields.harm_from_chosen.connect(self._on_harm_from)
        self._fields.disputed_chosen.connect(self._on_disputed)
        self._fields.readers_chosen.connect(self._on_readers)
        self._fields.left.connect(self.close_requested)

    def _on_text(self, text: str) -> None:
        key = self._statement.id
        self._model.act(lambda meeting: meeting.statements.change(key, text=text))

    def _on_finished(self) -> None:
        if self._text.hasFocus():  # Enter, not leaving
            self.close_requested.emit()

    def _on_kind(self) -> None:
        key, kind = self._statement.id, self._fields.kind
        self._model.act(lambda meeting: meeting.statements.change(key, kind=kind))

    def _on_by(self, people: tuple[str, ...]) -> None:
        key, by = self._statement.id, people[0] if people else ""
        if by:
            self._model.mark_spoken(by)
        self._model.act(lambda meeting: meeting.statements.change(key, by=by))

    def _on_about(self, people: tuple[str, ...]) -> None:
        key = self._statement.id
        self._model.act(lambda meeting: meeting.statements.change(key, about=people))

    def _on_harm_from(self, people: tuple[str, ...]) -> None:
        key = self._statement.id
        self._model.act(lambda meeting: meeting.statements.change(key, harm_from=people))

    def _on_disputed(self, people: tuple[str, ...]) -> None:
        key = self._statement.id
        self._model.act(lambda meeting: meeting.statements.change(key, disputed_by=people))

    def _on_readers(self, value: VisibleTo | tuple[str, ...]) -> None:
        key = self._statement.id
        self._model.act(lambda meeting: meeting.statements.change(key, visible_to=visibility_value(value)))

    @staticmethod
    def _has_more(statement: ConsoleStatement) -> bool:
        return bool(statement.about or statement.disputed_by or statement.visible_to != VisibleTo.EVERYONE)
