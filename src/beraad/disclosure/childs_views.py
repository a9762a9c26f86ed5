"""Views of a child's copy for the facilitator: whom the child may call, and what was left off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from beraad.models import Case, Meeting, Person
from beraad.models.calling import feared_in, may_call_all_the_same
from beraad.models.names import told_apart
from beraad.models.person import gets_child_copy
from beraad.places import Place
from beraad.terms import LeftOff, Paper


@dataclass(frozen=True, slots=True)
class ConsoleLeftOff:
    """Promise, step or person that is meant for a child and left off its copy."""

    child: str
    """Id of a person."""
    why: LeftOff
    place: Place
    """Place in the case, e.g. meetings/b1/agreements/a4."""
    text: str
    """Text as it was agreed; for somebody whom the child chose, the name in the plan."""
    words: tuple[str, ...] = ()
    """Words because of which it was left off."""


@dataclass(frozen=True, slots=True)
class ConsoleCall:
    """Person whom a child chose to call."""

    person: str
    """Id of a person."""
    called: str
    """Name of this person in the plan."""
    said: str | None
    """Name that the child uses for this person."""
    feared: bool
    """True if a danger statement says that harm may come from this person."""
    reason: bool
    """True if somebody wrote down why this person stands on the copy all the same."""


@dataclass(frozen=True, slots=True)
class ConsoleChild:
    """Child that gets a child's copy, with the people whom it chose to call, in its order."""

    id: str
    called: str
    calls: tuple[ConsoleCall, ...]


def children_in(case: Case, meeting: Meeting) -> Iterator[ConsoleChild]:
    """Yield the children of the case that get a child's copy."""
    names, feared = told_apart(case.people), feared_in(case)

    def calls_of(child: Person) -> Iterator[ConsoleCall]:
        for item in child.may_call:
            reason = may_call_all_the_same(meeting, child.id, item.person)
            yield ConsoleCall(item.person, names[item.person], item.called, item.person in feared, reason)

    for person in case.people:
        if person.paper != Paper.NO and gets_child_copy(person, meeting.day_of_ages):
            yield ConsoleChild(person.id, names[person.id], tuple(calls_of(person)))
