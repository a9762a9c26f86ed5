"""Scan of the sheet that somebody signed on paper. Not part of the case file."""

import sqlalchemy as sa
from sqlmodel import JSON, Field

from beraad.models.answer import Answer
from beraad.models.base import Row, no_items, parent


class Scan(Row, table=True):
    """Pages that show what somebody signed, by their digests; the pages themselves are `ScanPage`s.

    Undo and redo keep only this row; meanwhile the pages stay stored.
    """

    __tablename__ = "scans"
    meeting_pk: int | None = parent("meetings")
    person: str
    digest: str | None = None
    """Digest of the answer: SHA-256, hex, of the view that was answered for, if it is known."""
    added_at: str
    """Local time, ISO 8601 without offset."""
    pages: list[str] = Field(default_factory=no_items, sa_type=JSON)
    """SHA-256, hex, of each page, in order."""

    def belongs_to(self, answer: Answer) -> bool:
        """Return True if this sheet is the answer given on paper: by this person, for the same text."""
        return bool(answer.on_paper) and (self.person, self.digest) == (answer.person, answer.digest)


class ScanPage(Row, table=True):
    """Page of a scan. No meeting has a relation to it, so it is read only on request."""

    __tablename__ = "scan_pages"
    __table_args__ = (sa.UniqueConstraint("meeting_pk", "identity"),)
    meeting_pk: int | None = parent("meetings")
    identity: str
    """SHA-256, hex, of `jpeg`."""
    jpeg: bytes
