"""Panels beside the people of a case: its colour, the fixed workers, and the secret words."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from beraad.i18n import _, format_date_short, spoken
from beraad.initials import initials_apart
from beraad.services.cases import CaseView
from beraad.services.naming import told_apart
from beraad.terms import Colour
from beraad.ui.theme import Theme, set_icon
from beraad.ui.widgets.person_token import PersonToken
from beraad.ui.widgets.section_heading import SectionHeading
from beraad.ui.widgets.text_label import TextLabel
from beraad.ui.widgets.value_fields import ChoiceBox
from beraad.words.course import colour_meaning, phase_label
from beraad.words.people import readers_label


class Facts(QWidget):
    """Three panels, each with the present state and a way to change it."""

    colour_chosen = Signal(object)
    workers_requested = Signal()
    secrets_requested = Signal()

    def __init__(self, case: CaseView, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case = case
        self._called = told_apart(case.people)
        self._letters = initials_apart(self._called.values())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Theme.current().size("space", "medium"))
        column.addWidget(self._course())
        column.addWidget(self._workers())
        column.addWidget(self._secrets())

    def _course(self) -> QFrame:
        panel, column = _panel(_("Verloop"), "clock")
        case = self._case
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
        return panel

    def _workers(self) -> QFrame:
        panel, column = _panel(_("Vaste hulpverleners"), "professional")
        people = {person.id: person for person in self._case.people}
        for worker in self._case.workers:
            if worker in people:
                row = QHBoxLayout()
                contact = worker == self._case.contact_person
                name = self._called[worker]
                row.addWidget(PersonToken(name, people[worker].circle, letters=self._letters[name]))
                told = _("{name}, vast contact").format(name=name) if contact else name
                row.addWidget(TextLabel(told), 1)
                column.addLayout(row)
        if not self._case.workers:
            column.addWidget(TextLabel(_("Nog niet gekozen."), "soft"))
        button = _change(_("Vaste hulpverleners wijzigen"))
        button.clicked.connect(self.workers_requested)
        column.addWidget(button)
        return panel

    def _secrets(self) -> QFrame:
        panel, column = _panel(_("Geheime woorden"), "private")
        for secret in self._case.secrets:
            column.addWidget(TextLabel(secret.text, "strong"))
            who = readers_label(secret.visible_to, self._called, spoken())
            told = " · ".join(part for part in (secret.why, _("weet het: {who}").format(who=who)) if part)
            column.addWidget(TextLabel(told, "small", tone="private"))
        if not self._case.secrets:
            told = _("Een codewoord of een plek die niet iedereen mag weten.")
            column.addWidget(TextLabel(told, "soft"))
        button = _change(_("Geheime woorden wijzigen"))
        button.clicked.connect(self.secrets_requested)
        column.addWidget(button)
        return panel

    def _on_colour(self) -> None:
        value = str(self.colour.currentData())
        if value and value != self._case.colour:
            self.colour_chosen.emit(Colour(value))


def _panel(heading: str, icon: str) -> tuple[QFrame, QVBoxLayout]:
    theme = Theme.current()
    panel = QFrame()
    panel.setProperty("role", "panel")
    large = theme.size("space", "large")
    column = QVBoxLayout(panel)
    column.setContentsMargins(large, large, large, large)
    column.setSpacing(theme.size("space", "small"))
    column.addWidget(SectionHeading(heading, icon=icon))
    return panel, column


def _change(accessible: str) -> QPushButton:
    button = QPushButton(_("Wijzigen…"))
    button.setAccessibleName(accessible)
    set_icon(button, "edit")
    return button
