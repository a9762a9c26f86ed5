"""The time-outs of a meeting in their order: the first in a place of its own, the others in a list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from beraad.models import Meeting, MoreTimeOut, TimeOut
from beraad.models.emergency import TimeOutDraft
from beraad.services.rows import in_order


def put_time_outs(meeting: Meeting, rows: Sequence[TimeOut | MoreTimeOut]) -> None:
    """Let the meeting hold exactly these, in this order. A row that can stay where it is, stays."""
    first = rows[0] if rows else None
    if first is not meeting.time_out:
        meeting.time_out = TimeOut(**_values(first)) if isinstance(first, MoreTimeOut) else first
    more = [row if isinstance(row, MoreTimeOut) else MoreTimeOut(**_values(row)) for row in rows[1:]]
    if list(map(id, more)) != list(map(id, meeting.more_time_outs)):
        meeting.more_time_outs = more
    in_order(meeting.more_time_outs)


def _values(row: Any) -> dict[str, Any]:
    return {name: getattr(row, name) for name in TimeOutDraft.model_fields}
