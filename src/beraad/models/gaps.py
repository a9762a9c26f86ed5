"""What keeps a plan from being complete. Pure functions that return codes.

Source: the rules the method lets a program watch (coverage, check, date, acceptance, child as owner). The
program warns; the facilitator decides, with a reason that is kept as an `Override`.
"""

from collections.abc import Iterator, Set
from dataclasses import dataclass

from beraad.models.case import Case
from beraad.models.meeting import Meeting
from beraad.models.smart import at_table, children_who_carry, lacks, not_accepted
from beraad.models.statement import Statement
from beraad.terms import MUST_BE_COVERED, CarryKind, Gap, Lack, StatementKind


@dataclass(frozen=True, slots=True)
class GapFound:
    """A gap, the id of the statement or agreement it is about, and the people concerned (ids)."""

    gap: Gap
    subject: str
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CarrySubject:
    """Something of the last plan that is asked about at the next meeting."""

    kind: CarryKind
    id: str


def uncovered(meeting: Meeting) -> tuple[str, ...]:
    """Ids of danger statements and bottom lines without a running agreement.

    Reason: a danger that everybody knows and nobody does anything about is what the plan is against.
    """
    covered = {
        item for agreement in meeting.agreements if agreement.ended is None for item in agreement.covers
    }
    here = {item.id for item in meeting.statements}
    return tuple(
        item.id
        for item in meeting.statements
        if item.kind in MUST_BE_COVERED and not covered & answered_as(item, here)
    )


def answered_as(statement: Statement, here: Set[str]) -> set[str]:
    """The ids under which an agreement may answer `statement`; `here` are all statements of its meeting.

    What was carried over may still be covered under the id it had in the last plan. What was made from
    another statement of this meeting (a goal from a worry) is a thing of its own.
    """
    origin = statement.origin
    return {statement.id} if origin is None or origin in here else {statement.id, origin}


def to_review(case: Case, meeting: Meeting) -> tuple[CarrySubject, ...]:
    """What stood in the last agreed plan and was not asked about yet.

    Reason: the plan grows; every evaluation keeps, changes or ends what was agreed.
    """
    last = last_plan(case, meeting)
    if last is None:
        return ()
    asked = {(CarryKind(item.kind), item.subject) for item in meeting.carry_decisions}
    # A case file from elsewhere holds no decisions; what was taken over says where it came from.
    taken = {item.origin for item in meeting.statements} | {item.origin for item in meeting.agreements}
    return tuple(
        subject
        for subject in _subjects(last)
        if (subject.kind, subject.id) not in asked and subject.id not in taken
    )


def last_plan(case: Case, meeting: Meeting) -> Meeting | None:
    """The agreed meeting before this one that is carried over, or None at a first meeting."""
    agreed = [item for item in case.before(meeting) if item.was_agreed]
    return agreed[-1] if agreed else None


def _subjects(last: Meeting) -> Iterator[CarrySubject]:
    for statement in last.statements:
        yield CarrySubject(CarryKind.STATEMENT, statement.id)
    for agreement in last.agreements:
        if agreement.ended is None:
            yield CarrySubject(CarryKind.AGREEMENT, agreement.id)
    if last.time_out is not None:
        yield CarrySubject(CarryKind.TIME_OUT, "time_out")
    for index in range(len(last.emergency)):
        yield CarrySubject(CarryKind.EMERGENCY_STEP, str(index))


def gaps(case: Case, meeting: Meeting) -> tuple[GapFound, ...]:
    """Every gap of the plan of `meeting`, those let stand with a reason too (see `open_gaps`)."""
    found: list[GapFound] = []
    open_ones = set(uncovered(meeting))
    for statement in meeting.statements:
        if statement.id in open_ones:
            bottom = statement.kind == StatementKind.BOTTOM_LINE
            gap = Gap.UNCOVERED_BOTTOM_LINE if bottom else Gap.UNCOVERED_DANGER
            found.append(GapFound(gap, statement.id))
    people = {person.id: person for person in case.people}
    here = at_table(meeting)
    for agreement in meeting.agreements:
        if agreement.ended is not None:
            continue
        missing = lacks(agreement, here)
        if Lack.NO_OWNER in missing:
            found.append(GapFound(Gap.NO_OWNER, agreement.id))
        if Lack.NO_MEASURE in missing or Lack.NO_CHECKER in missing:
            found.append(GapFound(Gap.NO_CHECK, agreement.id))
        if Lack.NO_START in missing:
            found.append(GapFound(Gap.NO_DATE, agreement.id))
        if refused := not_accepted(agreement):
            found.append(GapFound(Gap.NOT_ACCEPTED, agreement.id, refused))
        if children := children_who_carry(agreement, meeting, people, meeting.day):
            found.append(GapFound(Gap.CHILD_CARRIES_SAFETY, agreement.id, children))
    found.extend(GapFound(Gap.NOT_REVIEWED, item.id) for item in to_review(case, meeting))
    return tuple(found)


def open_gaps(case: Case, meeting: Meeting) -> tuple[GapFound, ...]:
    """The gaps that nobody let stand with a reason yet."""
    allowed = {(item.gap, item.subject) for item in meeting.overrides}
    return tuple(item for item in gaps(case, meeting) if (item.gap.value, item.subject) not in allowed)
