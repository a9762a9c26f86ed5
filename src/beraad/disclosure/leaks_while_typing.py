"""Search a text while it is typed for hidden details, and tell whom it would reach."""

from __future__ import annotations

from collections.abc import Iterator

from beraad.disclosure.audience import Reader, may_see
from beraad.disclosure.console import in_console
from beraad.disclosure.console_views import ConsoleLeak
from beraad.disclosure.disclose import Disclosure
from beraad.disclosure.leaks import Leak
from beraad.places import CASE
from beraad.readers import Readers


def leaks_while_typing(
    disclosure: Disclosure, text: str, visible_to: Readers, always: frozenset[str] = frozenset()
) -> Iterator[ConsoleLeak]:
    """Yield the hidden details in `text`, with those invited who would read it and may not have them.

    `visible_to` and `always` (the owners of an agreement) say who would read it. The place of each leak is
    `CASE`: the text stands nowhere yet.
    """
    case, text = disclosure.case, text.strip()
    readers = [
        person
        for item in disclosure.meeting.participants
        if (person := case.person(item.person)) and may_see(case, visible_to, Reader(person.id), always)
    ]
    for told in disclosure.search.told(text):
        hidden = told.hidden
        reached = tuple(
            person.id
            for person in readers
            if not may_see(case, hidden.visible_to, Reader(person.id), hidden.known_to)
        )
        if reached:
            leak = Leak(CASE, hidden, told.strength, told.words, text, told.answered)
            yield in_console(case, leak, reached)
