"""Rebuilds the plan in force as it was agreed, while its meeting is being changed again."""

from __future__ import annotations

import json
from typing import Any

from beraad.exchange import case_document, meeting_document, read_case, read_meeting
from beraad.models import CarryDecision, Case, Meeting, PlanVersion, Scan
from beraad.terms import PlanPart

_OF_THE_PLAN = (*PlanPart, "more_time_outs", "shown_answers", "overrides", "agreed_at")
"""Parts of a meeting that stand as they were agreed: the plan, and what speaks of parts of it.

Who came, the marks and the next date are no part of what was agreed: they stand as they are now.
"""


def in_force(case: Case) -> tuple[Case, Meeting] | None:
    """Return the case and the meeting that hold the plan in force; None if the case has no meeting.

    If the plan was changed since it was agreed and not agreed again, the result is a separate case, stored
    nowhere, with the plan as it was agreed: the copies at home are of that plan. It holds the answers to that
    plan, and people, contact details and the next date as they are now.
    """
    plan = case.current_plan()
    return None if plan is None else as_agreed(case, plan)


def as_agreed(case: Case, plan: Meeting) -> tuple[Case, Meeting]:
    """Return case and meeting with the plan as it was agreed, or as they are if it is or never was."""
    if plan.agreed_at is not None or not plan.plan_versions:
        return case, plan
    place = case.meetings.index(plan)
    then = read_case(json.dumps(case_document(case)).encode(), case.reference)
    # Its references are not looked up: a later meeting may go on from what came after it was agreed.
    then.meetings[place] = read_meeting(_document(plan))
    then.meetings[place].position = plan.position
    for answer in then.meetings[place].answers:
        answer.digest = _held(plan.plan_versions[-1], answer.person)
    for now, kept in zip(case.meetings, then.meetings, strict=True):
        kept.plan_versions = [_version(item) for item in now.plan_versions]
        kept.scans = [_scan(item) for item in now.scans]
        kept.carry_decisions = [_decision(item) for item in now.carry_decisions]
    return then, then.meetings[place]


def _document(plan: Meeting) -> dict[str, Any]:
    """The document of the meeting with the last agreed version of its plan, and the answers for that."""
    version = plan.plan_versions[-1]
    agreed: dict[str, Any] = json.loads(version.content)
    now = meeting_document(plan)
    own = {item.person for item in plan.answers if plan.answered_for(item) == _held(version, item.person)}
    return {
        **{name: part for name, part in now.items() if name not in _OF_THE_PLAN},
        **{name: part for name, part in agreed.items() if name in _OF_THE_PLAN},
        "answers": [answer for answer in now.get("answers", []) if answer["person"] in own],
    }


def _held(version: PlanVersion, person: str) -> str | None:
    """The digest of what somebody got of this version."""
    return version.digests.get(person)


def _version(item: PlanVersion) -> PlanVersion:
    return PlanVersion(
        position=item.position, agreed_at=item.agreed_at, digests=item.digests, content=item.content
    )


def _decision(item: CarryDecision) -> CarryDecision:
    return CarryDecision(position=item.position, kind=item.kind, subject=item.subject, decision=item.decision)


def _scan(item: Scan) -> Scan:
    return Scan(
        position=item.position,
        person=item.person,
        digest=item.digest,
        added_at=item.added_at,
        pages=item.pages,
    )
