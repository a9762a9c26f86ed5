"""Finds what still refers to somebody who is to be removed from a case or left out of a meeting."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from beraad.exchange.references import PEOPLE_KEYS, named_ids
from beraad.exchange.writing import case_document
from beraad.models import Case, Meeting

_SEATS = "participants"


@dataclass(frozen=True, slots=True)
class PersonReference:
    """One kind of thing in which somebody is named: its key in the case file, e.g. agreements or workers."""

    what: str
    meeting: int | None = None
    """Number of the meeting it belongs to; None: it belongs to the case."""


def references_to(case: Case, person: str) -> tuple[PersonReference, ...]:
    """Return everything in a case that names somebody, except own details and a seat at a plan not agreed."""
    document = case_document(case)
    found: list[PersonReference] = []
    for key, value in document.items():
        if key == "people":
            others = [item for item in value if item["id"] != person]
            if person in people_in(others):
                found.append(PersonReference(key))
        elif key != "meetings" and person in people_in(value, key):
            found.append(PersonReference(key))
    for meeting, written in zip(case.meetings, document["meetings"], strict=True):
        found.extend(_in_meeting(meeting, written, person, seats=meeting.was_agreed))
    return tuple(dict.fromkeys(found))


def people_in(value: Any, key: str = "") -> Iterator[str]:
    """Yield the ids of the people named under `key` or anywhere inside its value, some more than once."""
    if key in PEOPLE_KEYS:
        yield from (one for _place, one in named_ids(key, value, ""))
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from people_in(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from people_in(inner)


def references_in(
    case: Case, meeting: Meeting, person: str, *, leads: bool = False
) -> tuple[PersonReference, ...]:
    """Return what in one meeting names somebody, except the seat; leading it only if `leads` is set."""
    written = case_document(case)["meetings"][case.meetings.index(meeting)]
    if not leads:
        written["facilitator"] = ""
    return tuple(_in_meeting(meeting, written, person, seats=False))


def seats_elsewhere(case: Case, here: Meeting, person: str) -> tuple[PersonReference, ...]:
    """Return the other meetings to which somebody is invited."""
    return tuple(
        PersonReference(_SEATS, meeting.number)
        for meeting in case.meetings
        if meeting is not here and any(seat.person == person for seat in meeting.participants)
    )


def _in_meeting(
    meeting: Meeting, written: dict[str, Any], person: str, *, seats: bool
) -> Iterator[PersonReference]:
    for key, value in written.items():
        if (seats or key != _SEATS) and person in people_in(value, key):
            yield PersonReference(key, meeting.number)
    if any(scan.person == person for scan in meeting.scans):
        yield PersonReference("scans", meeting.number)
    # The plan as it was agreed is printed while it is being changed, and is the proof after that.
    if any(person in people_in(json.loads(version.content)) for version in meeting.plan_versions):
        yield PersonReference("plan_versions", meeting.number)
