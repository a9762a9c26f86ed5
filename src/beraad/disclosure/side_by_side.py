"""Find what two papers betray by lying together: the items of the case that stand in only one of them.

Counted are statements, agreements, scale questions, time-outs, emergency steps and contact details. What is a
reader's own does not count: the own answers, remarks and numbers, and which items stand under *Dit doe ik*.
"""

from __future__ import annotations

import itertools
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from beraad.codes import NotInPaper
from beraad.disclosure.paper import PlaceOf, printed
from beraad.disclosure.sheet import PRINTED_CONTACTS, dialled
from beraad.disclosure.views import PlanView
from beraad.models import Case
from beraad.places import Place
from beraad.terms import Column, PlanPart

_COUNTED = frozenset(PlanPart)
"""Kinds of the items of a meeting that are counted."""


@dataclass(frozen=True, slots=True)
class OnePaper:
    """Paper of a person (id): the view that it prints, and that of the card beside it, if there is one."""

    person: str
    view: PlanView
    card: PlanView | None = None


@dataclass(frozen=True, slots=True)
class Betrayal:
    """Item that stands in the paper of one person (id) and not in that of another."""

    place: Place
    """Place in the case, e.g. meetings/b1/emergency/2."""
    held_by: str
    lacked_by: str
    why: NotInPaper
    text: str = field(default="", repr=False)
    """Its first text as it stands there; for the facilitator alone."""

    @property
    def pair(self) -> tuple[str, str]:
        """The two people, in an order that is the same whoever holds it."""
        return min(self.held_by, self.lacked_by), max(self.held_by, self.lacked_by)


def betrayals(case: Case, one: OnePaper, other: OnePaper, place_of: PlaceOf) -> tuple[Betrayal, ...]:
    """Return what two papers betray side by side: what only the first holds, then what only the other does.

    Each in the order of its paper, contact details last.
    """
    own = tuple(Place.person(paper.person) for paper in (one, other))
    found = []
    for holder, lacker in ((one, other), (other, one)):
        lacked = items_on(case, lacker.view, place_of)
        for place, text in items_on(case, holder.view, place_of).items():
            if place not in lacked and not any(map(place.is_within, own)):
                on_card = items_on(case, lacker.card, place_of) if lacker.card else {}
                why = NotInPaper.CARD if place in on_card else _why(place, lacker.view, place_of)
                found.append(Betrayal(place, holder.person, lacker.person, why, text))
    return tuple(found)


def items_on(case: Case, view: PlanView, place_of: PlaceOf) -> Mapping[Place, str]:
    """Return the places of the items that stand in the paper of this view, with the first text of each.

    A contact detail stands in it wherever its text does, also as the number of a step.
    """
    runs = tuple(run for run in printed(view, place_of) if run.text)
    items: dict[Place, str] = {}
    for place, text in runs:
        if place.of_meeting.kind in _COUNTED:
            items.setdefault(place.item, text)
    texts = {_plain(text) for _place, text in runs}
    numbers = {dialled(text) for place, text in runs if place[-1] in ("number", "value")}
    for person in case.people:
        for index, detail in enumerate(person.contact, start=1):
            value, number = _plain(detail.value), dialled(detail.value)
            there = bool(number and number in numbers) or any(value in text for text in texts)
            if detail.kind in PRINTED_CONTACTS and value and there:
                items[Place.contact(person.id, index)] = detail.value
    return items


def _plain(text: str) -> str:
    """Return a text without spacing: a number may be broken over lines."""
    return "".join(text.split())


def _why(place: Place, view: PlanView, place_of: PlaceOf) -> NotInPaper:
    """Return why the paper of this view does not hold the item at `place`."""
    if place not in _seen(view, place_of):
        return NotInPaper.HIDDEN
    return NotInPaper.CHILDS_COPY if view.child else NotInPaper.NO_ANSWER


def _seen(view: PlanView, place_of: PlaceOf) -> Collection[Place]:
    """Return the places of all items that the reader of this view may see."""
    body = view.body
    items = itertools.chain(
        *(body.column(column) for column in Column),
        body.scales,
        body.agreements,
        body.ended,
        body.time_outs,
        body.emergency,
        *(contact.details for contact in view.contacts),
    )
    return {place_of(item) for item in items}
