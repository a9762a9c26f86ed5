"""Panel with the phases and the colour of a case."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from beraad.i18n import _, format_date_short, spoken
from beraad.services.cases import CaseView
from beraad.services.course import CourseView, PhaseLine
from beraad.terms import Colour
from beraad.ui.widgets.buttons import button, icon_button
from beraad.ui.widgets.panels import fact_panel
from beraad.ui.widgets.text_label import TextLabel
from beraad.ui.widgets.value_fields import ChoiceBox
from beraad.words.course import colour_meaning, phase_label, safe_enough_label


class CoursePanel(QWidget):
    """Each phase with its first day, newest first, the day on which the case began, and the colour."""

    colour_chosen = Signal(object)
    phase_requested = Signal()
    correction_requested = Signal(object)
    """A `PhaseLine` of which the day is wrong."""

    def __init__(self, case: CaseView, course: CourseView, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = case.colour
        panel, self._column = fact_panel(_("Verloop"), "clock")
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(panel)
        for line in reversed(course.phases):
            self._show(line)
        if case.opened_on:
            opened = _("zaak begonnen op {date}").format(date=format_date_short(case.opened_on))
            self._column.addWidget(TextLabel(opened, "soft"))
        move = button(_("Fase veranderen…"), self.phase_requested.emit)
        move.setObjectName("move-phase")
        self._column.addWidget(move)
        self._column.addWidget(self._colours(case))

    def _show(self, line: PhaseLine) -> None:
        words = phase_label(line.phase, spoken())
        if line.began:
            words = _("{phase} sinds {date}").format(phase=words, date=format_date_short(line.began))
        row = QHBoxLayout()
        row.addWidget(TextLabel(words), 1)
        pen = icon_button(
            "edit",
            _("Dag van {phase} verbeteren").format(phase=phase_label(line.phase, spoken())),
            lambda: self.correction_requested.emit(line),
        )
        pen.setObjectName(f"phase-{line.number}")
        row.addWidget(pen)
        self._column.addLayout(row)
        for told in (
            safe_enough_label(line.client_safe, line.network_safe, line.workers_safe, spoken()),
            line.why or "",
        ):
            if told:
                self._column.addWidget(TextLabel(told, "small"))

    def _colours(self, case: CaseView) -> ChoiceBox:
        self.colour = ChoiceBox()
        self.colour.setAccessibleName(_("Kleurcode"))
        if case.colour is None:
            self.colour.addItem(_("Kies een kleur"), "")
        for colour in Colour:
            self.colour.addItem(colour_meaning(colour, spoken()), colour.value)
        if case.colour:
            self.colour.setCurrentIndex(self.colour.findData(case.colour.value))
        self.colour.activated.connect(self._on_colour)
        return self.colour

    def _on_colour(self) -> None:
        value = str(self.colour.currentData())
        if value and value != self._colour:
            self.colour_chosen.emit(Colour(value))
