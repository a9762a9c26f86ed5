"""Line per case for the overview: where it stands, and what there is to do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TypeGuard

from pydantic import TypeAdapter

from beraad.disclosure.disclose import Disclosure
from beraad.disclosure.leaks import LeakSearch
from beraad.models import Agreement, Case, Check, Meeting, Scale
from beraad.models.names import told_apart
from beraad.models.next_look import next_look
from beraad.models.threads import Threads, counterpart
from beraad.recurring import last_day
from beraad.services.agreed_plan import as_agreed
from beraad.services.held_back import leaks_of, leaks_on_paper
from beraad.services.papers_out import papers_out
from beraad.services.planning import agreed_next
from beraad.store.errors import StoreError
from beraad.store.store import Store
from beraad.store.unit_of_work import UnitOfWork
from beraad.terms import OVER, CheckResult, Colour, Paper, Phase, ScaleKind, TimingKind


@dataclass(frozen=True, slots=True)
class Running:
    """Days of an agreement that runs."""

    check_by: dt.date | None
    """Last day on which a check is in time; None if none is due, or nothing says since when."""
    last_day: dt.date | None
    """Last day on which it holds; None if it has no end."""


@dataclass(frozen=True, slots=True)
class CaseLine:
    """Line of the overview of cases. It holds days, and never how long ago they are."""

    reference: str
    family_name: str
    municipality: str | None
    phase: Phase | None
    phase_began: dt.date | None
    colour: Colour | None
    contact_person: str | None
    meeting: str | None
    """Id of the meeting to open: today's, the next, or else the last."""
    meeting_number: int
    meeting_starts_at: str | None
    meeting_agreed: bool
    """True if a plan was agreed in that meeting, so that none is open or planned."""
    meeting_agreed_on: dt.date | None
    """Day on which its plan was agreed last, also if it changed since."""
    agreed_next: bool
    """True if a next meeting was agreed at the table that is not planned yet."""
    agreed_next_at: str | None
    """Time of that meeting (local, ISO 8601)."""
    agreed_next_place: str | None
    agreed: bool
    """True if a plan is in force."""
    agreed_on: dt.date | None
    """Day on which that plan was agreed."""
    changed_since_agreed: bool
    """True if that plan was changed since, and waits to be agreed again."""
    to_answer: int
    """Number of participants who did not answer for the plan in force yet."""
    copies: int
    """Number of copies of the plan in force to hand out: as many as printing makes."""
    trend: tuple[float, ...]
    """Mean safety score (0-10) of each meeting that asked."""
    fell: tuple[str, ...]
    """People who gave a lower number for safety than the time before. The mean may rise meanwhile."""
    fell_on: dt.date | None
    """Day of the meeting in which they did."""
    running: tuple[Running, ...]
    """Agreements of the plan in force that nobody ended."""
    not_kept_twice: int = 0
    """Number of those that were not kept the last two times that there was an occasion."""
    old_papers: int = 0
    """Number of old papers that are out."""
    papers_to_give: int = 0
    """Number of readers who lack the paper that counts, in a case that uses the register."""
    workers_missing: int = 0
    """Number of fixed workers that the two lack (method: de twee vaste hulpverleners)."""

    def days_in_phase(self, today: dt.date) -> int | None:
        """Return the days since the phase began; None if nobody wrote down when."""
        return None if self.phase_began is None else (today - self.phase_began).days

    def past_end(self, today: dt.date) -> tuple[dt.date, ...]:
        """Return the last days of agreements that are past theirs and were not ended, earliest first."""
        return tuple(sorted(item.last_day for item in self.running if _is_past(item.last_day, today)))

    def to_check(self, today: dt.date) -> tuple[dt.date, ...]:
        """Return the days by which unchecked agreements should have been checked, earliest first."""
        return tuple(
            sorted(
                item.check_by
                for item in self.running
                if _is_past(item.check_by, today) and not _is_past(item.last_day, today)
            )
        )


def _is_past(day: dt.date | None, today: dt.date) -> TypeGuard[dt.date]:
    return day is not None and day < today


_ADAPTER = TypeAdapter(CaseLine)

RULES = 4
"""Version of the rules below and of the shape of a line: raise it with every change of either.

Lines of another version are made anew.
"""

_FIXED_WORKERS = 2

_AT_ONCE = 20
"""Number of cases that are loaded together to make their lines anew."""


def kept_lines(store: Store, reference: str | None = None) -> list[CaseLine]:
    """Return the lines of all cases, or of one; make and save those anew whose case changed since.

    Lines that cannot be saved (a full disk, a store that is only read) are made anew the next time.
    """
    with store.unit_of_work() as work:
        found = work.overview_lines.read(RULES, reference)
    missing = [name for name, line in found if line is None]
    lines = [_ADAPTER.validate_json(line) for _name, line in found if line is not None]
    return lines + list(_made_anew(store, missing))


def rebuild_lines(store: Store) -> int:
    """Make the line of every case anew; return how many. Raises what saving raises."""
    with store.unit_of_work() as work:
        references = work.cases.references()
    return sum(1 for _line in _made_anew(store, references, must_keep=True))


def _made_anew(store: Store, references: Sequence[str], *, must_keep: bool = False) -> Iterator[CaseLine]:
    for begin in range(0, len(references), _AT_ONCE):
        with store.unit_of_work() as work:
            yield from [put_line(work, work.cases.get(item)) for item in references[begin : begin + _AT_ONCE]]
            with suppress(*(() if must_keep else (StoreError,))):
                work.commit()


def put_line(work: UnitOfWork, case: Case, search: LeakSearch | None = None) -> CaseLine:
    """Make the line of a case and return it; the next commit saves it. `search` may be made already."""
    line = line_of(case, search)
    work.overview_lines.put(case, _ADAPTER.dump_json(line).decode(), RULES)
    return line


def line_of(case: Case, search: LeakSearch | None = None) -> CaseLine:
    """Return the line of a case: where it stands. `search` is of this case, if it was made already."""
    phase = case.phases[-1] if case.phases else None
    over = phase is not None and phase.phase in OVER
    # While the plan is being changed, what people hold is the one that was agreed.
    current = case.current_plan()
    plan_of, plan = as_agreed(case, current) if current else (case, None)
    search = search if plan_of is case else None
    agreed = plan is not None and plan.agreed_at is not None
    meetings = _held(case)
    meeting = next((item for item in meetings if not item.was_agreed), None)
    meeting = meeting or (meetings[-1] if meetings else None)
    coming = agreed_next(case)
    answered = _answered(plan_of, plan) if plan else set()
    contact = case.person(case.contact_person) if case.contact_person else None
    names = told_apart(case.people)
    asked = [item for item in meetings if _asked(item)]
    fell = _fell(case, asked)
    running = [item for item in plan.agreements if item.ended is None] if plan and agreed else []
    threads = Threads(plan_of)
    old, to_give = papers_out(case, plan_of, plan, search) if plan and agreed and not over else (0, 0)
    return CaseLine(
        reference=case.reference,
        family_name=case.family_name,
        municipality=case.municipality,
        phase=Phase(phase.phase) if phase else None,
        phase_began=phase.from_ if phase else None,
        colour=Colour(case.colours[-1].colour) if case.colours else None,
        contact_person=names[contact.id] if contact else None,
        meeting=meeting.id if meeting else None,
        meeting_number=meeting.number if meeting else 0,
        meeting_starts_at=meeting.starts_at if meeting else None,
        meeting_agreed=bool(meeting and meeting.was_agreed),
        meeting_agreed_on=_agreed_on(meeting),
        agreed_next=coming is not None,
        agreed_next_at=coming.starts_at if coming else None,
        agreed_next_place=coming.place if coming else None,
        agreed=agreed,
        agreed_on=_agreed_on(plan),
        changed_since_agreed=bool(agreed and current and current.agreed_at is None),
        to_answer=sum(item.person not in answered for item in plan.participants) if plan else 0,
        copies=_copies(plan_of, plan, search) if plan and agreed and not over else 0,
        trend=tuple(_trend(case)),
        fell=tuple(names[person] for person in fell),
        fell_on=asked[-1].day if fell else None,
        running=tuple(_running(case, plan, threads, item) for item in running) if plan else (),
        not_kept_twice=sum(_failed_twice(threads.checks(plan, item)) for item in running) if plan else 0,
        old_papers=old,
        papers_to_give=to_give,
        workers_missing=max(0, _FIXED_WORKERS - len(case.workers)),
    )


def _failed_twice(checks: Sequence[Check]) -> bool:
    """Return True if an agreement was not kept the last two times that there was an occasion."""
    occasions = [check for check in checks if check.result != CheckResult.DID_NOT_OCCUR]
    dated = sorted(occasions, key=lambda check: check.on or dt.date.min)
    return len(dated) > 1 and all(check.result == CheckResult.NOT_KEPT for check in dated[-2:])


def _agreed_on(meeting: Meeting | None) -> dt.date | None:
    """The day on which the plan of a meeting was agreed last, also where it changed since."""
    if meeting is None:
        return None
    at = meeting.agreed_at or next((version.agreed_at for version in reversed(meeting.plan_versions)), "")
    return dt.date.fromisoformat(at[:10]) if at else None


def _answered(case: Case, plan: Meeting) -> set[str]:
    """Return who answered for the plan as it stands.

    Before anything changed, every answer is for that plan.
    """
    answers = plan.answers
    if len(plan.plan_versions) > 1 or not plan.agreed_at:
        disclosure = Disclosure(case, plan)
        answers = [item for item in answers if not disclosure.is_outdated(item)]
    return {item.person for item in answers}


def _copies(case: Case, plan: Meeting, search: LeakSearch | None) -> int:
    """Return how many copies printing makes: no paper, or a leak, withholds one."""
    disclosure = Disclosure(case, plan, search)
    return sum(
        (person := case.person(item.person)) is not None
        and person.paper != Paper.NO
        and not leaks_of(disclosure, leaks_on_paper(disclosure, person), person)
        for item in plan.participants
    )


def _held(case: Case) -> list[Meeting]:
    """The meetings that were not called off."""
    return [meeting for meeting in case.meetings if not meeting.is_called_off]


def _trend(case: Case) -> Iterator[float]:
    for meeting in _held(case):
        values = [value for scale in _of_safety(meeting) for value in _numbers(scale).values()]
        if values:
            yield sum(values) / len(values)


def _fell(case: Case, asked: list[Meeting]) -> list[str]:
    """Return whose number is lower than the time before, in the last meeting that asked, in case order.

    A question is compared with the same question; if its words changed, with the one at its place.
    """
    if len(asked) < 2:
        return []
    before, last = map(_asked, asked[-2:])
    lower = {
        person
        for place, scale in enumerate(last)
        if (then := counterpart(scale, place, before))
        for person, value in _numbers(scale).items()
        if value < _numbers(then).get(person, 0)
    }
    return [person.id for person in case.people if person.id in lower]


def _asked(meeting: Meeting) -> list[Scale]:
    return [scale for scale in _of_safety(meeting) if _numbers(scale)]


def _of_safety(meeting: Meeting) -> Iterator[Scale]:
    return (scale for scale in meeting.scales if scale.kind == ScaleKind.SAFETY)


def _numbers(scale: Scale) -> dict[str, int]:
    """Return the number each person gave, by id."""
    return {
        score.person: score.value for score in scale.scores if score.value is not None and not score.declined
    }


def _running(case: Case, plan: Meeting, threads: Threads, agreement: Agreement) -> Running:
    timing = agreement.timing
    if timing.kind == TimingKind.ONCE:
        last = timing.starts_on
    else:
        last = timing.ends_on or last_day(timing.rule, timing.at)
    return Running(next_look(case, plan, agreement, threads.checks(plan, agreement)).by, last)
