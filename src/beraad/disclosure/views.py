"""Frozen views of what an audience may see, without ids or a trace of what was left out.

Only `disclose` makes them. Lists are tuples in reading order; texts are as people wrote them; names are those
in the plan.
Dates are `datetime.date`; local moments are ISO 8601 text without offset.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
import hashlib
import json
from collections.abc import Callable

from beraad.initials import initials_of
from beraad.terms import (
    Attendance,
    Circle,
    Column,
    ContactKind,
    Decision,
    MeetingKind,
    MeetingMode,
    RevisionHow,
    RoomSees,
    ScaleKind,
    StatementKind,
    Step,
    TimingKind,
)


@dataclasses.dataclass(frozen=True, slots=True)
class PersonView:
    """Person as the plan names them."""

    called: str
    circle: Circle
    relation: str | None = None
    organisation: str | None = None

    @property
    def role(self) -> tuple[str, ...]:
        """Relation and organisation, as far as the name does not say them already."""
        parts = (self.relation, self.organisation)
        return tuple(part for part in parts if part and not self.called.endswith(f"({part})"))

    @property
    def initials(self) -> str:
        """Letters for a token that stands alone; beside others, use `initials_apart`."""
        return initials_of(self.called)


@dataclasses.dataclass(frozen=True, slots=True)
class StatementView:
    """Statement in a column."""

    column: Column
    kind: StatementKind
    text: str
    disputed_by: tuple[str, ...] = ()
    """Names of those who see it differently."""


@dataclasses.dataclass(frozen=True, slots=True)
class ScoreView:
    """Answer to a scale; `value` is 0-10, or None if not given or declined."""

    person: PersonView
    value: int | None
    declined: bool = False
    because: str | None = None
    one_up: str | None = None
    spoken_by: str | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class ScaleView:
    """Scale question, both end points in words, and the answers; in one person's copy only the own."""

    kind: ScaleKind
    question: str
    zero: str
    ten: str
    scores: tuple[ScoreView, ...] = ()
    before: tuple[ScoreView, ...] = ()
    """Answers to the same question at the meeting before."""


@dataclasses.dataclass(frozen=True, slots=True)
class AskedView:
    """Answers to a scale question at one meeting."""

    meeting: int
    on: dt.date | None
    scores: tuple[ScoreView, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class HistoryView:
    """Scale question that was asked at two meetings or more, with the answers in their order."""

    question: str
    zero: str
    ten: str
    askings: tuple[AskedView, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class TimingView:
    """Timing: start, end and rhythm; `rule` is an RFC 5545 RRULE value, `at` is HH:MM."""

    kind: TimingKind
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None
    rule: str | None = None
    at: str | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class ReadinessView:
    """Readiness of an owner for an agreement: willingness, confidence and capacity, each 0-10.

    In one person's copy, only what helps this person.
    """

    person: PersonView
    willingness: int | None = None
    confidence: int | None = None
    capacity: int | None = None
    remark: str | None = None
    """Words about what helps."""


@dataclasses.dataclass(frozen=True, slots=True)
class AgreementView:
    """Agreement. `number` counts from 1: those for everyone first, the same in every copy."""

    number: int
    what: str
    owners: tuple[PersonView, ...]
    timing: TimingView
    measured_by: str | None = None
    checked_by: str | None = None
    fallback: str | None = None
    mine: bool = False
    """True if the reader is an owner."""
    accepted: bool = False
    """True if every owner said yes."""
    accepted_by: tuple[str, ...] = ()
    readiness: tuple[ReadinessView, ...] = ()
    """Readiness of the owners: all of it for the file, for one reader what helps this reader."""


@dataclasses.dataclass(frozen=True, slots=True)
class EndedAgreementView:
    """Agreement that no longer counts; shown because an old copy at home gives false safety."""

    what: str
    owners: tuple[PersonView, ...]
    on: dt.date | None = None
    because: str | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class TimeOutView:
    """Time-out; `minutes` is its length, agreed beforehand."""

    signal: str
    takes: PersonView
    goes_to: str
    minutes: int
    returns: str
    signs: str | None = None
    mine: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class EmergencyStepView:
    """Emergency step; `number` counts from 1 within the view, `call` is a telephone number."""

    number: int
    text: str
    call: str | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class DetailView:
    """Contact detail that the audience may have."""

    kind: ContactKind
    value: str


@dataclasses.dataclass(frozen=True, slots=True)
class ContactView:
    """Contact details of somebody. People without a detail for this audience are not listed."""

    person: PersonView
    details: tuple[DetailView, ...]
    fixed_contact: bool = False
    """True for the family's fixed contact person."""


@dataclasses.dataclass(frozen=True, slots=True)
class AnswerView:
    """Answer of somebody, as far as this audience reads it; strokes are lists of (x, y) in 0..1."""

    person: PersonView
    decision: Decision | None
    """Decision; None if the audience reads only that this person answered."""
    remark: str | None = None
    answered_at: str | None = None
    on_paper: bool = False
    strokes: tuple[tuple[tuple[float, float], ...], ...] = ()
    outdated: bool = False
    """True if this person's own view changed after the answer: it is asked again."""


@dataclasses.dataclass(frozen=True, slots=True)
class AttendanceView:
    """Participant, and whether this person was there."""

    person: PersonView
    attendance: Attendance
    signs: bool = True
    """True if this person may be asked to sign: a child under twelve may not."""


@dataclasses.dataclass(frozen=True, slots=True)
class NextMeetingView:
    """Time and place of the next meeting."""

    starts_at: str | None
    place: str | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class MarksView:
    """Six marks (1-10) of one attendee, without a name, in the order of `terms.EvaluationItem`."""

    marks: tuple[int | None, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class RevisionView:
    """Revision of a plan without a full meeting."""

    on: dt.date
    how: RevisionHow
    consulted: tuple[str, ...] = ()
    """Names of who was consulted (file and facilitator only)."""


@dataclasses.dataclass(frozen=True, slots=True)
class MeetingHead:
    """Facts about the meeting."""

    number: int
    kind: MeetingKind
    mode: MeetingMode
    starts_at: str | None
    place: str | None
    facilitator: str
    agreed_at: str | None
    participants: tuple[AttendanceView, ...]
    revisions: tuple[RevisionView, ...] = ()
    """For the file every revision; for one reader that by which the own plan became what it is, if any."""


@dataclasses.dataclass(frozen=True, slots=True)
class PlanBody:
    """Plan that a person answers (signs) for: its content, and nothing of its history."""

    danger: tuple[StatementView, ...] = ()
    safety: tuple[StatementView, ...] = ()
    next_steps: tuple[StatementView, ...] = ()
    scales: tuple[ScaleView, ...] = ()
    agreements: tuple[AgreementView, ...] = ()
    ended: tuple[EndedAgreementView, ...] = ()
    time_out: TimeOutView | None = None
    emergency: tuple[EmergencyStepView, ...] = ()
    more_time_outs: tuple[TimeOutView, ...] = ()
    """Time-outs after the first."""

    @property
    def time_outs(self) -> tuple[TimeOutView, ...]:
        """Every time-out, in order."""
        return (*((self.time_out,) if self.time_out else ()), *self.more_time_outs)

    @property
    def names(self) -> tuple[str, ...]:
        """Names of everybody who takes something on."""
        people = [owner for agreement in self.agreements for owner in agreement.owners]
        people += [owner for ended in self.ended for owner in ended.owners]
        people += [time_out.takes for time_out in self.time_outs]
        return tuple(dict.fromkeys(person.called for person in people))

    def column(self, column: Column) -> tuple[StatementView, ...]:
        """Return the statements of one column."""
        return {Column.DANGER: self.danger, Column.SAFETY: self.safety, Column.NEXT_STEP: self.next_steps}[
            column
        ]

    def digest(self, written: Callable[[object], str] | None = None) -> str:
        """Return the SHA-256 (64 hex digits) of the canonical JSON: sorted keys, no spaces, UTF-8.

        `written` may give the canonical JSON of an item that is known already.
        """
        form = written or canonical_json
        parts = []
        for name in sorted(field.name for field in dataclasses.fields(self)):
            value = getattr(self, name)
            if name in _LATER and not value:
                continue
            text = f"[{','.join(map(form, value))}]" if isinstance(value, tuple) else form(value)
            parts.append(f'"{name}":{text}')
        return hashlib.sha256(f"{{{','.join(parts)}}}".encode()).hexdigest()


@dataclasses.dataclass(frozen=True, slots=True)
class CallView:
    """Person whom a child chose to call: the child's name for them, and a number that the child may have."""

    called: str
    number: str


@dataclasses.dataclass(frozen=True, slots=True)
class PromiseView:
    """Promise of grown-ups, told to the child; `by` are those who said yes, as the child calls them."""

    text: str
    timing: TimingView
    by: tuple[str, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class GoView:
    """Emergency step that says where a child can go, in words for this child."""

    text: str


@dataclasses.dataclass(frozen=True, slots=True)
class ChildView:
    """Content of a child's copy; nothing else of the plan is printed on it."""

    name: str
    calls: tuple[CallView, ...] = ()
    """People to call, at most four, in the child's order."""
    goes: tuple[GoView, ...] = ()
    """Steps that say where the child can go."""
    promises: tuple[PromiseView, ...] = ()
    own_words: str | None = None
    """Child's own words; None also if the child did not say that they may be read."""


@dataclasses.dataclass(frozen=True, slots=True)
class NamedView:
    """Places where the plan names its reader, by the numbers of this reader's copy."""

    agreements: tuple[tuple[int, str], ...] = ()
    """Number of each agreement, and the text that names: what, measured_by, fallback or checked_by."""
    steps: tuple[int, ...] = ()
    """Numbers of emergency steps."""
    time_outs: tuple[int, ...] = ()
    """Time-outs by their place, from 1."""

    def names(self, agreement: AgreementView, text: str = "") -> bool:
        """Return True if the agreement names the reader, in this text of it or (without `text`) in any."""
        return any(number == agreement.number and text in ("", where) for number, where in self.agreements)


@dataclasses.dataclass(frozen=True, slots=True)
class ReaderView:
    """Reader of this copy, and how this person reads."""

    person: PersonView
    number: int
    """Place among the people of the case, from 1; part of the file's name."""
    child: bool
    """True if twelve or younger on the day of the meeting: gets a child's copy."""
    plain_language: bool
    large_print: bool
    language: str
    named: NamedView = NamedView()


@dataclasses.dataclass(frozen=True, slots=True)
class ProofLineView:
    """Person on the sheet with the proof: the code of this person's copy, and the answer."""

    person: PersonView
    attendance: Attendance | None
    code: str
    """Code of the copy as it is now, printed at its foot."""
    document: str
    """SHA-256 (hex) of all that this person's document says now."""
    decision: Decision | None = None
    remark: str | None = None
    answered_at: str | None = None
    on_paper: bool = False
    signed: bool = False
    """True if a signature was drawn."""
    answered_for: str | None = None
    """Digest of the plan that was answered for, if it is known."""
    answered_document: str | None = None
    """Digest of the whole document that was answered for, if it is known."""
    outdated: bool = False
    scan: tuple[str, ...] = ()
    """Scanned pages of the signed sheet, by their SHA-256 (hex); a holder of this view may ask for them."""


@dataclasses.dataclass(frozen=True, slots=True)
class ProofView:
    """Proof of who agreed to what (for the file alone)."""

    digest: str
    """SHA-256 (hex) of the whole plan."""
    agreed: tuple[str, ...]
    """Moment of every *Vaststellen* of this meeting, in order."""
    lines: tuple[ProofLineView, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class PlanView:
    """Plan as one audience may see it."""

    reference: str
    family_name: str
    meeting: MeetingHead
    version: int
    """Version, from 1; only changes that this audience may see count. 0 while nothing was agreed."""
    body: PlanBody
    contacts: tuple[ContactView, ...]
    answers: tuple[AnswerView, ...]
    next_meeting: NextMeetingView | None = None
    reader: ReaderView | None = None
    """Reader of this copy; None for the file, the facilitator and the room."""
    marks: tuple[MarksView, ...] = ()
    """Evaluations (file and facilitator only)."""
    overrides: tuple[tuple[str, str], ...] = ()
    """Gaps that were let stand, with the reasons (file and facilitator only)."""
    proof: ProofView | None = None
    """Proof of the answers and their views (file only); None until something was agreed or answered."""
    history: tuple[HistoryView, ...] = ()
    """Scale questions over the meetings (file and facilitator only)."""
    expired: bool = False
    """True if a later agreed plan differs for this reader."""
    child: ChildView | None = None
    """Child's copy, for a reader who gets one; None for everybody else."""
    card: bool = False
    """True if it is the card beside a paper: what may not stand in that, since others may see it."""

    @property
    def signed_code(self) -> str:
        """Beginning of the code of this copy, e.g. 7f3a; it changes only with what this reader signs for."""
        reader = self.reader.number if self.reader else 0
        return signed_code(self.body.digest(), self.reference, self.meeting.number, reader)


@dataclasses.dataclass(frozen=True, slots=True)
class SpreadView:
    """Lowest and highest number (0-10) of people taken together, now and the last time, without names."""

    circles: tuple[Circle, ...]
    """Circles whose numbers these are."""
    lowest: int
    highest: int
    before: tuple[int, int] | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class WallScaleView:
    """Scale question as the room sees it. It does not contain what `sees` leaves out."""

    question: str
    zero: str
    ten: str
    sees: RoomSees = RoomSees.NOTHING
    given: tuple[tuple[PersonView, int], ...] = ()
    """If the room sees all: everybody who gave a number, and the number (0-10)."""
    declined: int = 0
    """If the room sees all: the number of people who would rather not say."""
    spreads: tuple[SpreadView, ...] = ()
    """If the room sees all: the spread of each circle; else of circles with enough numbers together."""
    because: tuple[str, ...] = ()
    """If the room sees the own words: reasons for the number, in alphabetical order."""
    one_up: tuple[str, ...] = ()
    """If the room sees the own words: what would be one higher, in alphabetical order."""


@dataclasses.dataclass(frozen=True, slots=True)
class AskingView:
    """Scale question on a screen for one person's eyes: without anybody's answer, the own one included."""

    question: str
    zero: str
    ten: str
    person: PersonView
    speakers: tuple[PersonView, ...] = ()
    """Grown-ups in the room who may speak for this person, if that is a child."""


@dataclasses.dataclass(frozen=True, slots=True)
class WallView:
    """Picture of what the room may see of one step. The wall paints this and knows nothing else.

    `step_number` and `steps` count the steps that are held. What belongs to other steps is left
    empty: scales only at the scale step, agreements from the agreements step on.
    """

    family_name: str
    step: Step
    step_number: int
    steps: int
    people: tuple[AttendanceView, ...] = ()
    focus: Column | None = None
    danger: tuple[StatementView, ...] = ()
    safety: tuple[StatementView, ...] = ()
    next_steps: tuple[StatementView, ...] = ()
    scales: tuple[WallScaleView, ...] = ()
    agreements: tuple[AgreementView, ...] = ()
    time_outs: tuple[TimeOutView, ...] = ()
    emergency: tuple[EmergencyStepView, ...] = ()
    aloud: AgreementView | None = None
    """Agreement that is read aloud now; it is one of `agreements`, and is shown alone."""
    answered: tuple[tuple[PersonView, bool], ...] = ()
    """At signing: the people, and whether each has answered (not what)."""
    next_meeting: NextMeetingView | None = None
    turn: PersonView | None = None
    """Person in the room who has the turn."""
    forward: StatementView | AgreementView | None = None
    """Card that is shown alone and large; it is one of those that the step shows."""
    minutes_left: int | None = None
    """Minutes left for the family and the network to talk alone, 0 when over; None at other steps."""

    def column(self, column: Column) -> tuple[StatementView, ...]:
        """Return the statements of one column."""
        return {Column.DANGER: self.danger, Column.SAFETY: self.safety, Column.NEXT_STEP: self.next_steps}[
            column
        ]


def signed_code(digest: str, reference: str, meeting: int, reader: int) -> str:
    """Return the beginning of the code of each copy with which this reader signs for that plan.

    `digest` is that of the reader's own view, `meeting` the number of the meeting, and `reader` the place of
    the reader among the people of the case (0: the file).
    """
    return hashlib.sha256(f"{digest}|{reference}|{meeting}|{reader}".encode()).hexdigest()[:4]


_LATER = frozenset(("more_time_outs", "readiness"))
"""Fields added later: a plan without them keeps the digest that it had before they existed."""


@functools.cache
def field_names(view: type) -> tuple[str, ...]:
    """Return the names of the fields of a view, in order. Cached, because it is called often."""
    return tuple(field.name for field in dataclasses.fields(view))


def canonical_json(view: object) -> str:
    """Return a view as canonical JSON: sorted keys, no spaces."""
    return json.dumps(view, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=_plain)


def _plain(value: object) -> object:
    """Convert a value that JSON cannot hold. Field by field: `dataclasses.asdict` would copy every text."""
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, bytes):
        return hashlib.sha256(value).hexdigest()
    if dataclasses.is_dataclass(value):
        kind: type = type(value)
        fields = {name: getattr(value, name) for name in field_names(kind)}
        return {name: item for name, item in fields.items() if item or name not in _LATER}
    raise TypeError(type(value).__name__)
