"""Views of a case and one of its meetings, made once for each way in which people are named."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Mapping

from beraad.disclosure.audience import Eye, Facilitator, File, Room
from beraad.disclosure.contacts import Contacts
from beraad.disclosure.content import Content
from beraad.disclosure.naming import Naming
from beraad.disclosure.view_search import ViewSearch
from beraad.disclosure.views import AnswerView, AttendanceView, PersonView
from beraad.models import Case, Meeting, Participant
from beraad.places import Place
from beraad.terms import SIGNS_FROM_AGE, AnswerShows, Attendance


@dataclasses.dataclass(frozen=True, slots=True)
class SharedViews:
    """Views in which people are named in one way.

    Apart from names they hold nothing that depends on the audience: all who read these names share them.
    """

    people: Mapping[str, PersonView]
    content: Content
    contacts: Contacts
    attendance: tuple[AttendanceView, ...]
    answers: dict[tuple[str, AnswerShows, bool], AnswerView] = dataclasses.field(default_factory=dict)


class ViewMaker:
    """Maker of the views for the people whom an audience knows; it also finds out who these are."""

    def __init__(self, case: Case, meeting: Meeting, found: ViewSearch) -> None:
        self.case, self.meeting, self.found = case, meeting, found
        self._naming = Naming(case.people)
        self._made: dict[int, SharedViews] = {}
        """By the `id()` of the mapping of names, which `_naming` keeps alive."""

    @property
    def depends(self) -> bool:
        """True if names depend on the audience: somebody is called like another."""
        return self._naming.depends

    def known_to(self, eye: Eye, *, agreed: bool) -> frozenset[str]:
        """Return the ids of those whom the copy of a reader, or the wall of a room, names or lists.

        `agreed` says whether the plan was ever agreed.
        """
        audience = eye.audience
        if isinstance(audience, Facilitator | File):
            return frozenset(person.id for person in self.case.people)
        made = self.of(())
        named = made.content.named(eye)
        if isinstance(audience, Room):
            return named | audience.people
        # A copy of an agreed plan lists everybody who was invited, also those who did not sign.
        invited = self.meeting.participants if agreed else ()
        listed = (item.person for item in (*invited, *self.meeting.answers))
        return named | made.contacts.named(eye) | {audience.person, *listed}

    def of(self, known: Collection[str]) -> SharedViews:
        """Return all views, with those `known` (ids) told apart."""
        people = self._naming.among(known)
        if id(people) not in self._made:
            self._made[id(people)] = SharedViews(
                people,
                Content(self.case, self.meeting, people, self.found),
                Contacts(self.case, people, self.found),
                tuple(self._attendance(people)),
            )
        return self._made[id(people)]

    def _attendance(self, people: Mapping[str, PersonView]) -> list[AttendanceView]:
        place = Place.meeting(self.meeting.id) / "participants"
        return [
            self.found.at(
                place, AttendanceView(people[item.person], Attendance(item.attendance), self._signs(item))
            )
            for item in self.meeting.participants
        ]

    def _signs(self, item: Participant) -> bool:
        """Return True if somebody is old enough to be asked to sign, or if the age is not known."""
        person = self.case.person(item.person)
        age = person.age_on(self.meeting.day_of_ages) if person else None
        return age is None or age >= SIGNS_FROM_AGE
