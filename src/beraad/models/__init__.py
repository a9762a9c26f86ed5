"""Tables and rules of a beraad: one concept in each module, named in the field's terms."""

from sqlalchemy.orm import configure_mappers
from sqlmodel import SQLModel

from beraad.models.agreement import Agreement, Ending, Readiness, Timing
from beraad.models.answer import Answer, BegunAnswer
from beraad.models.base import Row
from beraad.models.case import Case, ColourMark, LeakDecision, PhaseEntry
from beraad.models.emergency import EmergencyStep, MoreTimeOut, TimeOut
from beraad.models.evaluation import HelpEvaluation, MeetingEvaluation
from beraad.models.follow_up import Check, CorrectedCheck
from beraad.models.handed_paper import HandedPaper
from beraad.models.meeting import (
    AgendaItem,
    Bookmark,
    CarryDecision,
    Meeting,
    NextMeeting,
    Note,
    Override,
    Participant,
    PlanVersion,
    Revision,
    TextDraft,
)
from beraad.models.overview_line import OVERVIEW_LINES
from beraad.models.person import ContactDetail, MayCall, Person, Secret
from beraad.models.registration import Registration, Selection
from beraad.models.scale import Scale, Score, ShownAnswers
from beraad.models.scan import Scan, ScanPage
from beraad.models.statement import Statement

__all__ = [
    "OVERVIEW_LINES",
    "AgendaItem",
    "Agreement",
    "Answer",
    "BegunAnswer",
    "Bookmark",
    "CarryDecision",
    "Case",
    "Check",
    "ColourMark",
    "ContactDetail",
    "CorrectedCheck",
    "EmergencyStep",
    "Ending",
    "HandedPaper",
    "HelpEvaluation",
    "LeakDecision",
    "MayCall",
    "Meeting",
    "MeetingEvaluation",
    "MoreTimeOut",
    "NextMeeting",
    "Note",
    "Override",
    "Participant",
    "Person",
    "PhaseEntry",
    "PlanVersion",
    "Readiness",
    "Registration",
    "Revision",
    "Row",
    "Scale",
    "Scan",
    "ScanPage",
    "Score",
    "Secret",
    "Selection",
    "ShownAnswers",
    "Statement",
    "TextDraft",
    "TimeOut",
    "Timing",
]


configure_mappers()
# A stale writer is told (StaleDataError) instead of winning silently.
for _mapper in SQLModel._sa_registry.mappers:  # noqa: SLF001 - SQLModel gives no other way to them
    _mapper.version_id_col = _mapper.local_table.c.row_version
