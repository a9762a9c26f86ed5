"""Everything about one statement, to change in its card."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from beraad.disclosure.console_views import ConsoleStatement, ConsoleView
from beraad.i18n import _
from beraad.terms import COLUMN_OF, KINDS_IN, Column, StatementKind, VisibleTo
from beraad.ui.meeting.forward import forward_button
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.meeting.parts.buttons import button, icon_button
from beraad.ui.meeting.parts.fields import Labelled, narrow_combo, show_text
from beraad.ui.meeting.parts.people import everybody, visibility, visibility_value
from beraad.ui.theme import Theme
from beraad.ui.widgets.flow_layout import FlowLayout
from beraad.ui.widgets.growing_text_edit import GrowingTextEdit
from beraad.ui.widgets.person_picker import PersonPicker
from beraad.ui.widgets.visible_to_picker import VisibleToPicker
from beraad.ui.words import column_title, kind_label


class StatementEditor(QWidget):
    """Text, kind and who said it; the rest behind "Meer". Every change is kept at once."""

    close_requested = Signal()

    def __init__(
        self, model: MeetingModel, statement: ConsoleStatement, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model, self._statement = model, statement
        self._build()
        self._connect()
        self._more.setVisible(self._has_more(statement))
        self._more_button.setVisible(self._more.isHidden())
        self.show_statement(model.view, statement)

    def show_statement(self, view: ConsoleView, statement: ConsoleStatement) -> None:
        """Show what is kept."""
        self._statement = statement
        show_text(self._text, statement.text)
        self._kind.setCurrentIndex(self._kind.findData(statement.kind.value))
        people = everybody(view)
        for picker in (self._by, self._about, self._disputed):
            picker.set_people(people)
        self._visible.set_people(people)
        self._by.set_chosen((statement.by,) if statement.by else ())
        self._about.set_chosen(statement.about)
        self._disputed.set_chosen(statement.disputed_by)
        self._visible.set_visibility(visibility(statement.visible_to))

    def focus_text(self) -> None:
        """The cursor behind the last word."""
        self._text.setFocus()
        self._text.moveCursor(self._text.textCursor().MoveOperation.End)

    def _build(self) -> None:
        theme = Theme.current()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.size("space", "tight"))
        column.setSpacing(theme.size("space", "small"))
        self._text = GrowingTextEdit(label=_("Tekst van deze kaart"), enter_finishes=True)
        self._kind = narrow_combo()
        self._kind.setAccessibleName(_("Wat voor kaart is dit?"))
        self._fill_kinds()
        self._by = PersonPicker(label=_("Wie zei dit?"), single=True)
        column.addWidget(self._text)
        column.addWidget(self._kind)
        column.addWidget(Labelled(_("Wie zei dit?"), self._by))
        self._more_button = button(_("Meer …"), self._show_more, role="link")
        self._more_button.setAccessibleName(_("Meer: over wie, wie ziet het anders, wie mag het zien"))
        column.addWidget(self._more_button)
        self._more = self._build_more()
        column.addWidget(self._more)
        column.addWidget(self._build_buttons())

    def _fill_kinds(self) -> None:
        """The kinds of its own column first; choosing one of another column moves the card there."""
        own = COLUMN_OF[self._statement.kind]
        for column in (own, *(item for item in Column if item is not own)):
            if column is not own:
                self._kind.insertSeparator(self._kind.count())
            for kind in KINDS_IN[column]:
                words = kind_label(kind)
                if column is not own:
                    words = f"{column_title(column)}: {words}"
                self._kind.addItem(words, kind.value)

    def _build_more(self) -> QWidget:
        more = QWidget()
        column = QVBoxLayout(more)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Theme.current().size("space", "small"))
        self._about = PersonPicker(label=_("Over wie gaat dit?"))
        self._disputed = PersonPicker(label=_("Wie ziet dit anders?"))
        self._visible = VisibleToPicker(label=_("Wie mag dit zien?"))
        for picker in (self._about, self._disputed, self._visible):
            column.addWidget(Labelled(picker.accessibleName() or _("Wie mag dit zien?"), picker))
        return more

    def _build_buttons(self) -> QWidget:
        row = QWidget()
        flow = FlowLayout(row, gap=Theme.current().size("space", "tight"))
        flow.addWidget(icon_button("up", _("Omhoog (Alt+pijl omhoog)"), lambda: self._move(-1)))
        flow.addWidget(icon_button("down", _("Omlaag (Alt+pijl omlaag)"), lambda: self._move(1)))
        flow.addWidget(icon_button("remove", _("Verwijderen (Ctrl+Z haalt terug)"), self._remove))
        if self._statement.column is not Column.NEXT_STEP:
            flow.addWidget(button(_("Maak doel"), self._make_goal))
        flow.addWidget(button(_("Maak afspraak"), self._make_agreement))
        flow.addWidget(forward_button(self._model, f"statements/{self._statement.id}"))
        flow.addWidget(button(_("Klaar"), self.close_requested.emit, role="primary"))
        outer = QWidget()
        line = QHBoxLayout(outer)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(row)
        return outer

    def _connect(self) -> None:
        self._text.text_settled.connect(self._on_text)
        self._text.edit_finished.connect(self._on_finished)
        self._kind.activated.connect(self._on_kind)
        self._by.chosen_changed.connect(self._on_by)
        self._about.chosen_changed.connect(self._on_about)
        self._disputed.chosen_changed.connect(self._on_disputed)
        self._visible.visibility_changed.connect(self._on_visible)

    def _on_text(self, text: str) -> None:
        key = self._statement.id
        self._model.act(lambda meeting: meeting.statements.change(key, text=text))

    def _on_finished(self) -> None:
        if self._text.hasFocus():  # Enter, not leaving
            self.close_requested.emit()

    def _on_kind(self) -> None:
        key, kind = self._statement.id, StatementKind(self._kind.currentData())
        self._model.act(lambda meeting: meeting.statements.change(key, kind=kind))

    def _on_by(self, people: tuple[str, ...]) -> None:
        key, by = self._statement.id, people[0] if people else ""
        if by:
            self._model.mark_spoken(by)
        self._model.act(lambda meeting: meeting.statements.change(key, by=by))

    def _on_about(self, people: tuple[str, ...]) -> None:
        key = self._statement.id
        self._model.act(lambda meeting: meeting.statements.change(key, about=people))

    def _on_disputed(self, people: tuple[str, ...]) -> None:
        key = self._statement.id
        self._model.act(lambda meeting: meeting.statements.change(key, disputed_by=people))

    def _on_visible(self, value: VisibleTo | tuple[str, ...]) -> None:
        key = self._statement.id
        self._model.act(lambda meeting: meeting.statements.change(key, visible_to=visibility_value(value)))

    def _show_more(self) -> None:
        self._more.show()
        self._more_button.hide()

    def _move(self, places: int) -> None:
        key = self._statement.id
        self._model.act(lambda meeting: meeting.statements.move(key, places))

    def _remove(self) -> None:
        key = self._statement.id
        self._model.act(lambda meeting: meeting.statements.remove(key))

    def _make_goal(self) -> None:
        item = self._statement
        self._model.act(
            lambda meeting: meeting.statements.add(
                Column.NEXT_STEP, item.text, StatementKind.FAMILY_GOAL, by=item.by
            )
        )

    def _make_agreement(self) -> None:
        make_agreement(self._model, self._statement)

    @staticmethod
    def _has_more(statement: ConsoleStatement) -> bool:
        return bool(statement.about or statement.disputed_by or statement.visible_to != VisibleTo.EVERYONE)


def make_agreement(model: MeetingModel, statement: ConsoleStatement) -> str | None:
    """An agreement that covers this statement; a worry is no promise, so only steps lend it their words."""
    what = statement.text if statement.column is Column.NEXT_STEP else ""
    return model.act(
        lambda meeting: meeting.agreements.add(what, origin=statement.id, covers=(statement.id,))
    )
