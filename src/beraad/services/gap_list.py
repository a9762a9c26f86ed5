"""Gaps of a plan as a list for the command line: in sentences, or as JSON for another program."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from beraad.disclosure.console import console_gaps
from beraad.disclosure.console_views import ConsoleGap
from beraad.exchange import read_case_file
from beraad.i18n import _, spoken
from beraad.models import Case, Meeting
from beraad.models.names import told_apart
from beraad.services.errors import NoMeeting, UnknownMeeting
from beraad.services.in_force import as_agreed
from beraad.words.gaps import gap_sentence


@dataclass(frozen=True, slots=True)
class GapList:
    """Gaps of a plan, also those that were let stand; `names` are those of its people, by id."""

    gaps: tuple[ConsoleGap, ...]
    names: dict[str, str]

    def in_json(self) -> str:
        """Return a JSON list of objects: `gap`, `subject`, `people` (ids), `reason` (null: not let stand)."""
        found = [
            {"gap": gap.gap.value, "subject": gap.subject, "people": list(gap.people), "reason": gap.reason}
            for gap in self.gaps
        ]
        # Escaped where it is not ASCII: so it is the same JSON on every terminal.
        return json.dumps(found, indent=2)

    def in_words(self) -> Iterator[str]:
        """Yield a sentence per gap, with the reason if it may stand; one sentence if there is none."""
        for gap in self.gaps:
            words = gap_sentence(gap.gap, gap.text, [self.names[person] for person in gap.people], spoken())
            because = _("{gap} (mag zo, want: {reason})")
            yield because.format(gap=words, reason=gap.reason) if gap.reason else words
        if not self.gaps:
            yield _("In dit plan ontbreekt niets.")


def gap_list(case: Case, meeting: str | None = None) -> GapList:
    """Return the gaps of the plan in force, else of the newest meeting, or of the given `meeting` (id).

    The plan in force is the one that was agreed, also while it is being changed. A given `meeting` is looked
    at as it stands now. Raises NoMeeting, UnknownMeeting.
    """
    names = told_apart(case.people)
    if meeting is None:
        return GapList(tuple(console_gaps(*as_agreed(case, _newest(case)))), names)
    found = case.meeting(meeting)
    if found is None:
        raise UnknownMeeting(meeting=meeting)
    return GapList(tuple(console_gaps(case, found)), names)


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
