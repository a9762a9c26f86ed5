"""Hidden details of a case and the decisions about them, in the form that undo saves and restores.

They belong to the whole case, not to one meeting.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from beraad.disclosure.console_views import ConsoleLeak
from beraad.models import Case, ContactDetail, LeakDecision, Secret
from beraad.places import Place
from beraad.services.rows import in_order


def hidden_as_kept(case: Case) -> list[Any]:
    """Return the decisions about possible leaks, and who may know each detail and phrase."""
    decisions = [[item.text, item.detail, item.is_about] for item in case.leak_decisions]
    readers = [[str(place), row.visible_to] for place, row in _hidden_rows(case)]
    return [decisions, readers]


def put_hidden(case: Case, kept: list[Any]) -> None:
    """Restore what `hidden_as_kept` returned; people added since keep their details as they are."""
    decisions, readers = kept
    case.leak_decisions[:] = [
        LeakDecision(text=text, detail=detail, is_about=is_about) for text, detail, is_about in decisions
    ]
    in_order(case.leak_decisions)
    before = dict(readers)
    for place, row in _hidden_rows(case):
        readers = before.get(str(place), row.visible_to)
        if row.visible_to != readers:
            row.visible_to = readers


def decide(case: Case, leak: ConsoleLeak, *, is_about: bool) -> None:
    """Save whether a text is about a hidden detail, in place of an earlier decision on the two."""
    decisions = case.leak_decisions
    decisions[:] = [one for one in decisions if (one.text, one.detail) != (leak.text, leak.detail)]
    decisions.append(LeakDecision(text=leak.text, detail=leak.detail, is_about=is_about))
    in_order(decisions)


def _hidden_rows(case: Case) -> Iterator[tuple[Place, ContactDetail | Secret]]:
    """Each with its place: the list may grow."""
    for person in case.people:
        for number, detail in enumerate(person.contact, start=1):
            yield Place.contact(person.id, number), detail
    for number, secret in enumerate(case.secrets, start=1):
        yield Place.secret(number), secret
