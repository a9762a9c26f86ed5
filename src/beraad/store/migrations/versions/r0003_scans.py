"""Adds scanned sheets of those who signed on paper, and their pages.

Revision: 0003. Made: 2026-11-27. Frozen: it names no model.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the two tables; their rows go with the meeting."""
    op.create_table(
        "scans",
        *_bookkeeping(),
        _meeting(),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=True),
        sa.Column("added_at", sa.String(), nullable=False),
        sa.Column("pages", sa.JSON(), nullable=False),
    )
    op.create_index("ix_scans_meeting_pk", "scans", ["meeting_pk"])
    op.create_table(
        "scan_pages",
        *_bookkeeping(),
        _meeting(),
        sa.Column("identity", sa.String(), nullable=False),
        sa.Column("jpeg", sa.LargeBinary(), nullable=False),
        sa.UniqueConstraint("meeting_pk", "identity"),
    )
    op.create_index("ix_scan_pages_meeting_pk", "scan_pages", ["meeting_pk"])


def _bookkeeping() -> tuple[sa.Column[Any], ...]:
    return (
        sa.Column("pk", sa.Integer(), primary_key=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("spelled_out", sa.JSON(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
    )


def _meeting() -> sa.Column[Any]:
    refers = sa.ForeignKey("meetings.pk", ondelete="CASCADE")
    return sa.Column("meeting_pk", sa.Integer(), refers, nullable=True)
