"""Wishes about *Vaststellen*, each person's answer, and the items of the last plan."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from beraad.answer_rules import is_signed, says_why
from beraad.codes import ActKind
from beraad.disclosure.console import withheld_from
from beraad.disclosure.leaks import Leak
from beraad.disclosure.signing_views import Difference, SigningView
from beraad.disclosure.views import PersonView
from beraad.exchange import meeting_document, read_meeting
from beraad.models import Answer, CarryDecision, Ending, Meeting, Override, Person
from beraad.models.gaps import gaps, open_gaps, to_review
from beraad.places import Place
from beraad.services.agreed_plan import freeze
from beraad.services.errors import CopyLeaks, NotInThisRoom, NotThere, NotValid, PlanHasGaps, PlanNotAgreed
from beraad.services.held_back import leaks_of
from beraad.services.meeting.begun_rows import given
from beraad.services.meeting.open_rows import OpenRows
from beraad.services.meeting.time_out_rows import put_time_outs
from beraad.services.meeting.two_rooms import TwoRooms
from beraad.services.rows import blank_to_none, found, in_order, new_id
from beraad.terms import AnswerShows, Attendance, CarryKind, CarryOver, Decision, Gap, number_of_time_out


class Deciding:
    """Service to agree on the plan, and to take everybody's answer to their own part."""

    def __init__(self, open_rows: OpenRows, rooms: TwoRooms) -> None:
        self._open, self._rooms = open_rows, rooms

    def decide(self, reasons: Mapping[tuple[Gap, str], str] | None = None) -> int:
        """Freeze the plan as a new version (*Vaststellen*); return how many versions this meeting made.

        `reasons` lets gaps stand, by (gap, subject), and is saved. Raises PlanHasGaps while a gap has none.
        """
        open_rows = self._open
        given = {key: reason.strip() for key, reason in (reasons or {}).items() if reason.strip()}
        found = open_gaps(open_rows.case, open_rows.meeting, open_rows.last_plan)
        left = [item for item in found if (item.gap, item.subject) not in given]
        if left:
            raise PlanHasGaps(count=len(left))
        there = [
            (item.gap, item.subject) for item in gaps(open_rows.case, open_rows.meeting, open_rows.last_plan)
        ]
        with open_rows.act(ActKind.PLAN_DECIDED) as meeting:
            for gap, subject in dict.fromkeys(there):
                if reason := given.get((gap, subject)):
                    _let_stand(meeting, gap, subject, reason)
            meeting.agreed_at = open_rows.now()
            freeze(open_rows.disclosure, meeting.agreed_at)
            return len(meeting.plan_versions)

    def signing(self, person: str) -> SigningView:
        """Return what `person` answers for.

        Raises PlanNotAgreed, NotInThisRoom for somebody of the other room, and CopyLeaks if it would tell too
        much.
        """
        open_rows = self._open
        if open_rows.meeting.agreed_at is None:
            raise PlanNotAgreed
        if self._rooms.is_elsewhere(person):
            raise NotInThisRoom(called=open_rows.disclosure.names.get(person, person))
        view = open_rows.answered.signing(person, self._rooms.room)[0]
        if leaks := self._told_to(person):
            raise CopyLeaks(leaks=withheld_from(open_rows.case, leaks, (person,)))
        letters = _letters(view, open_rows.case.people)
        return dataclasses.replace(view, letters=letters, changed=self._changed_for(person))

    def _changed_for(self, person: str) -> Difference | None:
        """Return what changed since somebody who is asked again answered; None if it would tell too much."""
        answer = next((item for item in self._open.meeting.answers if item.person == person), None)
        if answer is None or not self._open.answered.is_outdated(answer):
            return None
        # Compares documents, which a meeting does not need otherwise.
        from beraad.services.differences import changed_since  # noqa: PLC0415

        return changed_since(answer, self._open.case, self._open.answered)

    def next_to_sign(self, after: str = "") -> str | None:
        """Return who is next at the table of this room, from `after` on and round, to answer; None if nobody.

        Next is who did not answer for what stands now. Somebody whose signing screen would tell too much is
        passed over: that is between the facilitator and the text.
        """
        open_rows = self._open
        if open_rows.meeting.agreed_at is None:
            return None
        done = {
            item.person
            for item in open_rows.meeting.answers
            if item.decision != Decision.ABSENT and not open_rows.answered.is_outdated(item)
        }
        # Who is on the telephone is in the room, and does not sign on this laptop.
        here = [
            item.person
            for item in open_rows.meeting.participants
            if item.attendance == Attendance.PRESENT and item.person in self._rooms.room.people
        ]
        start = here.index(after) + 1 if after in here else 0
        for person in (*here[start:], *here[:start]):
            if person not in done and person != after and not self._told_to(person):
                return person
        return None

    def _told_to(self, person: str) -> tuple[Leak, ...]:
        """Return the leaks for which somebody gets no signing screen."""
        open_rows = self._open
        row = found(open_rows.case.people, person)
        return leaks_of(open_rows.answered, open_rows.answered.leaks_to(person), row)

    def named(self, person: str) -> PersonView:
        """Return somebody of this room as the room may read the name. Raises KeyError for an unknown id."""
        return self._open.disclosure.named(person, self._rooms.room)

    def code(self, person: str) -> str:
        """Return the beginning of the code in the footer of somebody's copy as the plan stands now.

        It is compared with a signed paper: the rest of the code changes with every answer.
        """
        return self._open.answered.paper(person).view.signed_code

    def answer(
        self,
        person: str,
        decision: Decision,
        *,
        remark: str | None = None,
        strokes: Sequence[Sequence[Sequence[float]]] = (),
        on_paper: bool = False,
        on: dt.date | None = None,
        shows: AnswerShows = AnswerShows.DECISION,
        document: str | None = None,
    ) -> None:
        """Save somebody's answer with the digest of the plan this person saw; a later answer replaces it.

        `shows` is what others read of it: the facilitator and the file always read all of it. `document` is
        the digest of all that the signing screen showed; None for an answer that was given elsewhere. `on` is
        the day of an answer that came in later, whose hour nobody knows; without it, now.

        Raises PlanNotAgreed, and NotValid if an answer lacks the reason or the signature that it needs (see
        `beraad.answer_rules`), or if the day is not between *Vaststellen* and today.
        """
        open_rows = self._open
        if open_rows.meeting.agreed_at is None:
            raise PlanNotAgreed
        agreed_on = dt.datetime.fromisoformat(open_rows.meeting.agreed_at).date()
        if on is not None and not agreed_on <= on <= open_rows.today():
            raise NotValid(field="on", cause="not_between")
        if not says_why(decision, remark):
            raise NotValid(field="remark", cause="missing")
        if not is_signed(decision, strokes, on_paper=on_paper):
            raise NotValid(field="signature", cause="missing")
        digest = open_rows.answered.digest(person)
        with open_rows.act(ActKind.ANSWERED, of=person) as meeting:
            row = next((item for item in meeting.answers if item.person == person), None)
            if row is None:
                row = Answer(person=person, decision=decision)
                meeting.answers.append(row)
                in_order(meeting.answers)
            row.decision, row.remark, row.on_paper = decision, blank_to_none(remark), on_paper
            row.shows = shows
            row.answered_at, row.digest = (f"{on}T00:00:00" if on else open_rows.now()), digest
            row.document = document
            row.strokes = [[[float(x), float(y)] for x, y in stroke] for stroke in strokes]
            # A new answer comes in place of the old one with its signature, drawn or scanned.
            meeting.scans = [item for item in meeting.scans if item.person != person]
            given(meeting, Place.answer(person))


def _letters(view: SigningView, people: Sequence[Person]) -> tuple[tuple[str, str], ...]:
    """Return how paper writes the names in what is signed for which it has no letters."""
    if not any(person.in_letters for person in people):
        return ()
    # Loads what prints, which a meeting does not need otherwise.
    from beraad.export.copies import signing_copy  # noqa: PLC0415
    from beraad.services.unwritable import letters_in  # noqa: PLC0415

    return letters_in(signing_copy(view.plan), people)


def _let_stand(meeting: Meeting, gap: Gap, subject: str, reason: str) -> None:
    """Keep why a gap stays; a new reason replaces an earlier one."""
    row = next((item for item in meeting.overrides if (item.gap, item.subject) == (gap, subject)), None)
    if row is None:
        meeting.overrides.append(Override(gap=gap.value, subject=subject, reason=reason))
        in_order(meeting.overrides)
    else:
        row.reason = reason


class CarryingOver:
    """Service that asks about each item of the last plan: kept, changed or ended.

    A kept or ended item is for whom it was: they had it, and an old copy at home would be false safety. A
    changed item gets other words, and of two rooms those are for the one in which they are said.
    """

    def __init__(self, open_rows: OpenRows, rooms: TwoRooms) -> None:
        self._open, self._rooms = open_rows, rooms

    def carry(
        self, kind: CarryKind, subject: str, decision: CarryOver, because: str | None = None
    ) -> str | None:
        """Decide about one item of the last plan; return its id in this plan, if it goes on."""
        with self._open.act(ActKind.CARRIED_OVER) as meeting:
            return self._carry(meeting, self._copy_of_last_plan(), kind, subject, decision, because)

    def keep_the_rest(self, only: Collection[tuple[CarryKind, str]] | None = None) -> int:
        """Keep everything not asked about yet (or `only` these of it) as it is; return how many."""
        left = [
            item
            for item in to_review(self._open.case, self._open.meeting, self._open.last_plan)
            if only is None or (item.kind, item.id) in only
        ]
        if left:
            with self._open.act(ActKind.CARRIED_OVER) as meeting:
                # One copy for all: what is taken from it gets an id that nothing in the last plan has.
                copy = self._copy_of_last_plan()
                for subject in left:
                    self._carry(meeting, copy, subject.kind, subject.id, CarryOver.KEPT, None)
        return len(left)

    def _copy_of_last_plan(self) -> Meeting | None:
        last = self._open.last_plan
        return None if last is None else read_meeting(json.loads(json.dumps(meeting_document(last))))

    def _last_id(self) -> str | None:
        last = self._open.last_plan
        return last.id if last else None

    def _carry(
        self,
        meeting: Meeting,
        copy: Meeting | None,
        kind: CarryKind,
        subject: str,
        decision: CarryOver,
        because: str | None,
    ) -> str | None:
        if copy is None:
            raise NotThere(id=subject)
        meeting.carry_decisions.append(CarryDecision(kind=kind, subject=subject, decision=decision))
        in_order(meeting.carry_decisions)
        match kind:
            case CarryKind.STATEMENT:
                return self._statement(meeting, found(copy.statements, subject), decision)
            case CarryKind.AGREEMENT:
                return self._agreement(meeting, found(copy.agreements, subject), decision, because)
            case CarryKind.TIME_OUT if decision is not CarryOver.ENDED:
                row = copy.time_outs[(number_of_time_out(subject) or 1) - 1]
                put_time_outs(meeting, [*meeting.time_outs, self._said_anew(row, decision)])
            case CarryKind.EMERGENCY_STEP if decision is not CarryOver.ENDED:
                meeting.emergency.append(self._said_anew(copy.emergency[int(subject)], decision))
                in_order(meeting.emergency)
        return None

    def _said_anew(self, row: Any, decision: CarryOver) -> Any:
        """The row, for who is in the room where its words are going to change."""
        if decision is CarryOver.CHANGED:
            row.visible_to = self._rooms.made_of(row.visible_to)
        return row

    def _statement(self, meeting: Meeting, row: Any, decision: CarryOver) -> str | None:
        if decision is CarryOver.ENDED:
            return None
        before, row.origin_meeting = row.id, self._last_id()
        taken = {item.id for item in meeting.statements}
        row.id, row.origin = new_id("s"), before
        self._said_anew(row, decision)
        meeting.statements.append(row)
        in_order(meeting.statements)
        # Agreements that came before it follow it to its new id, unless that id is another's here.
        for agreement in meeting.agreements if before not in taken else ():
            agreement.covers = [row.id if item == before else item for item in agreement.covers]
        return str(row.id)

    def _agreement(self, meeting: Meeting, row: Any, decision: CarryOver, because: str | None) -> str:
        row.id, row.origin = new_id("a"), row.id
        row.origin_meeting = last = self._last_id()
        # Not what was made of a statement of this meeting: that may have an id of the last plan.
        here = {item.origin: item.id for item in meeting.statements if item.origin_meeting in (None, last)}
        row.covers = [here.get(item, item) for item in row.covers]
        if decision is CarryOver.CHANGED:
            # What is changed is asked again: nobody said yes to the new words yet.
            row.accepted_by = []
            row.visible_to = self._rooms.made_of(row.visible_to, row.owners)
        if decision is CarryOver.ENDED:
            row.ended = Ending(on=meeting.day or self._open.today(), because=blank_to_none(because))
        meeting.agreements.append(row)
        in_order(meeting.agreements)
        return str(row.id)
