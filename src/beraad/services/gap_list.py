"""Gaps of a plan, for the command line."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from beraad.disclosure.console import console_gaps
from beraad.disclosure.console_views import ConsoleGap
from beraad.exchange import read_case_file
from beraad.models import Case, Meeting
from beraad.models.names import told_apart
from beraad.services.agreed_plan import as_agreed, last_as_agreed
from beraad.services.errors import NoMeeting, UnknownMeeting


@dataclass(frozen=True, slots=True)
class GapList:
    """Gaps of a plan, also those that were let stand; `names` are those of its people, by id."""

    gaps: tuple[ConsoleGap, ...]
    names: dict[str, str]


def gap_list(case: Case, meeting: str | None = None) -> GapList:
    """Return the gaps of the plan in force, else of the newest meeting, or of the given `meeting` (id).

    The plan in force is the one that was agreed, also while it is being changed. A given `meeting` is looked
    at as it stands now. Raises NoMeeting, UnknownMeeting.
    """
    names = told_apart(case.people)
    if meeting is None:
        return GapList(_gaps(*as_agreed(case, _newest(case))), names)
    found = case.meeting(meeting)
    if found is None:
        raise UnknownMeeting(meeting=meeting)
    return GapList(_gaps(case, found), names)


def _gaps(case: Case, meeting: Meeting) -> tuple[ConsoleGap, ...]:
    last = last_as_agreed(case, meeting)
    return tuple(console_gaps(case, meeting, last[1] if last else None))


def gap_list_of_file(path: Path, meeting: str | None = None) -> GapList:
    """Return the gaps of a case file, without a store; see `gap_list`. Raises CaseFileError too."""
    return gap_list(read_case_file(path), meeting)


def _newest(case: Case) -> Meeting:
    """The last that was agreed, else the last that was not called off, else the last."""
    agreed = [item for item in case.meetings if item.was_agreed]
    held = [item for item in case.meetings if item.cancelled_at is None]
    for choice in (agreed, held, case.meetings):
        if choice:
            return choice[-1]
    raise NoMeeting(reference=case.reference)
