"""Find the people whom a child may call, and those from whom harm may come.

A child is not sent to anybody who is feared unless somebody wrote down why.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from beraad.models.case import Case
from beraad.models.meeting import Meeting
from beraad.models.person import Person
from beraad.terms import Gap, call_subject

MOST_CALLS = 4
"""Largest number of people to call on a child's copy."""


def feared_in(case: Case) -> tuple[str, ...]:
    """Return the ids of those from whom a danger statement of any meeting says that harm may come."""
    return tuple(
        dict.fromkeys(who for held in case.meetings for item in held.statements for who in item.from_ or ())
    )


def feared_calls(child: Person, feared: Collection[str]) -> Iterator[str]:
    """Yield the ids of those whom `child` chose and who are `feared`, in the child's order."""
    yield from dict.fromkeys(item.person for item in child.may_call if item.person in feared)


def may_call_all_the_same(meeting: Meeting, child: str, person: str) -> bool:
    """Return True if this meeting holds a reason why `child` may call a `person` who is feared."""
    key = Gap.CHILD_CALLS_FEARED.value, call_subject(child, person)
    return any((item.gap, item.subject) == key for item in meeting.overrides)
