"""Splits a meeting into the parts that undo saves and restores: of the case file, and beside it."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from beraad.exchange import MeetingDocuments, person_document, read_meeting, read_person
from beraad.models import CarryDecision, Case, Meeting, PlanVersion, Scan
from beraad.places import Place
from beraad.services.acts import PLAN_PARTS
from beraad.services.hidden_rows import hidden_as_kept, put_hidden
from beraad.services.meeting.agenda import item_of
from beraad.services.meeting.part_changes import Change
from beraad.services.people import put_childs_paper_of
from beraad.services.rows import found, in_order

_LEFT_OUT: dict[str, Any] = {
    **{
        name: []
        for name in (
            *PLAN_PARTS,
            "answers",
            "notes",
            "evaluations",
            "overrides",
            "agenda",
            "shown_answers",
        )
    },
    **dict.fromkeys(("time_out", "agreed_at", "next_meeting", "cancelled_at", "cancelled_why")),
}
"""Empty values of the parts that a document leaves out."""

AGREED = "agreed_at"
SCANS = "scans"
HIDDEN = "hidden"
PEOPLE = "people"
_DRAFTS = "drafts"
_DECISIONS = "carry_decisions"
_ELSEWHERE = "references_elsewhere"
_SCAN_WORDS = ("digest", "added_at", "pages")
_FROZEN = "plan_versions"


class MeetingParts:
    """Reads an open meeting in parts by name: as the case file holds it, and what that does not hold.

    Only what an act touched is read anew; what did not change is the very same object as before.
    """

    def __init__(self, case: Case, meeting: Meeting) -> None:
        self._case, self._meeting = case, meeting
        self._written = MeetingDocuments()
        self._beside: dict[str, Any] = {}
        self._touched: list[Place] = []

    def forget(self, places: Collection[Place]) -> None:
        """Note that something changed, came or went at these places of the case."""
        # The room waits for its wall: what that means is found out when the parts are read next.
        self._touched.extend(places)

    def now(self) -> dict[str, Any]:
        """Return the parts as they are now, in a new dictionary; read its values, do not change them."""
        self._let_go()
        for name, part in _BESIDE.items():
            if name not in self._beside:
                self._beside[name] = part.read(self._case, self._meeting)
        parts = {**_LEFT_OUT, **self._written.of(self._meeting), **self._beside}
        # No act: what is being typed is not undone, nor brought back with anything else.
        parts.pop(_DRAFTS, None)
        return parts

    def _let_go(self) -> None:
        """Drop what was read of what changed since."""
        touched = dict.fromkeys(self._touched)
        here = Place.meeting(self._meeting.id)
        inside = [place.of_meeting for place in touched if place.is_within(here)]
        self._written.forget(inside)
        lists = {place.kind for place in (*inside, *(one for one in touched if not one.is_within(here)))}
        for name in [name for name in self._beside if not lists.isdisjoint(_BESIDE[name].made_of)]:
            del self._beside[name]
        # Last: what fails on the way is done when it is needed next.
        self._touched.clear()


def restore(
    case: Case, meeting: Meeting, document: dict[str, Any], changed: tuple[Change, ...], *, back: bool
) -> None:
    """Restore what `changed` in the rows (or, with `back` False, do it again).

    `document` is the meeting in parts as it is now.
    """
    for change in changed:
        now: Any = document.get(change.name)
        document[change.name] = change.undone(now) if back else change.redone(now)
    beside = {name: document.pop(name) for name in _BESIDE}
    spent = {item.step: item.spent_minutes for item in meeting.agenda}
    # Through text, so that what comes back shares nothing with what is kept for redo.
    restored = read_meeting(json.loads(json.dumps(document)))
    for name in (change.name for change in changed):
        if name in beside:
            _BESIDE[name].put(case, meeting, beside[name])
        else:
            setattr(meeting, name, getattr(restored, name))
    for step, minutes in spent.items():
        if minutes:
            # Minutes are not given back, also where the step had no row before.
            item_of(meeting, step).spent_minutes = minutes


def _in_words(scan: Scan) -> dict[str, Any]:
    """Return the data of a scan without its pages' contents: what undo saves must stay small.

    It is named by person, who has at most one.
    """
    return {"id": scan.person, **{key: getattr(scan, key) for key in _SCAN_WORDS}}


def _references_elsewhere(case: Case, there: Meeting) -> list[list[Any]]:
    """Return the references from other meetings: removing an item here clears them there."""
    return [
        [
            meeting.id,
            kind,
            row.id,
            row.origin,
            row.origin_meeting,
            list(row.covers) if kind == "agreements" else [],
        ]
        for meeting in case.meetings
        if meeting is not there
        for kind in ("statements", "agreements")
        for row in getattr(meeting, kind)
    ]


def _decisions(_case: Case, meeting: Meeting) -> list[dict[str, Any]]:
    return [
        {"kind": item.kind, "subject": item.subject, "decision": item.decision}
        for item in meeting.carry_decisions
    ]


def _frozen(_case: Case, meeting: Meeting) -> list[tuple[str, dict[str, str], str]]:
    return [(item.agreed_at, item.digests, item.content) for item in meeting.plan_versions]


def _put_decisions(_case: Case, meeting: Meeting, decisions: list[dict[str, Any]]) -> None:
    meeting.carry_decisions = [CarryDecision(**item) for item in decisions]


def _refer_elsewhere(case: Case, _meeting: Meeting, references: list[list[Any]]) -> None:
    for meeting_id, kind, row_id, origin, origin_meeting, covers in references:
        meeting = case.meeting(meeting_id)
        row = found(getattr(meeting, kind), row_id)
        row.origin, row.origin_meeting = origin, origin_meeting
        if kind == "agreements":
            row.covers = list(covers)


def _put_people(case: Case, _meeting: Meeting, people: list[dict[str, Any]]) -> None:
    """Restore who is in the case, and for the others what a child's paper holds.

    A person who comes back has their details again. What else is known of the others stays.
    """
    here = {person.id: person for person in case.people}
    then = [read_person(item) for item in people]
    for person in then:
        if person.id in here:
            put_childs_paper_of(here[person.id], person)
    case.people[:] = [here.get(person.id, person) for person in then]
    in_order(case.people)


def _put_scans(_case: Case, meeting: Meeting, scans: list[dict[str, Any]]) -> None:
    meeting.scans = [Scan(person=item["id"], **{key: item[key] for key in _SCAN_WORDS}) for item in scans]
    in_order(meeting.scans)


def _keep_frozen(_case: Case, meeting: Meeting, frozen: list[tuple[str, dict[str, str], str]]) -> None:
    rows = meeting.plan_versions
    # The plan is frozen anew each time that it is agreed: the versions before stay as they are.
    del rows[len(frozen) :]
    rows.extend(
        PlanVersion(agreed_at=at, digests=digests, content=content)
        for at, digests, content in frozen[len(rows) :]
    )
    in_order(rows)


@dataclass(frozen=True, slots=True)
class _Beside:
    """Part that is not in the document of the meeting."""

    made_of: frozenset[str]
    """Lists of the meeting and of the case that it is read from; meetings stands for the other meetings."""
    read: Callable[[Case, Meeting], Any]
    put: Callable[[Case, Meeting, Any], None]
    """Function that makes the rows what was read."""


_BESIDE = {
    _DECISIONS: _Beside(frozenset({"carry_decisions"}), _decisions, _put_decisions),
    _ELSEWHERE: _Beside(frozenset({"meetings"}), _references_elsewhere, _refer_elsewhere),
    SCANS: _Beside(frozenset({"scans"}), lambda _case, meeting: [*map(_in_words, meeting.scans)], _put_scans),
    _FROZEN: _Beside(frozenset({"plan_versions"}), _frozen, _keep_frozen),
    PEOPLE: _Beside(
        frozenset({"people"}), lambda case, _meeting: [*map(person_document, case.people)], _put_people
    ),
    HIDDEN: _Beside(
        frozenset({"people", "secrets", "leak_decisions"}),
        lambda case, _meeting: hidden_as_kept(case),
        lambda case, _meeting, kept: put_hidden(case, kept),
    ),
}
