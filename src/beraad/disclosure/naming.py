"""Names of people as each audience reads them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cached_property

from beraad.disclosure.views import PersonView
from beraad.models import Person
from beraad.models.names import some_called_alike, told_apart
from beraad.terms import Circle


class Naming:
    """Views of everybody of a case; people called alike are told apart among those whom an audience knows.

    A name that depended on somebody else would tell the audience that this other person exists.
    """

    def __init__(self, people: Sequence[Person]) -> None:
        self._people = tuple(people)
        self._made: dict[tuple[str, ...], Mapping[str, PersonView]] = {}
        self.depends = some_called_alike(self._people)
        """True if names depend on the audience: somebody is called like another."""

    def among(self, known: Collection[str]) -> Mapping[str, PersonView]:
        """Return everybody by id: those `known` (ids) told apart, the others as the plan calls them alone.

        Equal names give the same mapping object.
        """
        return self._named(known) if self.depends else self._alone

    @cached_property
    def _alone(self) -> Mapping[str, PersonView]:
        return self._named(())

    def _named(self, known: Collection[str]) -> Mapping[str, PersonView]:
        apart = told_apart([person for person in self._people if person.id in known])
        names = tuple(apart.get(person.id, person.called) for person in self._people)
        if names not in self._made:
            pairs = zip(self._people, names, strict=True)
            self._made[names] = {person.id: _view(person, name) for person, name in pairs}
        return self._made[names]


def _view(person: Person, named: str) -> PersonView:
    return PersonView(named, Circle(person.circle), person.relation, person.organisation)
