"""Finds the leaks for which a copy on paper is not made."""

from __future__ import annotations

from beraad.disclosure.audience import Reader
from beraad.disclosure.disclose import Disclosure
from beraad.disclosure.leaks import Leak
from beraad.disclosure.views import PersonView
from beraad.models import Person
from beraad.places import Place
from beraad.terms import Circle


def leaks_of(disclosure: Disclosure, leaks: tuple[Leak, ...], reader: Person) -> tuple[Leak, ...]:
    """Return the `leaks` in this reader's copy, and those in the Latin spelling of a name."""
    found = list(leaks)
    for person in disclosure.case.people:
        if person.in_letters:
            view = PersonView(person.in_letters, Circle(person.circle))
            found += disclosure.found.leaks(view, Reader(reader.id), Place.person(person.id) / "in_letters")
    return tuple(found)
