"""The plan in force as it was agreed, while its meeting is being changed again."""

from __future__ import annotations

import json
from typing import Any

from beraad.exchange import case_document, meeting_document, read_case, read_meeting
from beraad.models import Case, Meeting, PlanVersion, Scan


def in_force(case: Case) -> tuple[Case, Meeting] | None:
    """The case and the meeting whose content is the plan in force; None where the case has no meeting.

    Where a plan was changed since it was agreed and not agreed again, what comes out is a case of its own,
    stored nowhere, in which the meeting stands as it was agreed: a copy at home is of that plan. Answers
    for it stand in it, with what people and contact details are now.
    """
    plan = case.current_plan()
    if plan is None or plan.agreed_at is not None or not plan.plan_versions:
        return None if plan is None else (case, plan)
    place = case.meetings.index(plan)
    then = read_case(json.dumps(case_document(case)).encode(), case.reference)
    # Its references are not looked up: a later meeting may go on from what came after it was agreed.
    then.meetings[place] = read_meeting(_as_agreed(plan))
    then.meetings[place].position = plan.position
    for now, kept in zip(case.meetings, then.meetings, strict=True):
        kept.plan_versions = [_version(item) for item in now.plan_versions]
        kept.scans = [_scan(item) for item in now.scans]
    return then, then.meetings[place]


def _as_agreed(plan: Meeting) -> dict[str, Any]:
    """The document of the last agreed version, with the answers that are for it."""
    version = plan.plan_versions[-1]
    agreed: dict[str, Any] = json.loads(version.content)
    own = {item.person for item in plan.answers if item.digest == version.digests.get(item.person)}
    answers = meeting_document(plan).get("answers", [])
    return {**agreed, "answers": [answer for answer in answers if answer["person"] in own]}


def _version(item: PlanVersion) -> PlanVersion:
    return PlanVersion(
        position=item.position, agreed_at=item.agreed_at, digests=item.digests, content=item.content
    )


def _scan(item: Scan) -> Scan:
    return Scan(
        position=item.position,
        person=item.person,
        digest=item.digest,
        added_at=item.added_at,
        pages=item.pages,
    )
