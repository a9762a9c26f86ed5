"""Contact details of people, as each audience may know them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from beraad.disclosure.audience import Eye
from beraad.disclosure.view_search import ViewSearch
from beraad.disclosure.views import ContactView, DetailView, PersonView
from beraad.models import Case, Person
from beraad.places import Place
from beraad.readers import Readers
from beraad.terms import ContactKind


class Contacts:
    """Contact details of a case, made into views once. People without one for an audience are not listed."""

    def __init__(self, case: Case, people: Mapping[str, PersonView], found: ViewSearch) -> None:
        self._case, self._people, self._found = case, people, found
        self._details: dict[str, tuple[tuple[Readers, DetailView], ...]] = {}
        self._views: dict[tuple[str, tuple[bool, ...]], ContactView] = {}

    def seen_by(self, eye: Eye) -> tuple[ContactView, ...]:
        """Return everybody who has a contact detail that `eye` may see, with those details."""
        found = (self._contact(person, eye) for person in self._case.people)
        return tuple(contact for contact in found if contact is not None)

    def named(self, eye: Eye) -> frozenset[str]:
        """Return the ids of those who are listed for `eye`."""
        return frozenset(
            person.id
            for person in self._case.people
            if any(eye.may_see(detail.visible_to) for detail in person.contact)
        )

    def _contact(self, person: Person, eye: Eye) -> ContactView | None:
        if person.id not in self._details:
            self._details[person.id] = tuple(self._details_of(person))
        details = self._details[person.id]
        seen = tuple(eye.may_see(visible_to) for visible_to, _ in details)
        if not any(seen):
            return None
        key = person.id, seen
        if key not in self._views:
            shown = tuple(view for (_, view), yes in zip(details, seen, strict=True) if yes)
            contact = ContactView(self._people[person.id], shown, person.id == self._case.contact_person)
            self._views[key] = self._found.at(Place.person(person.id), contact)
        return self._views[key]

    def _details_of(self, person: Person) -> Iterator[tuple[Readers, DetailView]]:
        for index, detail in enumerate(person.contact, start=1):
            view = DetailView(ContactKind(detail.kind), detail.value)
            yield detail.visible_to, self._found.at(Place.contact(person.id, index), view)
