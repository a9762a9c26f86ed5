"""Panel of the emergency plan and the time-outs: the sub-page of the agreements."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from beraad.disclosure.console_views import ConsoleEmergencyStep, ConsolePerson, ConsoleView
from beraad.i18n import _
from beraad.places import Place
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.steps.emergency.childs_calls import ChildsCalls
from beraad.ui.steps.emergency.emergency_row import EmergencyRow
from beraad.ui.steps.emergency.time_out_form import TimeOutForm
from beraad.ui.theme import Theme
from beraad.ui.widgets.buttons import button
from beraad.ui.widgets.keyed_rows import KeyedRows
from beraad.ui.widgets.reading_order import keep_reading_order
from beraad.ui.widgets.text_label import TextLabel
from beraad.words import headings


class EmergencyPanel(QWidget):
    """Panel with ordered steps for when it goes wrong, and the time-outs."""

    def __init__(self, model: MeetingModel, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._offered: tuple[ConsolePerson, ...] = ()
        """People last offered where somebody can be chosen."""
        self._build()

    def row(self, index: int) -> EmergencyRow | None:
        """Return the row of a step, from 0."""
        return self._rows.get(index)

    @property
    def time_out(self) -> TimeOutForm:
        """Form of the first time-out."""
        return self._time_outs[0]

    @property
    def time_outs(self) -> tuple[TimeOutForm, ...]:
        """Forms of the time-outs, and of one that may begin."""
        return tuple(self._time_outs)

    def focus_part(self, part: Place) -> None:
        """Focus a step or a time-out; do nothing for anything else."""
        number = part.number or 0
        if part.kind == "time_out" and 1 <= number <= len(self._time_outs):
            self._time_outs[number - 1].focus_first()
        elif part.kind == "emergency" and (row := self._rows.get(number - 1)):
            row.focus_text()

    def show_view(self, view: ConsoleView) -> None:
        """Show the saved plan."""
        self._rows.show(view.emergency)
        self._empty.setVisible(not view.emergency)
        self._first.setVisible(not view.emergency)
        self.calls.show_view(view)
        self._show_time_outs(view)
        if view.people is not self._offered:
            # New names would come last.
            self._offered = view.people
            keep_reading_order(self)

    def _build(self) -> None:
        theme = Theme.current()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("space", "medium"))
        column.addWidget(TextLabel(_(headings.EMERGENCY), "heading"))
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
        self.calls = ChildsCalls(self._model)
        column.addWidget(self.calls)
        self._time_outs = [TimeOutForm(self._model)]
        self._forms = QVBoxLayout()
        self._forms.setSpacing(theme.size("space", "medium"))
        self._forms.addWidget(self._time_outs[0])
        column.addLayout(self._forms)
        self._another = button(_("+ Nog een time-out"), self._add_time_out, role="add")
        column.addWidget(self._another)

    def _show_time_outs(self, view: ConsoleView) -> None:
        """A form for each, the first always; one that may begin stays until the page is shown anew."""
        while len(self._time_outs) < len(view.time_outs):
            self._add_form()
        while len(self._time_outs) > max(1, len(view.time_outs)):
            gone = self._time_outs.pop()
            self._forms.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for form in self._time_outs:
            form.show_view(view)
        self._another.setVisible(bool(view.time_outs))

    def _add_form(self) -> TimeOutForm:
        form = TimeOutForm(self._model, len(self._time_outs) + 1)
        self._time_outs.append(form)
        self._forms.addWidget(form)
        keep_reading_order(self)
        return form

    def _add_time_out(self) -> None:
        """One more, to be begun with who takes it."""
        if len(self._time_outs) == len(self._model.view.time_outs):
            form = self._add_form()
            form.show_view(self._model.view)
            form.show()
        self._time_outs[-1].focus_first()

    def _add_112(self) -> None:
        self._model.act(
            lambda meeting: meeting.emergency.add(_("Bij direct gevaar bellen we de politie."), "112")
        )

    def _add(self) -> None:
        index = self._model.act(lambda meeting: meeting.emergency.add(""))
        if index is not None and (row := self._rows.get(index)):
            row.focus_text()
