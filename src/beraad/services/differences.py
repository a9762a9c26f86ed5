"""The difference between two agreed plans for one reader, from that reader's documents then and now."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from beraad.disclosure.audience import Reader
from beraad.disclosure.difference import difference, differs
from beraad.disclosure.disclose import Disclosure
from beraad.disclosure.paper import Run
from beraad.disclosure.signing_views import Difference
from beraad.disclosure.views import PlanView
from beraad.export.copies import changed_part
from beraad.export.in_letters import texts_of
from beraad.models import Agreement, Answer, Case, Meeting
from beraad.models.calling import feared_in
from beraad.models.plan_changes import followed
from beraad.models.threads import Threads
from beraad.places import COPY, Place
from beraad.services.agreed_plan import AgreedPlan, agreed_plans, with_plan_of

Wanted = Callable[[AgreedPlan], bool]
"""Function that returns True if a document may be compared with that of an earlier plan."""


@dataclass(frozen=True, slots=True)
class Changed:
    """Documents of one reader that differ, the earlier one and the one of now, with the difference."""

    before: PlanView
    now: PlanView
    difference: Difference

    @property
    def called(self) -> str:
        """Name of the reader."""
        return self.now.reader.person.called if self.now.reader else ""


def any_plan(_plan: AgreedPlan) -> bool:
    """Return True: the newest earlier plan with another document is meant."""
    return True


class Differences:
    """Differences between the plan of a `disclosure` and those that were agreed before it in a case.

    `case` is the case as it is now: who is feared and what is hidden from whom is so in every plan.
    """

    def __init__(self, case: Case, disclosure: Disclosure) -> None:
        self._case, self._now, self._feared = case, disclosure, feared_in(case)
        self._then: dict[AgreedPlan, Disclosure] = {}

    def for_reader(self, reader: Reader, wanted: Wanted = any_plan) -> Changed | None:
        """Return the difference from the newest earlier plan that is another for this reader.

        Return None if the reader's document never was another.
        """
        now = self._now.copy(reader).view
        for plan in filter(wanted, self._earlier()):
            before = self._at(plan).copy(reader).view
            if before.meeting.agreed_at and differs(before, now):
                return Changed(before, now, difference(before, now, self._same(plan)))
        return None

    def tells(self, reader: Reader, texts: Sequence[str]) -> bool:
        """Return True if texts, read in this order, tell something that the reader may not have."""
        told = self._now.found.read(reader, (Run(COPY, text) for text in texts))
        return bool(self._now.search.leaks(told, reader))

    def _earlier(self) -> Iterator[AgreedPlan]:
        """Yield the plans that were agreed before, the newest first."""
        here = self._now.meeting
        numbers = [meeting.id for meeting in self._case.meetings]
        for meeting in reversed(self._case.meetings[: numbers.index(here.id) + 1]):
            yield from reversed(agreed_plans(meeting))

    def _at(self, plan: AgreedPlan) -> Disclosure:
        if plan not in self._then:
            then = plan.in_case(self._case)
            self._then[plan] = Disclosure(*then, feared=self._feared, as_agreed=with_plan_of)
        return self._then[plan]

    def _same(self, plan: AgreedPlan) -> Callable[[object, object], bool]:
        before, now = self._at(plan), self._now
        goes_on = {
            _place(now.meeting, later): _place(before.meeting, earlier)
            for earlier, later in followed(Threads(now.case), before.meeting, now.meeting)
        }

        def same(then: object, item: object) -> bool:
            place = goes_on.get(now.found.place_of(item))
            return place is not None and before.found.place_of(then) == place

        return same


def changed_since(answer: Answer, case: Case, now: Disclosure) -> Difference | None:
    """Return what changed in the document of who gave this answer to an earlier plan of the same meeting.

    Return None if it is not known what was answered for, or if telling it would tell something hidden.
    """
    meeting, reader = now.meeting, Reader(answer.person)
    then = meeting.answered_for(answer)
    numbers = {
        place
        for place, row in enumerate(meeting.plan_versions, start=1)
        if then and row.digests.get(answer.person) == then
    }
    differences = Differences(case, now)
    changed = differences.for_reader(
        reader, lambda plan: plan.meeting == meeting.id and plan.number in numbers
    )
    if changed is None:
        return None
    told = texts_of(changed_part(changed.now, changed.difference).blocks)
    return None if differences.tells(reader, tuple(told)) else changed.difference


def _place(meeting: Meeting, row: object) -> Place:
    made = Place.agreement if isinstance(row, Agreement) else Place.statement
    return Place.meeting(meeting.id) / made(str(getattr(row, "id", "")))
