"""Scale questions for the wall, with only those answers that the facilitator chose to show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from beraad.alphabet import folded
from beraad.disclosure.audience import Eye, Room, hears
from beraad.disclosure.content import Safe
from beraad.disclosure.shown_before import LastTime, Showing
from beraad.disclosure.spreads import (
    People,
    by_circle,
    circles_together,
    counts_of,
    numbers_of,
    without_names,
)
from beraad.disclosure.views import PersonView, SpreadView, WallScaleView
from beraad.models import Case, Meeting, Scale, Score
from beraad.places import Place
from beraad.terms import RoomSees


class RoomScales:
    """Maker of the wall's scale views. A number that the room may not see is never put into one.

    In an alternating meeting the room sees no answer of the other room, now or the last time, unless it was
    released.
    """

    def __init__(self, case: Case, meeting: Meeting, people: Mapping[str, PersonView], eye: Eye) -> None:
        self._meeting, self._people, self._eye = meeting, people, eye
        self._last_time = LastTime(case, meeting, people, eye)

    def seen(self, sees: Mapping[str, RoomSees], safe: Safe) -> Iterator[WallScaleView]:
        """Yield the questions that everybody in the room may see, each with what `sees` says of its answers.

        `safe` may refuse a view.
        """
        for item in self._meeting.scales:
            place = Place.meeting(self._meeting.id) / Place.scale(item.id)
            if self._eye.may_see(item.visible_to):
                view = self._view(item, sees.get(item.id, RoomSees.NOTHING), place, safe)
                if safe(place, view):
                    yield view

    def _view(self, item: Scale, sees: RoomSees, place: Place, safe: Safe) -> WallScaleView:
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
                    spreads=by_circle(item, self._last_time.shown(item, people), people),
                )
            case RoomSees.CIRCLES:
                return WallScaleView(*words, sees, spreads=self.without_names(item))
            case RoomSees.WORDS:
                said = {
                    name: tuple(_alphabetical(item, people, name, place / "scores", safe))
                    for name in ("because", "one_up")
                }
                return WallScaleView(*words, sees, because=said["because"], one_up=said["one_up"])

    def without_names(self, item: Scale) -> tuple[SpreadView, ...]:
        """Return the spreads of circles grouped so that none tells whose number it is."""
        heard = self._heard(item)
        return without_names(item, self._last_time.shown(item, heard), heard)

    def absent_then(self, item: Scale) -> frozenset[str]:
        """Return the ids of those in the room who did not see what was shown last time.

        If there is any, the room does not see it now.
        """
        return self._last_time.absent(item)

    def showing(self, item: Scale, sees: RoomSees) -> Showing | None:
        """Return what the room sees of the answers, to be kept for the next time; None if nothing."""
        if not self._eye.may_see(item.visible_to):
            return None
        people = self._heard(item)
        numbers = numbers_of(item, people)
        together = circles_together(counts_of(numbers)) if sees is RoomSees.CIRCLES else ()
        shown = {circle for group in together for circle in group}
        given_by = tuple(
            score.person
            for score in item.scores
            if score.person in people and _is_shown(score, sees, people[score.person].circle in shown)
        )
        return Showing(together, given_by) if given_by else None

    def _heard(self, item: Scale) -> People:
        """Return the people whose answers the room may see at all."""
        room = self._eye.audience
        return {
            person: view
            for person, view in self._people.items()
            if not isinstance(room, Room) or hears(self._meeting, room, item.id, person)
        }


def _is_shown(score: Score, sees: RoomSees, in_a_group: bool) -> bool:
    """Return True if the room sees this answer, by itself or within a spread."""
    match sees:
        case RoomSees.WORDS:
            return bool(score.because or score.one_up)
        case RoomSees.ALL:
            return score.value is not None and not score.declined
        case RoomSees.CIRCLES:
            return score.value is not None and not score.declined and in_a_group
        case RoomSees.NOTHING:
            return False


def _alphabetical(item: Scale, people: People, name: str, place: Place, safe: Safe) -> Iterator[str]:
    """Yield own words in an order that does not tell whose they are; skip each one that leaks."""
    scores = (score for score in item.scores if score.person in people)
    said = [(str(getattr(score, name) or ""), score.person) for score in scores]
    for text, person in sorted(said, key=lambda one: (folded(one[0]), one[0])):
        if text and safe(place / person / name, text):
            yield text
