"""Person to choose from or to show as a token."""

from __future__ import annotations

from dataclasses import dataclass

from beraad.initials import initials_of
from beraad.terms import Circle


@dataclass(frozen=True, slots=True)
class PersonChoice:
    """Person by id, with the name that the plan uses."""

    id: str
    called: str
    circle: Circle
    letters: str = ""
    """Letters for the token, if the initials alone would be somebody else's too."""

    @property
    def initials(self) -> str:
        """Letters for a token."""
        return self.letters or initials_of(self.called)
