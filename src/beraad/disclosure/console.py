"""Build the facilitator's view of a meeting: everything, with ids, lamps, gaps and leaks."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from beraad.disclosure.audience import Room, hears, paper_of
from beraad.disclosure.childs_views import children_in
from beraad.disclosure.console_carry import carried
from beraad.disclosure.console_views import (
    ConsoleAgendaItem,
    ConsoleAgreement,
    ConsoleAnswer,
    ConsoleEmergencyStep,
    ConsoleGap,
    ConsoleLeak,
    ConsoleMarks,
    ConsolePerson,
    ConsoleReadiness,
    ConsoleScale,
    ConsoleScore,
    ConsoleStatement,
    ConsoleTimeOut,
    ConsoleTiming,
    ConsoleView,
)
from beraad.disclosure.disclose import Disclosure
from beraad.disclosure.halves import Half, readers_now, told_as_waiting
from beraad.disclosure.leaks import Leak
from beraad.disclosure.proof import scan_of
from beraad.initials import initials_apart
from beraad.models import Agreement, Case, Meeting, MoreTimeOut, Person, Scale, TimeOut
from beraad.models.gaps import (
    EMERGENCY_PLAN,
    answered_as,
    gaps,
)
from beraad.models.names import told_apart
from beraad.models.person import is_child
from beraad.models.smart import at_table, children_who_carry, lacks, vague_words
from beraad.models.threads import asked_before
from beraad.places import Place
from beraad.readers import EVERYONE
from beraad.step_facts import STEP_OF_COLUMN, STEP_OF_GAP
from beraad.terms import (
    MUST_BE_COVERED,
    AnswerShows,
    Attendance,
    Circle,
    Column,
    ContactKind,
    Decision,
    EvaluationItem,
    MeetingKind,
    MeetingMode,
    Paper,
    Said,
    ScaleKind,
    StatementKind,
    Step,
    Strength,
    TimingKind,
)


def console(
    disclosure: Disclosure,
    room: Room,
    kept: frozenset[tuple[str, str, Said]] = frozenset(),
    half: int | None = None,
    halves: frozenset[Half] = frozenset(),
    last: Meeting | None = None,
) -> ConsoleView:
    """Return the whole meeting for the facilitator, as it is written down.

    Judgements (leaks, gaps, answers, items on the wall) are not included; other functions give them.
    `room` decides which answers are in the spreads that the room would see. `kept` are own words with a
    number that became a statement: scale, person, which. `half` (1 or 2) of an alternating meeting is in the
    room; `halves` are the rooms as people sat in them.
    """
    case, meeting = disclosure.case, disclosure.meeting
    coming = meeting.next_meeting
    return ConsoleView(
        reference=case.reference,
        family_name=case.family_name,
        meeting=meeting.id,
        number=meeting.number,
        kind=MeetingKind(meeting.kind),
        mode=MeetingMode(meeting.mode),
        starts_at=meeting.starts_at,
        place=meeting.place,
        agreed_at=meeting.agreed_at,
        changed_since_agreed=meeting.agreed_at is None and bool(meeting.plan_versions),
        versions=len(meeting.plan_versions),
        people=tuple(_people(case, meeting)),
        agenda=agenda_items(meeting),
        statements=tuple(_statements(meeting)),
        scales=tuple(_scale(item, disclosure, room, kept) for item in meeting.scales),
        earlier_scales=tuple(_scale(item, disclosure, room) for item in _earlier_scales(case, meeting)),
        agreements=tuple(_agreements(case, meeting)),
        time_outs=tuple(map(_time_out, meeting.time_outs)),
        emergency=tuple(
            ConsoleEmergencyStep(index, item.text, item.number, item.visible_to)
            for index, item in enumerate(sorted(meeting.emergency, key=lambda step: step.order))
        ),
        children=tuple(children_in(case, meeting)),
        notes=tuple(note.text for note in meeting.notes),
        evaluations=tuple(
            ConsoleMarks(item.person, tuple(getattr(item, mark.value) for mark in EvaluationItem))
            for item in meeting.evaluations
        ),
        next_starts_at=coming.starts_at if coming else None,
        next_place=coming.place if coming else None,
        next_mode=MeetingMode(coming.mode) if coming and coming.mode else None,
        carry=tuple(carried(case, meeting, last)),
        readers_now=readers_now(meeting, half),
        waiting=tuple(told_as_waiting(meeting, halves)),
    )


def console_leaks(disclosure: Disclosure, strength: Strength = Strength.CERTAIN) -> Iterator[ConsoleLeak]:
    """Yield the texts of the plan that would tell a participant what this person may not have, each once.

    With `strength` possible: the texts to ask about. Not part of `console`, because it searches everybody's
    copy and only the cards need it.
    """
    found: dict[tuple[Place, Place], tuple[Leak, list[str]]] = {}
    for item in disclosure.meeting.participants:
        for leak in disclosure.leaks_to(item.person, strength):
            found.setdefault((leak.place, leak.hidden.place), (leak, []))[1].append(item.person)
        for leak, readers in _leaks_at_home(disclosure, item.person, strength):
            found.setdefault((leak.place, leak.hidden.place), (leak, []))[1].extend(readers)
    for leak, readers in found.values():
        yield in_console(disclosure.case, leak, tuple(dict.fromkeys(readers)))


def _leaks_at_home(
    disclosure: Disclosure, person: str, strength: Strength
) -> Iterator[tuple[Leak, Iterable[str]]]:
    """Yield the leaks in somebody's paper if others may see it, with the ids of those it would tell."""
    row = disclosure.case.person(person)
    if row is not None and row.paper_seen_by:
        paper = disclosure.paper(person)
        for leak in paper.leaks if strength is Strength.CERTAIN else paper.remarks:
            yield leak, disclosure.search.reached_by(leak, paper_of(row))


def in_console(case: Case, leak: Leak, readers: tuple[str, ...]) -> ConsoleLeak:
    """Return a leak in the facilitator's words: whose detail, and the `readers` (ids) it would reach."""
    hidden = leak.hidden
    return ConsoleLeak(
        place=leak.place,
        owner=_called(case, hidden.owner) if hidden.owner else None,
        kind=ContactKind(hidden.kind) if hidden.kind else None,
        reaches=tuple(_called(case, reader) for reader in readers),
        strength=leak.strength,
        words=leak.words,
        detail=hidden.value,
        hidden_at=hidden.place,
        readers=readers,
        text=leak.text,
        answered=leak.answered,
    )


def withheld_from(case: Case, leaks: tuple[Leak, ...], readers: tuple[str, ...]) -> tuple[ConsoleLeak, ...]:
    """Return leaks in the facilitator's words, with the `readers` (by id) that each would have reached."""
    return tuple(in_console(case, leak, readers) for leak in dict.fromkeys(leaks))


def _people(case: Case, meeting: Meeting) -> Iterator[ConsolePerson]:
    """Yield the invited in the order of the table, then the others of the case."""
    there = {item.person: item for item in meeting.participants}
    names = told_apart(case.people)
    letters = initials_apart(names.values())
    rest = [person for person in case.people if person.id not in there]
    invited = [person for item in meeting.participants if (person := case.person(item.person))]
    for person in (*invited, *rest):
        seat = there.get(person.id)
        yield ConsolePerson(
            id=person.id,
            called=names[person.id],
            name=person.name,
            circle=Circle(person.circle),
            relation=person.relation,
            organisation=person.organisation,
            child=is_child(person, meeting.day_of_ages),
            attendance=Attendance(seat.attendance) if seat else None,
            room=seat.room if seat else None,
            numbers=_numbers(person),
            paper=Paper(person.paper),
            paper_note=person.paper_note,
            letters=letters[names[person.id]],
        )


def _numbers(person: Person) -> tuple[str, ...]:
    return tuple(detail.value for detail in person.contact if detail.kind == ContactKind.PHONE)


def agenda_items(meeting: Meeting) -> tuple[ConsoleAgendaItem, ...]:
    """Return the steps in the meeting's agenda, with the minutes planned and spent."""
    return tuple(
        ConsoleAgendaItem(Step(item.step), item.planned_minutes, item.spent_minutes, item.skipped)
        for item in meeting.agenda
    )


def _statements(meeting: Meeting) -> Iterator[ConsoleStatement]:
    covers = [frozenset(item.covers) for item in meeting.agreements if item.ended is None]
    here = {item.id for item in meeting.statements}
    for item in meeting.statements:
        yield ConsoleStatement(
            id=item.id,
            column=Column(item.column),
            kind=StatementKind(item.kind),
            text=item.text,
            by=item.by,
            about=tuple(item.about),
            harm_from=None if item.from_ is None else tuple(item.from_),
            disputed_by=tuple(item.disputed_by),
            visible_to=item.visible_to,
            covered_by=len(covers) - sum(map(answered_as(item, here).isdisjoint, covers)),
            must_be_covered=item.kind in MUST_BE_COVERED,
        )


def _scale(
    item: Scale, disclosure: Disclosure, room: Room, kept: frozenset[tuple[str, str, Said]] = frozenset()
) -> ConsoleScale:
    _held, before = next(asked_before(disclosure.case, disclosure.meeting, item), (None, None))
    return ConsoleScale(
        id=item.id,
        kind=ScaleKind(item.kind),
        question=item.question,
        zero=item.zero,
        ten=item.ten,
        visible_to=item.visible_to,
        scores=_scores(item, kept),
        before=_scores(before) if before else (),
        without_names=disclosure.spreads_without_names(item, room),
        heard=frozenset(
            score.person for score in item.scores if hears(disclosure.meeting, room, item.id, score.person)
        ),
        absent_then=_names_of(disclosure.case, disclosure.absent_then(item, room)),
    )


def _names_of(case: Case, people: Collection[str]) -> tuple[str, ...]:
    """Return the names in the plan of these people, in the order of the case."""
    return tuple(name for person, name in told_apart(case.people).items() if person in people)


def _earlier_scales(case: Case, meeting: Meeting) -> list[Scale]:
    return next((list(item.scales) for item in reversed(case.before(meeting)) if item.scales), [])


def _scores(scale: Scale, kept: frozenset[tuple[str, str, Said]] = frozenset()) -> tuple[ConsoleScore, ...]:
    return tuple(
        ConsoleScore(
            item.person,
            item.value,
            item.declined,
            item.because,
            item.one_up,
            item.spoken_by,
            frozenset(said for said in Said if (scale.id, item.person, said) in kept),
        )
        for item in scale.scores
    )


def _agreements(case: Case, meeting: Meeting) -> Iterator[ConsoleAgreement]:
    """Yield the agreements, numbered as in every copy: those for everyone first. Ended ones have number 0."""
    people, here = {person.id: person for person in case.people}, at_table(meeting)
    running = sorted(
        (item for item in meeting.agreements if item.ended is None),
        key=lambda item: item.visible_to != EVERYONE,
    )
    for number, item in enumerate(running, start=1):
        yield _agreement(item, number, meeting, people, here)
    for item in meeting.agreements:
        if item.ended is not None:
            yield _agreement(item, 0, meeting, people, here)


def _agreement(
    item: Agreement,
    number: int,
    meeting: Meeting,
    people: dict[str, Person],
    here: frozenset[str],
) -> ConsoleAgreement:
    missing = lacks(item, here)
    timing = item.timing
    return ConsoleAgreement(
        id=item.id,
        number=number,
        what=item.what,
        owners=tuple(item.owners),
        timing=ConsoleTiming(
            TimingKind(timing.kind), timing.starts_on, timing.ends_on, timing.rule, timing.at
        ),
        measured_by=item.measured_by,
        checked_by=item.checked_by,
        fallback=item.fallback,
        covers=tuple(item.covers),
        visible_to=item.visible_to,
        accepted_by=tuple(item.accepted_by),
        readiness=tuple(
            ConsoleReadiness(one.person, one.willingness, one.confidence, one.capacity, one.remark)
            for one in item.readiness
        ),
        ended_on=item.ended.on if item.ended else None,
        ended_because=item.ended.because if item.ended else None,
        ended=item.ended is not None,
        lacks=missing,
        children=children_who_carry(item, meeting, people, meeting.day_of_ages),
        vague=tuple(word.word for word in vague_words(item.what)),
    )


def _time_out(item: TimeOut | MoreTimeOut) -> ConsoleTimeOut:
    return ConsoleTimeOut(
        item.signal,
        item.takes,
        item.goes_to,
        item.minutes,
        item.returns,
        item.signs,
        item.visible_to,
    )


def answers(disclosure: Disclosure) -> Iterator[ConsoleAnswer]:
    """Yield the answers.

    Not part of `console`: everybody's view of the plan is needed to tell whether an answer is outdated.
    """
    for item in disclosure.meeting.answers:
        yield ConsoleAnswer(
            person=item.person,
            decision=Decision(item.decision),
            remark=item.remark,
            answered_at=item.answered_at,
            on_paper=item.on_paper,
            signed=bool(item.strokes),
            outdated=disclosure.is_outdated(item),
            shows=AnswerShows(item.shows),
            scanned=len(scan_of(disclosure.meeting, item)),
        )


def console_gaps(case: Case, meeting: Meeting, last: Meeting | None = None) -> Iterator[ConsoleGap]:
    """Yield what is missing before the plan can be agreed, with the reason if it was let stand.

    For `last` see `models.gaps.to_review`.
    """
    reasons = {(item.gap, item.subject): item.reason for item in meeting.overrides}
    texts = {Place.statement(item.id): item.text for item in meeting.statements}
    texts |= {Place.agreement(item.id): item.what for item in meeting.agreements}
    steps = sorted(meeting.emergency, key=lambda step: step.order)
    texts |= {Place.emergency_step(number): step.text for number, step in enumerate(steps, start=1)}
    texts[EMERGENCY_PLAN] = "; ".join(step.text for step in steps if step.number)
    asked = {Place.carried(item.kind, item.subject): item for item in carried(case, meeting, last)}
    for item in gaps(case, meeting, last):
        reason = reasons.get((item.gap.value, item.subject))
        carry = asked.get(item.place)
        text = carry.text if carry else texts.get(item.place, "")
        if item.place.kind == "people":
            text = _called(case, item.place.id)
        column = carry.column if carry else None
        step = STEP_OF_COLUMN[column] if column else STEP_OF_GAP[item.gap]
        yield ConsoleGap(item.gap, item.place, item.subject, text, item.people, reason, step)


def _called(case: Case, person_id: str) -> str:
    return told_apart(case.people).get(person_id, person_id)
