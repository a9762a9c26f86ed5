"""Compare two agreed plans: what is new, changed or ended, each thing followed through the meetings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from beraad.models.agreement import Agreement, TimingDraft
from beraad.models.emergency import EmergencyStep, TimeOutDraft
from beraad.models.meeting import Meeting
from beraad.models.scale import Scale
from beraad.models.statement import Statement
from beraad.models.threads import Threads
from beraad.terms import PlanPart

P = TypeVar("P", Statement, Agreement)
T = TypeVar("T")
Row = Statement | Agreement


class ChangeKind(StrEnum):
    """Ways in which something of a plan is another in a later plan."""

    NEW = "new"
    CHANGED = "changed"
    ENDED = "ended"
    """It does not count any more: it was ended, or is gone."""


@dataclass(frozen=True, slots=True)
class PlanChange:
    """Something of a plan that is another in a later plan, with its words in each; None: not in that plan."""

    kind: ChangeKind
    part: PlanPart
    before: str | None
    now: str | None


def plan_changes(threads: Threads, earlier: Meeting, later: Meeting) -> Iterator[PlanChange]:
    """Yield what is new, changed or ended in `later`, in the order of its parts.

    `threads` are those of a case that holds `later`; `earlier` may be a row of no case. Statements and
    agreements are followed by their origin, questions by their words and time-outs by who takes them. A step
    in other words is another step.
    """
    followed = _Followed(threads, earlier, later)
    statements = followed.pairs(earlier.statements, later.statements)
    yield from _compared(PlanPart.STATEMENTS, statements, _of_statement)
    scales = _pairs(earlier.scales, later.scales, _asked)
    yield from _compared(PlanPart.SCALES, scales, _of_scale)
    agreements = followed.pairs(earlier.agreements, later.agreements)
    yield from _compared(PlanPart.AGREEMENTS, agreements, _of_agreement)
    outs = _pairs(earlier.time_outs, later.time_outs, _taken_by)
    yield from _compared(PlanPart.TIME_OUT, outs, _of_time_out)
    steps = _pairs(earlier.emergency, later.emergency, _stepped)
    yield from _compared(PlanPart.EMERGENCY, steps, _of_step)


def followed(threads: Threads, earlier: Meeting, later: Meeting) -> Iterator[tuple[Row, Row]]:
    """Yield the statements and agreements that go on from one plan to a later one, as they are in each.

    `threads` are those of a case that holds `later`; `earlier` may be a row of no case.
    """
    rows = _Followed(threads, earlier, later)
    for pairs in (
        rows.pairs(earlier.statements, later.statements),
        rows.pairs(earlier.agreements, later.agreements),
    ):
        yield from ((before, now) for before, now in pairs if before is not None and now is not None)


class _Followed:
    """Statements or agreements of two plans, laid side by side by their threads."""

    def __init__(self, threads: Threads, earlier: Meeting, later: Meeting) -> None:
        self._threads, self._earlier, self._later = threads, earlier, later

    def pairs(self, earlier: Iterable[P], later: Iterable[P]) -> Iterator[tuple[P | None, P | None]]:
        rows = {row.id: row for row in earlier}
        left = dict(rows)
        for row in later:
            before = rows.get(next((name for name in self._names(row) if name in rows), ""))
            yield before, row
            if before is not None:
                left.pop(before.id, None)
        yield from ((row, None) for row in left.values())

    def _names(self, row: Statement | Agreement) -> Iterator[str]:
        """Yield the ids that a row of the later plan may have in the earlier one."""
        if self._earlier.id == self._later.id:
            yield row.id
            return
        if row.origin and row.origin_meeting == self._earlier.id:
            yield row.origin
        for meeting, item in self._threads.came_from(self._later, row):
            if type(item) is not type(row):
                return
            if meeting.id == self._earlier.id:
                yield item.id


def _pairs(
    earlier: Iterable[T], later: Iterable[T], same: Callable[[T], object]
) -> Iterator[tuple[T | None, T | None]]:
    """Yield the items of two plans in pairs of which `same` is equal, in their order."""
    left = list(earlier)
    for item in later:
        before = next((one for one in left if same(one) == same(item)), None)
        if before is not None:
            left.remove(before)
        yield before, item
    yield from ((item, None) for item in left)


Words = tuple[str, bool, tuple[object, ...]]
"""Words by which something is told, whether it counts, and all that makes it another if it changes."""


def _compared(
    part: PlanPart, pairs: Iterable[tuple[T | None, T | None]], words_of: Callable[[T], Words]
) -> Iterator[PlanChange]:
    nothing: Words = "", False, ()
    for earlier, later in pairs:
        before = words_of(earlier) if earlier is not None else nothing
        now = words_of(later) if later is not None else nothing
        kind = _kind(before, now)
        if kind is not None:
            said = [
                words[0] if item is not None else None for words, item in ((before, earlier), (now, later))
            ]
            yield PlanChange(kind, part, *said)


def _kind(before: Words, now: Words) -> ChangeKind | None:
    if before[1] and not now[1]:
        return ChangeKind.ENDED
    if now[1] and not before[1]:
        return ChangeKind.NEW
    return ChangeKind.CHANGED if now[1] and before[2] != now[2] else None


def _asked(row: Scale) -> object:
    return row.kind, row.question


def _taken_by(row: TimeOutDraft) -> object:
    return row.takes


def _stepped(row: EmergencyStep) -> object:
    return row.text, row.number


def _of_statement(row: Statement) -> Words:
    return row.text, True, (row.column, row.kind, row.text, row.about, row.disputed_by, row.visible_to)


def _of_scale(row: Scale) -> Words:
    return row.question, True, (row.zero, row.ten, row.visible_to)


def _of_agreement(row: Agreement) -> Words:
    when = tuple(getattr(row.timing, name) for name in TimingDraft.model_fields)
    how = row.measured_by, row.checked_by, row.fallback
    return row.what, row.ended is None, (row.what, sorted(row.owners), when, how, row.visible_to)


def _of_time_out(row: TimeOutDraft) -> Words:
    said = row.signs, row.signal, row.goes_to, row.minutes, row.returns, row.visible_to
    return row.signal, True, said


def _of_step(row: EmergencyStep) -> Words:
    return row.text, True, (row.visible_to,)
