"""The answers to a scale without names: lowest and highest of people taken together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from beraad.disclosure.audience import Eye
from beraad.disclosure.views import PersonView, SpreadView
from beraad.models import Case, Meeting, Scale
from beraad.terms import LEAST_TOGETHER, Circle

People = Mapping[str, PersonView]
Numbers = Mapping[Circle, list[int]]
"""The numbers (0-10) that were given in each circle."""


def asked_before(case: Case, meeting: Meeting, scale: Scale) -> Iterator[Scale]:
    """The same question at the meetings before, the last first."""
    for earlier in reversed(case.before(meeting)):
        for item in earlier.scales:
            if (item.kind, item.question) == (scale.kind, scale.question):
                yield item


def last_time(case: Case, meeting: Meeting, scale: Scale, eye: Eye) -> Scale | None:
    """The last earlier time that the question was asked and `eye` may see it."""
    askings = asked_before(case, meeting, scale)
    return next((item for item in askings if eye.may_see(item.visible_to)), None)


def by_circle(item: Scale, before: Scale | None, people: People) -> tuple[SpreadView, ...]:
    """The spread of each circle in which somebody gave a number, however few."""
    return _spreads(item, before, people, [(circle,) for circle in Circle], least=1)


def without_names(item: Scale, before: Scale | None, people: People) -> tuple[SpreadView, ...]:
    """The spread of circles that have enough numbers together, so that none says whose it is."""
    counts = {circle: len(given) for circle, given in _numbers(item, people).items()}
    return _spreads(item, before, people, circles_together(counts), least=LEAST_TOGETHER)


def circles_together(counts: Mapping[Circle, int]) -> tuple[tuple[Circle, ...], ...]:
    """Which circles are shown as one, so that at least `LEAST_TOGETHER` numbers stand behind each spread.

    Circles with too few go together, if need be with the smallest that has enough; none where all numbers
    are too few.
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


def _spreads(
    item: Scale, before: Scale | None, people: People, together: Iterable[tuple[Circle, ...]], *, least: int
) -> tuple[SpreadView, ...]:
    now, earlier = _numbers(item, people), _numbers(before, people)
    spreads = []
    for circles in together:
        given, then = (
            [value for circle in circles for value in numbers[circle]] for numbers in (now, earlier)
        )
        if given:
            last = (min(then), max(then)) if len(then) >= least else None
            spreads.append(SpreadView(circles, min(given), max(given), last))
    return tuple(spreads)


def _numbers(item: Scale | None, people: People) -> Numbers:
    """Of these `people` alone."""
    numbers: dict[Circle, list[int]] = {circle: [] for circle in Circle}
    for score in item.scores if item else ():
        if score.person in people and score.value is not None and not score.declined:
            numbers[people[score.person].circle].append(score.value)
    return numbers
