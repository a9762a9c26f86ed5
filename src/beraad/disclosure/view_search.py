"""Search the views of one state of a case for leaks: each item once, a copy in the order of its paper."""

from __future__ import annotations

import dataclasses
from collections.abc import Container, Iterable, Iterator
from typing import TypeVar, cast

from beraad.disclosure.audience import Audience
from beraad.disclosure.leaks import Leak, LeakSearch, Told
from beraad.disclosure.paper import MOST_RUNS, Run, adjoining, windows, written_in
from beraad.places import CASE, COPY, Place
from beraad.terms import Strength

V = TypeVar("V")


@dataclasses.dataclass(slots=True, eq=False)
class Placed:
    """View that was given its place, and what is known about it."""

    view: object
    place: Place
    told: tuple[Leak, ...] | None = None
    """Leaks in it to anybody who may not have them; None if not searched yet."""
    runs: tuple[Run, ...] | None = None
    """Its texts in reading order; None if not asked for yet."""
    in_json: str | None = None
    """Its canonical JSON; None if not asked for yet."""


class ViewSearch:
    """Search of the views of one state of a case. Each view that was given its place is searched once.

    The texts of an item are searched one by one, and adjoining texts as one: a number can be written half in
    one text and half in the next. On paper adjoining texts go on from one item to the next.

    With the views of the state `before`, searched by the same `search`, an equal view at the same place is
    the same object as before, and is not searched again.
    """

    def __init__(self, search: LeakSearch, before: ViewSearch | None = None) -> None:
        self._search = search
        self.known: dict[tuple[Place, object], Placed] = {}
        """Views that were given a place, by place and view."""
        self._before = before.known if before is not None else {}
        # By identity; the views are kept, so that no other comes in their place.
        self._placed: dict[int, Placed] = {}

    def at(self, place: Place, view: V) -> V:
        """Return an equal view and remember its place in the case, e.g. meetings/b1/agreements/a4."""
        key = place, view
        known = self.known.setdefault(key, self._before.get(key) or Placed(view, place))
        self._placed[id(known.view)] = known
        return cast("V", known.view)

    def placed(self, view: object) -> Placed | None:
        """Return what is known about this very view; None if it was not given a place."""
        return self._placed.get(id(view))

    def place_of(self, view: object) -> Place:
        """Return the place of this very view in the case; `COPY` if it was not given one."""
        placed = self._placed.get(id(view))
        return placed.place if placed else COPY

    def leaks(
        self, view: object, audience: Audience, place: Place = CASE, strength: Strength = Strength.CERTAIN
    ) -> tuple[Leak, ...]:
        """Return every leak of a view to an audience."""
        return self._search.leaks(self._told_in(view, place), audience, strength)

    def read(
        self, audience: Audience, runs: Iterable[Run], beside: Iterable[tuple[Run, ...]] = ()
    ) -> tuple[Leak, ...]:
        """Return the leaks to `audience` of texts read in this order, and of those `beside` that adjoin."""
        ordered = tuple(runs)
        kept = self._search.kept_from(audience)
        if not kept:
            return ()
        across = self._told_across((*windows(ordered), *beside), kept)
        return (*self._told_by(ordered, kept), *across)

    def runs(self, view: object, place: Place) -> tuple[Run, ...]:
        """Return the texts of a view in reading order."""
        placed = self._placed.get(id(view))
        if placed is None:
            return tuple(written_in(view, place))
        if placed.runs is None:
            placed.runs = tuple(written_in(view, placed.place))
        return placed.runs

    def leaks_behind(
        self, before: tuple[Run, ...], runs: tuple[Run, ...], audience: Audience
    ) -> tuple[Leak, ...]:
        """Return the leaks of the first of `runs` together with what is read `before` them."""
        found = self._told_across(windows((*before[1 - MOST_RUNS :], *runs[: MOST_RUNS - 1])))
        return self._search.leaks(tuple(found), audience)

    def _told_in(self, view: object, place: Place) -> Iterable[Leak]:
        placed = self._placed.get(id(view))
        if placed is None:
            return tuple(self._walk(view, place))
        if placed.told is None:
            placed.told = tuple(self._walk(view, placed.place))
        return placed.told

    def _walk(self, view: object, place: Place) -> Iterator[Leak]:
        runs = self.runs(view, place)
        yield from self._told_by(runs)
        yield from self._told_across((*windows(runs), *adjoining(view, place)))

    def _told_by(self, runs: Iterable[Run], kept: Container[int] | None = None) -> Iterator[Leak]:
        """Yield what each of these texts tells by itself.

        With `kept`, only of those hidden details (by identity).
        """
        told_by = self._search.told
        for place, text in runs:
            for told in told_by(text):
                if kept is None or id(told.hidden) in kept:
                    yield _leak(place, told, text)

    def _told_across(
        self, windows_of_runs: Iterable[tuple[Run, ...]], kept: Container[int] | None = None
    ) -> Iterator[Leak]:
        """Yield what adjoining texts tell together, and none of them alone."""
        told_across = self._search.told_across
        for runs in windows_of_runs:
            texts = tuple([text for _, text in runs])
            for told in told_across(texts):
                if kept is None or id(told.hidden) in kept:
                    yield _leak(runs[-1].place.item, told, "\n".join(texts))


def _leak(place: Place, told: Told, text: str) -> Leak:
    return Leak(place, told.hidden, told.strength, told.words, text, told.answered)
