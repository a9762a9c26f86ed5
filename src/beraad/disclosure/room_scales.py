"""The scale questions for the wall: of the answers only what the facilitator chose to show the room."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from beraad.disclosure.audience import Eye, Room, hears
from beraad.disclosure.content import Safe
from beraad.disclosure.spreads import People, by_circle, last_time, without_names
from beraad.disclosure.views import PersonView, SpreadView, WallScaleView
from beraad.models import Case, Meeting, Scale
from beraad.terms import RoomSees


class RoomScales:
    """Makes each view out of what it shows alone: a number that the room may not see is never in it.

    In an alternating meeting the room sees no answer of the other room, now or the last time, unless it was
    released.
    """

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
        words, people = (item.question, item.zero, item.ten), self._heard(item)
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
                        if score.person in people and score.value is not None and not score.declined
                    ),
                    declined=sum(score.declined for score in item.scores if score.person in people),
                    spreads=by_circle(item, self._before(item), people),
                )
            case RoomSees.CIRCLES:
                return WallScaleView(*words, sees, spreads=self.without_names(item))
            case RoomSees.WORDS:
                said = {
                    name: tuple(_alphabetical(item, people, name, f"{place}/scores", safe))
                    for name in ("because", "one_up")
                }
                return WallScaleView(*words, sees, because=said["because"], one_up=said["one_up"])

    def without_names(self, item: Scale) -> tuple[SpreadView, ...]:
        """The spread of circles that have enough numbers together, so that none says whose it is."""
        return without_names(item, self._before(item), self._heard(item))

    def _heard(self, item: Scale) -> People:
        """Those whose answers the room may see at all."""
        room = self._eye.audience
        return {
            person: view
            for person, view in self._people.items()
            if not isinstance(room, Room) or hears(self._meeting, room, item.id, person)
        }

    def _before(self, item: Scale) -> Scale | None:
        return last_time(self._case, self._meeting, item, self._eye)


def _alphabetical(item: Scale, people: People, name: str, place: str, safe: Safe) -> Iterator[str]:
    """Own words in an order that says nothing about whose they are; one that leaks stays away alone."""
    scores = (score for score in item.scores if score.person in people)
    said = [(str(getattr(score, name) or ""), score.person) for score in scores]
    for text, person in sorted(said, key=lambda one: (one[0].casefold(), one[0])):
        if text and safe(f"{place}/{person}/{name}", text):
            yield text
