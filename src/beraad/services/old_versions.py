"""Plans that were agreed once and count no more, to read and print as what they are; for the file alone."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Protocol

from beraad.codes import ActKind
from beraad.disclosure.audience import File
from beraad.disclosure.disclose import Disclosure
from beraad.disclosure.proof import FILE_DIGEST
from beraad.export.copies import full_plan
from beraad.export.document import Document
from beraad.export.in_letters import in_letters
from beraad.export.pdf import Rendered, render
from beraad.models import Case, Meeting, PlanVersion
from beraad.models.calling import feared_in
from beraad.models.names import told_apart
from beraad.paths import file_stem
from beraad.services.agreed_plan import agreed_plans, with_plan_of
from beraad.services.errors import NoMeeting
from beraad.services.unwritable import letters_of


class Record(Protocol):
    """Record of what left the program."""

    def handed_out(self, kind: ActKind, meeting: str, people: Collection[str]) -> None:
        """Put on record that papers of a meeting left the program."""


@dataclasses.dataclass(frozen=True, slots=True)
class OldVersion:
    """Plan that was agreed once and counts no more."""

    place: int
    """Place among all plans of the case that were agreed, from 1: by this it is asked for."""
    version: int
    """Version as the plan for the file says: what was agreed anew without a change is the same one."""
    meeting: int
    """Number of its meeting."""
    agreed_at: str
    """Local time, ISO 8601."""
    asked: tuple[str, ...]
    """Names of those who were asked about it: everybody invited, or later whose own plan had changed."""


class OldVersions:
    """Earlier versions of the plan of one case. How to reach people in them is as it is now."""

    def __init__(self, case: Case, record: Record) -> None:
        self._case, self._record = case, record
        self._plans = [
            (meeting, number)
            for meeting in case.meetings
            for number, _row in enumerate(meeting.plan_versions, start=1)
        ]

    def lines(self) -> tuple[OldVersion, ...]:
        """Return them, the newest first; the plan that was agreed last is none of them."""
        names = told_apart(self._case.people)
        numbered = list(zip(self._plans, self._numbers(), strict=True))
        found = [
            OldVersion(
                place,
                version,
                meeting.number,
                meeting.plan_versions[number - 1].agreed_at,
                tuple(names[person] for person in _asked(meeting, number) if person in names),
            )
            for place, ((meeting, number), version) in enumerate(numbered, start=1)
            if version < numbered[-1][1]
        ]
        return tuple(reversed(found))

    def _numbers(self) -> Iterator[int]:
        """Yield the version of each plan."""
        version, before = 0, None
        for meeting, number in self._plans:
            digest = meeting.plan_versions[number - 1].digests.get(FILE_DIGEST)
            version += version == 0 or digest != before
            before = digest
            yield version

    def document(self, place: int) -> Document:
        """Return one of them whole, marked on every page as what counts no more. Raises NoMeeting."""
        if not 0 < place < len(self._plans):
            raise NoMeeting(reference=self._case.reference)
        meeting, number = self._plans[place - 1]
        case, plan = agreed_plans(meeting)[number - 1].in_case(self._case)
        disclosure = Disclosure(case, plan, feared=feared_in(self._case), as_agreed=with_plan_of)
        view = dataclasses.replace(disclosure.copy(File()).view, expired=True)
        made = full_plan(view)
        people = self._case.people
        known = tuple(name for person in people for name in (person.name, person.called))
        return in_letters(dataclasses.replace(made, names=known), letters_of(people))

    def one(self, place: int) -> Rendered:
        """Return one of them as PDF. Raises NoMeeting."""
        return render(self.document(place))

    def name_for(self, place: int) -> str:
        """Return the file name of one of them: the reference, its day, and that it counts no more."""
        meeting, number = self._plans[place - 1]
        day = meeting.plan_versions[number - 1].agreed_at[:10]
        return f"{file_stem(self._case.reference)}_plan_{day}_vervallen.pdf"

    def handed_out(self, kind: ActKind, place: int) -> None:
        """Put on record that one of them left the program. Raises what a commit raises."""
        self._record.handed_out(kind, self._plans[place - 1][0].id, [""])


def _asked(meeting: Meeting, number: int) -> Sequence[str]:
    """Return the ids of those who were asked about a version of the plan of a meeting."""
    invited = [item.person for item in meeting.participants]
    if number == 1:
        return invited
    before, now = (_digests(meeting.plan_versions[place]) for place in (number - 2, number - 1))
    return [person for person in invited if before.get(person) != now.get(person)]


def _digests(row: PlanVersion) -> Mapping[str, str]:
    return row.digests
