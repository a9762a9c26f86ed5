"""Two rooms with one plan: sets who may see what is said now, and releases it to the other room."""

from __future__ import annotations

from collections.abc import Collection

from beraad.codes import ActKind
from beraad.disclosure.audience import Reader, Room, may_see, room_of
from beraad.disclosure.console_views import ConsoleLeak
from beraad.disclosure.halves import Half, halves_now, readers_now, waiting
from beraad.disclosure.leaks_while_typing import leaks_while_typing
from beraad.places import Place
from beraad.readers import EVERYONE, Readers
from beraad.services.meeting.open_rows import OpenRows
from beraad.terms import Attendance, MeetingMode


class TwoRooms:
    """Half of an alternating meeting in the room, and the readers of what is said there.

    Every wish that adds something to the plan gets its readers here, so that no page can forget it. Which
    room something waits for is read from its readers: the rooms as people sit in them now, and as they sat
    since the meeting was opened.
    """

    def __init__(self, open_rows: OpenRows) -> None:
        self._open = open_rows
        self._half: int | None = None
        self._sat: set[Half] = set()
        self._chosen: set[frozenset[str]] = set()
        """Readers that somebody chose since the meeting was opened."""

    @property
    def half(self) -> int | None:
        """Half in the room now (1 or 2); None where all sit together, and until somebody said it.

        It also stays None while nobody was given a room: else everybody would sit in both, and each of two
        rooms would be told what the other one says.
        """
        apart = any(
            seat.room is not None and seat.attendance != Attendance.ABSENT
            for seat in self._open.meeting.participants
        )
        return self._half if apart else None

    @half.setter
    def half(self, half: int | None) -> None:
        self._half = half

    @property
    def was_said(self) -> bool:
        """True if somebody said which half is here. This can be read behind the lock too."""
        return self._half is not None

    @property
    def are_two(self) -> bool:
        """True if there are two rooms."""
        return self._open.meeting.mode == MeetingMode.ALTERNATING

    @property
    def asks_half(self) -> bool:
        """True if there are two rooms and nobody said yet, since the meeting was opened, which one is here.

        Until then the room sees only what is for everyone, and what is said is for the facilitator alone:
        whoever sits there, nothing of the other half reaches them.
        """
        return self.half is None and self.are_two

    @property
    def room(self) -> Room:
        """People in the room now; empty while it `asks_half`."""
        return Room(frozenset()) if self.asks_half else room_of(self._open.meeting, self.half)

    def is_elsewhere(self, person: str) -> bool:
        """Return True if there are two rooms, and somebody does not sit in the one that is here.

        No screen in this room offers, names or opens anything of this person's. While nobody said which room
        is here, this is True for everybody.
        """
        return self._open.meeting.mode == MeetingMode.ALTERNATING and person not in self.room.people

    @property
    def halves(self) -> frozenset[Half]:
        """Rooms as people sit or sat in them.

        A room in which few are left may equal a group that somebody chose as readers before: it then counts
        as a room only if something was said in it.
        """
        now = (half for half in halves_now(self._open.meeting) if half.people not in self._chosen)
        return frozenset(now) | self._sat

    def readers(self, chosen: Readers | None = None, *, by: str | None = None) -> Readers:
        """Return who may see what is said now: the `chosen` readers, else this room.

        What the person `by` said is for the room in which this person sits.
        """
        if chosen is not None:
            return self.chosen(None, chosen)
        half = self._half_of(by)
        if half is not None and (people := room_of(self._open.meeting, half).people):
            self._sat.add(Half(half, people))
        return readers_now(self._open.meeting, half)

    def said_before(self, readers: Readers | None) -> None:
        """Note that something begun for these readers is placed now: it was said in their room."""
        self._sat |= {
            half
            for half in halves_now(self._open.meeting)
            if readers is not None and readers.are_named and half.people == frozenset(readers.people)
        }

    def chosen(self, before: Readers | None, readers: Readers) -> Readers:
        """Return these readers; note them as chosen if they are other ones than `before`."""
        if readers.are_named and readers != before:
            self._chosen.add(frozenset(readers.people))
        return readers

    def made_of(self, readers: Readers, owners: Collection[str] = ()) -> Readers:
        """Return who may see what is made now of something for these readers: never more than those.

        What is for everyone was said before. What is made of it in one room is for that room until released,
        and for its `owners`, who see it in any case.
        """
        if readers != EVERYONE and not readers.left_out:
            return readers
        said = self.readers()
        if not said.are_named:
            return readers if said == EVERYONE else said
        return Readers.only(*(one for one in said.people if one not in readers.left_out), *owners)

    def own_words(self, readers: Readers, by: str) -> Readers:
        """Return who may see what `by` said about something: those of its readers in the same room."""
        said = self.readers(by=by)
        if not said.are_named:
            return readers if said == EVERYONE else said
        case = self._open.case
        return Readers.only(*(one for one in said.people if may_see(case, readers, Reader(one))))

    def release(self, places: Collection[Place]) -> int:
        """Make what stands at these places, e.g. statements/s3, visible to everyone; return how many.

        What does not wait (any more) keeps its readers.
        """
        wanted = [item for item in waiting(self._open.meeting, self.halves) if item.place in places]
        if wanted:
            with self._open.act(ActKind.RELEASED):
                for item in wanted:
                    item.row.visible_to = EVERYONE
        return len(wanted)

    def would_tell(self, place: Place) -> tuple[ConsoleLeak, ...]:
        """Return what the words at a place would tell whom if released; nothing if they do not wait."""
        found = next((it for it in waiting(self._open.meeting, self.halves) if it.place == place), None)
        if found is None:
            return ()
        text = "\n".join(found.texts)
        everyone = EVERYONE
        return tuple(leaks_while_typing(self._open.disclosure, text, everyone, frozenset(found.owners)))

    def _half_of(self, person: str | None) -> int | None:
        """The half in which somebody sits; who sits in both, or nobody: the one that is in the room."""
        seats = (item.room for item in self._open.meeting.participants if item.person == person)
        return self.half and (next(seats, None) or self.half)
