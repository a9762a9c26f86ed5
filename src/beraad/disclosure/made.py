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
from beraad.terms import SIGNS_FROM_AGE, AnswerShows, Attendance


@dataclasses.dataclass(frozen=True, slots=True)
class Made:
    """Views in which people are named in one way.

    Beside names they hold nothing that is hidden by audience: they serve whoever reads these names.
    """

    people: Mapping[str, PersonView]
    content: Content
    contacts: Contacts
    attendance: tuple[AttendanceView, ...]
    answers: dict[tuple[str, AnswerShows, bool], AnswerView] = dataclasses.field(default_factory=dict)


class Making:
    """Makes the views for whom an audience knows, and knows whom that is."""

    def __init__(self, case: Case, meeting: Meeting, found: ViewSearch) -> None:
        self.case, self.meeting, self.found = case, meeting, found
        self._naming = Naming(case.people)
        self._made: dict[int, Made] = {}
        """By the identity of the names, which `_naming` keeps."""

    @property
    def depends(self) -> bool:
        """Whether anything depends on the audience: somebody is called like another."""
        return self._naming.depends

    def known_to(self, eye: Eye, *, agreed: bool) -> frozenset[str]:
        """Ids of those whom the paper of a reader, or the wall of a room, names or lists.

        `agreed` is whether the plan ever was.
        """
        audience = eye.audience
        if isinstance(audience, Facilitator | File):
            return frozenset(person.id for person in self.case.people)
        made = self.of(())
        named = made.content.named(eye)
        if isinstance(audience, Room):
            return named | audience.people
        # Who was invited stands under a plan that was agreed, once it is signed by all.
        invited = self.meeting.participants if agreed else ()
        listed = (item.person for item in (*invited, *self.meeting.answers))
        return named | made.contacts.named(eye) | {audience.person, *listed}

    def of(self, known: Collection[str]) -> Made:
        """Everything, with those `known` (ids) told apart."""
        people = self._naming.among(known)
        if id(people) not in self._made:
            self._made[id(people)] = Made(
                people,
                Content(self.case, self.meeting, people, self.found),
                Contacts(self.case, people, self.found),
                tuple(self._attendance(people)),
            )
        return self._made[id(people)]

    def _attendance(self, people: Mapping[str, PersonView]) -> list[AttendanceView]:
        place = f"meetings/{self.meeting.id}/participants"
        return [
            self.found.at(
                place, AttendanceView(people[item.person], Attendance(item.attendance), self._signs(item))
            )
            for item in self.meeting.participants
        ]

    def _signs(self, item: Participant) -> bool:
        """Whether somebody is old enough to be asked to sign, or nobody knows how old."""
        person = self.case.person(item.person)
        age = person.age_on(self.meeting.day_of_ages) if person else None
        return age is None or age >= SIGNS_FROM_AGE
