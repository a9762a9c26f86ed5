"""Panels beside the people of a case: the fixed workers and the secret words."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from beraad.i18n import _, spoken
from beraad.initials import initials_apart
from beraad.services.cases import CaseView
from beraad.services.naming import told_apart
from beraad.ui.theme import set_icon
from beraad.ui.widgets.panels import fact_panel
from beraad.ui.widgets.person_token import PersonToken
from beraad.ui.widgets.text_label import TextLabel
from beraad.words.people import readers_label


class _FactsPanel(QWidget):
    """Panel with the present state and a button to change it."""

    change_requested = Signal()

    def __init__(self, heading: str, icon: str, change: str, *, parent: QWidget | None) -> None:
        super().__init__(parent)
        panel, self._column = fact_panel(heading, icon)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(panel)
        self._change = QPushButton(_("Wijzigen…"))
        self._change.setAccessibleName(change)
        set_icon(self._change, "edit")
        self._change.clicked.connect(self.change_requested)


class WorkersPanel(_FactsPanel):
    """The fixed workers, and who of them is the contact person."""

    def __init__(self, case: CaseView, *, parent: QWidget | None = None) -> None:
        super().__init__(
            _("Vaste hulpverleners"), "professional", _("Vaste hulpverleners wijzigen"), parent=parent
        )
        called = told_apart(case.people)
        letters = initials_apart(called.values())
        people = {person.id: person for person in case.people}
        for worker in case.workers:
            if worker in people:
                row = QHBoxLayout()
                name = called[worker]
                row.addWidget(PersonToken(name, people[worker].circle, letters=letters[name]))
                contact = worker == case.contact_person
                told = _("{name}, vast contact").format(name=name) if contact else name
                row.addWidget(TextLabel(told), 1)
                self._column.addLayout(row)
        if not case.workers:
            self._column.addWidget(TextLabel(_("Nog niet gekozen."), "soft"))
        self._column.addWidget(self._change)


class SecretsPanel(_FactsPanel):
    """The secret words, and who knows each."""

    def __init__(self, case: CaseView, *, parent: QWidget | None = None) -> None:
        super().__init__(_("Geheime woorden"), "private", _("Geheime woorden wijzigen"), parent=parent)
        called = told_apart(case.people)
        for secret in case.secrets:
            self._column.addWidget(TextLabel(secret.text, "strong"))
            who = readers_label(secret.visible_to, called, spoken())
            told = " · ".join(part for part in (secret.why, _("weet het: {who}").format(who=who)) if part)
            self._column.addWidget(TextLabel(told, "small", tone="private"))
        if not case.secrets:
            told = _("Een codewoord of een plek die niet iedereen mag weten.")
            self._column.addWidget(TextLabel(told, "soft"))
        self._column.addWidget(self._change)
