"""The scale questions for the wall: of the answers only what the facilitator chose to show the room."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from beraad.disclosure.audience import Eye
from beraad.disclosure.content import Safe
from beraad.disclosure.spreads import by_circle, last_time, without_names
from beraad.disclosure.views import PersonView, SpreadView, WallScaleView
from beraad.models import Case, Meeting, Scale
from beraad.terms import RoomSees


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
                    spreads=by_circle(item, self._before(item), self._people),
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
        return without_names(item, self._before(item), self._people)

    def _before(self, item: Scale) -> Scale | None:
        return last_time(self._case, self._meeting, item, self._eye)


def _alphabetical(item: Scale, name: str, place: str, safe: Safe) -> Iterator[str]:
    """Own words in an order that says nothing about whose they are; one that leaks stays away alone."""
    said = [(str(getattr(score, name) or ""), score.person) for score in item.scores]
    for text, person in sorted(said, key=lambda one: (one[0].casefold(), one[0])):
        if text and safe(f"{place}/{person}/{name}", text):
            yield text
