"""The case that the page shows, and what every tab of it needs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from beraad.errors import BeraadError
from beraad.i18n import _, spoken
from beraad.initials import initials_apart
from beraad.services.cases import CaseService, CaseView
from beraad.services.naming import told_apart
from beraad.terms import Circle
from beraad.ui.messages import Messages
from beraad.ui.widgets.person_choice import PersonChoice
from beraad.words.errors import sentence


@dataclass
class OpenCase:
    """A case as it was read last, for the tabs of its page."""

    service: CaseService
    reference: str
    messages: Messages
    today: dt.date
    view: CaseView

    def read(self) -> None:
        """Read the case again."""
        self.view = self.service.case(self.reference)

    def people(self, circle: Circle | None = None) -> tuple[PersonChoice, ...]:
        """Return the people of the case, or of one circle of it, to choose from."""
        names = told_apart(self.view.people)
        letters = initials_apart(names.values())
        return tuple(
            PersonChoice(person.id, names[person.id], person.circle, letters[names[person.id]])
            for person in self.view.people
            if circle in (None, person.circle)
        )

    def attempt(self, wish: Callable[[], None]) -> bool:
        """Return True if it is saved; else say why not."""
        try:
            wish()
        except BeraadError as error:
            self.messages.warn(_("Dit is niet opgeslagen"), sentence(error, spoken()))
            return False
        return True
