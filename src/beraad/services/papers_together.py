"""Finds the people whose papers may lie together: what two papers betray by that is said before printing."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator

from beraad.models import Person
from beraad.terms import Circle, ContactKind, Paper


def pairs_together(people: Iterable[Person]) -> Iterator[tuple[Person, Person]]:
    """Yield the pairs of `people` whose papers may lie together.

    That is said of somebody's paper (`paper_seen_by`), or both take it home to the same address. Of two of
    the family who take it home it is assumed as long as the address of one of them is not known.
    """
    for one, other in itertools.combinations(people, 2):
        if _is_seen(one, other) or _is_seen(other, one) or _at_one_place(one, other):
            yield one, other


def _is_seen(paper: Person, by: Person) -> bool:
    return by.id in paper.paper_seen_by


def _at_one_place(one: Person, other: Person) -> bool:
    if not (one.paper == other.paper == Paper.YES):
        return False
    places = _addresses(one), _addresses(other)
    return bool(places[0] & places[1]) if all(places) else one.circle == other.circle == Circle.FAMILY


def _addresses(person: Person) -> set[str]:
    """Return somebody's addresses as letters and digits, so that a comma more makes no other place."""
    values = (item.value for item in person.contact if item.kind == ContactKind.ADDRESS)
    return {"".join(filter(str.isalnum, value.casefold())) for value in values}
