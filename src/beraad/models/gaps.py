"""Find what keeps a plan from being complete. Pure functions that return codes.

Source: the rules that the method lets a program watch: whatever puts out a lamp of an agreement, coverage, a
child with a task of the grown-ups, and who is left if it goes wrong. The program warns; the facilitator
decides, with a reason that is kept as an `Override`.
"""

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass

from beraad.models.agreement import Agreement
from beraad.models.calling import feared_calls, feared_in
from beraad.models.case import Case
from beraad.models.meeting import Meeting
from beraad.models.mentions import Mentions
from beraad.models.person import Person, gets_child_copy, is_child
from beraad.models.readership import is_among
from beraad.models.smart import (
    at_table,
    children_who_carry,
    lacks,
    low_without_help,
    not_accepted,
    readiness_unknown,
)
from beraad.models.statement import Statement
from beraad.models.telephone import holds_public_number, is_public, numbers_of, owners_of_number
from beraad.models.threads import Part, Threads, goes_on_unchanged
from beraad.places import Place
from beraad.terms import (
    GAP_OF,
    MUST_BE_COVERED,
    CarryKind,
    ContactKind,
    Gap,
    Paper,
    StatementKind,
    call_subject,
    time_out_subject,
)


@dataclass(frozen=True, slots=True)
class GapFound:
    """Gap, the place of what it is about, and the ids of the people concerned."""

    gap: Gap
    place: Place
    """Place of an item of the plan, of the emergency plan, of a person, or of somebody whom a child may call.

    Of what was not asked about yet it is that of `Place.carried`.
    """
    people: tuple[str, ...] = ()

    @property
    def subject(self) -> str:
        """Name of its place, by which the reason is kept: an id, e.g. a3, or emergency-2, time_out-2."""
        match self.place:
            case ("people", child, "may_call", person):
                return call_subject(child, person)
            case ("emergency", *_number):
                return "-".join(self.place)
            case ("carry", _kind, subject):
                return subject
        return self.place.id or self.place[0]


@dataclass(frozen=True, slots=True)
class CarrySubject:
    """Item of the last plan that is asked about at the next meeting."""

    kind: CarryKind
    id: str


def uncovered(meeting: Meeting) -> tuple[str, ...]:
    """Return the ids of danger statements and bottom lines without a running agreement.

    Reason: the plan is there to prevent a danger that everybody knows and nobody does anything about.
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
    """Return the ids under which an agreement may answer `statement`.

    `here` are the ids of all statements of its meeting.

    A statement that was carried over may still be covered under its id in the last plan. One that was made
    from another statement of this meeting (a goal from a worry) is separate.
    """
    origin = statement.origin
    return {statement.id} if origin is None or origin in here else {statement.id, origin}


def to_review(case: Case, meeting: Meeting, last: Meeting | None = None) -> tuple[CarrySubject, ...]:
    """Return what the last agreed plan held and was not asked about yet.

    Where that plan changed since it was agreed, `last` is the meeting as it was agreed. Reason: the plan
    grows; every evaluation keeps, changes or ends what was agreed.
    """
    last = last or last_plan(case, meeting)
    if last is None:
        return ()
    asked = {(CarryKind(item.kind), item.subject) for item in meeting.carry_decisions}
    taken = set(_taken(case, meeting, last))
    return tuple(
        subject
        for subject in _subjects(last)
        if (subject.kind, subject.id) not in asked and subject not in taken
    )


def _taken(case: Case, meeting: Meeting, last: Meeting) -> Iterator[CarrySubject]:
    """Yield what of the last plan goes on here, also if a case file from elsewhere holds no decisions."""
    threads = Threads(case)
    rows: list[Part] = [*meeting.statements, *meeting.agreements]
    for row in rows:
        if row.origin and row.origin_meeting == last.id:
            # Also what is gone from that meeting since it was agreed.
            yield CarrySubject(_carry_kind(row), row.origin)
        for then, item in threads.came_from(meeting, row):
            if then.id == last.id:
                yield CarrySubject(_carry_kind(item), item.id)
                break
    for place, time_out in enumerate(last.time_outs, start=1):
        if goes_on_unchanged(time_out, meeting.time_outs):
            yield CarrySubject(CarryKind.TIME_OUT, time_out_subject(place))
    for index, step in enumerate(last.emergency):
        if goes_on_unchanged(step, meeting.emergency):
            yield CarrySubject(CarryKind.EMERGENCY_STEP, str(index))


def _carry_kind(row: Part) -> CarryKind:
    return CarryKind.STATEMENT if isinstance(row, Statement) else CarryKind.AGREEMENT


def last_plan(case: Case, meeting: Meeting) -> Meeting | None:
    """Return the agreed meeting before this one that is carried over, or None at a first meeting."""
    agreed = [item for item in case.before(meeting) if item.was_agreed]
    return agreed[-1] if agreed else None


def _subjects(last: Meeting) -> Iterator[CarrySubject]:
    for statement in last.statements:
        yield CarrySubject(CarryKind.STATEMENT, statement.id)
    for agreement in last.agreements:
        if agreement.ended is None:
            yield CarrySubject(CarryKind.AGREEMENT, agreement.id)
    for place, _row in enumerate(last.time_outs, start=1):
        yield CarrySubject(CarryKind.TIME_OUT, time_out_subject(place))
    for index in range(len(last.emergency)):
        yield CarrySubject(CarryKind.EMERGENCY_STEP, str(index))


def gaps(case: Case, meeting: Meeting, last: Meeting | None = None) -> tuple[GapFound, ...]:
    """Return every gap of the plan of `meeting`, also those let stand with a reason (see `open_gaps`).

    For `last` see `to_review`.
    """
    people = {person.id: person for person in case.people}
    mentions = Mentions(case.people)
    return (
        *_uncovered(meeting),
        *_without_asker(meeting),
        *(
            gap
            for agreement in _running(meeting)
            for gap in _of_agreement(agreement, meeting, people, mentions)
        ),
        *_of_emergency(case, meeting, mentions),
        *_of_contact(case, meeting),
        *_of_calls(case, meeting),
        *(
            GapFound(Gap.NOT_REVIEWED, Place.carried(item.kind, item.id))
            for item in to_review(case, meeting, last)
        ),
    )


EMERGENCY_PLAN = Place(("emergency",))
"""Place of all emergency steps together."""


def _running(meeting: Meeting) -> list[Agreement]:
    return [agreement for agreement in meeting.agreements if agreement.ended is None]


def _uncovered(meeting: Meeting) -> Iterator[GapFound]:
    open_ones = set(uncovered(meeting))
    for statement in meeting.statements:
        if statement.id in open_ones:
            bottom = statement.kind == StatementKind.BOTTOM_LINE
            gap = Gap.UNCOVERED_BOTTOM_LINE if bottom else Gap.UNCOVERED_DANGER
            yield GapFound(gap, Place.statement(statement.id))


def _without_asker(meeting: Meeting) -> Iterator[GapFound]:
    """Yield the bottom lines of nobody: whoever must keep one has to know who may say that it is kept."""
    for statement in meeting.statements:
        if statement.kind == StatementKind.BOTTOM_LINE and not statement.by:
            yield GapFound(Gap.NO_ASKER, Place.statement(statement.id))


def _of_agreement(
    agreement: Agreement, meeting: Meeting, people: dict[str, Person], mentions: Mentions
) -> Iterator[GapFound]:
    concerned = {
        Gap.NOT_ACCEPTED: not_accepted(agreement),
        Gap.READINESS_UNKNOWN: readiness_unknown(agreement),
        Gap.READINESS_LOW: low_without_help(agreement),
    }
    for gap in dict.fromkeys(GAP_OF[lack] for lack in lacks(agreement, at_table(meeting))):
        yield GapFound(gap, Place.agreement(agreement.id), concerned.get(gap, ()))
    day = meeting.day_of_ages
    if children := children_who_carry(agreement, meeting, people, day):
        yield GapFound(Gap.CHILD_CARRIES_SAFETY, Place.agreement(agreement.id), children)
    # Reason of all that follow: a child that checks or calls learns later that this was the grown-ups' task.
    if is_child(people.get(agreement.checked_by or ""), day):
        yield GapFound(Gap.CHILD_CHECKS, Place.agreement(agreement.id), (str(agreement.checked_by),))
    fallback = agreement.fallback or ""
    if acting := tuple(who for who in mentions.acting_in(fallback) if is_child(people[who], day)):
        yield GapFound(Gap.CHILD_FALLBACK, Place.agreement(agreement.id), acting)
    if feared := _only_feared(meeting, mentions.named_in(fallback), fallback):
        yield GapFound(Gap.ONLY_FEARED_LEFT, Place.agreement(agreement.id), feared)


def _of_emergency(case: Case, meeting: Meeting, mentions: Mentions) -> Iterator[GapFound]:
    people = {person.id: person for person in case.people}
    day = meeting.day_of_ages
    for number, time_out in enumerate(meeting.time_outs, start=1):
        if is_child(people.get(time_out.takes), day):
            yield GapFound(Gap.CHILD_TAKES_TIME_OUT, Place.time_out(number), (time_out.takes,))
    steps = sorted(meeting.emergency, key=lambda step: step.order)
    for number, step in enumerate(steps, start=1):
        called = owners_of_number(case, step.number) if step.number else ()
        acting = dict.fromkeys((*mentions.acting_in(step.text), *called))
        if tasked := tuple(who for who in acting if is_child(people[who], day)):
            yield GapFound(Gap.CHILD_IN_EMERGENCY, Place.emergency_step(number), tasked)
        if step.number and (others := _has_other_number(case, step.number, mentions.named_in(step.text))):
            yield GapFound(Gap.NUMBER_DIFFERS, Place.emergency_step(number), others)
    whose = [
        owners_of_number(case, step.number) for step in steps if step.number and not is_public(step.number)
    ]
    # A number that is nobody's here may be anybody's.
    if (
        whose
        and all(whose)
        and (feared := _only_feared(meeting, [who for owners in whose for who in owners]))
    ):
        yield GapFound(Gap.ONLY_FEARED_LEFT, EMERGENCY_PLAN, feared)


def _of_contact(case: Case, meeting: Meeting) -> Iterator[GapFound]:
    """Yield the readers whose copy has no number of the fixed contact; a child calls whom it chose itself."""
    contact = case.person(case.contact_person) if case.contact_person else None
    if contact is None:
        return
    phones = [detail.visible_to for detail in contact.contact if detail.kind == ContactKind.PHONE]
    readers = [case.person(item.person) for item in meeting.participants if item.person != contact.id]
    without = tuple(
        reader.id
        for reader in readers
        if reader is not None
        and reader.paper != Paper.NO
        and not gets_child_copy(reader, meeting.day_of_ages)
        and not any(is_among(reader, visible_to) for visible_to in phones)
    )
    if without:
        yield GapFound(Gap.NO_CONTACT_NUMBER, Place.person(contact.id), without)


def _of_calls(case: Case, meeting: Meeting) -> Iterator[GapFound]:
    """Yield the people whom a child chose to call, and who were named since as feared."""
    feared = feared_in(case)
    for child in case.people if feared else ():
        if child.paper != Paper.NO and gets_child_copy(child, meeting.day_of_ages):
            for who in feared_calls(child, feared):
                yield GapFound(Gap.CHILD_CALLS_FEARED, Place.person(child.id) / "may_call" / who, (who,))


def _only_feared(meeting: Meeting, named: Iterable[str], text: str = "") -> tuple[str, ...]:
    """Return the people named if the only ones left are those from whom a danger statement expects harm.

    People who may be harmed do not count as help; a public number in the text does. Empty if somebody else is
    left, or nobody is named.
    """
    if holds_public_number(text):
        return ()
    found = list(named)
    for statement in meeting.statements:
        if statement.kind == StatementKind.DANGER_STATEMENT and statement.from_:
            left = [who for who in found if who not in statement.about]
            if left and set(left) <= set(statement.from_):
                return tuple(dict.fromkeys(left))
    return ()


def _has_other_number(case: Case, number: str, named: Iterable[str]) -> tuple[str, ...]:
    """Return those named in a step who have telephone numbers, if the step's number is none of theirs."""
    having = [who for who in named if numbers_of(case.person(who))]
    if not having or is_public(number) or set(owners_of_number(case, number)) & set(having):
        return ()
    return tuple(having)


def open_gaps(case: Case, meeting: Meeting, last: Meeting | None = None) -> tuple[GapFound, ...]:
    """Return the gaps that nobody let stand with a reason yet."""
    allowed = {(item.gap, item.subject) for item in meeting.overrides}
    found = gaps(case, meeting, last)
    return tuple(item for item in found if (item.gap.value, item.subject) not in allowed)
