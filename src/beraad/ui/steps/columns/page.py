"""Three columns of statements; each of their steps has its own column in focus."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from typing_extensions import override

from beraad.disclosure.console_views import ConsoleView
from beraad.i18n import _
from beraad.places import Place
from beraad.step_facts import FACTS
from beraad.terms import Column, StatementKind, Step
from beraad.ui.dialogs.keys import KeyTable
from beraad.ui.meeting.keys import MeetingKey, ShortcutTable, add_shortcuts
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.steps.columns.add_statement import AddStatement
from beraad.ui.steps.columns.card_drag import CardDrag
from beraad.ui.steps.columns.kind_menu import KindMenu
from beraad.ui.steps.columns.last_plan import LastPlanPanel
from beraad.ui.steps.columns.statement_card import StatementCard
from beraad.ui.steps.columns.statement_column import StatementColumn
from beraad.ui.steps.columns.statement_fields import StatementField
from beraad.ui.steps.shared.step_page import StepPage
from beraad.ui.theme import Theme

_BESIDE = 720
"""Pixels at 100 %: the least that three columns need."""

_PLAN_WIDTH = 300
"""Pixels at 100 % for the last plan."""

_BESIDE_PLAN = 660
"""Pixels at 100 % that three columns need beside the last plan; with less the step's stands alone."""


_BESIDE_ONE = 560
"""Pixels at 100 % that the column of the step and the last plan need beside each other."""


class ColumnsPage(StepPage):
    """Page with worries, what goes well and what must happen; one card at a time is open."""

    def __init__(self, model: MeetingModel, *, parent: QWidget | None = None) -> None:
        super().__init__(model, parent=parent)
        self._in_focus = Column.DANGER
        self._columns = {column: StatementColumn(model, column) for column in Column}
        self._drag = CardDrag(self, self._columns)
        self._build()
        self._connect()

    @classmethod
    @override
    def key_lines(cls) -> KeyTable:
        return (
            ("", _("Op een kaart")),
            ("Enter", _("Kaart openen")),
            ("↑ ↓ ← →", _("Naar een andere kaart")),
            ("Alt + ↑ ↓", _("Kaart omhoog of omlaag")),
            ("Alt + ← →", _("Kaart naar een andere kolom")),
            ("k · g · o · t · z", _("Soort, wie zei het, over wie, tegenspraak, wie ziet het")),
            ("Ctrl + Shift + D", _("Maak er een doel van")),
            ("Ctrl + Shift + A", _("Maak er een afspraak bij")),
            ("Ctrl + Delete", _("Kaart verwijderen (Ctrl+Z haalt terug)")),
        )

    @property
    @override
    def keys(self) -> Mapping[MeetingKey, Callable[[], object]]:
        return {
            MeetingKey.DANGER: partial(self.begin, Column.DANGER),
            MeetingKey.SAFETY: partial(self.begin, Column.SAFETY),
            MeetingKey.NEXT_STEPS: partial(self.begin, Column.NEXT_STEP),
            MeetingKey.AGREEMENT: self.make_agreement,
            MeetingKey.GOAL: self.make_goal,
            MeetingKey.LAST_PLAN: self.toggle_last_plan,
        }

    def column(self, column: Column) -> StatementColumn:
        """Return one of the three columns."""
        return self._columns[column]

    @property
    def last_plan(self) -> LastPlanPanel:
        """Panel with the plan of the last meeting."""
        return self._last_plan

    def card(self, statement: str) -> StatementCard | None:
        """Return the card of a statement, in whichever column it stands."""
        found = (column.card(statement) for column in self._columns.values())
        return next((card for card in found if card is not None), None)

    def open_card(self, statement: str) -> None:
        """Open one card and close the others; empty: close all."""
        if statement:
            self.model.drafting.go_on()
        for column in self._columns.values():
            column.open_card(statement)

    def begin(self, column: Column) -> None:
        """Begin a new card in a column."""
        self.model.drafting.go_on()
        self._columns[column].show()
        self._columns[column].begin()

    def make_goal(self) -> None:
        """Make the focused card a goal."""
        if isinstance(card := self._form(), StatementCard):
            card.make_goal()

    def make_agreement(self) -> None:
        """Make an agreement for the focused card."""
        if isinstance(card := self._form(), StatementCard):
            card.make_agreement()

    def toggle_last_plan(self) -> None:
        """Show the last plan beside the columns, or hide it."""
        if self._last_plan.isHidden() and (plan := self.model.ask(lambda meeting: meeting.last_plan())):
            self._last_plan.show_plan(plan)
            self._last_plan.show()
        else:
            self._last_plan.hide()
        self._make_room()
        focus = QApplication.focusWidget()
        if focus is None or not self.isAncestorOf(focus) or not focus.isVisible():
            # Left to Qt the keyboard would go to the first button: the way out of the meeting.
            column = self._columns[self._in_focus]
            (self._last_plan.focus_close if column.isHidden() else lambda: column.focus_place(0))()

    @override
    def enter(self, step: Step) -> None:
        for column, widget in self._columns.items():
            in_focus = column is FACTS[step].column
            if in_focus:
                self._in_focus = column
            widget.set_in_focus(in_focus)
        self._make_room()
        self.refresh()

    @override
    def show_card(self, card: Place) -> None:
        self.open_card(card.id)

    @override
    def leave(self) -> None:
        for column in self._columns.values():
            column.add_statement.finish()
        self.open_card("")

    @override
    def show_view(self, view: ConsoleView) -> None:
        for column in self._columns.values():
            column.show_view(view)

    @override
    def event(self, event: QEvent, /) -> bool:
        # On a card these letters are its own, and not shortcuts of the page. Asked here and not on each card:
        # a hundred cards would ask it of every event.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            form = self._form()
            if isinstance(form, StatementCard) and form.has_keys(event):
                event.accept()
                return True
        return super().event(event)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        self._make_room()
        super().resizeEvent(event)

    def _build(self) -> None:
        theme = Theme.current()
        self._row = QHBoxLayout(self)
        wide = theme.size("space", "large") + theme.size("space", "tight")
        self._row.setContentsMargins(wide, wide - 4, wide, 0)
        self._row.setSpacing(theme.size("space", "medium"))
        for column in self._columns.values():
            self._row.addWidget(column, 1)
        self._last_plan = LastPlanPanel()
        self._last_plan.hide()
        self._row.addWidget(self._last_plan)

    def _connect(self) -> None:
        for column in self._columns.values():
            column.open_requested.connect(self.open_card)
            column.card_made.connect(self._on_card_made)
            column.plan_requested.connect(self.toggle_last_plan)
        self._last_plan.close_requested.connect(self.toggle_last_plan)
        self._drag.dropped.connect(self._on_dropped)
        keys: ShortcutTable = (
            ((f"Alt+{StatementField.KIND}",), self._next_kind),
            *(
                ((f"Alt+{field}",), lambda field=field: self._go_to(field))
                for field in StatementField
                if field is not StatementField.KIND
            ),
        )
        add_shortcuts(self, keys, unless=lambda: False)

    def _on_card_made(self, card: StatementCard) -> None:
        self._drag.watch(card)
        card.field_requested.connect(self._on_field)
        card.column_requested.connect(self._on_column)
        card.walk_requested.connect(self._on_walk)

    def _on_field(self, statement: str, field: StatementField) -> None:
        self.open_card(statement)
        card = self.card(statement)
        if card is not None and card.editor is not None:
            card.editor.go_to(field)

    def _on_column(self, statement: str, way: int) -> None:
        """To the next column: what it is there has to be said."""
        card, columns = self.card(statement), list(Column)
        at = columns.index(card.statement.column) + way if card is not None else -1
        if card is not None and 0 <= at < len(columns):
            self._ask_kind(statement, columns[at], None, card.mapToGlobal(QPoint(0, card.height() // 2)))

    def _on_walk(self, statement: str, aside: int, down: int) -> None:
        """The keyboard goes to another card; below the last it goes on adding one."""
        card, columns = self.card(statement), [item for item in Column if self._columns[item].isVisible()]
        if card is None:
            return
        column = self._columns[card.statement.column]
        place = column.ids().index(statement) + down
        at = columns.index(card.statement.column) + aside
        if not 0 <= at < len(columns):
            return
        if down and place == len(column.ids()):
            column.add_statement.focus_button()
        else:
            self._columns[columns[at]].focus_place(place)

    def _on_dropped(self, statement: str, column: Column, before: str | None, at: QPoint) -> None:
        card = self.card(statement)
        if card is None:
            return
        if card.statement.column is column:
            self._place(statement, column, before)
        else:
            self._ask_kind(statement, column, before, at)

    def _ask_kind(self, statement: str, column: Column, before: str | None, at: QPoint) -> None:
        def place(kind: StatementKind) -> None:
            self._place(statement, column, before, kind)

        KindMenu(column, place, parent=self).open_at(at)

    def _place(
        self, statement: str, column: Column, before: str | None, kind: StatementKind | None = None
    ) -> None:
        self.model.act(lambda meeting: meeting.statements.place(statement, column, before, kind))
        if (card := self.card(statement)) is not None:
            card.setFocus()

    def _next_kind(self) -> None:
        form = self._form()
        if isinstance(form, AddStatement):
            form.next_kind()
        elif form is not None and form.editor is not None:
            form.editor.next_kind()
        else:
            self._go_to(StatementField.KIND)

    def _go_to(self, field: StatementField) -> None:
        form = self._form()
        if isinstance(form, AddStatement):
            form.go_to(field)
        elif form is not None:
            self._on_field(form.statement.id, field)

    def _form(self) -> AddStatement | StatementCard | None:
        """Return the focused form: a card that is being added, or a card; else None."""
        widget = QApplication.focusWidget()
        while widget is not None and widget is not self:
            if isinstance(widget, StatementCard) or (isinstance(widget, AddStatement) and widget.is_open):
                return widget
            widget = widget.parentWidget()
        return None

    def _make_room(self) -> None:
        """Show the three columns where they fit beside each other; else only that of the step."""
        scale = Theme.current().scale
        needed = _BESIDE if self._last_plan.isHidden() else _BESIDE_PLAN + _PLAN_WIDTH
        narrow = self.width() < needed * scale
        # With large letters the plan takes half of the room, and where no card fits beside it all.
        alone = not self._last_plan.isHidden() and self.width() < _BESIDE_ONE * scale
        across = self.width() if alone else min(round(_PLAN_WIDTH * scale), self.width() // 2)
        margins = self._row.contentsMargins()
        self._last_plan.setFixedWidth(across - (margins.left() + margins.right() if alone else 0))
        for column, widget in self._columns.items():
            widget.setVisible(not alone and (not narrow or column is self._in_focus))
