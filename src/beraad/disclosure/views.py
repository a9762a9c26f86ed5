"""Frozen views of what an eye may see, made by `disclose` alone, without ids or a trace of what was left out.

Lists are tuples in the order of reading; texts are as people wrote them; names are what the plan calls a
person.
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
    CheckResult,
    Circle,
    Column,
    ContactKind,
    Decision,
    MeetingKind,
    MeetingMode,
    RoomSees,
    ScaleKind,
    StatementKind,
    Step,
    TimingKind,
)


@dataclasses.dataclass(frozen=True, slots=True)
class PersonView:
    """Somebody as the plan names this person."""

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
        """Letters for a token that stands alone; beside others `initials_apart` tells them apart."""
        return initials_of(self.called)


@dataclasses.dataclass(frozen=True, slots=True)
class StatementView:
    """One statement of a column."""

    column: Column
    kind: StatementKind
    text: str
    disputed_by: tuple[str, ...] = ()
    """Names of those who see it differently."""


@dataclasses.dataclass(frozen=True, slots=True)
class ScoreView:
    """One answer to a scale; `value` 0-10, None where not given or declined."""

    person: PersonView
    value: int | None
    declined: bool = False
    because: str | None = None
    one_up: str | None = None
    spoken_by: str | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class ScaleView:
    """A scale question, both end points in words, and the answers; in one person's copy the own alone."""

    kind: ScaleKind
    question: str
    zero: str
    ten: str
    scores: tuple[ScoreView, ...] = ()
    before: tuple[ScoreView, ...] = ()
    """Answers to the same question at the meeting before."""


@dataclasses.dataclass(frozen=True, slots=True)
class AskedView:
    """The answers to a scale question at one meeting."""

    meeting: int
    on: dt.date | None
    scores: tuple[ScoreView, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class HistoryView:
    """A scale question that was asked at two meetings or more, in their order."""

    question: str
    zero: str
    ten: str
    askings: tuple[AskedView, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class TimingView:
    """From when, until when, how often; `rule` is an RFC 5545 RRULE value, `at` is HH:MM."""

    kind: TimingKind
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None
    rule: str | None = None
    at: str | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class CheckView:
    """One check of an agreement (for the file)."""

    on: dt.date | None
    result: CheckResult
    note: str | None
    by: str | None


@dataclasses.dataclass(frozen=True, slots=True)
class ReadinessView:
    """How ready an owner is for an agreement: willingness, confidence and capacity, each 0-10.

    In one person's copy only what helps this person.
    """

    person: PersonView
    willingness: int | None = None
    confidence: int | None = None
    capacity: int | None = None
    remark: str | None = None
    """What helps."""


@dataclasses.dataclass(frozen=True, slots=True)
class AgreementView:
    """One agreement. `number` counts from 1: those for everyone first, the same in every copy."""

    number: int
    what: str
    owners: tuple[PersonView, ...]
    timing: TimingView
    measured_by: str | None = None
    checked_by: str | None = None
    fallback: str | None = None
    mine: bool = False
    """Whether the reader is an owner."""
    accepted: bool = False
    """Whether every owner said yes."""
    accepted_by: tuple[str, ...] = ()
    readiness: tuple[ReadinessView, ...] = ()
    """Of the owners: all for the file, and for one reader what helps the reader."""


@dataclasses.dataclass(frozen=True, slots=True)
class EndedAgreementView:
    """An agreement that no longer counts, said out loud because an old copy at home is false safety."""

    what: str
    owners: tuple[PersonView, ...]
    on: dt.date | None = None
    because: str | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class TimeOutView:
    """The time-out; `minutes` is how long, fixed beforehand."""

    signal: str
    takes: PersonView
    goes_to: str
    minutes: int
    returns: str
    signs: str | None = None
    mine: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class EmergencyStepView:
    """One step when it goes wrong; `number` counts from 1 within the view, `call` is a telephone number."""

    number: int
    text: str
    call: str | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class DetailView:
    """One contact detail that the audience may have."""

    kind: ContactKind
    value: str


@dataclasses.dataclass(frozen=True, slots=True)
class ContactView:
    """Ways to reach somebody. People without a detail for this audience are not listed."""

    person: PersonView
    details: tuple[DetailView, ...]
    fixed_contact: bool = False
    """The family's fixed contact person."""


@dataclasses.dataclass(frozen=True, slots=True)
class AnswerView:
    """An answer of somebody, as far as this audience reads it; strokes are lists of (x, y) in 0..1."""

    person: PersonView
    decision: Decision | None
    """None: no more than that this person answered."""
    remark: str | None = None
    answered_at: str | None = None
    on_paper: bool = False
    strokes: tuple[tuple[tuple[float, float], ...], ...] = ()
    outdated: bool = False
    """This person's own view changed after the answer: asked again."""


@dataclasses.dataclass(frozen=True, slots=True)
class AttendanceView:
    """Who was there."""

    person: PersonView
    attendance: Attendance
    signs: bool = True
    """Whether this person may be asked to sign: not a child under twelve."""


@dataclasses.dataclass(frozen=True, slots=True)
class NextMeetingView:
    """When and where the next meeting is."""

    starts_at: str | None
    place: str | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class MarksView:
    """One attendee's six marks (1-10), without a name; in the order of `terms.EvaluationItem`."""

    marks: tuple[int | None, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class MeetingHead:
    """Which meeting this is."""

    number: int
    kind: MeetingKind
    mode: MeetingMode
    starts_at: str | None
    place: str | None
    facilitator: str
    agreed_at: str | None
    participants: tuple[AttendanceView, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class PlanBody:
    """The plan that a person answers (signs) for: its content, and nothing of its history."""

    danger: tuple[StatementView, ...] = ()
    safety: tuple[StatementView, ...] = ()
    next_steps: tuple[StatementView, ...] = ()
    scales: tuple[ScaleView, ...] = ()
    agreements: tuple[AgreementView, ...] = ()
    ended: tuple[EndedAgreementView, ...] = ()
    time_out: TimeOutView | None = None
    emergency: tuple[EmergencyStepView, ...] = ()
    more_time_outs: tuple[TimeOutView, ...] = ()
    """Those beside the first."""

    @property
    def time_outs(self) -> tuple[TimeOutView, ...]:
        """Every time-out, the first first."""
        return (*((self.time_out,) if self.time_out else ()), *self.more_time_outs)

    def column(self, column: Column) -> tuple[StatementView, ...]:
        """The statements of one column."""
        return {Column.DANGER: self.danger, Column.SAFETY: self.safety, Column.NEXT_STEP: self.next_steps}[
            column
        ]

    def digest(self, written: Callable[[object], str] | None = None) -> str:
        """SHA-256 (64 hex digits) over canonical JSON: sorted keys, no spaces, UTF-8.

        `written` may give the canonical JSON of an item where it is known already.
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
    """Somebody whom a child chose to call: as the child says it, with a number that the child may have."""

    called: str
    number: str


@dataclasses.dataclass(frozen=True, slots=True)
class PromiseView:
    """What grown-ups promised, told to the child; `by` are those who said yes, as the child calls them."""

    text: str
    timing: TimingView
    by: tuple[str, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class ChildView:
    """All that a child's copy holds; nothing else of the plan is printed on it."""

    name: str
    calls: tuple[CallView, ...] = ()
    """At most four, in the child's order."""
    goes: tuple[str, ...] = ()
    """Where the child can go."""
    promises: tuple[PromiseView, ...] = ()
    own_words: str | None = None
    """None too where the child did not say that they may be read."""


@dataclasses.dataclass(frozen=True, slots=True)
class NamedView:
    """Where the plan that a reader may see names this reader, by the numbers of this reader's copy."""

    agreements: tuple[tuple[int, str], ...] = ()
    """The number of an agreement, and which of its texts it is: what, measured_by, fallback or checked_by."""
    steps: tuple[int, ...] = ()
    """Numbers of emergency steps."""
    time_outs: tuple[int, ...] = ()
    """Time-outs by their place, from 1."""

    def names(self, agreement: AgreementView, text: str = "") -> bool:
        """Whether the agreement names the reader, in this text of it or in any."""
        return any(number == agreement.number and text in ("", where) for number, where in self.agreements)


@dataclasses.dataclass(frozen=True, slots=True)
class ReaderView:
    """Whose copy this is, and how this person reads."""

    person: PersonView
    number: int
    """Place among the people of the case, from 1: names the file."""
    child: bool
    """Twelve or younger on the day of the meeting: gets a child's copy."""
    plain_language: bool
    large_print: bool
    language: str
    named: NamedView = NamedView()


@dataclasses.dataclass(frozen=True, slots=True)
class ProofLineView:
    """One person on the sheet that proves it: which copy this is for, and what this person answered."""

    person: PersonView
    attendance: Attendance | None
    code: str
    """Of the copy as it stands now: what is printed at its foot."""
    digest: str
    """SHA-256 (hex) of this person's own view of the plan now."""
    decision: Decision | None = None
    remark: str | None = None
    answered_at: str | None = None
    on_paper: bool = False
    signed: bool = False
    """Whether a signature was drawn."""
    answered_for: str | None = None
    """The digest of the view that was answered for, where it is known."""
    outdated: bool = False
    scan: tuple[str, ...] = ()
    """The pages of the sheet that was signed, by their SHA-256 (hex): who has this view may ask for them."""


@dataclasses.dataclass(frozen=True, slots=True)
class ProofView:
    """Proof of who agreed to what (for the file alone)."""

    digest: str
    """SHA-256 (hex) of the whole plan."""
    agreed: tuple[str, ...]
    """Every *Vaststellen* of this meeting, the first first."""
    lines: tuple[ProofLineView, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class PlanView:
    """The plan as one audience may see it."""

    reference: str
    family_name: str
    meeting: MeetingHead
    version: int
    """Counts, from 1, only changes that this audience may see; 0 while nothing was agreed."""
    body: PlanBody
    contacts: tuple[ContactView, ...]
    answers: tuple[AnswerView, ...]
    next_meeting: NextMeetingView | None = None
    reader: ReaderView | None = None
    """The person for whom this copy is; None for the file, the facilitator and the room."""
    marks: tuple[MarksView, ...] = ()
    """Evaluations (file and facilitator only)."""
    overrides: tuple[tuple[str, str], ...] = ()
    """Gaps let stand and why (file and facilitator only)."""
    proof: ProofView | None = None
    """Who answered what for which view (file only), once something was agreed or answered."""
    history: tuple[HistoryView, ...] = ()
    """Scale questions over the meetings (file and facilitator only)."""
    expired: bool = False
    """Whether a later agreed plan is another for this reader."""
    child: ChildView | None = None
    """What is printed for a reader who gets a child's copy; None for everybody else."""

    @property
    def signed_code(self) -> str:
        """How the code of this copy begins, e.g. 7f3a: it stays while what this reader signs for stays."""
        reader = self.reader.number if self.reader else 0
        return signed_code(self.body.digest(), self.reference, self.meeting.number, reader)


@dataclasses.dataclass(frozen=True, slots=True)
class SpreadView:
    """Lowest and highest number (0-10) of people taken together, now and the last time; not whose."""

    circles: tuple[Circle, ...]
    """Whose numbers these are."""
    lowest: int
    highest: int
    before: tuple[int, int] | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class WallScaleView:
    """A scale question as the room sees it. What `sees` leaves out is not in here."""

    question: str
    zero: str
    ten: str
    sees: RoomSees = RoomSees.NOTHING
    given: tuple[tuple[PersonView, int], ...] = ()
    """Where the room sees all: everybody who gave a number, and the number (0-10)."""
    declined: int = 0
    """Where the room sees all: how many would rather not say."""
    spreads: tuple[SpreadView, ...] = ()
    """Where the room sees all, those of each circle; else of circles with enough numbers together."""
    because: tuple[str, ...] = ()
    """Where the room sees the own words: what makes it this number, in the order of the alphabet."""
    one_up: tuple[str, ...] = ()
    """Where the room sees the own words: what would be one higher, in the order of the alphabet."""


@dataclasses.dataclass(frozen=True, slots=True)
class AskingView:
    """A scale question on a screen for one person's eyes: no answer of anybody, not even the own one."""

    question: str
    zero: str
    ten: str
    person: PersonView
    speakers: tuple[PersonView, ...] = ()
    """Who of the grown-ups in the room may speak for this person, who is a child."""


@dataclasses.dataclass(frozen=True, slots=True)
class WallView:
    """A picture of what the room may see of one step. The wall paints this and knows nothing else.

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
    """The one of `agreements` that is read aloud now, and stands there alone."""
    answered: tuple[tuple[PersonView, bool], ...] = ()
    """At signing: who has answered already (not what)."""
    next_meeting: NextMeetingView | None = None
    turn: PersonView | None = None
    """Who has the turn: somebody in the room."""
    forward: StatementView | AgreementView | None = None
    """The one card that was put forward: it stands alone, large. It is one of those that the step shows."""
    minutes_left: int | None = None
    """Of the time that the family and the network talk alone; 0 when it is over. None at other steps."""

    def column(self, column: Column) -> tuple[StatementView, ...]:
        """The statements of one column."""
        return {Column.DANGER: self.danger, Column.SAFETY: self.safety, Column.NEXT_STEP: self.next_steps}[
            column
        ]


@dataclasses.dataclass(frozen=True, slots=True)
class SigningView:
    """A signing screen for one person: this person's own copy, and who answered already."""

    plan: PlanView
    digest: str
    answered: tuple[tuple[PersonView, bool], ...]

    @property
    def own(self) -> tuple[AgreementView, ...]:
        """The agreements this person takes on."""
        return tuple(agreement for agreement in self.plan.body.agreements if agreement.mine)


def signed_code(digest: str, reference: str, meeting: int, reader: int) -> str:
    """How the code of each copy begins with which this `reader` (place; 0: the file) signs for that plan.

    `digest` is that of the reader's own view, `meeting` the number of the meeting.
    """
    return hashlib.sha256(f"{digest}|{reference}|{meeting}|{reader}".encode()).hexdigest()[:4]


_LATER = frozenset(("more_time_outs", "readiness"))
"""Fields that came later: a plan without them keeps the digest that it had before there could be any."""


@functools.cache
def field_names(view: type) -> tuple[str, ...]:
    """The names of the fields of a view, in order; asked for so often that they are remembered."""
    return tuple(field.name for field in dataclasses.fields(view))


def canonical_json(view: object) -> str:
    """A view as JSON: sorted keys, no spaces."""
    return json.dumps(view, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=_plain)


def _plain(value: object) -> object:
    """What JSON has no form for. Field by field: `dataclasses.asdict` would copy every text."""
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, bytes):
        return hashlib.sha256(value).hexdigest()
    if dataclasses.is_dataclass(value):
        kind: type = type(value)
        fields = {name: getattr(value, name) for name in field_names(kind)}
        return {name: item for name, item in fields.items() if item or name not in _LATER}
    raise TypeError(type(value).__name__)
