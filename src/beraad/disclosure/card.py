"""Card of a reader whose paper others may see: what this reader may see and does not stand in that paper.

It is kept elsewhere. If a step for when it goes wrong is among it, the card holds all of them in their order.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable
from typing import TypeVar

from beraad.disclosure.sheet import PRINTED_CONTACTS, Sheet
from beraad.disclosure.view_search import ViewSearch
from beraad.disclosure.views import AgreementView, ChildView, ContactView, PlanBody, PlanView, ReaderView

V = TypeVar("V")


def card_beside(
    paper: PlanView, whole: PlanView, found: ViewSearch, reader_in: Callable[[PlanBody], ReaderView | None]
) -> PlanView | None:
    """Return the card beside a reader's `paper`; None if that holds the `whole` of what this reader may see.

    `reader_in` returns the view of the reader of a plan.
    """
    made = _Card(paper, whole, found)
    body = made.body()
    view = dataclasses.replace(
        whole,
        meeting=dataclasses.replace(whole.meeting, participants=()),
        body=body,
        contacts=made.contacts(),
        answers=(),
        next_meeting=None,
        reader=reader_in(body),
        child=made.child(),
        card=True,
    )
    return view if _says_something(view) else None


class _Card:
    def __init__(self, paper: PlanView, whole: PlanView, found: ViewSearch) -> None:
        self._paper, self._whole, self._found = paper, whole, found

    def body(self) -> PlanBody:
        paper, whole = self._paper.body, self._whole.body
        # Who keeps the card elsewhere has to do what it says in the right order.
        steps = whole.emergency if self._rest(whole.emergency, paper.emergency) else ()
        first, *more = self._rest(whole.time_outs, paper.time_outs) or (None,)
        return PlanBody(
            danger=self._rest(whole.danger, paper.danger),
            safety=self._rest(whole.safety, paper.safety),
            next_steps=self._rest(whole.next_steps, paper.next_steps),
            scales=whole.scales,
            agreements=tuple(self._agreements()),
            ended=self._rest(whole.ended, paper.ended),
            time_out=first,
            emergency=steps,
            more_time_outs=tuple(more),
        )

    def _agreements(self) -> Iterable[AgreementView]:
        """Yield agreements that are not on paper, and those with what helps, numbered on from the paper."""
        whole, paper = self._whole.body.agreements, self._paper.body.agreements
        rest = self._rest(whole, paper)
        number = len(paper)
        for item in whole:
            if item in rest or item.readiness:
                number += 1
                place = self._found.place_of(item)
                yield self._found.at(place, dataclasses.replace(item, number=number))

    def contacts(self) -> tuple[ContactView, ...]:
        on_paper = [detail for contact in self._paper.contacts for detail in contact.details]
        found = []
        for contact in self._whole.contacts:
            if details := self._rest(contact.details, on_paper):
                place = self._found.place_of(contact)
                found.append(self._found.at(place, dataclasses.replace(contact, details=details)))
        return tuple(found)

    def child(self) -> ChildView | None:
        paper, whole = self._paper.child, self._whole.child
        if paper is None or whole is None:
            return None
        rest = dataclasses.replace(
            whole,
            calls=self._rest(whole.calls, paper.calls),
            goes=self._rest(whole.goes, paper.goes),
            promises=self._rest(whole.promises, paper.promises),
            own_words=None,
        )
        return self._found.at(self._found.place_of(whole), rest)

    def _rest(self, whole: Iterable[V], paper: Iterable[V]) -> tuple[V, ...]:
        """Return what of `whole` is not on `paper`, by place."""
        there = {self._found.place_of(item) for item in paper}
        return tuple(item for item in whole if self._found.place_of(item) not in there)


def _says_something(view: PlanView) -> bool:
    if child := view.child:
        return bool(child.calls or child.goes or child.promises)
    body = view.body
    parts = (body.danger, body.safety, body.next_steps, body.agreements, body.ended, body.time_outs)
    reached = any(item.kind in PRINTED_CONTACTS for contact in view.contacts for item in contact.details)
    return any(parts) or bool(body.emergency or Sheet(view).scales) or reached
