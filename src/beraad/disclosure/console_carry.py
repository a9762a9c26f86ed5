"""Items of the last plan that the facilitator asks about, with the checks of each agreement since."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cached_property

from beraad.disclosure.console_views import ConsoleCarry, ConsoleCheck
from beraad.models import Case, Meeting
from beraad.models.follow_up import repeated_note
from beraad.models.gaps import CarrySubject, last_plan, to_review
from beraad.models.names import told_apart
from beraad.models.threads import Threads
from beraad.terms import CarryKind, CheckResult, Column, number_of_time_out

_WENT_WRONG = (CheckResult.NOT_KEPT, CheckResult.PARTLY)


def carried(case: Case, meeting: Meeting, last: Meeting | None) -> list[ConsoleCarry]:
    """Return what has to be kept, changed or ended, what was not kept last time first.

    For `last` see `models.gaps.to_review`.
    """
    last = last or last_plan(case, meeting)
    if last is None:
        return []
    views = _Carried(case, last)
    items = [views.of(subject) for subject in to_review(case, meeting, last)]
    return sorted(items, key=lambda item: not (item.checks and item.checks[0].result in _WENT_WRONG))


class _Carried:
    """Items of the last plan, with what is asked of the whole case once."""

    def __init__(self, case: Case, last: Meeting) -> None:
        self._case, self._last = case, last

    def of(self, subject: CarrySubject) -> ConsoleCarry:
        """Return the view of one item."""
        last = self._last
        match subject.kind:
            case CarryKind.STATEMENT:
                statement = next(item for item in last.statements if item.id == subject.id)
                return ConsoleCarry(subject.kind, subject.id, Column(statement.column), statement.text, "")
            case CarryKind.AGREEMENT:
                return self._agreement(subject)
            case CarryKind.EMERGENCY_STEP:
                step = last.emergency[int(subject.id)]
                return ConsoleCarry(subject.kind, subject.id, None, step.text, step.number or "")
            case _:
                time_out = last.time_outs[(number_of_time_out(subject.id) or 1) - 1]
                return ConsoleCarry(subject.kind, subject.id, None, time_out.signal, time_out.goes_to)

    def _agreement(self, subject: CarrySubject) -> ConsoleCarry:
        agreement = next(item for item in self._last.agreements if item.id == subject.id)
        owners = ", ".join(self._names.get(owner, owner) for owner in agreement.owners)
        checks = self._threads.checks(self._last, agreement) if self._case.checks else []
        told = tuple(
            ConsoleCheck(
                check.on, CheckResult(check.result), check.note, self._names.get(check.said_by or "")
            )
            for check in sorted(checks, key=lambda check: check.on or dt.date.min, reverse=True)
        )
        return ConsoleCarry(
            subject.kind, subject.id, None, agreement.what, owners, told, repeated_note(checks)
        )

    @cached_property
    def _names(self) -> Mapping[str, str]:
        return told_apart(self._case.people)

    @cached_property
    def _threads(self) -> Threads:
        return Threads(self._case)
