"""Steps 2, 3 and 5: the three columns, each step with its own column in focus."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from beraad.disclosure.console_views import ConsoleView
from beraad.terms import Column, Step
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.meeting.parts.statement_column import StatementColumn
from beraad.ui.meeting.parts.step_page import StepPage
from beraad.ui.theme import Theme

COLUMN_OF_STEP = {
    Step.WORRIES: Column.DANGER,
    Step.GOING_WELL: Column.SAFETY,
    Step.WHAT_MUST_HAPPEN: Column.NEXT_STEP,
}
"""The column that a step puts in focus."""


_BESIDE = 520
"""Pixels at 100 %: the least that three columns need."""


class ColumnsPage(StepPage):
    """Worries, what goes well, what must happen. One card at a time is open."""

    def __init__(self, model: MeetingModel, *, parent: QWidget | None = None) -> None:
        super().__init__(model, parent=parent)
        self._in_focus = Column.DANGER
        self._columns = {column: StatementColumn(model, column) for column in Column}
        self._build()
        for column in self._columns.values():
            column.open_requested.connect(self.open_card)

    def column(self, column: Column) -> StatementColumn:
        """One of the three."""
        return self._columns[column]

    def open_card(self, statement: str) -> None:
        """Open one card and close the others; empty: close all."""
        for column in self._columns.values():
            column.open_card(statement)

    def begin(self, column: Column) -> None:
        """Begin a new card in a column."""
        self._columns[column].show()
        self._columns[column].begin()

    @override
    def enter(self, step: Step) -> None:
        for place, (column, widget) in enumerate(self._columns.items()):
            in_focus = column is COLUMN_OF_STEP.get(step)
            if in_focus:
                self._in_focus = column
            widget.set_in_focus(in_focus)
            self._row.setStretch(place, 11 if in_focus else 9)
        self._make_room()
        self.show_view(self.model.view)

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
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        self._make_room()
        super().resizeEvent(event)

    def _make_room(self) -> None:
        """Where three columns have no room beside each other, the one of the step stands alone."""
        narrow = self.width() < _BESIDE * Theme.current().scale
        for column, widget in self._columns.items():
            widget.setVisible(not narrow or column is self._in_focus)

    def _build(self) -> None:
        theme = Theme.current()
        self._row = QHBoxLayout(self)
        wide = theme.size("space", "large") + theme.size("space", "tight")
        self._row.setContentsMargins(wide, wide - 4, wide, 0)
        self._row.setSpacing(theme.size("space", "medium"))
        for column in self._columns.values():
            self._row.addWidget(column, 1)
