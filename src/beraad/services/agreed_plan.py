"""Plans as they were agreed, read from the stored proof, apart from the meetings in which they grew.

This is the one way to an agreed plan: to print it, to look for its gaps, to read it beside the next one, and
to see who answered for it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from beraad.disclosure.disclose import Disclosure
from beraad.disclosure.leaks import LeakSearch
from beraad.exchange import case_document, meeting_document, read_case, read_meeting
from beraad.models import CarryDecision, Case, Meeting, Person, PlanVersion, Scan
from beraad.models.gaps import last_plan
from beraad.models.names import called_alike, called_apart
from beraad.models.plan_changes import PlanChange, plan_changes
from beraad.models.threads import Threads
from beraad.services.person_references import people_in
from beraad.services.rows import in_order
from beraad.terms import PlanPart

_OF_THE_PLAN = (*PlanPart, "more_time_outs", "shown_answers", "overrides", "agreed_at")
"""Parts of a meeting that stand as they were agreed: the plan, and what speaks of parts of it.

Who came, the marks and the next date are no part of what was agreed: they stand as they are now.
"""

_NAMED = ("name", "called", "relation", "organisation")
"""Names that a plan says of people, and not their circle: that decides who reads what, as it is now."""

_PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class AgreedPlan:
    """Plan of one meeting as it was agreed once. It stays what it is, whatever changes in the case.

    Two are equal if the same was agreed at the same moment, with the same names.
    """

    meeting: str
    """Id of the meeting."""
    agreed_at: str
    """Local time, ISO 8601."""
    number: int
    """Place among the plans that were agreed in that meeting, from 1."""
    plan: str
    """Parts of the meeting's document that are of the plan, as JSON with sorted keys."""
    names: str
    """Names of everybody in it, and of who was called alike, as they were: by id, as JSON with sorted keys.

    `{}` if they were not kept.
    """

    def in_case(self, case: Case) -> tuple[Case, Meeting]:
        """Return a separate case, stored nowhere, in which this plan stands as it was agreed.

        Everybody in the plan has the name from then; who came since and is called alike is told apart. The
        plans before it are as they had been agreed then. How to reach people, who reads what and how, later
        meetings and the next date are as they are now: what was hidden since is hidden. The answers are those
        to this plan and to those before it.
        """
        place = _place(case, self.meeting)
        # Its references are not looked up: a later meeting may go on from what came after it was agreed.
        then = read_case(json.dumps(case_document(case)).encode(), case.reference)
        for index, agreed in (*self._changed_before(case), (place, self)):
            then.meetings[index] = agreed.in_meeting(case.meetings[index])
        names = json.loads(self.names)
        for person in then.people:
            for field, value in names.get(person.id, {}).items():
                setattr(person, field, value)
        for person in self._called_alike(then):
            person.called = called_apart(person, then.people)
        for kept, row in zip(then.meetings, case.meetings, strict=True):
            _put_beside(kept, row)
        for meeting in then.meetings[:place]:
            meeting.plan_versions = [row for row in meeting.plan_versions if row.agreed_at <= self.agreed_at]
        plan = then.meetings[place]
        del plan.plan_versions[self.number :]
        return then, plan

    def differs_in_names(self, case: Case) -> bool:
        """Return True if anybody in this plan has another name in the case now."""
        names = json.loads(self.names)
        return any(_named(person) != names.get(person.id, _named(person)) for person in case.people)

    def surroundings_stay(self, case: Case) -> bool:
        """Return True if the names and the earlier plans of the case are those with which it was agreed."""
        other_names = self.differs_in_names(case) or self._called_alike(case)
        return not other_names and next(self._changed_before(case), None) is None

    def _changed_before(self, case: Case) -> Iterator[tuple[int, AgreedPlan]]:
        """Yield the earlier plans that were changed since, as they had been agreed, with their places."""
        for index, meeting in enumerate(case.meetings[: _place(case, self.meeting)]):
            number = sum(row.agreed_at <= self.agreed_at for row in meeting.plan_versions)
            changed = meeting.agreed_at is None or number < len(meeting.plan_versions)
            if number and changed:
                yield index, _read(meeting, number)

    def _called_alike(self, case: Case) -> list[Person]:
        """Return those who came into the case since and are called as somebody in this plan."""
        names = json.loads(self.names)
        known = [person for person in case.people if person.id in names]
        return [person for person in case.people if person.id not in names and called_alike(person, known)]

    def since(self, earlier: AgreedPlan, case: Case) -> tuple[PlanChange, ...]:
        """Return what is new, changed or ended in this plan since an earlier one of the same case."""
        then, plan = self.in_case(case)
        before = earlier.in_meeting(case.meetings[_place(case, earlier.meeting)])
        return tuple(plan_changes(Threads(then), before, plan))

    def in_meeting(self, now: Meeting) -> Meeting:
        """Return the meeting with this plan in it, and all else as it is now."""
        document = {name: part for name, part in meeting_document(now).items() if name not in _OF_THE_PLAN}
        later = {digest for item in now.plan_versions[self.number :] for digest in item.digests.items()}
        known = {digest for item in now.plan_versions[: self.number] for digest in item.digests.items()}
        given = {
            item.person for item in now.answers if (item.person, now.answered_for(item)) not in later - known
        }
        answers = [item for item in document.pop("answers", []) if item["person"] in given]
        plan = read_meeting({**document, **json.loads(self.plan), "answers": answers})
        plan.position = now.position
        return plan


def agreed_plans(meeting: Meeting) -> tuple[AgreedPlan, ...]:
    """Return every plan that was agreed in a meeting, the oldest first."""
    return tuple(_read(meeting, number) for number, _row in enumerate(meeting.plan_versions, start=1))


def _read(meeting: Meeting, number: int) -> AgreedPlan:
    row = meeting.plan_versions[number - 1]
    content: dict[str, Any] = json.loads(row.content)
    plan = {name: part for name, part in content.items() if name in _OF_THE_PLAN}
    names = {item["id"]: {field: item[field] for field in _NAMED} for item in content.get(_PEOPLE, [])}
    return AgreedPlan(meeting.id, row.agreed_at, number, _in_json(plan), _in_json(names))


def as_agreed(case: Case, meeting: Meeting) -> tuple[Case, Meeting]:
    """Return case and meeting with the plan as it was agreed last, or as they are if it is or never was.

    Of the meeting with the plan in force (`Case.current_plan`) it is the plan that people hold.
    """
    if not meeting.plan_versions:
        return case, meeting
    agreed = _read(meeting, len(meeting.plan_versions))
    if meeting.agreed_at is not None and agreed.surroundings_stay(case):
        return case, meeting
    return agreed.in_case(case)


def with_plan_of(meeting: Meeting, version: PlanVersion) -> Meeting:
    """Return the meeting, apart from its case, with its plan as it was agreed in this version of it."""
    number = next(place for place, row in enumerate(meeting.plan_versions, start=1) if row is version)
    return _read(meeting, number).in_meeting(meeting)


def last_as_agreed(case: Case, meeting: Meeting) -> tuple[Case, Meeting] | None:
    """Return what `as_agreed` returns of the last plan before this meeting; None at a first meeting."""
    last = last_plan(case, meeting)
    return None if last is None else as_agreed(case, last)


def is_renamed(case: Case, meeting: Meeting) -> bool:
    """Return True if somebody in the plan that was agreed last in this meeting has another name now."""
    return bool(meeting.plan_versions) and _read(meeting, len(meeting.plan_versions)).differs_in_names(case)


def freeze(disclosure: Disclosure, agreed_at: str) -> PlanVersion:
    """Add the plan as it stands to its meeting as agreed, and return it.

    Kept are the digest of each person's view, the whole meeting as a case file holds it, and the names of
    everybody in it and of who is called alike.
    """
    meeting = disclosure.meeting
    # What is still being typed was agreed by nobody.
    content = {name: part for name, part in meeting_document(meeting).items() if name != "drafts"}
    ids, people = set(people_in(content)), disclosure.case.people
    there = [person for person in people if person.id in ids]
    kept = [person for person in people if person.id in ids or called_alike(person, there)]
    content[_PEOPLE] = [{"id": person.id, **_named(person)} for person in kept]
    version = PlanVersion(agreed_at=agreed_at, digests=disclosure.digests(), content=_in_json(content))
    meeting.plan_versions.append(version)
    in_order(meeting.plan_versions)
    return version


def freeze_on_arrival(case: Case, search: LeakSearch) -> None:
    """Freeze what was agreed elsewhere, so that a later change is recognised. `search` is of this case."""
    for meeting in case.meetings:
        if meeting.agreed_at:
            freeze(Disclosure(case, meeting, search), meeting.agreed_at)


def _place(case: Case, meeting: str) -> int:
    return [item.id for item in case.meetings].index(meeting)


def _named(person: Person) -> dict[str, str | None]:
    return {field: getattr(person, field) for field in _NAMED}


def _in_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _put_beside(kept: Meeting, now: Meeting) -> None:
    """Give a meeting that was read what a case file does not hold."""
    for name in ("plan_versions", "scans", "carry_decisions"):
        setattr(kept, name, [_copy(row) for row in getattr(now, name)])


def _copy(row: PlanVersion | Scan | CarryDecision) -> PlanVersion | Scan | CarryDecision:
    """Return a row of the program's own with the same content, stored nowhere."""
    content = {name: getattr(row, name) for name in type(row).model_fields if not name.endswith("pk")}
    del content["row_version"]
    return type(row)(**content)
