"""Wishes about the meeting itself: who is there, its steps, notes, evaluation and the next date."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from beraad.codes import ActKind
from beraad.models import Bookmark, MeetingEvaluation, NextMeeting, Note, Participant
from beraad.models.calling import feared_in
from beraad.models.meeting import NextMeetingDraft
from beraad.services.drafts import checked
from beraad.services.errors import NotValid, StillNeeded, UnknownPerson
from beraad.services.meeting.agenda import item_of
from beraad.services.meeting.begun_rows import MARKS, given
from beraad.services.meeting.open_rows import OpenRows
from beraad.services.meeting.two_rooms import TwoRooms
from beraad.services.naming import told_apart
from beraad.services.people import (
    PersonLine,
    person_line,
    put_childs_paper,
    put_person,
    remove_person,
    require_free,
)
from beraad.services.person_references import PersonReference, references_in, seats_elsewhere
from beraad.services.rows import blank_to_none, in_order, moved
from beraad.terms import Attendance, EvaluationItem, MeetingMode, Step, whole_order


class MeetingCourse:
    """Service for people, agenda, notes, marks and the next date of a meeting."""

    def __init__(self, open_rows: OpenRows, rooms: TwoRooms) -> None:
        self._open, self._rooms = open_rows, rooms

    def attend(self, person: str, attendance: Attendance) -> None:
        """Set if somebody is present, absent, by phone, or only invited; invite who was not invited."""
        with self._open.act(ActKind.ATTENDANCE_CHANGED):
            self._seat(person).attendance = attendance

    def all_present(self) -> None:
        """Mark everybody who was invited as present."""
        with self._open.act(ActKind.ATTENDANCE_CHANGED) as meeting:
            for seat in meeting.participants:
                if seat.attendance == Attendance.INVITED:
                    seat.attendance = Attendance.PRESENT

    def sit_in(self, person: str, room: int | None) -> None:
        """Set the room in which somebody sits in an alternating meeting: 1, 2, or None for both."""
        if room not in (1, 2, None):
            raise NotValid(field="room", cause="out_of_range")
        with self._open.act(ActKind.ATTENDANCE_CHANGED):
            self._seat(person).room = room

    def add_person(self, wish: PersonLine) -> str:
        """Add somebody new to the case and to the table; return the id. Raises NotValid.

        Of two rooms this person sits in the one that is here, and so is told nothing that the other one says.
        This cannot be undone: a person to whom nothing refers is removed from the case instead.
        """
        with self._open.act(ActKind.PERSON_ADDED):
            person = put_person(self._open.case, replace(wish, id=""))
            seat = self._seat(person)
            seat.attendance, seat.room = Attendance.PRESENT, self._rooms.half
        return person

    def leave_out(self, person: str) -> None:
        """Take somebody out of this meeting; the case still knows this person.

        Raises UnknownPerson, StillNeeded if something of the meeting names this person.
        """
        self._require_free(person, references_in(self._open.case, self._open.meeting, person, leads=True))
        with self._open.act(ActKind.PERSON_LEFT_OUT) as meeting:
            meeting.participants[:] = [seat for seat in meeting.participants if seat.person != person]
            in_order(meeting.participants)

    def remove_person(self, person: str) -> None:
        """Remove somebody to whom nothing refers from the case, with their own details.

        Raises UnknownPerson, StillNeeded: also if this person is invited to another meeting.
        """
        case = self._open.case
        require_free(case, person)
        self._require_free(person, seats_elsewhere(case, self._open.meeting, person))
        with self._open.act(ActKind.PERSON_REMOVED):
            remove_person(case, person)

    def _require_free(self, person: str, references: tuple[PersonReference, ...]) -> None:
        if self._open.case.person(person) is None:
            raise UnknownPerson(person=person)
        if references:
            raise StillNeeded(called=told_apart(self._open.case.people)[person], references=references)

    def childs_form(self, child: str) -> tuple[PersonLine, tuple[PersonLine, ...], tuple[str, ...]]:
        """Return what the form of a child's paper needs: the child, everybody, and the ids of those feared.

        Raises UnknownPerson.
        """
        case = self._open.case
        person = case.person(child)
        if person is None:
            raise UnknownPerson(person=child)
        return person_line(person), tuple(map(person_line, case.people)), feared_in(case)

    def put_childs_paper(self, wish: PersonLine) -> None:
        """Save whom a child may call, and its own words; nothing else of it changes. Raises NotValid."""
        with self._open.act(ActKind.CHILDS_PAPER_CHANGED):
            put_childs_paper(self._open.case, wish)

    def change_mode(self, mode: MeetingMode, rooms: Mapping[str, int | None] = MappingProxyType({})) -> None:
        """Go on in one room or in two, with who sits in which: 1, 2, or None for both.

        What was said in one of two rooms stays for those who sat there. See `MeetingService.change_mode`.
        """
        if any(room not in (1, 2, None) for room in rooms.values()):
            raise NotValid(field="room", cause="out_of_range")
        with self._open.act(ActKind.MODE_CHANGED) as meeting:
            meeting.mode = mode
            for person, room in rooms.items():
                self._seat(person).room = room

    def plan_minutes(self, step: Step, minutes: int) -> None:
        """Set the planned minutes of a step."""
        if not 0 <= minutes <= 24 * 60:
            raise NotValid(field="minutes", cause="out_of_range")
        with self._open.act(ActKind.AGENDA_CHANGED) as meeting:
            item_of(meeting, step).planned_minutes = minutes

    def skip(self, step: Step, *, skipped: bool) -> None:
        """Leave a step out, or hold it after all."""
        with self._open.act(ActKind.STEP_LEFT_OUT if skipped else ActKind.STEP_ADDED) as meeting:
            item_of(meeting, step).skipped = skipped

    def move_step(self, step: Step, index: int) -> None:
        """Put a step at a place (from 0, bounded) among all steps; the meeting goes in that order."""
        with self._open.act(ActKind.STEP_MOVED) as meeting:
            for other in whole_order(item.step for item in meeting.agenda):
                # Those the meeting said nothing about have a place from now on.
                item_of(meeting, other)
            moved(meeting.agenda, item_of(meeting, step), index)

    def spend(self, step: Step, minutes: int, now_in: Step | None = None) -> None:
        """Add whole minutes to what a step took, and save in which step the meeting is now.

        A step that was left within a minute took 0; None means that nobody was in it.
        """
        with self._open.act(ActKind.TIME_SPENT) as meeting:
            if minutes > 0 or now_in is not None:
                item = item_of(meeting, step)
                item.spent_minutes = (item.spent_minutes or 0) + max(0, minutes)
            if now_in is not None:
                if meeting.bookmark is None:
                    meeting.bookmark = Bookmark(step=now_in, at="")
                meeting.bookmark.step, meeting.bookmark.at = now_in, self._open.now()

    def stopped_at(self) -> tuple[Step, str] | None:
        """Return the last step of the meeting and its beginning (local, ISO 8601); None: not begun."""
        mark = self._open.meeting.bookmark
        return (Step(mark.step), mark.at) if mark else None

    def note(self, index: int, text: str, *, goes_on: bool = False) -> None:
        """Write a note of the facilitator; an index past the end adds one, an empty text removes it.

        Notes are saved while one types: with `goes_on` a change is undone together with the one before.
        """
        with self._open.act(ActKind.NOTE_CHANGED, goes_on=goes_on) as meeting:
            written = text.strip()
            if index < len(meeting.notes):
                if written:
                    meeting.notes[index].text = written
                else:
                    del meeting.notes[index]
            elif written:
                meeting.notes.append(Note(text=written, by=meeting.facilitator))
            in_order(meeting.notes)

    def mark(self, marks: Sequence[int | None], person: str | None = None) -> None:
        """Save one attendee's six marks, 1-10 or None, in the order of `EvaluationItem`."""
        if len(marks) != len(EvaluationItem) or any(m is not None and not 1 <= m <= 10 for m in marks):
            raise NotValid(field="marks", cause="out_of_range")
        with self._open.act(ActKind.MARKS_GIVEN) as meeting:
            values: dict[str, Any] = {
                item.value: mark for item, mark in zip(EvaluationItem, marks, strict=True)
            }
            meeting.evaluations.append(MeetingEvaluation(person=person, **values))
            in_order(meeting.evaluations)
            if person is None:
                given(meeting, MARKS)

    def meet_again(self, starts_at: str | None, place: str | None, mode: MeetingMode | None = None) -> None:
        """Save when (local, ISO 8601 without offset) and where the next meeting is; nothing: not known yet.

        `mode` says whether it is in one room or two; None: as this one.
        """
        with self._open.act(ActKind.NEXT_MEETING_CHANGED) as meeting:
            if starts_at is None and not blank_to_none(place) and mode is None:
                meeting.next_meeting = None
                return
            wish = checked(NextMeetingDraft, starts_at=starts_at, place=blank_to_none(place), mode=mode)
            coming = meeting.next_meeting
            if coming is None:
                meeting.next_meeting = NextMeeting(**wish.values())
            else:
                coming.starts_at, coming.place, coming.mode = wish.starts_at, wish.place, wish.mode

    def _seat(self, person: str) -> Participant:
        meeting = self._open.meeting
        for seat in meeting.participants:
            if seat.person == person:
                return seat
        if self._open.case.person(person) is None:
            raise UnknownPerson(person=person)
        seat = Participant(person=person, attendance=Attendance.INVITED)
        meeting.participants.append(seat)
        in_order(meeting.participants)
        return seat
