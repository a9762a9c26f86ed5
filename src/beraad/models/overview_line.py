"""Table with the overview's line of each case, made beforehand: a list never loads cases."""

import sqlalchemy as sa
from sqlmodel import SQLModel

OVERVIEW_LINES = sa.Table(
    "overview_lines",
    SQLModel.metadata,
    sa.Column("case_pk", sa.Integer(), sa.ForeignKey("cases.pk", ondelete="CASCADE"), primary_key=True),
    sa.Column("made_by", sa.Integer(), nullable=False),
    sa.Column("line", sa.String(), nullable=False),
    sa.Column("stale", sa.Boolean(), nullable=False),
)
"""One row for each case, without an ORM object: it is written with every action, and never edited.

`made_by` is the number of the rules that made it, `line` the line as JSON; `stale` says that the case changed
since.
"""
