"""The sheet that somebody signed on paper, as it was scanned. Not part of the case file."""

import sqlalchemy as sa
from sqlmodel import JSON, Field

from beraad.models.answer import Answer
from beraad.models.base import Row, no_items, parent


class Scan(Row, table=True):
    """Which pages show what somebody signed; the pages themselves are `ScanPage`s.

    Undo and redo keep these few words of it, and the pages stay where they are meanwhile.
    """

    __tablename__ = "scans"
    meeting_pk: int | None = parent("meetings")
    person: str
    digest: str | None = None
    """That of the answer: SHA-256, hex, of the view that was answered for, where it is known."""
    added_at: str
    """Local time, ISO 8601 without offset."""
    pages: list[str] = Field(default_factory=no_items, sa_type=JSON)
    """SHA-256, hex, of each page, in order."""

    def belongs_to(self, answer: Answer) -> bool:
        """Whether this sheet is what was answered on paper: by this person, for that very text."""
        return bool(answer.on_paper) and (self.person, self.digest) == (answer.person, answer.digest)


class ScanPage(Row, table=True):
    """One page of a scan, in no relation of a meeting: it is read only when somebody asks for it."""

    __tablename__ = "scan_pages"
    __table_args__ = (sa.UniqueConstraint("meeting_pk", "identity"),)
    meeting_pk: int | None = parent("meetings")
    identity: str
    """SHA-256, hex, of `jpeg`."""
    jpeg: bytes
