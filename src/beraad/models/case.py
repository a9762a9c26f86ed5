"""Case (zaak): one family, its people, its meetings and its follow-up."""

from sqlmodel import JSON, Field

from beraad.models.base import (
    Date,
    Draft,
    Flag,
    Line,
    Name,
    PersonId,
    Row,
    Text,
    children,
    codes,
    no_items,
    only_child,
    parent,
)
from beraad.models.evaluation import HelpEvaluation
from beraad.models.follow_up import Check
from beraad.models.handed_paper import HandedPaper
from beraad.models.meeting import Meeting, NextMeeting
from beraad.models.person import Person, Secret
from beraad.models.registration import Registration, Selection
from beraad.terms import Colour, ColourMoment, Phase


class PhaseEntryDraft(Draft):
    """Phase and its first day; an intensive phase after another phase is a reopening."""

    phase: Phase = Field(sa_type=codes(Phase))
    from_: Date | None = Field(alias="from", sa_column_kwargs={"name": "from_date"})
    why: Text | None = None
    """Reason to end early, to begin again, or to go on though not everybody finds it safe enough."""
    client_safe: Flag | None = None
    """Whether the client found it safe enough for this phase; None: not asked."""
    network_safe: Flag | None = None
    workers_safe: Flag | None = None


class PhaseEntry(PhaseEntryDraft, Row, table=True):
    """Stored phase of a `Case`."""

    __tablename__ = "phases"
    case_pk: int | None = parent("cases")


class ColourMarkDraft(Draft):
    """Colour code, given on a day at a moment."""

    colour: Colour = Field(sa_type=codes(Colour))
    on: Date | None
    moment: ColourMoment = Field(sa_type=codes(ColourMoment))


class ColourMark(ColourMarkDraft, Row, table=True):
    """Stored colour code of a `Case`."""

    __tablename__ = "colours"
    case_pk: int | None = parent("cases")


class LeakDecisionDraft(Draft):
    """Answer to "Gaat dit over …?": whether a text is about a hidden detail that it may tell."""

    text: Text
    """Whole text as it was asked about."""
    detail: Line
    """Value of the contact detail, or the secret phrase, as it is stored."""
    is_about: Flag


class LeakDecision(LeakDecisionDraft, Row, table=True):
    """Stored answer in a `Case`."""

    __tablename__ = "leak_decisions"
    case_pk: int | None = parent("cases")


class CaseDraft(Draft):
    """Case before it holds anything."""

    reference: Name = Field(unique=True, index=True)
    family_name: Line
    municipality: Line | None = None
    opened_on: Date | None = None
    workers: list[PersonId] = Field(default_factory=no_items, sa_type=JSON)
    """Ids of the two fixed workers (de twee vaste hulpverleners)."""
    contact_person: PersonId | None = None
    known_words: list[Line] = Field(default_factory=no_items, sa_type=JSON)
    """Words that no dictionary has but that are right in this case; added by the facilitator."""


class Case(CaseDraft, Row, table=True):
    """Stored case with all that belongs to it."""

    __tablename__ = "cases"
    phases: list[PhaseEntry] = children("PhaseEntry")
    colours: list[ColourMark] = children("ColourMark")
    registration: Registration | None = only_child()
    selection: Selection | None = only_child()
    people: list[Person] = children("Person")
    secrets: list[Secret] = children("Secret")
    meetings: list[Meeting] = children("Meeting")
    checks: list[Check] = children("Check")
    help_evaluation: list[HelpEvaluation] = children("HelpEvaluation")
    leak_decisions: list[LeakDecision] = children("LeakDecision")
    handed_papers: list[HandedPaper] = children("HandedPaper")

    def person(self, person_id: str) -> Person | None:
        """Return the person with this id, or None."""
        return next((person for person in self.people if person.id == person_id), None)

    def meeting(self, meeting_id: str) -> Meeting | None:
        """Return the meeting with this id, or None."""
        return next((meeting for meeting in self.meetings if meeting.id == meeting_id), None)

    def before(self, meeting: Meeting) -> list[Meeting]:
        """Return the meetings before this one that were not called off, oldest first."""
        return [item for item in self.meetings[: self.meetings.index(meeting)] if not item.is_called_off]

    def next_after(self, meeting: Meeting) -> NextMeeting | None:
        """Return time and place of the next meeting, as agreed at this one; None if that was called off."""
        coming = meeting.next_meeting
        later = self.meetings[self.meetings.index(meeting) + 1 :]
        same = [item for item in later if coming and coming.starts_at and item.starts_at == coming.starts_at]
        return None if same and all(item.is_called_off for item in same) else coming

    def current_plan(self) -> Meeting | None:
        """Return the meeting with the plan in force: the last agreed, or else the last with content."""
        meetings = [meeting for meeting in self.meetings if not meeting.is_called_off]
        agreed = [meeting for meeting in meetings if meeting.was_agreed]
        filled = [meeting for meeting in meetings if meeting.statements or meeting.agreements]
        for choice in (agreed, filled, meetings):
            if choice:
                return choice[-1]
        return None
