"""Meeting (beraad): time, place, people, steps, and all that is said and agreed in it."""

import datetime as dt
from typing import Annotated

from annotated_types import Ge
from sqlmodel import JSON, Field

from beraad.models.agreement import Agreement
from beraad.models.answer import Answer, BegunAnswer
from beraad.models.base import (
    Date,
    Draft,
    Flag,
    Line,
    LocalTime,
    PersonId,
    ReadersColumn,
    Row,
    Text,
    VisibleToReaders,
    Whole,
    children,
    codes,
    no_items,
    only_child,
    parent,
)
from beraad.models.emergency import EmergencyStep, MoreTimeOut, TimeOut
from beraad.models.evaluation import MeetingEvaluation
from beraad.models.scale import Scale, ShownAnswers
from beraad.models.scan import Scan
from beraad.models.statement import Statement
from beraad.terms import Attendance, CarryKind, CarryOver, MeetingKind, MeetingMode, RevisionHow, Step, Whom

Minutes = Annotated[Whole, Ge(0)]


class ParticipantDraft(Draft):
    """Invited person, and whether this person is at the table."""

    person: PersonId
    attendance: Attendance = Field(sa_type=codes(Attendance))
    room: Whole | None = None
    """Room, 1 or 2, in an alternating meeting."""


class Participant(ParticipantDraft, Row, table=True):
    """Stored participant of a `Meeting`."""

    __tablename__ = "participants"
    meeting_pk: int | None = parent("meetings")


class AgendaItemDraft(Draft):
    """Step with its planned and spent minutes."""

    step: Step = Field(sa_type=codes(Step))
    planned_minutes: Minutes
    spent_minutes: Minutes | None = None
    skipped: Flag = False


class AgendaItem(AgendaItemDraft, Row, table=True):
    """Stored step of a `Meeting`."""

    __tablename__ = "agenda_items"
    meeting_pk: int | None = parent("meetings")


class OverrideDraft(Draft):
    """Gap that the facilitator let stand, with the reason."""

    gap: Line
    subject: Line | None = None
    """Id of the statement or agreement."""
    reason: Text


class Override(OverrideDraft, Row, table=True):
    """Stored override of a `Meeting`."""

    __tablename__ = "overrides"
    meeting_pk: int | None = parent("meetings")


class NoteDraft(Draft):
    """Note of the facilitator, always for the facilitator alone."""

    text: Text
    by: PersonId | None = Field(default=None)


class Note(NoteDraft, Row, table=True):
    """Stored note of a `Meeting`."""

    __tablename__ = "notes"
    meeting_pk: int | None = parent("meetings")


class UnplacedText(Draft):
    """Text that was begun and not placed; for the facilitator alone, as a note is."""

    place: Line
    """Field it is for, e.g. statements/s3/text, or statements/new/danger for a new card."""
    text: Text
    kind: Line | None = None
    """Kind chosen for a new item, e.g. a `StatementKind`."""
    by: PersonId | None = None
    """Id of the person who says it."""
    about: list[PersonId] = Field(default_factory=no_items, sa_type=JSON)
    disputed_by: list[PersonId] = Field(default_factory=no_items, sa_type=JSON)
    from_: list[PersonId] = Field(
        default_factory=no_items, alias="from", sa_type=JSON, sa_column_kwargs={"name": "from_people"}
    )
    """Ids of those from whom harm may come."""
    nobody: list[Whom] = Field(default_factory=no_items, sa_type=JSON)
    """Fields for which "nobody" was chosen; an empty list in such a field alone means: nothing was chosen."""
    visible_to: VisibleToReaders | None = Field(default=None, sa_type=ReadersColumn)
    """Readers once it is placed; None: as usual in its place."""
    at: LocalTime | None = None
    """Moment at which the last character was typed."""


class TextDraft(UnplacedText, Row, table=True):
    """Stored text of a `Meeting` that was not placed."""

    __tablename__ = "text_drafts"
    meeting_pk: int | None = parent("meetings")

    @property
    def is_spare(self) -> bool:
        """True if its text was placed or thrown away: the next text at this place reuses the row."""
        return not self.text


class NextMeetingDraft(Draft):
    """Time and place of the next meeting."""

    starts_at: LocalTime | None
    place: Text | None = None
    mode: MeetingMode | None = Field(default=None, sa_type=codes(MeetingMode))
    """Mode, in one room or two; None: as now. For the facilitator alone."""


class NextMeeting(NextMeetingDraft, Row, table=True):
    """Stored next date of a `Meeting`."""

    __tablename__ = "next_meetings"
    meeting_pk: int | None = parent("meetings")


class CarryDecision(Row, table=True):
    """Decision of this meeting about something of the last plan. Not part of the case file."""

    __tablename__ = "carry_decisions"
    meeting_pk: int | None = parent("meetings")
    kind: CarryKind = Field(sa_type=codes(CarryKind))
    subject: str
    """Id in the last plan; for emergency steps and the time-out their order."""
    decision: CarryOver = Field(sa_type=codes(CarryOver))


class PlanVersion(Row, table=True):
    """Plan as it was frozen at one *Vaststellen*. Not part of the case file.

    `digests` holds the digest of each reader's own view, by person id, so that later it is known
    whose view changed. `content` is the whole meeting as a case file holds it, as proof.
    """

    __tablename__ = "plan_versions"
    meeting_pk: int | None = parent("meetings")
    agreed_at: str
    digests: dict[str, str] = Field(default_factory=dict, sa_type=JSON)
    content: str = "{}"


class Bookmark(Row, table=True):
    """Step at which a meeting was left, to go on from there. Not part of the case file."""

    __tablename__ = "bookmarks"
    meeting_pk: int | None = parent("meetings")
    step: Step = Field(sa_type=codes(Step))
    at: str
    """Local time, ISO 8601 without offset."""


class RevisionDraft(Draft):
    """Revision of the agreed plan without a full meeting: how, on which day, and who was consulted."""

    on: Date
    how: RevisionHow = Field(sa_type=codes(RevisionHow))
    consulted: list[PersonId] = Field(default_factory=no_items, sa_type=JSON)
    """Ids. For the facilitator and the file alone."""
    begun_at: LocalTime
    """Moment at which it was begun: what is agreed after it and before the next one is of this revision."""


class Revision(RevisionDraft, Row, table=True):
    """Stored revision of the plan of a `Meeting`."""

    __tablename__ = "revisions"
    meeting_pk: int | None = parent("meetings")


class MeetingDraft(Draft):
    """Meeting (netwerkberaad) before it holds anything."""

    id: Line
    number: Annotated[Whole, Ge(1)]
    kind: MeetingKind = Field(sa_type=codes(MeetingKind))
    mode: MeetingMode = Field(default=MeetingMode.TOGETHER, sa_type=codes(MeetingMode))
    starts_at: LocalTime | None
    place: Line | None = None
    facilitator: PersonId
    note_taker: PersonId | None = None
    agreed_at: LocalTime | None = None
    """Moment at which the plan was agreed (vastgesteld); None while it grows or after a later change."""
    cancelled_at: LocalTime | None = None
    """Moment at which it was called off; None if it was not."""
    cancelled_why: Text | None = None


class Meeting(MeetingDraft, Row, table=True):
    """Stored meeting of a `Case`. Its content is the plan."""

    __tablename__ = "meetings"
    case_pk: int | None = parent("cases")
    participants: list[Participant] = children("Participant")
    agenda: list[AgendaItem] = children("AgendaItem")
    overrides: list[Override] = children("Override")
    statements: list[Statement] = children("Statement")
    scales: list[Scale] = children("Scale")
    shown_answers: list[ShownAnswers] = children("ShownAnswers")
    agreements: list[Agreement] = children("Agreement")
    time_out: TimeOut | None = only_child()
    more_time_outs: list[MoreTimeOut] = children("MoreTimeOut")
    emergency: list[EmergencyStep] = children("EmergencyStep")
    notes: list[Note] = children("Note")
    drafts: list[TextDraft] = children("TextDraft")
    answers: list[Answer] = children("Answer")
    evaluations: list[MeetingEvaluation] = children("MeetingEvaluation")
    next_meeting: NextMeeting | None = only_child()
    carry_decisions: list[CarryDecision] = children("CarryDecision")
    plan_versions: list[PlanVersion] = children("PlanVersion")
    bookmark: Bookmark | None = only_child()
    scans: list[Scan] = children("Scan")
    begun_answers: list[BegunAnswer] = children("BegunAnswer")
    revisions: list[Revision] = children("Revision")

    @property
    def time_outs(self) -> tuple[TimeOut | MoreTimeOut, ...]:
        """Every time-out, in order."""
        return (*((self.time_out,) if self.time_out else ()), *self.more_time_outs)

    @property
    def day(self) -> dt.date | None:
        """Day of the meeting: of its start, or else of its agreement."""
        moment = self.starts_at or self.agreed_at
        return dt.datetime.fromisoformat(moment).date() if moment else None

    @property
    def day_of_ages(self) -> dt.date:
        """Day on which people's ages count here: that of the meeting, or today if it has none.

        Reason: without ages no child would be asked about, and none would get a child's copy.
        """
        return self.day or dt.date.today()  # noqa: DTZ011 - the local day is what is meant

    @property
    def is_called_off(self) -> bool:
        """True if it was called off before a plan was agreed in it."""
        return self.cancelled_at is not None and not self.was_agreed

    @property
    def was_agreed(self) -> bool:
        """True if a plan was agreed here, also if it changed since and waits to be agreed again."""
        return self.agreed_at is not None or bool(self.plan_versions)

    def answered_for(self, answer: Answer) -> str | None:
        """Return the digest of the view that an answer is for, if it is known."""
        if answer.digest is None and self.plan_versions:
            # An answer from elsewhere was for the plan as it came in.
            return self.plan_versions[0].digests.get(answer.person)
        return answer.digest
