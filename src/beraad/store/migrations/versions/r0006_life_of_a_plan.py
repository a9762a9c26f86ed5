"""Adds what is recorded of a plan and a case between meetings: copies, phases, events, rounds.

Revision: 0006. Made: 2026-12-01. Frozen: it names no model.
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns and tables."""
    op.add_column("phases", sa.Column("why", sa.String(), nullable=True))
    for circle in ("client", "network", "workers"):
        op.add_column("phases", sa.Column(f"{circle}_safe", sa.Boolean(), nullable=True))
    op.create_table(
        "handed_papers",
        sa.Column("pk", sa.Integer(), primary_key=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("spelled_out", sa.JSON(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("on", sa.Date(), nullable=True),
        sa.Column("card", sa.Boolean(), nullable=False),
        sa.Column("where", sa.String(40), nullable=False),
        sa.Column("where_note", sa.String(), nullable=True),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("state_on", sa.Date(), nullable=True),
        sa.Column("case_pk", sa.Integer(), sa.ForeignKey("cases.pk", ondelete="CASCADE"), nullable=True),
    )
    op.create_index("ix_handed_papers_case_pk", "handed_papers", ["case_pk"])
    op.create_table(
        "revisions",
        sa.Column("pk", sa.Integer(), primary_key=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("spelled_out", sa.JSON(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("how", sa.String(40), nullable=False),
        sa.Column("consulted", sa.JSON(), nullable=False),
        sa.Column("begun_at", sa.String(), nullable=False),
        sa.Column(
            "meeting_pk", sa.Integer(), sa.ForeignKey("meetings.pk", ondelete="CASCADE"), nullable=True
        ),
    )
    op.create_index("ix_revisions_meeting_pk", "revisions", ["meeting_pk"])
