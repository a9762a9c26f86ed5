"""Decide whether one person is among the readers of something."""

from __future__ import annotations

from beraad.models.person import Person
from beraad.readers import Readers
from beraad.terms import Circle


def is_among(person: Person | None, readers: Readers) -> bool:
    """Return True if `person` is among these readers; nobody is not."""
    return person is not None and readers.include(
        person.id, professional=person.circle == Circle.PROFESSIONAL
    )
