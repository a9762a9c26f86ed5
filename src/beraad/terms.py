"""Vocabulary of the method: enumerations that every room may use. Values are the codes of the case file."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

CHILD_COPY_UP_TO_AGE = 12
"""Children up to and including this age get a child's copy."""

SIGNS_FROM_AGE = 12
"""Children under this age are not asked to sign."""

LOW_READINESS_BELOW = 6
"""Willingness, confidence or capacity (0-10) below this is low and needs a remark on what helps."""


LEAST_TOGETHER = 3
"""Fewest numbers on a scale that are shown together without names.

Among fewer, people can work out whose is whose.
"""


class Circle(StrEnum):
    """Relation of a person to the family."""

    FAMILY = "family"
    NETWORK = "network"
    PROFESSIONAL = "professional"


class Phase(StrEnum):
    """Phases of a case."""

    INTENSIVE = "intensive"
    MONITOR = "monitor"
    CLOSED = "closed"
    ENDED_EARLY = "ended_early"


OVER = frozenset({Phase.CLOSED, Phase.ENDED_EARLY})
"""Phases in which nothing is asked about any more."""


SAFE_ENOUGH = frozenset({Phase.MONITOR, Phase.CLOSED})
"""Phases to which a case goes when client, network and workers find it safe enough."""


class Colour(StrEnum):
    """Colour code of a case, from direct danger to a small chance of repetition."""

    RED = "red"
    ORANGE = "orange"
    YELLOW = "yellow"
    GREEN = "green"


class ColourMoment(StrEnum):
    """Moment at which a colour code was given."""

    START = "start"
    END_OF_INTENSIVE = "end_of_intensive"
    OTHER = "other"


class ViolenceType(StrEnum):
    """People between whom the violence is."""

    PARTNER = "partner"
    EX_PARTNER = "ex_partner"
    CHILD_TO_PARENT = "child_to_parent"
    PARENT_TO_CHILD = "parent_to_child"
    ELDER = "elder"
    HONOUR = "honour"
    OTHER = "other"


class ViolenceNature(StrEnum):
    """Kind of violence; a case registers at most two."""

    PHYSICAL = "physical"
    DOMESTIC_QUARREL = "domestic_quarrel"
    THREAT = "threat"
    PSYCHOLOGICAL = "psychological"
    STALKING = "stalking"
    SEXUAL = "sexual"
    NEGLECT = "neglect"
    FINANCIAL = "financial"
    OTHER = "other"


class Sex(StrEnum):
    """Sex as registered for the year's report."""

    MALE = "male"
    FEMALE = "female"
    OTHER = "other"


class ProblemArea(StrEnum):
    """Problem that goes with the violence; a case registers at most two."""

    ADDICTION = "addiction"
    MENTAL_HEALTH = "mental_health"
    HOUSING = "housing"
    FINANCES = "finances"
    WORK = "work"
    UPBRINGING = "upbringing"
    HEALTH = "health"
    NETWORK = "network"
    JUSTICE = "justice"
    OTHER = "other"


class LifeArea(StrEnum):
    """Life areas of the selection checklist."""

    HOUSING = "housing"
    WORK_AND_INCOME = "work_and_income"
    PARTICIPATION_AND_NETWORK = "participation_and_network"
    HEALTH = "health"
    SAFETY = "safety"
    UPBRINGING = "upbringing"
    PERSONAL_FUNCTIONING = "personal_functioning"
    JUDICIAL_PAST = "judicial_past"


class NoProgress(StrEnum):
    """Signs of no progress for over a year, from the selection checklist."""

    UNREACHABLE = "unreachable"
    CLOSED_DOOR = "closed_door"
    DENIAL = "denial"
    RELAPSE = "relapse"
    AGREEMENTS_NOT_KEPT = "agreements_not_kept"
    HELP_REFUSED = "help_refused"


class EarlierHelp(StrEnum):
    """Earlier help, from the selection checklist."""

    TOO_LITTLE_PROGRESS = "too_little_progress"
    NO_WAY_TO_HELP = "no_way_to_help"
    ADDED_VALUE_CHECKED = "added_value_checked"


class ContactKind(StrEnum):
    """Kind of a contact detail."""

    PHONE = "phone"
    EMAIL = "email"
    ADDRESS = "address"
    SCHOOL = "school"
    WORK = "work"
    OTHER = "other"


class Paper(StrEnum):
    """Answer to whether somebody can safely have paper at home."""

    YES = "yes"
    NO = "no"
    ELSEWHERE = "elsewhere"


class PaperPlace(StrEnum):
    """Place of a paper that was handed out."""

    HOME = "home"
    WORKER = "worker"
    """With one of the workers, who keeps it for the reader."""
    ELSEWHERE = "elsewhere"


class PaperState(StrEnum):
    """State of a paper that was handed out."""

    OUT = "out"
    RETURNED = "returned"
    DESTROYED = "destroyed"


class VisibleTo(StrEnum):
    """Named groups of `visible_to`; the alternative is a list of people."""

    EVERYONE = "everyone"
    PROFESSIONALS = "professionals"
    FACILITATOR = "facilitator"


class MeetingKind(StrEnum):
    """Kind of meeting, by the people at the table."""

    FAMILY_NETWORK = "family_network"
    WITH_CLIENT = "with_client"
    PROFESSIONALS = "professionals"


class RevisionHow(StrEnum):
    """Ways in which a plan is revised without a full meeting."""

    PHONE = "phone"
    TALK = "talk"
    """Talk with one or a few people, e.g. at the office."""


class MeetingMode(StrEnum):
    """One room, or one plan in two rooms (pendelend)."""

    TOGETHER = "together"
    ALTERNATING = "alternating"


class Attendance(StrEnum):
    """Presence of a person at the table."""

    INVITED = "invited"
    PRESENT = "present"
    ABSENT = "absent"
    BY_PHONE = "by_phone"


IN_THE_ROOM = frozenset({Attendance.PRESENT, Attendance.BY_PHONE})
"""Attendance of people who hear and see what the room hears and sees."""


class Step(StrEnum):
    """The usual steps of a beraad, in order."""

    WELCOME = "welcome"
    WORRIES = "worries"
    GOING_WELL = "going_well"
    SCALE = "scale"
    WHAT_MUST_HAPPEN = "what_must_happen"
    FAMILY_TIME = "family_time"
    AGREEMENTS = "agreements"
    DECIDE_AND_SIGN = "decide_and_sign"
    EVALUATION = "evaluation"


def whole_order(known: Iterable[Step]) -> tuple[Step, ...]:
    """Return all steps: the `known` ones in their order, each other one after its usual predecessor."""
    order = list(dict.fromkeys(known))
    usual = list(Step)
    for place, step in enumerate(usual):
        if step not in order:
            before = next((order.index(item) + 1 for item in usual[:place][::-1] if item in order), 0)
            order.insert(before, step)
    return tuple(order)


class Column(StrEnum):
    """The three columns."""

    DANGER = "danger"
    SAFETY = "safety"
    NEXT_STEP = "next_step"


class PlanPart(StrEnum):
    """Parts of the plan, as a case file names them."""

    STATEMENTS = "statements"
    SCALES = "scales"
    AGREEMENTS = "agreements"
    TIME_OUT = "time_out"
    EMERGENCY = "emergency"


class StatementKind(StrEnum):
    """Kind of a statement within its column."""

    HARM = "harm"
    DANGER_STATEMENT = "danger_statement"
    COMPLICATING_FACTOR = "complicating_factor"
    EXISTING_SAFETY = "existing_safety"
    EXCEPTION = "exception"
    STRENGTH = "strength"
    RESOURCE = "resource"
    BOTTOM_LINE = "bottom_line"
    AGENCY_GOAL = "agency_goal"
    FAMILY_GOAL = "family_goal"
    NEXT_STEP = "next_step"


KINDS_IN: dict[Column, tuple[StatementKind, ...]] = {
    Column.DANGER: (
        StatementKind.HARM,
        StatementKind.DANGER_STATEMENT,
        StatementKind.COMPLICATING_FACTOR,
    ),
    Column.SAFETY: (
        StatementKind.EXISTING_SAFETY,
        StatementKind.EXCEPTION,
        StatementKind.STRENGTH,
        StatementKind.RESOURCE,
    ),
    Column.NEXT_STEP: (
        StatementKind.BOTTOM_LINE,
        StatementKind.AGENCY_GOAL,
        StatementKind.FAMILY_GOAL,
        StatementKind.NEXT_STEP,
    ),
}
"""Kinds of each column, in the order in which they are offered."""

COLUMN_OF: dict[StatementKind, Column] = {
    kind: column for column, kinds in KINDS_IN.items() for kind in kinds
}

USUAL_KIND: dict[Column, StatementKind] = {
    column: StatementKind.NEXT_STEP if column is Column.NEXT_STEP else kinds[0]
    for column, kinds in KINDS_IN.items()
}
"""Kind of a new card unless somebody chose one. It is never a bottom line by default."""

MUST_BE_COVERED = frozenset({StatementKind.DANGER_STATEMENT, StatementKind.BOTTOM_LINE})
"""Kinds of which every statement needs at least one agreement."""


class Whom(StrEnum):
    """Role of the people who are chosen beside the words of a statement."""

    BY = "by"
    ABOUT = "about"
    DISPUTED_BY = "disputed_by"
    FROM = "from"


class ScaleKind(StrEnum):
    """Subject of a scale question."""

    SAFETY = "safety"
    PROGRESS = "progress"
    OTHER = "other"


class TimingKind(StrEnum):
    """Frequency of an agreement."""

    ONCE = "once"
    RECURRING = "recurring"
    ALWAYS = "always"


class Decision(StrEnum):
    """Honest answers to a plan; all are normal and all are printed."""

    AGREE = "agree"
    AGREE_WITH_REMARK = "agree_with_remark"
    DISAGREE = "disagree"
    UNABLE = "unable"
    ABSENT = "absent"


class AnswerShows(StrEnum):
    """Part of somebody's answer to the plan that others read; the facilitator and the file read all of it."""

    ANSWERED = "answered"
    """Only that this person answered."""
    DECISION = "decision"
    WORDS = "words"
    """The decision and the words beside it."""


class CheckResult(StrEnum):
    """Outcome of a check of an agreement."""

    KEPT = "kept"
    PARTLY = "partly"
    NOT_KEPT = "not_kept"
    DID_NOT_OCCUR = "did_not_occur"
    """There was no occasion for it."""


class CarryOver(StrEnum):
    """Outcome of something from the last plan."""

    KEPT = "kept"
    CHANGED = "changed"
    ENDED = "ended"


class CarryKind(StrEnum):
    """Kind of thing from the last plan that is asked about at the next meeting."""

    STATEMENT = "statement"
    AGREEMENT = "agreement"
    TIME_OUT = "time_out"
    EMERGENCY_STEP = "emergency_step"


class Lamp(StrEnum):
    """The five SMART lamps of an agreement."""

    SPECIFIC = "S"
    MEASURABLE = "M"
    ACCEPTED = "A"
    REALISTIC = "R"
    TIMED = "T"


class Lack(StrEnum):
    """Part that an agreement still lacks; each puts out lamps (see `LAMPS_OUT`)."""

    NO_TEXT = "no_text"
    NO_OWNER = "no_owner"
    OWNER_NOT_AT_TABLE = "owner_not_at_table"
    NO_MEASURE = "no_measure"
    NO_CHECKER = "no_checker"
    NOT_ACCEPTED = "not_accepted"
    READINESS_UNKNOWN = "readiness_unknown"
    LOW_WITHOUT_HELP = "low_without_help"
    NO_START = "no_start"
    NO_END = "no_end"
    ENDS_BEFORE_START = "ends_before_start"
    NO_RULE = "no_rule"
    NO_FALLBACK = "no_fallback"


LAMPS_OUT: dict[Lack, frozenset[Lamp]] = {
    Lack.NO_TEXT: frozenset((Lamp.SPECIFIC,)),
    # Without an owner nobody has accepted it, and nobody was asked whether it can be done.
    Lack.NO_OWNER: frozenset((Lamp.SPECIFIC, Lamp.ACCEPTED, Lamp.REALISTIC)),
    Lack.NO_MEASURE: frozenset((Lamp.MEASURABLE,)),
    Lack.NO_CHECKER: frozenset((Lamp.MEASURABLE,)),
    Lack.NOT_ACCEPTED: frozenset((Lamp.ACCEPTED,)),
    Lack.OWNER_NOT_AT_TABLE: frozenset((Lamp.ACCEPTED,)),
    Lack.READINESS_UNKNOWN: frozenset((Lamp.REALISTIC,)),
    Lack.LOW_WITHOUT_HELP: frozenset((Lamp.REALISTIC,)),
    Lack.NO_START: frozenset((Lamp.TIMED,)),
    Lack.NO_END: frozenset((Lamp.TIMED,)),
    Lack.ENDS_BEFORE_START: frozenset((Lamp.TIMED,)),
    Lack.NO_RULE: frozenset((Lamp.TIMED,)),
    Lack.NO_FALLBACK: frozenset(),
}
"""Lamps that each lack puts out. A missing fallback belongs to no letter, and is asked about all the same."""


class Gap(StrEnum):
    """Reason why a plan is not complete; written in a case file's `overrides` when accepted."""

    UNCOVERED_DANGER = "uncovered_danger"
    UNCOVERED_BOTTOM_LINE = "uncovered_bottom_line"
    NO_ASKER = "no_asker"
    NO_TEXT = "no_text"
    NO_OWNER = "no_owner"
    NO_CHECK = "no_check"
    NOT_ACCEPTED = "not_accepted"
    READINESS_UNKNOWN = "readiness_unknown"
    READINESS_LOW = "readiness_low"
    NO_DATE = "no_date"
    NO_END = "no_end"
    ENDS_BEFORE_START = "ends_before_start"
    NO_FALLBACK = "no_fallback"
    CHILD_CARRIES_SAFETY = "child_carries_safety"
    CHILD_CHECKS = "child_checks"
    CHILD_FALLBACK = "child_fallback"
    CHILD_IN_EMERGENCY = "child_in_emergency"
    CHILD_TAKES_TIME_OUT = "child_takes_time_out"
    ONLY_FEARED_LEFT = "only_feared_left"
    NUMBER_DIFFERS = "number_differs"
    NO_CONTACT_NUMBER = "no_contact_number"
    CHILD_CALLS_FEARED = "child_calls_feared"
    NOT_REVIEWED = "not_reviewed"


GAPS_OF_STEPS = frozenset((Gap.CHILD_IN_EMERGENCY, Gap.NUMBER_DIFFERS))
"""Gaps of one emergency step."""

GAP_OF: dict[Lack, Gap] = {
    Lack.NO_TEXT: Gap.NO_TEXT,
    Lack.NO_OWNER: Gap.NO_OWNER,
    Lack.NO_MEASURE: Gap.NO_CHECK,
    Lack.NO_CHECKER: Gap.NO_CHECK,
    Lack.NOT_ACCEPTED: Gap.NOT_ACCEPTED,
    Lack.OWNER_NOT_AT_TABLE: Gap.NOT_ACCEPTED,
    Lack.READINESS_UNKNOWN: Gap.READINESS_UNKNOWN,
    Lack.LOW_WITHOUT_HELP: Gap.READINESS_LOW,
    Lack.NO_START: Gap.NO_DATE,
    Lack.NO_RULE: Gap.NO_DATE,
    Lack.NO_END: Gap.NO_END,
    Lack.ENDS_BEFORE_START: Gap.ENDS_BEFORE_START,
    Lack.NO_FALLBACK: Gap.NO_FALLBACK,
}
"""Gap of the plan for each lack of an agreement: *Vaststellen* asks about all that lamps show."""


class LeftOff(StrEnum):
    """Reason why something that is meant for a child is left off its copy."""

    FEARED = "feared"
    """It sends the child to somebody from whom a danger statement says that harm may come."""
    NO_NUMBER = "no_number"
    UNKNOWN_NAME = "unknown_name"
    """It holds a name that is nobody's of this case, and may be an institution's."""
    ORGANISATION = "organisation"
    TASK = "task"
    """The child would have to do something."""
    NOT_TOLD = "not_told"
    """It cannot be told to the child: it is unclear whom its *zij* or *ik* would mean there."""


class Strength(StrEnum):
    """Certainty that a text is about a hidden detail."""

    CERTAIN = "certain"
    """Withheld from everybody who may not know the detail."""
    POSSIBLE = "possible"
    """Asked about, and withheld only if the facilitator says that it is about the detail."""


class Remark(StrEnum):
    """Remark on a text while it is typed; it never stops anybody."""

    HIDDEN_DETAIL = "hidden_detail"
    LABEL = "label"
    VAGUE = "vague"
    LONG_SENTENCE = "long_sentence"
    HARD_WORD = "hard_word"
    HARD_TEXT = "hard_text"
    OTHER_TIME = "other_time"
    """Another hour or length was chosen beside the text."""


class Said(StrEnum):
    """Words with a number on a scale: why it is no lower, and what would be one higher."""

    BECAUSE = "because"
    ONE_UP = "one_up"


class RoomSees(StrEnum):
    """Part of the answers to a scale question that the room sees."""

    NOTHING = "nothing"
    ALL = "all"
    CIRCLES = "circles"
    WORDS = "words"


class EvaluationItem(StrEnum):
    """The six marks (1-10) each attendee gives a beraad, private."""

    RESPECT = "respect"
    TRUST = "trust"
    COOPERATION = "cooperation"
    VOICING_WORRIES = "voicing_worries"
    SAFETY_PLAN = "safety_plan"
    FUTURE_SAFETY = "future_safety"


def time_out_subject(number: int) -> str:
    """Return the name of the time-out with this number, from 1."""
    return "time_out" if number == 1 else f"time_out-{number}"


CALLS = "may_call"
"""Start of the subject of a gap about whom a child may call."""


def call_subject(child: str, person: str) -> str:
    """Return the subject for `child` calling `person`; no id holds a colon."""
    return f"{CALLS}:{child}:{person}"


def number_of_time_out(subject: str) -> int | None:
    """Return the number, from 1, for a name from `time_out_subject`; None for any other name."""
    name, dash, number = subject.partition("-")
    if name != "time_out":
        return None
    if not dash:
        return 1
    return int(number) if number.isdecimal() else None
