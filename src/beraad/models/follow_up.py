"""Checks whether agreements were kept."""

from collections.abc import Iterable

from sqlmodel import Field

from beraad.models.base import (
    Date,
    Draft,
    Line,
    LocalTime,
    PersonId,
    ReadersColumn,
    Row,
    Text,
    VisibleToReaders,
    children,
    codes,
    parent,
)
from beraad.readers import FACILITATOR
from beraad.terms import CheckResult


class CorrectedCheckDraft(Draft):
    """Check as it was written down before somebody corrected it."""

    on: Date | None
    result: CheckResult = Field(sa_type=codes(CheckResult))
    note: Text | None = None
    by: PersonId | None = None
    said_by: PersonId | None = None
    visible_to: VisibleToReaders = Field(default=FACILITATOR, sa_type=ReadersColumn)
    corrected_at: LocalTime
    """Local time at which it was corrected, ISO 8601."""


class CorrectedCheck(CorrectedCheckDraft, Row, table=True):
    """Stored earlier form of a `Check`."""

    __tablename__ = "corrected_checks"
    check_pk: int | None = parent("checks")


class CheckDraft(Draft):
    """Check of one agreement."""

    agreement: Line
    """Id of the agreement."""
    on: Date | None
    """Day to which the answer belongs."""
    result: CheckResult = Field(sa_type=codes(CheckResult))
    note: Text | None = None
    by: PersonId | None = None
    """Writer of the note."""
    meeting: Line | None = None
    """Id of the meeting in which the agreement stands; None in files that do not say it."""
    said_by: PersonId | None = None
    """Speaker; the word of an owner about the own agreement is the weakest proof."""
    visible_to: VisibleToReaders = Field(default=FACILITATOR, sa_type=ReadersColumn)
    """Readers of the note."""
    next_on: Date | None = None
    """Day that was chosen to look at the agreement again; None: its rhythm says when."""


class Check(CheckDraft, Row, table=True):
    """Stored check of a `Case`."""

    __tablename__ = "checks"
    case_pk: int | None = parent("cases")
    corrected: list[CorrectedCheck] = children("CorrectedCheck")
    """Check as it was before each correction, oldest first."""


def repeated_note(checks: Iterable[Check]) -> tuple[str, int] | None:
    """Return the note that stands most often beside "niet", and how often; None if none stands twice.

    Capitals, spaces and a full stop at the end make no other note. It is returned as it was written first.
    """
    notes: dict[str, list[str]] = {}
    for check in checks:
        if check.result == CheckResult.NOT_KEPT and check.note and (said := check.note.strip()):
            notes.setdefault(" ".join(said.casefold().split()).rstrip(".!"), []).append(said)
    found = max(notes.values(), key=len, default=[])
    return (found[0], len(found)) if len(found) > 1 else None
