"""Marks 1-10: of a beraad by each attendee (private), and of the help by the client."""

from sqlmodel import Field

from beraad.models.base import Date, Draft, Mark, PersonId, Row, parent


class MeetingEvaluationDraft(Draft):
    """Six marks of one attendee; items may be left empty."""

    person: PersonId | None = None
    respect: Mark | None = None
    trust: Mark | None = None
    cooperation: Mark | None = None
    voicing_worries: Mark | None = None
    safety_plan: Mark | None = None
    future_safety: Mark | None = None


class MeetingEvaluation(MeetingEvaluationDraft, Row, table=True):
    """Stored evaluation of a `Meeting`."""

    __tablename__ = "meeting_evaluations"
    meeting_pk: int | None = parent("meetings")


class HelpEvaluationDraft(Draft):
    """Thirteen marks by a client at the end of the intensive phase; items may be left empty."""

    person: PersonId | None = None
    on: Date | None = Field(default=None)
    information: Mark | None = None
    clear_goals: Mark | None = None
    reachability: Mark | None = None
    relationship: Mark | None = None
    cooperation: Mark | None = None
    danger_and_worries: Mark | None = None
    safety_plan: Mark | None = None
    own_contribution: Mark | None = None
    children: Mark | None = None
    trust: Mark | None = None
    safety: Mark | None = None
    future_help: Mark | None = None
    overall: Mark | None = None


class HelpEvaluation(HelpEvaluationDraft, Row, table=True):
    """Stored evaluation of the help in a `Case`."""

    __tablename__ = "help_evaluations"
    case_pk: int | None = parent("cases")
