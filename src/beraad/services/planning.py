"""Meetings to come: plan one, change or move it, call it off, and take that back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass

from beraad.codes import ActKind
from beraad.models import AgendaItem, Case, Meeting, Participant
from beraad.models.meeting import MeetingDraft
from beraad.services.drafts import checked
from beraad.services.errors import MeetingSettled, StillNeeded, UnknownMeeting, UnknownPerson
from beraad.services.naming import told_apart
from beraad.services.person_references import references_in
from beraad.services.rows import blank_to_none, in_order
from beraad.step_facts import FACTS
from beraad.terms import Attendance, MeetingKind, MeetingMode, Step
from beraad.texts import on_one_line


@dataclass(frozen=True, slots=True)
class AgreedNext:
    """Next meeting as it was agreed at the table, while nobody planned it yet."""

    starts_at: str | None
    place: str | None
    mode: MeetingMode
    """One room or two: as agreed, else as it was at that meeting."""


class Planning:
    """Service for meetings before they are held; each wish is one transaction."""

    def __init__(
        self,
        changing: Callable[[ActKind, str], AbstractContextManager[Case]],
        now: Callable[[], dt.datetime] = dt.datetime.now,
    ) -> None:
        """`changing` opens a case for an act of a kind, by its reference, and keeps it."""
        self._changing, self._now = changing, now

    def plan(
        self,
        reference: str,
        *,
        starts_at: str | None,
        place: str | None,
        facilitator: str,
        invited: Sequence[str],
        kind: MeetingKind = MeetingKind.FAMILY_NETWORK,
        mode: MeetingMode = MeetingMode.TOGETHER,
    ) -> str:
        """Plan the next meeting with the usual steps; return its id. Raises NotValid, UnknownPerson."""
        with self._changing(ActKind.MEETING_PLANNED, reference) as case:
            _known(case, facilitator, *invited)
            number = max((meeting.number for meeting in case.meetings), default=0) + 1
            taken = {meeting.id for meeting in case.meetings}
            draft = checked(
                MeetingDraft,
                id=next(f"b{n}" for n in range(number, number + len(taken) + 1) if f"b{n}" not in taken),
                number=number,
                kind=kind,
                mode=mode,
                starts_at=starts_at,
                place=blank_to_none(place and place.strip()),
                facilitator=facilitator,
            )
            meeting = Meeting(**draft.values(), position=len(case.meetings))
            _invite(case, meeting, invited)
            meeting.agenda = [
                AgendaItem(step=step, planned_minutes=FACTS[step].minutes, position=place)
                for place, step in enumerate(Step)
            ]
            case.meetings.append(meeting)
        return draft.id

    def change(
        self,
        reference: str,
        meeting: str,
        *,
        starts_at: str | None,
        place: str | None,
        facilitator: str,
        invited: Sequence[str],
        kind: MeetingKind,
        mode: MeetingMode,
    ) -> None:
        """Change when, where, how and with whom a meeting to come is held.

        What was agreed at the table about the same moment changes with it. Raises MeetingSettled, StillNeeded
        (if something in the meeting names somebody who is left out), UnknownMeeting, UnknownPerson, NotValid.
        """
        with self._changing(ActKind.MEETING_CHANGED, reference) as case:
            row = _to_come(case, meeting)
            _known(case, facilitator, *invited)
            names = told_apart(case.people)
            for seat in row.participants:
                if seat.person not in invited and (found := references_in(case, row, seat.person)):
                    raise StillNeeded(called=names.get(seat.person, seat.person), references=found)
            draft = checked(
                MeetingDraft,
                id=row.id,
                number=row.number,
                kind=kind,
                mode=mode,
                starts_at=starts_at,
                place=blank_to_none(place and place.strip()),
                facilitator=facilitator,
            )
            before = row.starts_at, row.place
            for name in ("kind", "mode", "starts_at", "place", "facilitator"):
                setattr(row, name, getattr(draft, name))
            _invite(case, row, invited)
            if before != (row.starts_at, row.place):
                _follow(case, row, before[0])

    def call_off(self, reference: str, meeting: str, why: str = "") -> None:
        """Call off a meeting that is still to come. Raises MeetingSettled, UnknownMeeting, NotValid."""
        with self._changing(ActKind.MEETING_CALLED_OFF, reference) as case:
            row = _to_come(case, meeting)
            row.cancelled_at = self._now().replace(microsecond=0, tzinfo=None).isoformat()
            row.cancelled_why = blank_to_none(why.strip())

    def take_back(self, reference: str, meeting: str) -> None:
        """Let a meeting that was called off go on after all. Raises UnknownMeeting."""
        with self._changing(ActKind.MEETING_RESTORED, reference) as case:
            row = case.meeting(meeting)
            if row is None:
                raise UnknownMeeting(meeting=meeting)
            row.cancelled_at = row.cancelled_why = None


def agreed_next(case: Case) -> AgreedNext | None:
    """Return what the newest meeting agreed about the next one; None if a later meeting is planned for it."""
    later: list[Meeting] = []
    for meeting in reversed([item for item in case.meetings if not item.is_called_off]):
        coming = case.next_after(meeting)
        if coming is not None and (coming.starts_at or coming.place):
            planned = any(item.was_agreed or coming.starts_at in (None, item.starts_at) for item in later)
            mode = MeetingMode(coming.mode or meeting.mode)
            place = on_one_line(coming.place or "").strip() or None
            return None if planned else AgreedNext(coming.starts_at, place, mode)
        later.append(meeting)
    return None


def _to_come(case: Case, meeting: str) -> Meeting:
    row = case.meeting(meeting)
    if row is None:
        raise UnknownMeeting(meeting=meeting)
    if row.was_agreed or row.is_called_off:
        raise MeetingSettled(meeting=meeting)
    return row


def _known(case: Case, *people: str) -> None:
    for person in people:
        if case.person(person) is None:
            raise UnknownPerson(person=person)


def _invite(case: Case, meeting: Meeting, invited: Sequence[str]) -> None:
    """Give everybody who is invited a place; who has one keeps it. Of two rooms it is that of last time."""
    seats = {seat.person: seat for seat in meeting.participants}
    rooms = _last_rooms(case, meeting)
    meeting.participants = [
        seats.get(person) or Participant(person=person, attendance=Attendance.INVITED, room=rooms.get(person))
        for person in dict.fromkeys(invited)
    ]
    in_order(meeting.participants)


def _last_rooms(case: Case, meeting: Meeting) -> dict[str, int | None]:
    """Return each person's room at the last meeting in two rooms before this one, if this is one too."""
    if meeting.mode != MeetingMode.ALTERNATING:
        return {}
    earlier = (
        item
        for item in reversed(case.meetings)
        if item is not meeting and item.mode == MeetingMode.ALTERNATING and not item.is_called_off
    )
    last = next(earlier, None)
    return {seat.person: seat.room for seat in last.participants} if last else {}


def _follow(case: Case, moved: Meeting, from_: str | None) -> None:
    """Let what was agreed about the moment that a meeting was moved from say where it is now.

    Everybody of that table has it on paper: where one of them is not invited any more, nothing is said.
    """
    for earlier in case.before(moved):
        coming = earlier.next_meeting
        if coming is None or coming.starts_at is None or coming.starts_at != from_:
            continue
        invited = {seat.person for seat in moved.participants}
        if all(seat.person in invited for seat in earlier.participants):
            coming.starts_at, coming.place = moved.starts_at, moved.place
        else:
            earlier.next_meeting = None
