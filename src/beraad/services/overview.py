"""One line a case for the overview: where it stands, and what there is to do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from beraad.disclosure.audience import Reader
from beraad.disclosure.disclose import Disclosure
from beraad.models import Agreement, Case, Meeting, Scale
from beraad.models.names import told_apart
from beraad.recurring import last_day
from beraad.services.held_back import leaks_of
from beraad.services.in_force import in_force
from beraad.services.planning import agreed_next
from beraad.terms import OVER, Colour, Paper, Phase, ScaleKind, TimingKind

_CHECKED_WITHIN = {Phase.INTENSIVE: dt.timedelta(weeks=2), Phase.MONITOR: dt.timedelta(weeks=5)}
"""How long an agreement may go without a check. Source: the method has weekly contact in the intensive phase,
of which one may be missed; in monitoring workers follow at a distance, here about monthly."""


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One line of the overview of cases."""

    reference: str
    family_name: str
    municipality: str | None
    phase: Phase | None
    phase_began: dt.date | None
    days_in_phase: int | None
    colour: Colour | None
    contact_person: str | None
    meeting: str | None
    """Id of the meeting to open: today's, the next, or else the last."""
    meeting_number: int
    meeting_starts_at: str | None
    meeting_agreed: bool
    """Whether a plan was agreed in that meeting, so that none is open or planned."""
    agreed_today: bool
    """Whether that was today, so that people may still be signing."""
    agreed_next: bool
    """Whether a next meeting was agreed at the table that is not planned yet."""
    agreed_next_at: str | None
    """When that is (local, ISO 8601)."""
    agreed_next_place: str | None
    agreed: bool
    """Whether a plan is in force."""
    changed_since_agreed: bool
    """Whether that plan was changed since, and waits to be agreed again."""
    to_answer: int
    """How many participants did not answer for the plan in force yet."""
    copies: int
    """How many copies of the plan in force there are to hand out: as many as printing makes."""
    trend: tuple[float, ...]
    """Mean safety score (0-10) of each meeting that asked."""
    fell: tuple[str, ...]
    """Who gave a lower number for safety than the time before. A mean may rise meanwhile."""
    to_check: int
    """How many running agreements nobody checked for too long."""
    past_end: int
    """How many agreements are past their last day and were not ended."""


def line_of(case: Case, today: dt.date) -> CaseLine:
    """Where a case stands on `today`."""
    phase = case.phases[-1] if case.phases else None
    over = phase is not None and phase.phase in OVER
    # While the plan is being changed, what people hold is the one that was agreed.
    plan_of, plan = in_force(case) or (case, None)
    agreed = plan is not None and plan.agreed_at is not None
    meetings = _held(case)
    meeting = next((item for item in meetings if not item.was_agreed), None)
    meeting = meeting or (meetings[-1] if meetings else None)
    coming = agreed_next(case)
    answered = _answered(plan_of, plan) if plan else set()
    contact = case.person(case.contact_person) if case.contact_person else None
    names = told_apart(case.people)
    running = [item for item in plan.agreements if item.ended is None] if plan and agreed else []
    return CaseLine(
        reference=case.reference,
        family_name=case.family_name,
        municipality=case.municipality,
        phase=Phase(phase.phase) if phase else None,
        phase_began=phase.from_ if phase else None,
        days_in_phase=(today - phase.from_).days if phase and phase.from_ else None,
        colour=Colour(case.colours[-1].colour) if case.colours else None,
        contact_person=names[contact.id] if contact else None,
        meeting=meeting.id if meeting else None,
        meeting_number=meeting.number if meeting else 0,
        meeting_starts_at=meeting.starts_at if meeting else None,
        meeting_agreed=bool(meeting and meeting.was_agreed),
        agreed_today=bool(meeting and _agreed_on(meeting) == today.isoformat()),
        agreed_next=coming is not None,
        agreed_next_at=coming.starts_at if coming else None,
        agreed_next_place=coming.place if coming else None,
        agreed=agreed,
        changed_since_agreed=plan_of is not case,
        to_answer=sum(item.person not in answered for item in plan.participants) if plan else 0,
        copies=_copies(plan_of, plan) if plan and agreed and not over else 0,
        trend=tuple(_trend(case)),
        fell=tuple(names[person] for person in _fell(case)),
        to_check=sum(_is_to_check(case, plan, item, today) for item in running) if plan else 0,
        past_end=sum(_is_past_end(item, today) for item in running),
    )


def _agreed_on(meeting: Meeting) -> str:
    """The day on which the plan of a meeting was agreed last, also where it changed since; empty: never."""
    at = meeting.agreed_at or next((version.agreed_at for version in reversed(meeting.plan_versions)), "")
    return at[:10]


def _answered(case: Case, plan: Meeting) -> set[str]:
    """Who answered for the plan as it stands; before anything changed nobody needs to look."""
    answers = plan.answers
    if len(plan.plan_versions) > 1 or not plan.agreed_at:
        disclosure = Disclosure(case, plan)
        answers = [item for item in answers if not disclosure.is_outdated(item)]
    return {item.person for item in answers}


def _copies(case: Case, plan: Meeting) -> int:
    """How many copies printing makes: no paper, or a leak, withholds one."""
    disclosure = Disclosure(case, plan)
    return sum(
        (person := case.person(item.person)) is not None
        and person.paper != Paper.NO
        and not leaks_of(disclosure, disclosure.copy(Reader(person.id)), person)
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


def _fell(case: Case) -> list[str]:
    """Whose number is lower than the time before, in the last meeting that asked, in the order of the case.

    A question is compared with the same question; where it got other words, with the one at its place.
    """
    asked = [scales for meeting in _held(case) if (scales := _asked(meeting))]
    if len(asked) < 2:
        return []
    before, last = asked[-2:]
    by_words = {scale.question: scale for scale in before}
    lower = {
        person
        for place, scale in enumerate(last)
        if (then := by_words.get(scale.question) or (before[place] if place < len(before) else None))
        for person, value in _numbers(scale).items()
        if value < _numbers(then).get(person, 0)
    }
    return [person.id for person in case.people if person.id in lower]


def _asked(meeting: Meeting) -> list[Scale]:
    return [scale for scale in _of_safety(meeting) if _numbers(scale)]


def _of_safety(meeting: Meeting) -> Iterator[Scale]:
    return (scale for scale in meeting.scales if scale.kind == ScaleKind.SAFETY)


def _numbers(scale: Scale) -> dict[str, int]:
    """What each gave, by id."""
    return {
        score.person: score.value for score in scale.scores if score.value is not None and not score.declined
    }


def _is_to_check(case: Case, plan: Meeting, agreement: Agreement, today: dt.date) -> bool:
    phase = Phase(case.phases[-1].phase) if case.phases else Phase.INTENSIVE
    if phase not in _CHECKED_WITHIN or _is_past_end(agreement, today):
        return False
    checked = (
        item.on
        for item in case.checks
        if item.agreement == agreement.id and item.meeting in (None, plan.id) and item.on
    )
    # At a meeting all are looked at.
    seen = [day for day in (agreement.timing.starts_on, plan.day, *checked) if day]
    return bool(seen) and max(seen) + _CHECKED_WITHIN[phase] < today


def _is_past_end(agreement: Agreement, today: dt.date) -> bool:
    timing = agreement.timing
    if timing.kind == TimingKind.ONCE:
        last = timing.starts_on
    else:
        last = timing.ends_on or last_day(timing.rule, timing.at)
    return last is not None and last < today
