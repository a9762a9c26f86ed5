"""Overview of cases as a list for the command line: in words, or as JSON for another program."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from typing import Any

from beraad.i18n import _, spoken
from beraad.services.attention import attention_of, is_planned
from beraad.services.overview import CaseLine
from beraad.terms import OVER
from beraad.words.course import colour_label, phase_label


def listed(lines: Sequence[CaseLine], *, over: bool) -> tuple[CaseLine, ...]:
    """Return these lines in their order; lines of cases that are over only if `over` is set."""
    return tuple(line for line in lines if over or line.phase not in OVER)


def lines_in_json(lines: Sequence[CaseLine], today: dt.date) -> str:
    """Return a list of objects; a day is an ISO date, a meeting a local time, null is unknown.

    Each has `reference`, `family_name`, `phase`, `since` (the day on which the phase began), `colour`,
    `next_meeting` (the one that is planned, else the one that was agreed at the table) and `attention`: a
    list of `kind`, `text` and `since`, the most pressing first.
    """
    return json.dumps([_object(line, today) for line in lines], indent=2)


def lines_in_words(lines: Sequence[CaseLine], today: dt.date) -> Iterator[str]:
    """Yield a line per case, or one sentence if there is none."""
    for line in lines:
        parts = (
            line.reference,
            line.family_name,
            phase_label(line.phase, spoken()) if line.phase else "",
            colour_label(line.colour, spoken()) if line.colour else "",
            (next_meeting(line) or "").replace("T", " "),
            *(item.text for item in attention_of(line, today)),
        )
        yield " · ".join(part for part in parts if part)
    if not lines:
        yield _("Er zijn geen zaken.")


def next_meeting(line: CaseLine) -> str | None:
    """Return the time of the next meeting (local, ISO 8601): as planned, else as agreed at the table."""
    return line.meeting_starts_at if is_planned(line) else line.agreed_next_at


def _object(line: CaseLine, today: dt.date) -> dict[str, Any]:
    return {
        "reference": line.reference,
        "family_name": line.family_name,
        "phase": line.phase and line.phase.value,
        "since": _day(line.phase_began),
        "colour": line.colour and line.colour.value,
        "next_meeting": next_meeting(line),
        "attention": [
            {"kind": item.kind.value, "text": item.text, "since": _day(item.since)}
            for item in attention_of(line, today)
        ],
    }


def _day(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()
