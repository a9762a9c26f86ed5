"""Contents of a meeting that does not go on: kept, and read on the page of the case."""

from __future__ import annotations

from dataclasses import dataclass

from beraad.disclosure.audience import room_of
from beraad.disclosure.console import console
from beraad.disclosure.console_views import ConsoleView
from beraad.disclosure.disclose import Disclosure
from beraad.models import Case, Meeting

_CONTENT = ("statements", "agreements", "time_outs", "emergency", "notes", "drafts")


@dataclass(frozen=True, slots=True)
class MeetingContent:
    """Everything in a meeting, for the facilitator; also the drafts that were never placed."""

    view: ConsoleView
    not_placed: tuple[str, ...]


def has_content(meeting: Meeting) -> bool:
    """Return True if anything was written down in it, or anybody gave a number."""
    return any(getattr(meeting, name) for name in _CONTENT) or any(scale.scores for scale in meeting.scales)


def content_of(case: Case, meeting: Meeting) -> MeetingContent:
    """Return the contents of a meeting."""
    view = console(Disclosure(case, meeting), room_of(meeting))
    return MeetingContent(view, tuple(draft.text for draft in meeting.drafts if draft.text.strip()))
