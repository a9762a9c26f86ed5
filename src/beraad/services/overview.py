"""One line a case for the overview: where it stands, and what there is to do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from beraad.disclosure.disclose import Disclosure
from beraad.models import Case, Meeting
from beraad.models.names import told_apart
from beraad.terms import Colour, Paper, Phase, ScaleKind


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One line of the overview of cases."""

    reference: str
    family_name: str
    municipality: str | None
    phase: Phase | None
    days_in_phase: int | None
    colour: Colour | None
    contact_person: str | None
    meeting: str | None
    """Id of the meeting to open: today's, the next, or else the last."""
    meeting_number: int
    meeting_starts_at: str | None
    meeting_agreed: bool
    """Whether the plan of that meeting was agreed, so that no meeting is open or planned."""
    agreed: bool
    to_answer: int
    """How many participants of the current plan did not answer yet."""
    copies: int
    """How many copies of the current plan there are to hand out."""
    trend: tuple[float, ...]
    """Mean safety score (0-10) of each meeting that asked."""


def line_of(case: Case, today: dt.date) -> CaseLine:
    """Where a case stands on `today`."""
    phase = case.phases[-1] if case.phases else None
    plan = case.current_plan()
    meeting = next((item for item in case.meetings if item.agreed_at is None), None)
    meeting = meeting or (case.meetings[-1] if case.meetings else None)
    answered = _answered(case, plan) if plan else set()
    contact = case.person(case.contact_person) if case.contact_person else None
    attending = [case.person(item.person) for item in plan.participants] if plan else []
    return CaseLine(
        reference=case.reference,
        family_name=case.family_name,
        municipality=case.municipality,
        phase=Phase(phase.phase) if phase else None,
        days_in_phase=(today - phase.from_).days if phase and phase.from_ else None,
        colour=Colour(case.colours[-1].colour) if case.colours else None,
        contact_person=told_apart(case.people)[contact.id] if contact else None,
        meeting=meeting.id if meeting else None,
        meeting_number=meeting.number if meeting else 0,
        meeting_starts_at=meeting.starts_at if meeting else None,
        meeting_agreed=bool(meeting and meeting.agreed_at),
        agreed=bool(plan and plan.agreed_at),
        to_answer=sum(item.person not in answered for item in plan.participants) if plan else 0,
        copies=sum(person is not None and person.paper != Paper.NO for person in attending),
        trend=tuple(_trend(case)),
    )


def _answered(case: Case, plan: Meeting) -> set[str]:
    """Who answered for the plan as it stands; before anything changed nobody needs to look."""
    answers = plan.answers
    if len(plan.plan_versions) > 1 or not plan.agreed_at:
        disclosure = Disclosure(case, plan)
        answers = [item for item in answers if not disclosure.is_outdated(item)]
    return {item.person for item in answers}


def _trend(case: Case) -> Iterator[float]:
    for meeting in case.meetings:
        values = [
            score.value
            for scale in meeting.scales
            if scale.kind == ScaleKind.SAFETY
            for score in scale.scores
            if score.value is not None and not score.declined
        ]
        if values:
            yield sum(values) / len(values)
