"""Doubts about somebody whom a child may call, before this person is put on the child's copy."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from beraad.codes import CallDoubt
from beraad.models import Person
from beraad.models.calling import MOST_CALLS, feared_in
from beraad.models.person import gets_child_copy
from beraad.models.readership import is_among
from beraad.services.people import PersonLine
from beraad.terms import Circle, ContactKind

__all__ = ["MOST_CALLS", "call_doubts", "feared_in", "has_childs_copy"]


def call_doubts(child: PersonLine, other: PersonLine, feared: Collection[str]) -> tuple[CallDoubt, ...]:
    """Return the doubts about `other`: feared, or without a telephone number that this child may have."""
    reader = Person(id=child.id, name=child.name, called=child.called, circle=child.circle)
    phones = [item for item in other.contact if item.kind is ContactKind.PHONE]
    has_number = any(is_among(reader, item.visible_to) for item in phones)
    found = {CallDoubt.FEARED: other.id in feared, CallDoubt.NO_NUMBER: not has_number}
    return tuple(doubt for doubt, there in found.items() if there)


def has_childs_copy(birth_date: dt.date | None, today: dt.date) -> bool:
    """Return True if somebody born on `birth_date` gets a child's copy today."""
    return gets_child_copy(
        Person(id="", name="", called="", circle=Circle.FAMILY, birth_date=birth_date), today
    )
