"""The emergency plan and the time-out: the sub-page of the agreements."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from beraad.disclosure.console_views import ConsoleEmergencyStep, ConsolePerson, ConsoleView
from beraad.i18n import _
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.meeting.parts.buttons import button
from beraad.ui.meeting.parts.emergency_row import EmergencyRow
from beraad.ui.meeting.parts.keyed_rows import KeyedRows
from beraad.ui.meeting.parts.time_out_form import TimeOutForm
from beraad.ui.theme import Theme
from beraad.ui.widgets.reading_order import keep_reading_order
from beraad.ui.widgets.text_label import TextLabel


class EmergencyPanel(QWidget):
    """Ordered steps for when it goes wrong, and the time-out."""

    def __init__(self, model: MeetingModel, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._offered: tuple[ConsolePerson, ...] = ()
        """Who is offered where somebody can be chosen, as it was last."""
        self._build()

    def row(self, index: int) -> EmergencyRow | None:
        """One step, from 0."""
        return self._rows.get(index)

    @property
    def time_out(self) -> TimeOutForm:
        """The form of the time-out."""
        return self._time_out

    def focus_part(self, part: str) -> None:
        """Put the keyboard in a step (its place from 0, as text) or in the `time_out`; others: leave it."""
        if part == "time_out":
            self._time_out.focus_first()
        elif part.isdecimal() and (row := self._rows.get(int(part))):
            row.focus_text()

    def show_view(self, view: ConsoleView) -> None:
        """Show what is kept."""
        self._rows.show(view.emergency)
        self._empty.setVisible(not view.emergency)
        self._first.setVisible(not view.emergency)
        self._time_out.show_view(view)
        if view.people is not self._offered:
            # New names would come last.
            self._offered = view.people
            keep_reading_order(self)

    def _build(self) -> None:
        theme = Theme.current()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("space", "medium"))
        column.addWidget(TextLabel(_("Als het misgaat"), "heading"))
        self._empty = TextLabel(_("Wie doet wat, en wie belt wie? De eerste stap is de snelste."), "soft")
        column.addWidget(self._empty)
        steps = QVBoxLayout()
        steps.setSpacing(theme.size("space", "small"))
        self._rows: KeyedRows[ConsoleEmergencyStep, EmergencyRow] = KeyedRows(
            steps,
            key=lambda step: step.index,
            make=lambda step: EmergencyRow(self._model, step.index),
            show=lambda row, step: row.show_step(self._model.view, step),
        )
        column.addLayout(steps)
        self._first = button(_("Begin met: bij direct gevaar bellen we 112"), self._add_112)
        column.addWidget(self._first)
        column.addWidget(button(_("+ Stap toevoegen"), self._add, role="add"))
        self._time_out = TimeOutForm(self._model)
        column.addWidget(self._time_out)

    def _add_112(self) -> None:
        self._model.act(
            lambda meeting: meeting.emergency.add(_("Bij direct gevaar bellen we de politie."), "112")
        )

    def _add(self) -> None:
        index = self._model.act(lambda meeting: meeting.emergency.add(""))
        if index is not None and (row := self._rows.get(index)):
            row.focus_text()
