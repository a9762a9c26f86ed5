"""Wishes about agreements."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from beraad.codes import ActKind
from beraad.disclosure.audience import Reader, may_see
from beraad.disclosure.console_views import ConsoleTiming
from beraad.models import Agreement, Ending, Readiness, Timing
from beraad.models.agreement import TimingDraft
from beraad.models.threads import Threads
from beraad.readers import Readers
from beraad.services.drafts import checked
from beraad.services.errors import MustBeEnded, NotValid, OwnerCannotSee
from beraad.services.meeting.open_rows import OpenRows
from beraad.services.meeting.two_rooms import TwoRooms
from beraad.services.rows import blank_to_none, found, in_order, moved, new_id
from beraad.terms import Column, TimingKind

_TEXTS = ("measured_by", "checked_by", "fallback")


class Agreements:
    """Service that makes agreements SMART, one field at a time."""

    def __init__(self, open_rows: OpenRows, rooms: TwoRooms) -> None:
        self._open, self._rooms = open_rows, rooms

    def add(
        self,
        what: str,
        *,
        origin: str | None = None,
        covers: Sequence[str] = (),
        visible_to: Readers | None = None,
    ) -> str:
        """Add an agreement that counts always from today on; return its id.

        Without readers it is for everyone, or of two rooms for the one in which it is said.
        """
        with self._open.act(ActKind.AGREEMENT_ADDED):
            row = self._row(what, origin=origin, covers=covers)
            row.visible_to = self._rooms.readers(visible_to)
            return row.id

    def add_for(self, statement: str) -> str:
        """Add an agreement that covers a statement and came from it, for the same readers; return its id.

        A worry is no promise: only a statement of what must happen lends the agreement its words. Of two
        rooms, what one makes of a statement for everyone is for this room until it is released.
        """
        source = found(self._open.meeting.statements, statement)
        what = source.text if source.column == Column.NEXT_STEP else ""
        with self._open.act(ActKind.AGREEMENT_ADDED):
            made = self._row(what, origin=statement, covers=[statement])
            made.visible_to = self._rooms.made_of(source.visible_to)
            return made.id

    def change(  # noqa: PLR0913 – one keyword a field, all optional
        self,
        agreement: str,
        *,
        what: str | None = None,
        owners: Sequence[str] | None = None,
        measured_by: str | None = None,
        checked_by: str | None = None,
        fallback: str | None = None,
        covers: Sequence[str] | None = None,
        visible_to: Readers | None = None,
        accepted_by: Sequence[str] | None = None,
        timing: ConsoleTiming | None = None,
    ) -> None:
        """Change the fields that are given; an empty text clears the field.

        Raises OwnerCannotSee where an owner could not see the agreement, NotValid for an end before its
        start.
        """
        given: dict[str, Any] = {
            "measured_by": measured_by,
            "checked_by": checked_by,
            "fallback": fallback,
            "owners": owners,
            "covers": covers,
            "accepted_by": accepted_by,
        }
        with self._open.act(ActKind.AGREEMENT_CHANGED) as meeting:
            row = found(meeting.agreements, agreement)
            if what is not None:
                row.what = what.strip()
            for name, value in given.items():
                if value is not None:
                    setattr(row, name, blank_to_none(value) if name in _TEXTS else list(value))
            if owners is not None:
                # Who no longer owns it neither accepted it nor is asked about it.
                row.accepted_by = [person for person in row.accepted_by if person in owners]
                row.readiness = [item for item in row.readiness if item.person in owners]
            if visible_to is not None:
                row.visible_to = self._rooms.chosen(row.visible_to, visible_to)
            if owners is not None or visible_to is not None:
                self._refuse_blind_owner(row)
            if timing is not None:
                _set_timing(row.timing, timing)

    def accept(self, agreement: str, person: str, *, yes: bool = True) -> None:
        """Note that an owner says yes at the table, or takes it back."""
        with self._open.act(ActKind.AGREEMENT_CHANGED) as meeting:
            row = found(meeting.agreements, agreement)
            others = [item for item in row.accepted_by if item != person]
            row.accepted_by = [*others, person] if yes else others

    def ready(
        self,
        agreement: str,
        person: str,
        *,
        willingness: int | None,
        confidence: int | None,
        capacity: int | None,
        remark: str | None = None,
    ) -> None:
        """Save how willing, confident and able an owner is, each 0-10 or None."""
        for name, value in (("willingness", willingness), ("confidence", confidence), ("capacity", capacity)):
            if value is not None and not 0 <= value <= 10:
                raise NotValid(field=name, cause="out_of_range")
        with self._open.act(ActKind.AGREEMENT_CHANGED) as meeting:
            row = found(meeting.agreements, agreement)
            item = next((one for one in row.readiness if one.person == person), None)
            if item is None:
                item = Readiness(person=person)
                row.readiness.append(item)
                in_order(row.readiness)
            item.willingness, item.confidence, item.capacity = willingness, confidence, capacity
            item.remark = blank_to_none(remark)

    def end(self, agreement: str, because: str | None, on: dt.date | None = None) -> None:
        """End the agreement: it no longer counts, and the plan says so."""
        with self._open.act(ActKind.AGREEMENT_ENDED) as meeting:
            row = found(meeting.agreements, agreement)
            row.ended = Ending(on=on or meeting.day or self._open.today(), because=blank_to_none(because))

    def move(self, agreement: str, places: int) -> None:
        """Move it up (negative) or down by `places`."""
        with self._open.act(ActKind.AGREEMENT_MOVED) as meeting:
            row = found(meeting.agreements, agreement)
            moved(meeting.agreements, row, max(0, meeting.agreements.index(row) + places))

    def remove(self, agreement: str) -> None:
        """Remove it. Raises MustBeEnded if it was checked, or goes on from an agreed plan."""
        threads = Threads(self._open.case)
        row = found(self._open.meeting.agreements, agreement)
        if threads.must_be_ended(self._open.meeting, row):
            raise MustBeEnded
        made = threads.made_of(row)
        with self._open.act(ActKind.AGREEMENT_REMOVED) as meeting:
            meeting.agreements.remove(row)
            in_order(meeting.agreements)
            for item in made:
                item.origin = item.origin_meeting = None

    def _row(self, what: str, *, origin: str | None, covers: Sequence[str]) -> Agreement:
        """A new last agreement of the meeting, inside an act."""
        meeting = self._open.meeting
        row = Agreement(
            id=new_id("a"),
            what=what.strip(),
            owners=[],
            origin=origin,
            origin_meeting=meeting.id if origin else None,
            covers=list(covers),
            timing=Timing(kind=TimingKind.ALWAYS, starts_on=meeting.day or self._open.today()),
        )
        meeting.agreements.append(row)
        in_order(meeting.agreements)
        return row

    def _refuse_blind_owner(self, row: Agreement) -> None:
        for owner in row.owners:
            if not may_see(self._open.case, row.visible_to, Reader(owner)):
                raise OwnerCannotSee(called=self._open.disclosure.names.get(owner, owner))


def _set_timing(row: Timing, timing: ConsoleTiming) -> None:
    if timing.starts_on and timing.ends_on and timing.ends_on < timing.starts_on:
        raise NotValid(field="ends_on", cause="end_before_start")
    wish = checked(
        TimingDraft,
        kind=timing.kind,
        starts_on=timing.starts_on,
        ends_on=timing.ends_on,
        rule=blank_to_none(timing.rule),
        at=blank_to_none(timing.at),
    )
    for name in TimingDraft.model_fields:
        setattr(row, name, getattr(wish, name))
