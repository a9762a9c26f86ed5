"""`beraad list`: the overview of the cases."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

from beraad.i18n import _, spoken
from beraad.paths import Folders
from beraad.services.attention import Attention, attention_of, is_planned
from beraad.services.overview import CaseLine
from beraad.terms import OVER
from beraad.verbs.opening import unlocked
from beraad.verbs.telling import tell
from beraad.words.attention import attention_label
from beraad.words.course import colour_label, phase_label


def list_cases(wish: argparse.Namespace, folders: Folders) -> int:
    """Print the state of each case, and what asks for attention; cases that are over only if asked.

    As JSON: a list of objects in which a day is an ISO date, a meeting a local time, null is unknown. Each
    has `reference`, `family_name`, `phase`, `since` (the day on which the phase began), `colour`,
    `next_meeting` (the one that is planned, else the one that was agreed at the table) and `attention`: a
    list of `kind`, `text` and `since`, the most pressing first.
    """
    today = dt.date.today()  # noqa: DTZ011 - the day of the user
    with unlocked(wish, folders) as vault:
        lines = [line for line in vault.cases().overview() if wish.all or line.phase not in OVER]
    return tell(wish, [_object(line, today) for line in lines], _in_words(lines, today))


def _object(line: CaseLine, today: dt.date) -> dict[str, Any]:
    return {
        "reference": line.reference,
        "family_name": line.family_name,
        "phase": line.phase and line.phase.value,
        "since": _day(line.phase_began),
        "colour": line.colour and line.colour.value,
        "next_meeting": _next_meeting(line),
        "attention": [
            {"kind": item.kind.value, "text": _attention(item), "since": _day(item.since)}
            for item in attention_of(line, today)
        ],
    }


def _in_words(lines: Sequence[CaseLine], today: dt.date) -> Iterator[str]:
    """Yield a line per case, or one sentence if there is none."""
    for line in lines:
        parts = (
            line.reference,
            line.family_name,
            phase_label(line.phase, spoken()) if line.phase else "",
            colour_label(line.colour, spoken()) if line.colour else "",
            (_next_meeting(line) or "").replace("T", " "),
            *map(_attention, attention_of(line, today)),
        )
        yield " · ".join(part for part in parts if part)
    if not lines:
        yield _("Er zijn geen zaken.")


def _attention(item: Attention) -> str:
    return attention_label(item.kind, item.count, item.people, spoken())


def _next_meeting(line: CaseLine) -> str | None:
    """Return the time of the next meeting (local, ISO 8601): as planned, else as agreed at the table."""
    return line.meeting_starts_at if is_planned(line) else line.agreed_next_at


def _day(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()
