"""Freezes an agreed plan: the digest of each person's view, and the whole meeting as proof."""

from __future__ import annotations

import json

from beraad.disclosure.disclose import Disclosure
from beraad.disclosure.leaks import LeakSearch
from beraad.exchange import meeting_document
from beraad.models import Case, PlanVersion
from beraad.services.rows import in_order


def freeze(disclosure: Disclosure, agreed_at: str) -> PlanVersion:
    """Add a version of the plan as it stands to its meeting, and return it."""
    meeting = disclosure.meeting
    # What is still being typed was agreed by nobody.
    content = {name: part for name, part in meeting_document(meeting).items() if name != "drafts"}
    version = PlanVersion(
        agreed_at=agreed_at,
        digests=disclosure.digests(),
        content=json.dumps(content, ensure_ascii=False, sort_keys=True),
    )
    meeting.plan_versions.append(version)
    in_order(meeting.plan_versions)
    return version


def freeze_on_arrival(case: Case, search: LeakSearch) -> None:
    """Freeze what was agreed elsewhere, so that a later change is recognised. `search` is of this case."""
    for meeting in case.meetings:
        if meeting.agreed_at:
            freeze(Disclosure(case, meeting, search), meeting.agreed_at)
