"""Tab with the people of a case, its fixed workers and its secret words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from beraad.i18n import _
from beraad.services.cases import PersonLine, SecretLine
from beraad.services.naming import told_apart
from beraad.terms import Circle
from beraad.ui.dialogs.person import PersonDialog
from beraad.ui.dialogs.secrets import SecretsDialog
from beraad.ui.dialogs.workers import Workers, WorkersDialog
from beraad.ui.pages.case.case_tab import CaseTab
from beraad.ui.pages.case.open_case import OpenCase
from beraad.ui.pages.case.people.circles import Circles
from beraad.ui.pages.case.people.panels import SecretsPanel, WorkersPanel
from beraad.ui.widgets.replacing import replace_in


class PeopleTab(CaseTab):
    """People by circle on the left; workers and secret words on the right."""

    def __init__(self, case: OpenCase, *, parent: QWidget | None = None) -> None:
        super().__init__(case, parent=parent)

    @override
    def refresh(self) -> None:
        view = self._case.view
        circles = Circles(view.people, today=self._case.today)
        circles.person_requested.connect(self.change_person)
        circles.person_wanted.connect(self.add_person)
        replace_in(self.main, circles)
        workers, secrets = WorkersPanel(view), SecretsPanel(view)
        workers.change_requested.connect(self.change_workers)
        secrets.change_requested.connect(self.change_secrets)
        replace_in(self.beside, workers, secrets)

    def change_person(self, person: str) -> None:
        """Open what is known of a person."""
        self._ask_person(next(line for line in self._case.view.people if line.id == person))

    def add_person(self, circle: Circle) -> None:
        """Ask for a new person in a circle."""
        self._ask_person(PersonLine("", "", "", circle))

    def change_secrets(self) -> None:
        """Ask for the secret words."""
        view = self._case.view
        asked = SecretsDialog.ask(
            self._save_secrets,
            secrets=view.secrets,
            people=self._case.people(),
            names=tuple(name for person in view.people for name in (person.name, person.called)),
            parent=self,
        )
        self._after(asked)

    def change_workers(self) -> None:
        """Ask for the fixed workers."""
        view = self._case.view
        asked = WorkersDialog.ask(
            self._save_workers,
            chosen=Workers(view.workers, view.contact_person),
            people=self._case.people(Circle.PROFESSIONAL),
            parent=self,
        )
        self._after(asked)

    def _ask_person(self, person: PersonLine) -> None:
        # Nobody needs permission to see the own number. A choice that a case file holds stays visible.
        own = any(person.id in line.visible_to.people for line in person.contact)
        others = tuple(choice for choice in self._case.people() if own or choice.id != person.id)
        asked = PersonDialog.ask(
            self._save_person,
            person=person,
            people=others,
            known=self._case.view.people,
            remove=(lambda: self._remove_person(person)) if person.id else None,
            feared=self._case.view.feared,
            parent=self,
        )
        self._after(asked)
        if asked is not None and asked.another:
            self.add_person(asked.person.circle)

    def _remove_person(self, person: PersonLine) -> bool:
        """Remove a person after a question; raises the BeraadError that says what depends on this person."""
        case = self._case
        case.service.may_remove(case.reference, person.id)
        called = told_apart(case.view.people)[person.id]
        if not case.messages.ask(
            _("{called} uit de zaak verwijderen?").format(called=called),
            _("De gegevens van {called} gaan weg. Ctrl+Z haalt ze terug, zolang deze zaak open is.").format(
                called=called
            ),
            yes=_("Verwijderen"),
            danger=True,
        ):
            return False
        case.service.remove_person(case.reference, person.id)
        self.changed.emit()
        return True

    def _save_person(self, person: PersonLine) -> None:
        self._case.service.save_person(self._case.reference, person)

    def _save_secrets(self, secrets: Sequence[SecretLine]) -> None:
        self._case.service.save_secrets(self._case.reference, secrets)

    def _save_workers(self, wish: Workers) -> None:
        self._case.service.save_workers(self._case.reference, wish.workers, wish.contact_person)
