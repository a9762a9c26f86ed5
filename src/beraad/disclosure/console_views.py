"""Views for the facilitator's console: everything, with the ids that wishes refer to.

For the facilitator's own screen only: nothing in `ui.projector`, `ui.signing` or `export` may import this.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from beraad.disclosure.childs_views import ConsoleChild
from beraad.disclosure.views import SpreadView
from beraad.places import CASE, Place
from beraad.readers import EVERYONE, Readers
from beraad.terms import (
    AnswerShows,
    Attendance,
    CarryKind,
    CheckResult,
    Circle,
    Column,
    Decision,
    Gap,
    Lack,
    MeetingKind,
    MeetingMode,
    Paper,
    Remark,
    Said,
    ScaleKind,
    StatementKind,
    Step,
    Strength,
    TimingKind,
)


@dataclass(frozen=True, slots=True)
class ConsolePerson:
    """Person of the case, with the attendance at this meeting (None: not invited)."""

    id: str
    called: str
    name: str
    circle: Circle
    relation: str | None
    organisation: str | None
    child: bool
    attendance: Attendance | None
    room: int | None
    numbers: tuple[str, ...]
    """Telephone numbers, offered where a number is asked for."""
    paper: Paper
    """Safety of a copy at home: yes, no, or kept elsewhere."""
    paper_note: str | None
    letters: str = ""
    """Letters for a token, told apart from everybody else of the case."""


@dataclass(frozen=True, slots=True)
class ConsoleLeak:
    """Text that is kept from somebody: its place, and the owner of the hidden detail (None: a phrase)."""

    place: Place
    owner: str | None
    kind: str | None
    """A `ContactKind` code, or None for a phrase."""
    reaches: tuple[str, ...]
    """Names in the plan of the people who may not have it."""
    strength: Strength = Strength.CERTAIN
    """A possible leak is asked about ("Gaat dit over …?") and never withheld."""
    words: tuple[str, ...] = ()
    """Words of the text that tell it, as they stand there."""
    detail: str = ""
    """Value of the hidden detail, or the secret phrase: for the facilitator alone."""
    hidden_at: Place = CASE
    """Place of the hidden detail in the case, e.g. people/rima/contact/1; `let_know` finds it by this."""
    readers: tuple[str, ...] = ()
    """Ids of the people in `reaches`."""
    text: str = ""
    """Whole text as it was searched; an answer is kept by this and `detail`."""
    answered: bool = False
    """True if it is certain only because the facilitator said so; that can be taken back."""


@dataclass(frozen=True, slots=True)
class ConsoleRemark:
    """Remark about a text while it is typed."""

    remark: Remark
    words: str = ""
    """Words that it is about, as they stand in the text; of a long sentence its beginning."""
    count: int = 0
    """Number of words of a long sentence."""
    leak: ConsoleLeak | None = None
    """Leak that the text would be: the hidden detail, and the people whom it would reach."""

    @property
    def key(self) -> ConsoleRemark:
        """This remark without what changes as the text goes on."""
        leak = self.leak and replace(self.leak, text="")
        return replace(self, count=0, leak=leak)


@dataclass(frozen=True, slots=True)
class ConsoleStatement:
    """Card in one of the three columns."""

    id: str
    column: Column
    kind: StatementKind
    text: str
    by: str | None
    about: tuple[str, ...]
    """Ids: in a danger statement of those who may be harmed, else of those whom it is about."""
    harm_from: tuple[str, ...] | None
    """Ids of those from whom harm may come, in a danger statement; None if not asked yet."""
    disputed_by: tuple[str, ...]
    visible_to: Readers
    covered_by: int
    """Number of running agreements that cover it."""
    must_be_covered: bool


@dataclass(frozen=True, slots=True)
class ConsoleScore:
    """Answer of one person to a scale question."""

    person: str
    value: int | None
    declined: bool
    because: str | None
    one_up: str | None
    spoken_by: str | None
    kept: frozenset[Said] = frozenset()
    """Own words that became a statement."""


@dataclass(frozen=True, slots=True)
class ConsoleScale:
    """Scale question with every answer, and the answers of the last time it was asked."""

    id: str
    kind: ScaleKind
    question: str
    zero: str
    ten: str
    visible_to: Readers
    scores: tuple[ConsoleScore, ...]
    before: tuple[ConsoleScore, ...]
    without_names: tuple[SpreadView, ...] = ()
    """Spreads of these answers per circle, as the room would see them."""
    heard: frozenset[str] = frozenset()
    """Ids of those whose answers the room would see: of two rooms, not those of the other one."""
    absent_then: tuple[str, ...] = ()
    """Names of those here who did not see what was shown last time; if any, it is not shown beside it now."""


@dataclass(frozen=True, slots=True)
class ConsoleReadiness:
    """Willingness, confidence and capacity of an owner, each 0-10."""

    person: str
    willingness: int | None
    confidence: int | None
    capacity: int | None
    remark: str | None


@dataclass(frozen=True, slots=True)
class ConsoleTiming:
    """Timing of an agreement; see `models.agreement.TimingDraft`."""

    kind: TimingKind
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None
    rule: str | None = None
    at: str | None = None


@dataclass(frozen=True, slots=True)
class ConsoleAgreement:
    """Agreement with its lamps and what they lack."""

    id: str
    number: int
    """Number as in every copy and on the wall; 0 if it was ended."""
    what: str
    owners: tuple[str, ...]
    timing: ConsoleTiming
    measured_by: str | None
    checked_by: str | None
    fallback: str | None
    covers: tuple[str, ...]
    visible_to: Readers
    accepted_by: tuple[str, ...]
    readiness: tuple[ConsoleReadiness, ...]
    ended_on: dt.date | None
    ended_because: str | None
    ended: bool
    lacks: tuple[Lack, ...]
    children: tuple[str, ...]
    """Ids of owners under 18 who would carry safety."""
    vague: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ConsoleNumber:
    """Telephone number that may be put into the plan, and the names of readers who may not have it."""

    called: str
    value: str
    not_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ConsoleTimeOut:
    """One time-out."""

    signal: str
    takes: str
    goes_to: str
    minutes: int
    returns: str
    signs: str | None
    visible_to: Readers


@dataclass(frozen=True, slots=True)
class ConsoleEmergencyStep:
    """Emergency step; `index` is its place in the list, from 0."""

    index: int
    text: str
    number: str | None
    visible_to: Readers


@dataclass(frozen=True, slots=True)
class ConsoleAnswer:
    """Answer of somebody; `outdated` if this person's own view changed afterwards."""

    person: str
    decision: Decision
    remark: str | None
    answered_at: str | None
    on_paper: bool
    signed: bool
    outdated: bool
    shows: AnswerShows = AnswerShows.DECISION
    """Part of the answer that others read."""
    scanned: int = 0
    """Number of scanned pages of the sheet that was signed on paper."""


@dataclass(frozen=True, slots=True)
class ConsoleMarks:
    """Six marks (1-10 or None) in the order of `terms.EvaluationItem`; `person` may be None (private)."""

    person: str | None
    marks: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class ConsoleAgendaItem:
    """Step of the rail."""

    step: Step
    planned_minutes: int
    spent_minutes: int | None
    skipped: bool


@dataclass(frozen=True, slots=True)
class ConsoleGap:
    """Gap, in codes; `text` is the statement or agreement it is about, `reason` why it was let stand."""

    gap: Gap
    place: Place
    """Place of what it is about, in the meeting or of a person."""
    subject: str
    """Name of this place where the reason is kept."""
    text: str
    people: tuple[str, ...]
    reason: str | None
    step: Step
    """Step at which it is mended."""


@dataclass(frozen=True, slots=True)
class ConsoleCheck:
    """Check of an agreement between two meetings; for the facilitator alone."""

    on: dt.date | None
    result: CheckResult
    note: str | None
    said_by: str | None
    """Name of who said it."""


@dataclass(frozen=True, slots=True)
class ConsoleCarry:
    """Item of the last plan that has to be kept, changed or ended."""

    kind: CarryKind
    subject: str
    column: Column | None
    text: str
    detail: str
    checks: tuple[ConsoleCheck, ...] = ()
    """Checks of an agreement since then, of its whole thread, newest first."""
    repeated: tuple[str, int] | None = None
    """Note that stands more than once beside "niet", and how often."""


@dataclass(frozen=True, slots=True)
class ConsoleWaiting:
    """Item that one room of an alternating meeting said, and that is not released to the other yet."""

    place: Place
    """Place in the meeting, e.g. statements/s3, emergency/2."""
    words: str
    half: int
    """Half (1 or 2) in which it was said."""
    readers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ConsoleView:
    """Whole meeting as the facilitator works on it."""

    reference: str
    family_name: str
    meeting: str
    number: int
    kind: MeetingKind
    mode: MeetingMode
    starts_at: str | None
    place: str | None
    agreed_at: str | None
    changed_since_agreed: bool
    """True if it was agreed before and changed since: it has to be agreed again."""
    versions: int
    people: tuple[ConsolePerson, ...]
    agenda: tuple[ConsoleAgendaItem, ...]
    statements: tuple[ConsoleStatement, ...]
    scales: tuple[ConsoleScale, ...]
    earlier_scales: tuple[ConsoleScale, ...]
    """Questions of the last meeting that asked any, with its answers; to be asked again."""
    agreements: tuple[ConsoleAgreement, ...]
    time_outs: tuple[ConsoleTimeOut, ...]
    emergency: tuple[ConsoleEmergencyStep, ...]
    notes: tuple[str, ...]
    evaluations: tuple[ConsoleMarks, ...]
    next_starts_at: str | None
    next_place: str | None
    next_mode: MeetingMode | None
    """Mode of the next meeting, in one room or two; None: as now."""
    carry: tuple[ConsoleCarry, ...]
    children: tuple[ConsoleChild, ...] = ()
    """Children, each with the people whom it may call."""
    readers_now: Readers = EVERYONE
    """Readers of what is added now, unless others are chosen."""
    waiting: tuple[ConsoleWaiting, ...] = ()
    """Items that wait until they are released to the other room."""

    def waits_in(self, place: Place) -> int | None:
        """Return the half whose room alone may see the item at `place` until it is released; else None."""
        return next((item.half for item in self.waiting if item.place == place), None)

    def person(self, person_id: str) -> ConsolePerson:
        """Return the person with this id. Raise KeyError if there is none."""
        for person in self.people:
            if person.id == person_id:
                return person
        raise KeyError(person_id)

    @property
    def at_table(self) -> tuple[ConsolePerson, ...]:
        """People who are present or by phone, in the order of the table."""
        here = (Attendance.PRESENT, Attendance.BY_PHONE)
        return tuple(person for person in self.people if person.attendance in here)

    def column(self, column: Column) -> tuple[ConsoleStatement, ...]:
        """Return the cards of one column."""
        return tuple(item for item in self.statements if item.column is column)
