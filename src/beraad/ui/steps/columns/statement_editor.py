"""Editor of one statement, in its card."""

from __future__ import annotations

import dataclasses
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from beraad.disclosure.console_views import ConsoleStatement, ConsoleView
from beraad.i18n import _
from beraad.places import Place
from beraad.readers import EVERYONE
from beraad.services.meeting import KeptDraft
from beraad.terms import COLUMN_OF, Column, StatementKind
from beraad.ui.meeting.drafting import Wish
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.steps.columns.statement_fields import StatementField, StatementFields
from beraad.ui.steps.shared.draft_field import DraftField
from beraad.ui.steps.shared.forward import forward_button
from beraad.ui.steps.shared.people import agencies, everybody
from beraad.ui.steps.shared.release_line import ReleaseLine
from beraad.ui.steps.shared.text_warnings import TextWarnings
from beraad.ui.theme import Theme
from beraad.ui.widgets.buttons import button, icon_button
from beraad.ui.widgets.flow_layout import FlowLayout
from beraad.ui.widgets.growing_text_edit import GrowingTextEdit

_KEPT = ("kind", "by", "about", "harm_from", "disputed_by", "visible_to")
"""Fields of a draft with choices made beside its words: None where nothing was chosen."""


class StatementEditor(QWidget):
    """Text, kind and giver; the rest behind "Meer". A choice is saved at once, or with its words."""

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
        self._chosen: dict[str, Any] = {}
        """Choices made beside words that wait, by field name."""
        self._build()
        self._connect()
        self._fields.unfold(shown=self._has_more(statement))
        self.show_statement(model.view, statement)

    def show_statement(self, view: ConsoleView, statement: ConsoleStatement) -> None:
        """Show the saved statement, and the draft and choices that wait."""
        self._statement = statement
        self._draft.show(statement.text)
        if not self._draft.waits:
            self._chosen.clear()
        people = everybody(view)
        self._fields.set_people(people, people, agencies(view))
        self._fields.show_statement(dataclasses.replace(statement, **self._chosen))
        self._warnings.set_readers(self._chosen.get("visible_to", statement.visible_to))
        self._warnings.set_promise(promise=statement.column is Column.NEXT_STEP)
        self._release.show_view(view)

    def focus_text(self) -> None:
        """Focus the text, with the cursor at its end."""
        self._text.setFocus()
        self._text.moveCursor(self._text.textCursor().MoveOperation.End)

    def go_to(self, field: StatementField) -> None:
        """Focus a field."""
        self._fields.go_to(field)

    def next_kind(self) -> None:
        """Choose the next kind of its column."""
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
        self._release = ReleaseLine(self._model, Place.statement(self._statement.id))
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
        flow.addWidget(forward_button(self._model, Place.statement(self._statement.id)))
        flow.addWidget(button(_("Klaar"), self._on_done, role="primary"))
        return row

    def _connect(self) -> None:
        place = Place.statement(self._statement.id) / "text"
        self._draft = DraftField(self._model.drafting, self._text, place, self._placing)
        self._draft.choices = self._with_choices
        self._draft.offered.connect(self._on_offered)
        self._draft.taken_back.connect(self._on_taken_back)
        for done in (self._draft.placed, self._draft.discarded):
            done.connect(self._on_settled)
        self._text.entered.connect(self.close_requested)
        self._fields.kind_chosen.connect(lambda: self._change(kind=self._fields.kind))
        self._fields.by_chosen.connect(self._on_by)
        self._fields.about_chosen.connect(lambda people: self._change(about=people))
        self._fields.harm_from_chosen.connect(lambda people: self._change(harm_from=people))
        self._fields.disputed_chosen.connect(lambda people: self._change(disputed_by=people))
        self._fields.readers_chosen.connect(lambda value: self._change(visible_to=value))
        self._fields.left.connect(self.close_requested)
        self._warnings.offer_readers()
        self._warnings.readers_wished.connect(lambda value: self._change(visible_to=value))

    def _on_done(self) -> None:
        self._draft.place()
        self.close_requested.emit()

    def _on_by(self, people: tuple[str, ...]) -> None:
        by = people[0] if people else ""
        if by:
            self._model.mark_spoken(by)
        self._change(by=by)

    def _change(self, **choices: Any) -> None:
        """At once, or, while words wait, together with those words: what is chosen was said of them."""
        if self._draft.waits:
            self._chosen.update(choices)
            self._draft.choose()
            self.show_statement(self._model.view, self._statement)
        else:
            key = self._statement.id
            self._model.act(lambda meeting: meeting.statements.change(key, **choices))

    def _placing(self, text: str) -> Wish:
        key, choices = self._statement.id, dict(self._chosen)
        return lambda meeting: meeting.statements.change(key, text=text, **choices)

    def _with_choices(self, draft: KeptDraft) -> KeptDraft:
        return dataclasses.replace(draft, **self._chosen)

    def _on_offered(self, draft: KeptDraft) -> None:
        for name in _KEPT:
            if (value := getattr(draft, name)) is not None:
                self._chosen[name] = StatementKind(value) if name == "kind" else value

    def _on_taken_back(self) -> None:
        if self._chosen:
            choices, self._chosen = self._chosen, {}
            self._change(**choices)

    def _on_settled(self) -> None:
        self._chosen.clear()
        self.show_statement(self._model.view, self._statement)

    @staticmethod
    def _has_more(statement: ConsoleStatement) -> bool:
        return bool(statement.about or statement.disputed_by or statement.visible_to != EVERYONE)
