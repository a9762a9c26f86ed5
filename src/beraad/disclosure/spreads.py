"""Answers to a scale without names: lowest and highest number of people taken together."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Protocol

from beraad.disclosure.audience import Eye
from beraad.disclosure.views import PersonView, SpreadView
from beraad.models import Case, Meeting, Scale
from beraad.models.threads import asked_before
from beraad.terms import LEAST_TOGETHER, Circle

People = Mapping[str, PersonView]
Numbers = Mapping[Circle, list[int]]
"""Numbers (0-10) given in each circle."""


def last_time(case: Case, meeting: Meeting, scale: Scale, eye: Eye) -> tuple[Meeting, Scale] | None:
    """Return the last earlier time that the question was asked and that `eye` may see, if any."""
    times = asked_before(case, meeting, scale)
    return next(((held, item) for held, item in times if eye.may_see(item.visible_to)), None)


class Then(Protocol):
    """Numbers of an earlier meeting as they were seen."""

    def spread(self, circles: Collection[Circle]) -> tuple[int, int] | None:
        """Return the lowest and highest number of these circles; None if that was not seen."""


def by_circle(item: Scale, then: Collection[Then], people: People) -> tuple[SpreadView, ...]:
    """Return the spread of each circle in which somebody gave a number, however few gave one.

    Each holds the spread of `then` as far as that was seen.
    """
    return _spreads(item, then, people, [(circle,) for circle in Circle])


def without_names(item: Scale, then: Collection[Then], people: People) -> tuple[SpreadView, ...]:
    """Return the spreads of circles grouped so that none tells whose number it is."""
    return _spreads(item, then, people, circles_together(counts_of(numbers_of(item, people))))


def circles_together(counts: Mapping[Circle, int]) -> tuple[tuple[Circle, ...], ...]:
    """Group the circles so that at least `LEAST_TOGETHER` numbers stand behind each spread.

    Circles with too few numbers go together, and if those are still too few, with the smallest circle that
    has enough. Return no group if all numbers together are too few.
    """
    few = [circle for circle in Circle if 0 < counts.get(circle, 0) < LEAST_TOGETHER]
    enough = [circle for circle in Circle if counts.get(circle, 0) >= LEAST_TOGETHER]
    if few and sum(counts[circle] for circle in few) < LEAST_TOGETHER:
        if not enough:
            return ()
        few.append(min(enough, key=lambda circle: counts[circle]))
    groups: list[tuple[Circle, ...]] = [(circle,) for circle in enough if circle not in few]
    if few:
        groups.append(tuple(circle for circle in Circle if circle in few))
    return tuple(groups)


def counts_of(numbers: Numbers) -> Mapping[Circle, int]:
    """Return how many people gave a number in each circle."""
    return {circle: len(given) for circle, given in numbers.items()}


def numbers_of(item: Scale, people: People) -> Numbers:
    """Return the numbers that these `people` gave, by circle."""
    numbers: dict[Circle, list[int]] = {circle: [] for circle in Circle}
    for score in item.scores:
        if score.person in people and score.value is not None and not score.declined:
            numbers[people[score.person].circle].append(score.value)
    return numbers


def _spreads(
    item: Scale, then: Collection[Then], people: People, together: Iterable[tuple[Circle, ...]]
) -> tuple[SpreadView, ...]:
    numbers = numbers_of(item, people)
    spreads = []
    for circles in together:
        if given := [value for circle in circles for value in numbers[circle]]:
            last = next(filter(None, (seen.spread(circles) for seen in then)), None)
            spreads.append(SpreadView(circles, min(given), max(given), last))
    return tuple(spreads)
