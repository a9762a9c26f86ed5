"""The scale questions for the wall: of the answers only what the facilitator chose to show the room."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from beraad.disclosure.audience import Eye
from beraad.disclosure.content import Safe, asked_before
from beraad.disclosure.views import PersonView, SpreadView, WallScaleView
from beraad.models import Case, Meeting, Scale
from beraad.terms import LEAST_TOGETHER, Circle, RoomSees

Numbers = Mapping[Circle, list[int]]
"""The numbers (0-10) that were given in each circle."""


class RoomScales:
    """Makes each view out of what it shows alone: a number that the room may not see is never in it."""

    def __init__(self, case: Case, meeting: Meeting, people: Mapping[str, PersonView], eye: Eye) -> None:
        self._case, self._meeting, self._people, self._eye = case, meeting, people, eye

    def seen(self, sees: Mapping[str, RoomSees], safe: Safe) -> Iterator[WallScaleView]:
        """The questions that everybody in the room may see, each with what `sees` says; `safe` may refuse."""
        for item in self._meeting.scales:
            place = f"meetings/{self._meeting.id}/scales/{item.id}"
            if self._eye.may_see(item.visible_to):
                view = self._view(item, sees.get(item.id, RoomSees.NOTHING), place, safe)
                if safe(place, view):
                    yield view

    def _view(self, item: Scale, sees: RoomSees, place: str, safe: Safe) -> WallScaleView:
        words = item.question, item.zero, item.ten
        match sees:
            case RoomSees.NOTHING:
                return WallScaleView(*words)
            case RoomSees.ALL:
                return WallScaleView(
                    *words,
                    sees,
                    given=tuple(
                        (self._people[score.person], score.value)
                        for score in item.scores
                        if score.value is not None and not score.declined
                    ),
                    declined=sum(score.declined for score in item.scores),
                    spreads=self._spreads(item, [(circle,) for circle in Circle], least=1),
                )
            case RoomSees.CIRCLES:
                return WallScaleView(*words, sees, spreads=self.without_names(item))
            case RoomSees.WORDS:
                said = {
                    name: tuple(_alphabetical(item, name, f"{place}/scores", safe))
                    for name in ("because", "one_up")
                }
                return WallScaleView(*words, sees, because=said["because"], one_up=said["one_up"])

    def without_names(self, item: Scale) -> tuple[SpreadView, ...]:
        """The spread of circles that have enough numbers together, so that none says whose it is."""
        counts = {circle: len(given) for circle, given in self._numbers(item).items()}
        return self._spreads(item, circles_together(counts), least=LEAST_TOGETHER)

    def _spreads(
        self, item: Scale, together: Iterable[tuple[Circle, ...]], *, least: int
    ) -> tuple[SpreadView, ...]:
        asked = asked_before(self._case, self._meeting, item)
        earlier = next((scale for scale in asked if self._eye.may_see(scale.visible_to)), None)
        now, before = self._numbers(item), self._numbers(earlier)
        spreads = []
        for circles in together:
            given, then = (
                [value for circle in circles for value in numbers[circle]] for numbers in (now, before)
            )
            if given:
                last = (min(then), max(then)) if len(then) >= least else None
                spreads.append(SpreadView(circles, min(given), max(given), last))
        return tuple(spreads)

    def _numbers(self, item: Scale | None) -> Numbers:
        numbers: dict[Circle, list[int]] = {circle: [] for circle in Circle}
        for score in item.scores if item else ():
            if score.value is not None and not score.declined:
                numbers[self._people[score.person].circle].append(score.value)
        return numbers


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


def _alphabetical(item: Scale, name: str, place: str, safe: Safe) -> Iterator[str]:
    """Own words in an order that says nothing about whose they are; one that leaks stays away alone."""
    said = [(str(getattr(score, name) or ""), score.person) for score in item.scores]
    for text, person in sorted(said, key=lambda one: (one[0].casefold(), one[0])):
        if text and safe(f"{place}/{person}/{name}", text):
            yield text
