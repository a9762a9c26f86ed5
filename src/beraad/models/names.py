"""Names of people in the plan, told apart if several people are called alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import chain, count
from typing import Protocol


class Named(Protocol):
    """Person of a case: a row of it, or a line of its page."""

    @property
    def id(self) -> str:
        """Id in the case."""

    @property
    def name(self) -> str:
        """Whole name."""

    @property
    def called(self) -> str:
        """Name in the plan."""

    @property
    def relation(self) -> str | None:
        """Relation to the family, e.g. oma."""


def told_apart(people: Sequence[Named]) -> dict[str, str]:
    """Return the name of each of `people` in the plan, by id, in their order.

    People called alike get their relation behind the name, or else the whole name, both, or a number: the
    first of these that tells all of them apart. Pass only people of whom the same audience reads: a name that
    depended on somebody else would tell that this other person exists.
    """
    alike = Counter(_key(person.called) for person in people)
    groups: dict[str, list[Named]] = {}
    for person in people:
        if alike[_key(person.called)] > 1:
            groups.setdefault(_key(person.called), []).append(person)
    taken = {key for key, number in alike.items() if number == 1}
    names = {person.id: person.called for person in people}
    for group in groups.values():
        names |= _names(group, taken)
    return names


def called_alike(person: Named, others: Iterable[Named]) -> tuple[Named, ...]:
    """Return those of `others` whom the plan calls as it calls `person`."""
    return tuple(one for one in others if one.id != person.id and _key(one.called) == _key(person.called))


def called_apart(person: Named, everybody: Iterable[Named]) -> str:
    """Return a name for `person` alone, by which nobody else of `everybody` is called."""
    taken = {_key(one.called) for one in everybody if one.id != person.id}
    names = (way(person) for way in _WAYS)
    numbered = (f"{person.called.strip()} ({number})" for number in count(2))
    return next(name for name in chain(names, numbered) if name and _key(name) not in taken)


def some_called_alike(people: Sequence[Named]) -> bool:
    """Return True if the plan calls any two of `people` the same."""
    return len({_key(person.called) for person in people}) < len(people)


def _names(group: Sequence[Named], taken: Collection[str]) -> Mapping[str, str]:
    for way in _WAYS:
        names = {person.id: way(person) for person in group}
        keys = {_key(name) for name in names.values() if name}
        if len(keys) == len(group) and not keys & set(taken):
            return names
    return {person.id: f"{person.called.strip()} ({number})" for number, person in enumerate(group, start=1)}


def _with_relation(person: Named) -> str:
    return _behind(person.called, person.relation)


def _whole(person: Named) -> str:
    return person.name.strip()


def _whole_with_relation(person: Named) -> str:
    return _behind(person.name, person.relation)


def _behind(name: str, relation: str | None) -> str:
    """Return the name with the relation behind it; empty without a relation."""
    relation = (relation or "").strip()
    return f"{name.strip()} ({relation})" if relation else ""


_WAYS: tuple[Callable[[Named], str], ...] = (_with_relation, _whole, _whole_with_relation)


def _key(name: str) -> str:
    """Return a key that is the same for names that look the same on paper."""
    return " ".join(name.casefold().split())
