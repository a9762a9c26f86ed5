"""Somebody to choose from or to show as a token."""

from __future__ import annotations

from dataclasses import dataclass

from beraad.initials import initials_of
from beraad.terms import Circle


@dataclass(frozen=True, slots=True)
class PersonChoice:
    """Somebody by id, as the plan calls this person."""

    id: str
    called: str
    circle: Circle
    letters: str = ""
    """For the token, where they were told apart from somebody else's."""

    @property
    def initials(self) -> str:
        """Letters for a token."""
        return self.letters or initials_of(self.called)
