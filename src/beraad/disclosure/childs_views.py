"""What the facilitator is shown of a child's paper: whom it may call, and what does not stand on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from beraad.models import Case, Meeting, Person
from beraad.models.calling import feared_in, may_call_all_the_same
from beraad.models.names import told_apart
from beraad.models.person import gets_child_copy
from beraad.terms import LeftOff, Paper


@dataclass(frozen=True, slots=True)
class ConsoleLeftOff:
    """A promise, a step or a person that is meant for a child and does not stand on its copy."""

    child: str
    """By id."""
    why: LeftOff
    place: str
    """Where it stands in the case, e.g. meetings/b1/agreements/a4."""
    text: str
    """As it was agreed; of somebody whom the child chose, what the plan calls this person."""
    words: tuple[str, ...] = ()
    """The words that are in the way."""


@dataclass(frozen=True, slots=True)
class ConsoleCall:
    """Somebody whom a child chose to call."""

    person: str
    """By id."""
    called: str
    """What the plan calls this person."""
    said: str | None
    """What the child says."""
    feared: bool
    """Whether a danger statement says that harm may come from this person."""
    reason: bool
    """Whether somebody wrote down why this person stands on the paper all the same."""


@dataclass(frozen=True, slots=True)
class ConsoleChild:
    """A child that gets a child's copy, and whom it chose to call, in its order."""

    id: str
    called: str
    calls: tuple[ConsoleCall, ...]


def children_in(case: Case, meeting: Meeting) -> Iterator[ConsoleChild]:
    """The children of the case that get a paper of their own."""
    names, feared = told_apart(case.people), feared_in(case)

    def calls_of(child: Person) -> Iterator[ConsoleCall]:
        for item in child.may_call:
            reason = may_call_all_the_same(meeting, child.id, item.person)
            yield ConsoleCall(item.person, names[item.person], item.called, item.person in feared, reason)

    for person in case.people:
        if person.paper != Paper.NO and gets_child_copy(person, meeting.day_of_ages):
            yield ConsoleChild(person.id, names[person.id], tuple(calls_of(person)))
