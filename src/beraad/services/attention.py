"""Finds what asks for attention in a case, and since when.

The order is: what can hurt somebody now (old paper at home), what everybody waits for (a plan or an answer),
what goes worse, what is overdue, what must still be arranged. Nothing is named that needs no action.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from beraad.codes import AttentionKind
from beraad.services.overview import CaseLine
from beraad.terms import OVER, Phase

_MONITORED = dt.timedelta(days=365 - 30)
"""Time after which monitoring is nearly at its end (method: at most one year), so that it is said in time."""


@dataclass(frozen=True, slots=True)
class Attention:
    """One thing in a case that asks for attention."""

    kind: AttentionKind
    since: dt.date | None = None
    """First day of it, as far as the case says so."""
    count: int = 0
    """Number of answers, agreements or checks."""
    people: tuple[str, ...] = ()
    """Names of the people whose score fell."""


def attention_of(line: CaseLine, today: dt.date) -> tuple[Attention, ...]:
    """Return what asks for attention, the most pressing first; nothing in a case that is over."""
    return () if line.phase in OVER else tuple(_found(line, today))


def is_planned(line: CaseLine) -> bool:
    """Return True if the meeting of this line is still to come or to be decided."""
    return line.meeting is not None and not line.meeting_agreed


def _found(line: CaseLine, today: dt.date) -> Iterator[Attention]:
    if line.old_papers:
        yield Attention(AttentionKind.PAPER_OLD, line.agreed_on, line.old_papers)
    if line.changed_since_agreed:
        yield Attention(AttentionKind.PLAN_CHANGED)
    if line.agreed and line.to_answer:
        yield Attention(AttentionKind.ANSWERS_MISSING, line.agreed_on, line.to_answer)
    if line.fell:
        yield Attention(AttentionKind.SCORE_FELL, line.fell_on, people=line.fell)
    if line.not_kept_twice:
        yield Attention(AttentionKind.NOT_KEPT_TWICE, count=line.not_kept_twice)
    if ended := line.past_end(today):
        yield Attention(AttentionKind.PAST_END, ended[0], len(ended))
    if overdue := line.to_check(today):
        yield Attention(AttentionKind.CHECK_OVERDUE, overdue[0], len(overdue))
    if line.papers_to_give:
        yield Attention(AttentionKind.PAPER_TO_GIVE, line.agreed_on, line.papers_to_give)
    if line.agreed and line.workers_missing:
        yield Attention(AttentionKind.WORKERS_MISSING, count=line.workers_missing)
    yield from _of_the_phase(line, today)
    yield from _of_the_meeting(line, today)


def _of_the_phase(line: CaseLine, today: dt.date) -> Iterator[Attention]:
    if line.phase is Phase.MONITOR and line.phase_began and line.phase_began + _MONITORED <= today:
        yield Attention(AttentionKind.MONITORED_A_YEAR, line.phase_began + _MONITORED)


def _of_the_meeting(line: CaseLine, today: dt.date) -> Iterator[Attention]:
    if line.meeting is None:
        yield Attention(AttentionKind.NO_MEETING, line.phase_began)
    elif not is_planned(line):
        kind = AttentionKind.NEXT_NOT_PLANNED if line.agreed_next else AttentionKind.NO_NEXT_MEETING
        yield Attention(kind, line.agreed_on)
    elif line.meeting_starts_at and (day := dt.date.fromisoformat(line.meeting_starts_at[:10])) < today:
        yield Attention(AttentionKind.NOT_AGREED, day)
