"""Proof of who answered what, and for which view of the plan; for the file alone."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from beraad.disclosure.views import PersonView, ProofLineView, ProofView, signed_code
from beraad.models import Answer, Case, Meeting, Participant
from beraad.terms import Attendance, Decision

FILE_DIGEST = ""
"""Key of the file's own digest among the digests of a plan version. No person has an empty id."""


@dataclasses.dataclass(frozen=True, slots=True)
class Answered:
    """Answer, digest of the view that it was given for, and whether that view changed since."""

    answer: Answer
    for_digest: str | None
    outdated: bool


def proof_of(
    case: Case,
    meeting: Meeting,
    people: Mapping[str, PersonView],
    digests: Mapping[str, str],
    documents: Mapping[str, str],
    answered: Mapping[str, Answered],
) -> ProofView | None:
    """Return the proof: everybody invited in the order of the table, then others who answered.

    `digests` holds those of the papers. `documents` holds the digest of the document of each, in that order.
    Return None while nothing was agreed or answered.
    """
    if not (meeting.was_agreed or answered):
        return None
    seats = {item.person: item for item in meeting.participants}
    places = {person.id: place for place, person in enumerate(case.people, start=1)}
    agreed = tuple(item.agreed_at for item in meeting.plan_versions)
    return ProofView(
        digest=digests[FILE_DIGEST],
        agreed=agreed or ((meeting.agreed_at,) if meeting.agreed_at else ()),
        lines=tuple(
            _line(
                meeting,
                people[person],
                seats.get(person),
                document,
                signed_code(digests[person], case.reference, meeting.number, places[person]),
                answered.get(person),
            )
            for person, document in documents.items()
        ),
    )


def _line(
    meeting: Meeting,
    person: PersonView,
    seat: Participant | None,
    document: str,
    code: str,
    answered: Answered | None,
) -> ProofLineView:
    line = ProofLineView(person, Attendance(seat.attendance) if seat else None, code, document)
    if answered is None:
        return line
    answer = answered.answer
    return dataclasses.replace(
        line,
        decision=Decision(answer.decision),
        remark=answer.remark,
        answered_at=answer.answered_at,
        on_paper=answer.on_paper,
        signed=bool(answer.strokes),
        answered_for=answered.for_digest,
        answered_document=answer.document,
        outdated=answered.outdated,
        scan=scan_of(meeting, answer),
    )


def scan_of(meeting: Meeting, answer: Answer) -> tuple[str, ...]:
    """Return the scanned pages of the sheet that was signed for this very answer, by their SHA-256.

    Return an empty tuple if no scan belongs to it.
    """
    return next((tuple(item.pages) for item in meeting.scans if item.belongs_to(answer)), ())
