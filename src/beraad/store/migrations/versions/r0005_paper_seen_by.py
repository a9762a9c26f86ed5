"""Adds who may see a person's paper.

Revision: 0005. Made: 2026-11-30. Frozen: it names no model.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; nobody's paper is seen by others until somebody says so."""
    op.add_column("people", sa.Column("paper_seen_by", sa.JSON(), nullable=False, server_default="[]"))
