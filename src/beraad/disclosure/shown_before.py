"""Answers to a scale as a room saw them, and what the same room may see of them the next time.

Numbers that were shown as one group stay one group: a circle that was merged with another, because too few
people were in it, does not come apart because more people are there now.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterator, Mapping

from beraad.disclosure.audience import Eye, Room
from beraad.disclosure.spreads import Numbers, circles_together, counts_of, last_time, numbers_of
from beraad.disclosure.views import PersonView
from beraad.models import Case, Meeting, Scale
from beraad.terms import LEAST_TOGETHER, Circle, RoomSees

Circles = frozenset[Circle]


@dataclasses.dataclass(frozen=True, slots=True)
class Showing:
    """Answers that were shown: the groups of circles, and the ids of those who gave them."""

    circles: tuple[tuple[Circle, ...], ...]
    given_by: tuple[str, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class ShownThen:
    """Numbers of an earlier meeting, and the groups of circles in which the people of a room saw them."""

    numbers: Numbers
    groups: frozenset[Circles]

    def spread(self, circles: Collection[Circle]) -> tuple[int, int] | None:
        """Return the lowest and highest number that was seen of these circles.

        Return None if that was not seen, or if it was of too few people.
        """
        wanted = frozenset(circles)
        whole = frozenset[Circle]().union(*(group for group in self.groups if group <= wanted))
        given = [value for circle in wanted for value in self.numbers[circle]]
        seen = all(circle in whole for circle in wanted if self.numbers[circle])
        return (min(given), max(given)) if seen and len(given) >= LEAST_TOGETHER else None


class LastTime:
    """Last earlier time that a question was asked, as far as `eye` saw its answers."""

    def __init__(self, case: Case, meeting: Meeting, people: Mapping[str, PersonView], eye: Eye) -> None:
        self._case, self._meeting, self._people, self._eye = case, meeting, people, eye

    def shown(self, item: Scale, heard: Collection[str]) -> tuple[ShownThen, ...]:
        """Return what everybody in the room now saw then; nothing if no showing was kept.

        `heard` are the ids of those whose answers this room may see at all: of two rooms, not those of the
        other.
        """
        return tuple(
            then
            for who, given_by, then in self._showings(item)
            if self._here and self._here <= who and given_by <= set(heard)
        )

    def absent(self, item: Scale) -> frozenset[str]:
        """Return the ids of those in the room who did not see what was shown then, if anything was."""
        missing = [self._here - who for who, _given_by, _then in self._showings(item)]
        return min(missing, key=len, default=frozenset())

    @property
    def _here(self) -> frozenset[str]:
        audience = self._eye.audience
        return audience.people if isinstance(audience, Room) else frozenset()

    def _showings(self, item: Scale) -> Iterator[tuple[frozenset[str], frozenset[str], ShownThen]]:
        """Yield each showing of numbers then: who saw them, who gave them, and what was seen."""
        found = last_time(self._case, self._meeting, item, self._eye)
        if found is None:
            return
        held, before = found
        for row in held.shown_answers:
            if row.scale != before.id:
                continue
            given_by = {name: self._people[name] for name in row.given_by if name in self._people}
            numbers = numbers_of(before, given_by)
            groups = frozenset(frozenset(map(Circle, group)) for group in row.circles)
            if row.sees == RoomSees.ALL:
                groups = frozenset(frozenset({circle}) for circle in Circle)
            elif row.sees != RoomSees.CIRCLES or groups != _together(numbers):
                # Somebody is in another circle now: that number was not seen where it would stand.
                continue
            yield frozenset(row.shown_to), frozenset(row.given_by), ShownThen(numbers, groups)


def _together(numbers: Numbers) -> frozenset[Circles]:
    return frozenset(frozenset(group) for group in circles_together(counts_of(numbers)))
