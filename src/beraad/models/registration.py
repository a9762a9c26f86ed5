"""Facts that the year's report counts, and the checklist by which a case was selected."""

from sqlmodel import JSON, Field

from beraad.models.base import Draft, Flag, Line, Row, Text, codes, no_items, parent
from beraad.terms import (
    EarlierHelp,
    LifeArea,
    NoProgress,
    ProblemArea,
    Sex,
    ViolenceNature,
    ViolenceType,
)


class RegistrationDraft(Draft):
    """Registration of a case; an unknown fact stays empty."""

    violence_type: ViolenceType | None = Field(default=None, sa_type=codes(ViolenceType))
    violence_natures: list[ViolenceNature] = Field(default_factory=no_items, sa_type=JSON, max_length=2)
    doer_sex: Sex | None = Field(default=None, sa_type=codes(Sex))
    harmed_sex: Sex | None = Field(default=None, sa_type=codes(Sex))
    children_present: Flag | None = None
    problem_areas: list[ProblemArea] = Field(default_factory=no_items, sa_type=JSON, max_length=2)
    mild_intellectual_disability: Flag | None = None
    earlier_help: list[Line] = Field(default_factory=no_items, sa_type=JSON)
    organisations: list[Line] = Field(default_factory=no_items, sa_type=JSON)
    ended_early_because: Text | None = None


class Registration(RegistrationDraft, Row, table=True):
    """Stored registration of a `Case`."""

    __tablename__ = "registrations"
    case_pk: int | None = parent("cases")


class SelectionDraft(Draft):
    """Selection checklist: extent and severity, life areas, no progress, earlier help."""

    imminent_danger: Flag | None = None
    monthly_violence: Flag | None = None
    repetition_above_half: Flag | None = None
    scale_below_five: Flag | None = None
    life_areas: list[LifeArea] = Field(default_factory=no_items, sa_type=JSON)
    no_progress: list[NoProgress] = Field(default_factory=no_items, sa_type=JSON)
    earlier_help: list[EarlierHelp] = Field(default_factory=no_items, sa_type=JSON)


class Selection(SelectionDraft, Row, table=True):
    """Stored selection checklist of a `Case`."""

    __tablename__ = "selections"
    case_pk: int | None = parent("cases")
