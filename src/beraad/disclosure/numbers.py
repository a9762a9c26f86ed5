"""Whom a telephone number in the plan would reach that may not have it, asked before it is written down."""

from __future__ import annotations

from collections.abc import Iterator

from beraad.disclosure.audience import Reader
from beraad.disclosure.console_views import ConsoleNumber
from beraad.disclosure.disclose import Disclosure
from beraad.terms import ContactKind


def who_may_not_have(disclosure: Disclosure, text: str, visible_to: object) -> tuple[str, ...]:
    """Names of the invited who would read this `text` (it is `visible_to` them) and may not know it.

    The same search withholds their copies, so what is said here is what would happen.
    """
    search = disclosure.search
    people = disclosure.names
    return tuple(
        people[reader.person]
        for reader in (Reader(item.person) for item in disclosure.meeting.participants)
        if reader.person in people and search.eye(reader).may_see(visible_to) and search.told_by(text, reader)
    )


def offered_numbers(disclosure: Disclosure, visible_to: object) -> Iterator[ConsoleNumber]:
    """Telephone numbers for a text that is `visible_to` these people; those for all its readers first."""
    offered = [
        ConsoleNumber(
            disclosure.names[person.id], detail.value, who_may_not_have(disclosure, detail.value, visible_to)
        )
        for person in disclosure.case.people
        for detail in person.contact
        if detail.kind == ContactKind.PHONE
    ]
    yield from sorted(offered, key=lambda item: bool(item.not_for))
