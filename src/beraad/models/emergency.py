"""Emergency plan: the time-out, and the ordered steps with who calls whom."""

from sqlmodel import Field

from beraad.models.base import (
    Draft,
    Line,
    PersonId,
    ReadersColumn,
    Row,
    Text,
    VisibleToReaders,
    Whole,
    parent,
)
from beraad.readers import EVERYONE


class TimeOutDraft(Draft):
    """Time-out: one person takes it, the other stops at once; its length is agreed beforehand."""

    signs: Text | None = None
    """Person's own signs of rising tension."""
    signal: Text
    """Agreed word and gesture."""
    takes: PersonId
    goes_to: Text
    minutes: Whole
    returns: Text
    """Agreed way to come back."""
    visible_to: VisibleToReaders = Field(default=EVERYONE, sa_type=ReadersColumn)


class TimeOut(TimeOutDraft, Row, table=True):
    """Stored time-out of a `Meeting`."""

    __tablename__ = "time_outs"
    meeting_pk: int | None = parent("meetings")


class MoreTimeOut(TimeOutDraft, Row, table=True):
    """Stored time-out of a `Meeting` after the first: each partner may have their own."""

    __tablename__ = "more_time_outs"
    meeting_pk: int | None = parent("meetings")


class EmergencyStepDraft(Draft):
    """Step of the emergency plan: who does what, who calls whom with the number."""

    order: Whole
    text: Text
    number: Line | None = None
    visible_to: VisibleToReaders = Field(default=EVERYONE, sa_type=ReadersColumn)


class EmergencyStep(EmergencyStepDraft, Row, table=True):
    """Stored emergency step of a `Meeting`."""

    __tablename__ = "emergency_steps"
    meeting_pk: int | None = parent("meetings")
