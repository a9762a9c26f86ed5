"""Adds bookmarks: the step where a meeting stopped, so that it can go on from there.

Revision: 0002. Made: 2026-11-24. Frozen: it names no model.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table of bookmarks: at most one row for a meeting, which goes with it."""
    op.create_table(
        "bookmarks",
        sa.Column("pk", sa.Integer(), primary_key=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("spelled_out", sa.JSON(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("step", sa.String(40), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column(
            "meeting_pk", sa.Integer(), sa.ForeignKey("meetings.pk", ondelete="CASCADE"), nullable=True
        ),
    )
    op.create_index("ix_bookmarks_meeting_pk", "bookmarks", ["meeting_pk"])
