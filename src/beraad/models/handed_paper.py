"""Register of papers that were handed out (method: a wrong or old copy at home is false safety)."""

from sqlmodel import Field

from beraad.models.base import Date, Draft, Flag, Line, PersonId, Row, Whole, codes, parent
from beraad.terms import PaperPlace, PaperState


class HandedPaperDraft(Draft):
    """Paper of one reader that left the program to be handed out. For the facilitator only, never printed."""

    person: PersonId
    """Reader whose paper it is."""
    version: Whole = Field(ge=1)
    """Version of the plan on it, as that reader counts versions, from 1."""
    code: Line
    """Code at its foot."""
    on: Date | None
    """Day on which it was handed out."""
    card: Flag = False
    """True for the separate card of a reader whose paper others may see."""
    where: PaperPlace = Field(default=PaperPlace.HOME, sa_type=codes(PaperPlace))
    """Where it lies, or lay before it came back."""
    where_note: Line | None = None
    """The place in words, such as "bij Joke"."""
    state: PaperState = Field(default=PaperState.OUT, sa_type=codes(PaperState))
    state_on: Date | None = None
    """Day on which it came back or was destroyed."""


class HandedPaper(HandedPaperDraft, Row, table=True):
    """Stored paper in the register of a `Case`."""

    __tablename__ = "handed_papers"
    case_pk: int | None = parent("cases")
