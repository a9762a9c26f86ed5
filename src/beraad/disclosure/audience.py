"""Audiences, and the one rule that says what an audience may see."""

from __future__ import annotations

from dataclasses import dataclass

from beraad.models import Case, Meeting, Person
from beraad.models.readership import is_among
from beraad.readers import EVERYONE, Readers
from beraad.terms import IN_THE_ROOM, MeetingMode


@dataclass(frozen=True, slots=True)
class Facilitator:
    """Facilitator at the console, who sees everything."""


@dataclass(frozen=True, slots=True)
class File:
    """File of the team: everything but the facilitator's notes."""


@dataclass(frozen=True, slots=True)
class Reader:
    """One person, by id, who reads a copy."""

    person: str
    seen_by: frozenset[str] = frozenset()
    """Others, by id, who may see the copy: it holds only what every one of them may see too."""

    @property
    def alone(self) -> str | None:
        """The person if nobody else may see the copy, else None.

        Own numbers, own remarks and what helps are for this person alone.
        """
        return None if self.seen_by else self.person


@dataclass(frozen=True, slots=True)
class Room:
    """People who hear and see the wall now, by id. The room sees only what every one of them may see."""

    people: frozenset[str]
    released: frozenset[str] = frozenset()
    """Scales of which this room may see the answers given in the other room of an alternating meeting."""


Audience = Facilitator | File | Reader | Room


class Eye:
    """One audience; remembers for each kind of readers whether it is among them."""

    def __init__(self, case: Case, audience: Audience) -> None:
        self.audience = audience
        self._case = case
        self._known: dict[tuple[Readers, frozenset[str]], bool] = {}

    def may_see(self, readers: Readers, always: frozenset[str] = frozenset()) -> bool:
        """Return the same as the function `may_see`; the answer is remembered."""
        key = readers, always
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = may_see(self._case, readers, self.audience, always)
        return known


def paper_of(person: Person) -> Reader:
    """Return the reader of somebody's paper, with those who may see it."""
    return Reader(person.id, frozenset(person.paper_seen_by) - {person.id})


def room_of(meeting: Meeting, half: int | None = None) -> Room:
    """Return the people who are in the room: present or by phone.

    In an alternating meeting `half` is 1 or 2. Somebody without a room counts in both. Without a half
    everybody counts, because it is not known who is looking.
    """
    here = (item for item in meeting.participants if item.attendance in IN_THE_ROOM)
    if meeting.mode == MeetingMode.ALTERNATING and half is not None:
        here = (item for item in here if item.room in (half, None))
    return Room(frozenset(item.person for item in here))


def hears(meeting: Meeting, room: Room, scale: str, person: str) -> bool:
    """Return True if a room may see at all what `person` answered to `scale`.

    In an alternating meeting an answer given in the other room is hidden until it is released.
    """
    return meeting.mode != MeetingMode.ALTERNATING or scale in room.released or person in room.people


def may_see(case: Case, readers: Readers, audience: Audience, always: frozenset[str] = frozenset()) -> bool:
    """Return True if `audience` may see what has these readers.

    `always` are the people who see it in any case: the owners of an agreement, the owner of a
    contact detail where it is searched for.
    """
    if isinstance(audience, Facilitator | File):
        return True
    if readers == EVERYONE:
        return True
    people = (audience.person, *audience.seen_by) if isinstance(audience, Reader) else audience.people
    # An empty room sees only what is for everyone: nobody said yet who will be looking.
    return bool(people) and all(
        person in always or is_among(case.person(person), readers) for person in people
    )
