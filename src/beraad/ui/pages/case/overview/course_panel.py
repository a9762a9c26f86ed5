"""Panel with the phase and the colour of a case."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from beraad.i18n import _, format_date_short, spoken
from beraad.services.cases import CaseView
from beraad.terms import Colour
from beraad.ui.widgets.panels import fact_panel
from beraad.ui.widgets.text_label import TextLabel
from beraad.ui.widgets.value_fields import ChoiceBox
from beraad.words.course import colour_meaning, phase_label


class CoursePanel(QWidget):
    """The phase since when, the day on which the case began, and the colour to choose."""

    colour_chosen = Signal(object)

    def __init__(self, case: CaseView, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = case.colour
        panel, column = fact_panel(_("Verloop"), "clock")
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(panel)
        phase = phase_label(case.phase, spoken()) if case.phase else "—"
        if case.phase_began:
            phase = _("{phase} sinds {date}").format(phase=phase, date=format_date_short(case.phase_began))
        column.addWidget(TextLabel(phase))
        if case.opened_on:
            opened = _("zaak begonnen op {date}").format(date=format_date_short(case.opened_on))
            column.addWidget(TextLabel(opened, "soft"))
        self.colour = ChoiceBox()
        self.colour.setAccessibleName(_("Kleurcode"))
        if case.colour is None:
            self.colour.addItem(_("Kies een kleur"), "")
        for colour in Colour:
            self.colour.addItem(colour_meaning(colour, spoken()), colour.value)
        if case.colour:
            self.colour.setCurrentIndex(self.colour.findData(case.colour.value))
        self.colour.activated.connect(self._on_colour)
        column.addWidget(self.colour)

    def _on_colour(self) -> None:
        value = str(self.colour.currentData())
        if value and value != self._colour:
            self.colour_chosen.emit(Colour(value))
