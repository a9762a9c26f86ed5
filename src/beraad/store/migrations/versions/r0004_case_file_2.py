"""Adds version 2 of the case file, answers begun and not given, and lines of the overview.

Revision: 0004. Made: 2026-11-30. Frozen: it names no model.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

TYPES: dict[str, Any] = {
    "text": sa.String(),
    "code": sa.String(40),
    "whole": sa.Integer(),
    "flag": sa.Boolean(),
    "json": sa.JSON(),
}

TABLES: dict[str, str] = {
    "may_call of people.person_pk": "person:text called:text?",
    "leak_decisions of cases.case_pk": "text:text detail:text is_about:flag",
    "more_time_outs of meetings.meeting_pk": (
        "signs:text? signal:text takes:text goes_to:text minutes:whole returns:text visible_to:json"
    ),
    "text_drafts of meetings.meeting_pk": (
        "place:text text:text kind:text? by:text? about:json disputed_by:json from_people:json nobody:json"
        " visible_to:json? at:text?"
    ),
    "shown_answers of meetings.meeting_pk": (
        "scale:text sees:code circles:json given_by:json shown_to:json at:text?"
    ),
    "begun_answers of meetings.meeting_pk": "place:text shows:text chosen:json at:text?",
}
"""Each new table's own columns, `?` where a value may be missing; its rows go with the row they belong to."""

COLUMNS: dict[str, str] = {
    "cases": "known_words:json=[]",
    "contact_details": "watch_also:json=[] watch_not:json=[]",
    "secrets": "watch_also:json=[] watch_not:json=[]",
    "statements": "from_people:json? origin_meeting:text?",
    "agreements": "origin_meeting:text?",
    "checks": "meeting:text?",
    "answers": "shows:code=decision",
    "meetings": "cancelled_at:text? cancelled_why:text?",
    "next_meetings": "mode:code?",
    "people": "own_words:text? own_words_may_be_read:flag=0 in_letters:text?",
}
"""Columns added to each table, with the value for stored rows where they need one.

Words of answers stored before are not shown: nobody chose to show them.
"""


def upgrade() -> None:
    """Make the tables and add the columns."""
    for title, own in TABLES.items():
        name, _, place = title.partition(" of ")
        parent, _, key = place.partition(".")
        op.create_table(
            name,
            sa.Column("pk", sa.Integer(), primary_key=True),
            *map(_column, f"position:whole spelled_out:json row_version:whole {own}".split()),
            sa.Column(key, sa.Integer(), sa.ForeignKey(f"{parent}.pk", ondelete="CASCADE"), nullable=True),
        )
        op.create_index(f"ix_{name}_{key}", name, [key])
    for name, added in COLUMNS.items():
        for written in added.split():
            op.add_column(name, _column(written))
    op.create_table(
        "overview_lines",
        sa.Column("case_pk", sa.Integer(), sa.ForeignKey("cases.pk", ondelete="CASCADE"), primary_key=True),
        sa.Column("made_by", sa.Integer(), nullable=False),
        sa.Column("line", sa.String(), nullable=False),
        sa.Column("stale", sa.Boolean(), nullable=False),
    )


def _column(written: str) -> sa.Column[Any]:
    name, _, rest = written.partition(":")
    kind, given, default = rest.partition("=")
    return sa.Column(
        name,
        TYPES[kind.removesuffix("?")],
        nullable=kind.endswith("?"),
        server_default=default if given else None,
    )
