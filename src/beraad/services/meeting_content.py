"""Contents of a meeting that does not go on: kept, and read on the page of the case."""

from __future__ import annotations

from dataclasses import dataclass

from beraad.disclosure.audience import Facilitator, room_of
from beraad.disclosure.console import console
from beraad.disclosure.console_views import ConsoleView
from beraad.disclosure.disclose import Disclosure
from beraad.disclosure.views import PlanBody
from beraad.models import Case, Meeting

_CONTENT = ("statements", "agreements", "time_outs", "emergency", "notes", "drafts")


@dataclass(frozen=True, slots=True)
class MeetingContent:
    """Everything in a meeting, for the facilitator; also the drafts that were never placed."""

    view: ConsoleView
    plan: PlanBody
    not_placed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LastPlan:
    """Plan of an earlier meeting, for the facilitator, and when that meeting began (ISO text) if known."""

    starts_at: str | None
    plan: PlanBody


def has_content(meeting: Meeting) -> bool:
    """Return True if anything was written down in it, or anybody gave a number."""
    return any(getattr(meeting, name) for name in _CONTENT) or any(scale.scores for scale in meeting.scales)


def content_of(case: Case, meeting: Meeting) -> MeetingContent:
    """Return the contents of a meeting."""
    disclosure = Disclosure(case, meeting)
    view, plan = console(disclosure, room_of(meeting)), disclosure.body(Facilitator())
    return MeetingContent(view, plan, tuple(draft.text for draft in meeting.drafts if draft.text.strip()))
