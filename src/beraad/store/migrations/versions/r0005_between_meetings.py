"""Adds what is recorded between meetings, who may see a person's paper, and what a signer's document said.

Of a check: who said it, who may read the note, when to look again, and its corrections.

Revision: 0005. Made: 2026-11-30. Frozen: it names no model.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns, and a table for what a check said before it was corrected."""
    op.add_column("checks", sa.Column("said_by", sa.String(), nullable=True))
    # Nobody said who may read the notes of before: the facilitator alone.
    op.add_column(
        "checks", sa.Column("visible_to", sa.JSON(), nullable=False, server_default='"facilitator"')
    )
    op.add_column("checks", sa.Column("next_on", sa.Date(), nullable=True))
    op.add_column("people", sa.Column("call_again_on", sa.Date(), nullable=True))
    # What stood in the documents of before is not known any more.
    op.add_column("answers", sa.Column("document", sa.String(), nullable=True))
    # Nobody's paper is seen by others until somebody says so.
    op.add_column("people", sa.Column("paper_seen_by", sa.JSON(), nullable=False, server_default="[]"))
    op.create_table(
        "corrected_checks",
        sa.Column("pk", sa.Integer(), primary_key=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("spelled_out", sa.JSON(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("on", sa.Date(), nullable=True),
        sa.Column("result", sa.String(40), nullable=False),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("by", sa.String(), nullable=True),
        sa.Column("said_by", sa.String(), nullable=True),
        sa.Column("visible_to", sa.JSON(), nullable=False),
        sa.Column("corrected_at", sa.String(), nullable=False),
        sa.Column("check_pk", sa.Integer(), sa.ForeignKey("checks.pk", ondelete="CASCADE"), nullable=True),
    )
    op.create_index("ix_corrected_checks_check_pk", "corrected_checks", ["check_pk"])
