"""Somebody to choose from or to show as a token."""

from __future__ import annotations

from dataclasses import dataclass

from beraad.terms import Circle


@dataclass(frozen=True, slots=True)
class PersonChoice:
    """Somebody by id, as the plan calls this person."""

    id: str
    called: str
    circle: Circle

    @property
    def initials(self) -> str:
        """Two letters for a token, from the last word of the name."""
        return initials_of(self.called)


def initials_of(called: str) -> str:
    """Two letters for a token, from the last word of what the plan calls somebody."""
    words = called.partition(" (")[0].split()
    return words[-1][:2].capitalize() if words else "?"
