"""Adds what is recorded of a plan and a case between meetings: copies, phases, events, rounds.

Revision: 0006. Made: 2026-12-01. Frozen: it names no model.
"""

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nothing yet: each part adds its own columns and tables here until this revision is released."""
