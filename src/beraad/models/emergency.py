"""If it goes wrong: the time-out, and the ordered steps with who calls whom."""

from sqlmodel import JSON, Field

from beraad.models.base import Draft, Line, PersonId, Row, Text, Visibility, Whole, parent
from beraad.terms import VisibleTo


class TimeOutDraft(Draft):
    """One takes it for oneself, the other stops at once; how long is fixed beforehand."""

    signs: Text | None = None
    """Own signs of rising tension."""
    signal: Text
    """The agreed word and gesture."""
    takes: PersonId
    goes_to: Text
    minutes: Whole
    returns: Text
    """How the return goes."""
    visible_to: Visibility = Field(default=VisibleTo.EVERYONE.value, sa_type=JSON)


class TimeOut(TimeOutDraft, Row, table=True):
    """The stored time-out of a `Meeting`."""

    __tablename__ = "time_outs"
    meeting_pk: int | None = parent("meetings")


class MoreTimeOut(TimeOutDraft, Row, table=True):
    """A stored time-out of a `Meeting` beside the first: each partner may have an own one."""

    __tablename__ = "more_time_outs"
    meeting_pk: int | None = parent("meetings")


class EmergencyStepDraft(Draft):
    """One step of the emergency plan: who does what, who calls whom with the number."""

    order: Whole
    text: Text
    number: Line | None = None
    visible_to: Visibility = Field(default=VisibleTo.EVERYONE.value, sa_type=JSON)


class EmergencyStep(EmergencyStepDraft, Row, table=True):
    """A stored emergency step of a `Meeting`."""

    __tablename__ = "emergency_steps"
    meeting_pk: int | None = parent("meetings")
