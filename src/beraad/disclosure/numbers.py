"""Telephone numbers for the plan, and the readers who may not have them."""

from __future__ import annotations

from collections.abc import Iterator

from beraad.disclosure.audience import Reader
from beraad.disclosure.console_views import ConsoleNumber
from beraad.disclosure.disclose import Disclosure
from beraad.readers import Readers
from beraad.terms import ContactKind


def who_may_not_have(disclosure: Disclosure, text: str, readers: Readers) -> tuple[str, ...]:
    """Return the names of the invited who are among the readers of `text` and may not know it.

    The copies are withheld by the same search, so the answer is what will happen.
    """
    search = disclosure.search
    people = disclosure.names
    return tuple(
        people[reader.person]
        for reader in (Reader(item.person) for item in disclosure.meeting.participants)
        if reader.person in people and search.eye(reader).may_see(readers) and search.told_by(text, reader)
    )


def offered_numbers(disclosure: Disclosure, readers: Readers) -> Iterator[ConsoleNumber]:
    """Yield the telephone numbers of the case for a text with these readers.

    Numbers that all of them may have come first.
    """
    offered = [
        ConsoleNumber(
            disclosure.names[person.id], detail.value, who_may_not_have(disclosure, detail.value, readers)
        )
        for person in disclosure.case.people
        for detail in person.contact
        if detail.kind == ContactKind.PHONE
    ]
    yield from sorted(offered, key=lambda item: bool(item.not_for))
