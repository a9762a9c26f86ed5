"""Finds the leaks for which a copy on paper is not made."""

from __future__ import annotations

from beraad.disclosure.audience import paper_of
from beraad.disclosure.console import in_console
from beraad.disclosure.console_views import ConsoleLeak
from beraad.disclosure.disclose import Disclosure
from beraad.disclosure.leaks import Leak
from beraad.disclosure.views import PersonView
from beraad.models import Person
from beraad.places import Place
from beraad.terms import Circle


def leaks_of(disclosure: Disclosure, leaks: tuple[Leak, ...], reader: Person) -> tuple[Leak, ...]:
    """Return the `leaks` in this reader's paper and card, and those in the Latin spelling of a name."""
    found = list(leaks)
    for person in disclosure.case.people:
        if person.in_letters:
            view = PersonView(person.in_letters, Circle(person.circle))
            place = Place.person(person.id) / "in_letters"
            found += disclosure.found.leaks(view, paper_of(reader), place)
    return tuple(dict.fromkeys(found))


def leaks_on_paper(disclosure: Disclosure, reader: Person) -> tuple[Leak, ...]:
    """Return the leaks in this reader's paper and card; quick for a paper that nobody else may see."""
    if not paper_of(reader).seen_by:
        return disclosure.leaks_to(reader.id)
    card = disclosure.card(reader.id)
    return (*disclosure.paper(reader.id).leaks, *(card.leaks if card else ()))


def in_words(disclosure: Disclosure, leaks: tuple[Leak, ...], reader: Person) -> tuple[ConsoleLeak, ...]:
    """Return leaks of somebody's paper and card as the facilitator reads them, with whom they would reach."""
    reached_by, paper = disclosure.search.reached_by, paper_of(reader)
    return tuple(in_console(disclosure.case, leak, tuple(reached_by(leak, paper))) for leak in leaks)
