"""Checks whether agreements were kept."""

from sqlmodel import Field

from beraad.models.base import Date, Draft, Line, PersonId, Row, Text, codes, parent
from beraad.terms import CheckResult


class CheckDraft(Draft):
    """Check of one agreement."""

    agreement: Line
    """Id of the agreement."""
    on: Date | None
    result: CheckResult = Field(sa_type=codes(CheckResult))
    note: Text | None = None
    by: PersonId | None = None
    meeting: Line | None = None
    """Id of the meeting in which the agreement stands; None in files that do not say it."""


class Check(CheckDraft, Row, table=True):
    """Stored check of a `Case`."""

    __tablename__ = "checks"
    case_pk: int | None = parent("cases")
