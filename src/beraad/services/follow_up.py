"""Service for the time between meetings: which agreements are looked at when, and what came of it.

A round goes past the agreements with one person on the telephone. It holds only what this person may know:
the views of that person's own copy, without a text that would tell something hidden.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass

from beraad.codes import ActKind
from beraad.disclosure.audience import Reader
from beraad.disclosure.disclose import Disclosure
from beraad.disclosure.views import AgreementView
from beraad.models import Agreement, Case, Check, CorrectedCheck, Meeting
from beraad.models.follow_up import CheckDraft, CorrectedCheckDraft, repeated_note
from beraad.models.names import told_apart
from beraad.models.next_look import Look, next_look
from beraad.models.person import is_child
from beraad.models.threads import Threads
from beraad.places import Place
from beraad.readers import FACILITATOR, Readers
from beraad.services.agreed_plan import as_agreed
from beraad.services.drafts import checked
from beraad.services.errors import NotThere, UnknownPerson
from beraad.services.note_drafts import agreements_with_draft, end_draft
from beraad.services.rows import blank_to_none
from beraad.terms import CheckResult, ContactKind, PlanPart

_ASKED = frozenset({PlanPart.AGREEMENTS})
"""Parts of a plan that a round asks about."""


@dataclass(frozen=True, slots=True)
class CheckWish:
    """Answer about one agreement, to write down."""

    on: dt.date
    """Day to which the answer belongs."""
    result: CheckResult
    note: str = ""
    said_by: str | None = None
    """Id of who said it."""
    visible_to: Readers = FACILITATOR
    """Readers of the note."""
    next_on: dt.date | None = None
    """Day on which to look again; None: the rhythm says when."""


@dataclass(frozen=True, slots=True)
class CheckLine:
    """Check as the worker reads it."""

    number: int
    """Its place among the checks of the case, from 0."""
    on: dt.date | None
    result: CheckResult
    note: str | None
    said_by: str | None
    """Id of who said it."""
    called: str | None
    """Name of who said it."""
    own_word: bool
    """True if an owner said it: the weakest proof."""
    visible_to: Readers
    next_on: dt.date | None
    corrected: tuple[CheckResult, ...]
    """Results before each correction, oldest first."""


@dataclass(frozen=True, slots=True)
class Followed:
    """Agreement of the plan in force that runs, with all its checks, as the worker follows it."""

    agreement: str
    meeting: str
    what: str
    owners: tuple[str, ...]
    """Names of the owners."""
    checked_by: str | None
    """Name of who looks at it."""
    looks_at_own: bool
    """True if an owner checks the own agreement."""
    fallback: str | None
    look: Look
    checks: tuple[CheckLine, ...]
    """Oldest first, of all meetings of its thread."""

    repeated: tuple[str, int] | None
    """Note that was written more than once of times that it was not kept, and how often."""
    begun: bool
    """True if a note about it was begun and not saved as a check."""


@dataclass(frozen=True, slots=True)
class Question:
    """Agreement as it may be asked about with the one who is on the telephone."""

    agreement: str
    meeting: str
    view: AgreementView
    """As it stands in this person's own copy."""
    look: Look


@dataclass(frozen=True, slots=True)
class Caller:
    """Person who can be called about the plan."""

    person: str
    called: str
    numbers: tuple[str, ...]
    """Telephone numbers; for the worker."""
    call_again_on: dt.date | None
    due: int
    """Number of agreements that wait for a look today, of those this person may be asked about."""


class FollowUp:
    """Service for the agreements of cases between meetings; each wish is one transaction."""

    def __init__(
        self,
        reading: Callable[[str], AbstractContextManager[Case]],
        changing: Callable[[ActKind, str], AbstractContextManager[Case]],
        now: Callable[[], dt.datetime] = dt.datetime.now,
    ) -> None:
        """`reading` and `changing` open a case by its reference, the second for an act of a kind."""
        self._reading, self._changing, self._now = reading, changing, now

    def followed(self, reference: str) -> tuple[Followed, ...]:
        """Return the running agreements of the plan in force, in its order. Raises UnknownCase."""
        with self._reading(reference) as case:
            return tuple(_followed(case))

    def callers(self, reference: str, today: dt.date) -> tuple[Caller, ...]:
        """Return everybody who may be asked about an agreement, in the order of the case.

        Raises UnknownCase.
        """
        with self._reading(reference) as case:
            plan = _plan(case)
            return tuple(_callers(case, plan, today)) if plan else ()

    def round(self, reference: str, person: str) -> tuple[Question, ...]:
        """Return what may be asked of this person, in the order of the own copy.

        Raises UnknownCase, UnknownPerson.
        """
        with self._reading(reference) as case:
            _known(case, person)
            plan = _plan(case)
            return tuple(_questions(Disclosure(*plan), _looks(*plan), person)) if plan else ()

    def check(
        self,
        reference: str,
        meeting: str,
        agreement: str,
        wish: CheckWish,
        *,
        by: str | None = None,
        ends: Place | None = None,
    ) -> None:
        """Write down what came of an agreement; `by` is the id of who writes.

        `ends` is the place of the draft that is no draft any more.

        Raises UnknownCase, UnknownPerson, NotThere, NotValid, and what a commit raises.
        """
        with self._changing(ActKind.CHECKED, reference) as case:
            held = _find(case, meeting, agreement)
            draft = _draft(case, meeting, agreement, wish, by)
            case.checks.append(Check(**draft.values(), position=len(case.checks)))
            if ends is not None:
                end_draft(held, ends, self._now)

    def correct(
        self,
        reference: str,
        number: int,
        wish: CheckWish,
        *,
        by: str | None = None,
        ends: Place | None = None,
    ) -> None:
        """Change a check, by its place among those of the case; what it said before is kept.

        Who wrote it down stays, unless `by` is given. `ends` is the place of the draft that is no draft any
        more.

        Raises UnknownCase, UnknownPerson, NotThere, NotValid, and what a commit raises.
        """
        with self._changing(ActKind.CHECK_CORRECTED, reference) as case:
            if not 0 <= number < len(case.checks):
                raise NotThere(id=str(number))
            check = case.checks[number]
            draft = _draft(case, check.meeting, check.agreement, wish, by or check.by)
            at = self._now().replace(microsecond=0, tzinfo=None).isoformat()
            said = CheckDraft.model_fields.keys() & CorrectedCheckDraft.model_fields.keys()
            before = {name: getattr(check, name) for name in said}
            earlier = checked(CorrectedCheckDraft, **before, corrected_at=at)
            check.corrected.append(CorrectedCheck(**earlier.values(), position=len(check.corrected)))
            for name, value in draft.values().items():
                setattr(check, name, value)
            held = case.meeting(check.meeting or "")
            if ends is not None and held is not None:
                end_draft(held, ends, self._now)

    def call_again(self, reference: str, person: str, on: dt.date | None) -> None:
        """Set when to call somebody again, for the worker alone; None: no more.

        Raises UnknownCase, UnknownPerson, and what a commit raises.
        """
        with self._changing(ActKind.CALL_PUT_OFF, reference) as case:
            _known(case, person)
            found = case.person(person)
            if found is not None:
                found.call_again_on = on


def _plan(case: Case) -> tuple[Case, Meeting] | None:
    """Return the plan in force, in the case in which it stands as it was agreed."""
    plan = case.current_plan()
    return None if plan is None or not plan.was_agreed else as_agreed(case, plan)


def _followed(case: Case) -> Iterator[Followed]:
    found = _plan(case)
    if found is None:
        return
    then, plan = found
    threads, names = Threads(then), told_apart(then.people)
    held = case.meeting(plan.id)
    begun = agreements_with_draft(held) if held else frozenset[str]()
    numbers = {id(check): number for number, check in enumerate(then.checks)}
    for agreement in plan.agreements:
        if agreement.ended is not None:
            continue
        checks = threads.checks(plan, agreement)
        yield Followed(
            agreement=agreement.id,
            meeting=plan.id,
            what=agreement.what,
            owners=tuple(names.get(owner, owner) for owner in agreement.owners),
            checked_by=names.get(agreement.checked_by or ""),
            looks_at_own=agreement.checked_by in agreement.owners,
            fallback=agreement.fallback,
            look=next_look(then, plan, agreement, checks),
            checks=tuple(
                _line(check, numbers[id(check)], agreement, names)
                for check in sorted(checks, key=lambda check: check.on or dt.date.min)
            ),
            repeated=repeated_note(checks),
            begun=agreement.id in begun,
        )


def _line(check: Check, number: int, agreement: Agreement, names: dict[str, str]) -> CheckLine:
    return CheckLine(
        number=number,
        on=check.on,
        result=CheckResult(check.result),
        note=check.note,
        said_by=check.said_by,
        called=names.get(check.said_by or ""),
        own_word=check.said_by in agreement.owners,
        visible_to=check.visible_to,
        next_on=check.next_on,
        corrected=tuple(CheckResult(item.result) for item in check.corrected),
    )


def _questions(disclosure: Disclosure, looks: Mapping[str, Look], person: str) -> Iterator[Question]:
    """Yield what stands in this person's copy and tells nothing that is hidden from this person."""
    plan, reader = disclosure.meeting, Reader(person)
    rows = {Place.meeting(plan.id) / Place.agreement(item.id): item for item in plan.agreements}
    seen: list[Agreement] = []

    def may_be_asked(place: Place, view: object) -> bool:
        if disclosure.found.leaks(view, reader, place):
            return False
        if place in rows and isinstance(view, AgreementView):
            seen.append(rows[place])
        return True

    views = disclosure.body(reader, safe=may_be_asked, parts=_ASKED).agreements
    for row, view in zip(seen, views, strict=True):
        yield Question(row.id, plan.id, view, looks[row.id])


def _looks(case: Case, plan: Meeting) -> dict[str, Look]:
    """Return the next look at each agreement of a plan, by id."""
    threads = Threads(case)
    return {row.id: next_look(case, plan, row, threads.checks(plan, row)) for row in plan.agreements}


def _callers(case: Case, found: tuple[Case, Meeting], today: dt.date) -> Iterator[Caller]:
    """Yield who was at that table; no child is asked whether grown-ups kept their word."""
    names, day = told_apart(case.people), found[1].day_of_ages
    seats = {seat.person for seat in found[1].participants}
    disclosure, looks = Disclosure(*found), _looks(*found)
    for person in case.people:
        asked = person.id in seats and not is_child(person, day)
        questions = [*_questions(disclosure, looks, person.id)] if asked else []
        if not questions:
            continue
        yield Caller(
            person=person.id,
            called=names[person.id],
            numbers=tuple(item.value for item in person.contact if item.kind == ContactKind.PHONE),
            call_again_on=person.call_again_on,
            due=sum(is_due(item.look, today) for item in questions),
        )


def is_due(look: Look, today: dt.date) -> bool:
    """Return True if the day of this look has come."""
    return look.on is not None and look.on <= today


def _draft(case: Case, meeting: str | None, agreement: str, wish: CheckWish, by: str | None) -> CheckDraft:
    for person in (by, wish.said_by, *wish.visible_to.people):
        if person is not None:
            _known(case, person)
    return checked(
        CheckDraft,
        agreement=agreement,
        meeting=meeting,
        on=wish.on,
        result=wish.result,
        note=blank_to_none(wish.note),
        by=by,
        said_by=wish.said_by,
        visible_to=wish.visible_to,
        next_on=wish.next_on,
    )


def _find(case: Case, meeting: str, agreement: str) -> Meeting:
    """Return the meeting, in which the agreement stands."""
    held = case.meeting(meeting)
    if held is None or all(row.id != agreement for row in held.agreements):
        raise NotThere(id=agreement)
    return held


def _known(case: Case, person: str) -> None:
    if case.person(person) is None:
        raise UnknownPerson(person=person)
