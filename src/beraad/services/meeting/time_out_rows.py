"""Rows of a meeting's time-outs in order: the first in a field of its own, the others in a list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from beraad.models import Meeting, MoreTimeOut, TimeOut
from beraad.models.emergency import TimeOutDraft
from beraad.services.rows import in_order


def put_time_outs(meeting: Meeting, rows: Sequence[TimeOut | MoreTimeOut]) -> None:
    """Make these the time-outs of the meeting, in this order; reuse rows that can stay where they are."""
    first = rows[0] if rows else None
    if first is not meeting.time_out:
        meeting.time_out = TimeOut(**_values(first)) if isinstance(first, MoreTimeOut) else first
    more = [row if isinstance(row, MoreTimeOut) else MoreTimeOut(**_values(row)) for row in rows[1:]]
    if list(map(id, more)) != list(map(id, meeting.more_time_outs)):
        meeting.more_time_outs = more
    in_order(meeting.more_time_outs)


def _values(row: Any) -> dict[str, Any]:
    return {name: getattr(row, name) for name in TimeOutDraft.model_fields}
