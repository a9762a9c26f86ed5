"""Decide whether one person is among those who may see something."""

from __future__ import annotations

from beraad.models.person import Person
from beraad.readers import excepted
from beraad.terms import Circle, VisibleTo


def is_among(person: Person | None, visible_to: object) -> bool:
    """Return True if `person` is among `visible_to`: a `VisibleTo` code, a list of ids, or everyone but some.

    Nobody is among a value that is not understood.
    """
    if person is None:
        return False
    if isinstance(visible_to, list):
        return person.id in visible_to
    if (left_out := excepted(visible_to)) is not None:
        return person.id not in left_out
    return visible_to == VisibleTo.EVERYONE or (
        visible_to == VisibleTo.PROFESSIONALS and person.circle == Circle.PROFESSIONAL
    )
