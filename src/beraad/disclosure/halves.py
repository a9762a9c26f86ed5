"""Rows of a plan that are for one of two rooms alone until they are released to the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from beraad.disclosure.audience import room_of
from beraad.disclosure.console_views import ConsoleWaiting
from beraad.models import Agreement, EmergencyStep, Meeting, MoreTimeOut, Scale, Statement, TimeOut
from beraad.places import Place
from beraad.readers import EVERYONE, FACILITATOR, Readers
from beraad.terms import MeetingMode


@dataclass(frozen=True, slots=True)
class Half:
    """People, by id, who sat in one half (1 or 2) of an alternating meeting at some moment."""

    number: int
    people: frozenset[str]


RowWithReaders = Statement | Scale | Agreement | TimeOut | MoreTimeOut | EmergencyStep
"""Row of the plan that has readers of its own."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """Row of the plan that is for one room alone: its place, e.g. statements/s3, and all its words."""

    place: Place
    row: RowWithReaders
    half: int
    texts: tuple[str, ...]
    owners: tuple[str, ...] = ()


def readers_now(meeting: Meeting, half: int | None) -> Readers:
    """Return the readers of what is said now: everyone, or of two rooms the people in the one of `half`.

    It is for the facilitator alone if nobody sits in that room yet, or if `half` is not known.
    """
    if meeting.mode != MeetingMode.ALTERNATING:
        return EVERYONE
    if half is None:
        return FACILITATOR
    people = room_of(meeting, half).people
    return Readers.only(*(item.person for item in meeting.participants if item.person in people))


def halves_now(meeting: Meeting) -> frozenset[Half]:
    """Return the rooms of an alternating meeting in which somebody sits now."""
    if meeting.mode != MeetingMode.ALTERNATING:
        return frozenset()
    rooms = (Half(number, room_of(meeting, number).people) for number in (1, 2))
    return frozenset(room for room in rooms if room.people)


def waiting(meeting: Meeting, halves: frozenset[Half]) -> Iterator[Waiting]:
    """Yield the rows that are for exactly one of these rooms, and so wait until they are released.

    The owners of an agreement see it in any case. A row for any other set of people does not wait: somebody
    chose its readers.
    """
    for item in rows_with_readers(meeting) if halves else ():
        half = _half_alone(meeting, item, halves)
        if half is not None:
            yield Waiting(item.place, item.row, half, item.texts, item.owners)


def told_as_waiting(meeting: Meeting, halves: frozenset[Half]) -> Iterator[ConsoleWaiting]:
    """Yield the waiting rows as the console shows them."""
    for item in waiting(meeting, halves):
        words = next(filter(None, item.texts), "")
        yield ConsoleWaiting(item.place, words, item.half, item.row.visible_to.people)


def _half_alone(meeting: Meeting, item: Waiting, halves: frozenset[Half]) -> int | None:
    if not item.row.visible_to.are_named:
        return None
    readers = {*item.row.visible_to.people, *item.owners}
    for half in sorted(halves, key=lambda one: one.number):
        others = {seat.person for seat in meeting.participants if seat.room not in (half.number, None)}
        if half.people | {*item.owners} == readers and not others <= readers:
            return half.number
    return None


def rows_with_readers(meeting: Meeting) -> Iterator[Waiting]:
    """Yield every row of the plan that has readers, in the order of the meeting."""
    for statement in meeting.statements:
        yield Waiting(Place.statement(statement.id), statement, 0, (statement.text,))
    for scale in meeting.scales:
        yield Waiting(Place.scale(scale.id), scale, 0, (scale.question, scale.zero, scale.ten))
    for item in meeting.agreements:
        because = item.ended.because if item.ended else None
        texts = (item.what, *(text or "" for text in (item.measured_by, item.fallback, because)))
        yield Waiting(Place.agreement(item.id), item, 0, texts, tuple(item.owners))
    for number, out in enumerate(meeting.time_outs, start=1):
        texts = (out.signal, out.goes_to, out.returns, out.signs or "")
        yield Waiting(Place.time_out(number), out, 0, texts)
    # By their place: the numbers in a case file from elsewhere may begin anywhere, and have gaps.
    for number, step in enumerate(sorted(meeting.emergency, key=lambda row: row.order), start=1):
        yield Waiting(Place.emergency_step(number), step, 0, (step.text, step.number or ""))
