"""Agreements: what, who, when, how the others notice, and what if it fails."""

from sqlmodel import JSON, Field

from beraad.models.base import (
    Date,
    Draft,
    Line,
    PersonId,
    ReadersColumn,
    Row,
    ScaleValue,
    Text,
    TimeOfDay,
    VisibleToReaders,
    children,
    codes,
    no_items,
    only_child,
    parent,
)
from beraad.readers import EVERYONE
from beraad.terms import TimingKind


class TimingDraft(Draft):
    """Timing: start, end and rhythm."""

    kind: TimingKind = Field(sa_type=codes(TimingKind))
    starts_on: Date | None = None
    ends_on: Date | None = None
    rule: Line | None = None
    """RFC 5545 RRULE value, e.g. FREQ=WEEKLY;BYDAY=TU."""
    at: TimeOfDay | None = None


class Timing(TimingDraft, Row, table=True):
    """Stored timing of an `Agreement`."""

    __tablename__ = "timings"
    agreement_pk: int | None = parent("agreements")


class ReadinessDraft(Draft):
    """Willingness, confidence and capacity (each 0-10) of one owner, asked before the agreement counts."""

    person: PersonId
    willingness: ScaleValue | None = None
    confidence: ScaleValue | None = None
    capacity: ScaleValue | None = None
    remark: Text | None = None
    """Words about what helps, if one of the three is low."""


class Readiness(ReadinessDraft, Row, table=True):
    """Stored readiness of an owner of an `Agreement`."""

    __tablename__ = "readiness"
    agreement_pk: int | None = parent("agreements")


class EndingDraft(Draft):
    """End of an agreement, with the reason."""

    on: Date | None
    because: Text | None = None


class Ending(EndingDraft, Row, table=True):
    """Stored ending of an `Agreement`."""

    __tablename__ = "endings"
    agreement_pk: int | None = parent("agreements")


class AgreementDraft(Draft):
    """Promise that somebody takes on, in behaviour. `beraad.models.smart` has the rules about it."""

    id: Line
    what: Text
    owners: list[PersonId] = Field(sa_type=JSON)
    measured_by: Text | None = None
    checked_by: PersonId | None = None
    fallback: Text | None = None
    covers: list[Line] = Field(default_factory=no_items, sa_type=JSON)
    """Ids of the statements this agreement answers."""
    visible_to: VisibleToReaders = Field(default=EVERYONE, sa_type=ReadersColumn)
    accepted_by: list[PersonId] = Field(default_factory=no_items, sa_type=JSON)
    """Owners who said yes at the table."""
    origin: Line | None = None
    """Id of the statement or earlier agreement it came from."""
    origin_meeting: Line | None = None
    """Id of the meeting in which the origin stands; None in files that do not say it."""


class Agreement(AgreementDraft, Row, table=True):
    """Stored agreement of a `Meeting`."""

    __tablename__ = "agreements"
    meeting_pk: int | None = parent("meetings")
    timing: Timing = only_child()
    readiness: list[Readiness] = children("Readiness")
    ended: Ending | None = only_child()
