"""The whole schema, as version 0.1.0 has it.

Revision: 0001. Made: 2026-11-21. Frozen: it names no model, so that it makes the same tables for ever.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TYPES: dict[str, Any] = {
    "text": sa.String(),
    "code": sa.String(40),
    "whole": sa.Integer(),
    "flag": sa.Boolean(),
    "day": sa.Date(),
    "json": sa.JSON(),
}
"""A code is a word of the method's vocabulary, a day has no time, json holds a list or an object."""

BOOKKEEPING = "position:whole spelled_out:json row_version:whole"

PARENT_COLUMN = {
    "cases": "case_pk",
    "meetings": "meeting_pk",
    "people": "person_pk",
    "agreements": "agreement_pk",
    "scales": "scale_pk",
}

TABLES: dict[str, str] = {
    "cases": (
        "reference:text family_name:text municipality:text? opened_on:day? workers:json contact_person:text?"
    ),
    "checks of cases": ("agreement:text on:day? result:code note:text? by:text?"),
    "colours of cases": ("colour:code on:day? moment:code"),
    "help_evaluations of cases": (
        "person:text? on:day? information:whole? clear_goals:whole? reachability:whole? "
        "relationship:whole? cooperation:whole? danger_and_worries:whole? safety_plan:whole? "
        "own_contribution:whole? children:whole? trust:whole? safety:whole? future_help:whole? "
        "overall:whole?"
    ),
    "meetings of cases": (
        "id:text number:whole kind:code mode:code starts_at:text? place:text? facilitator:text "
        "note_taker:text? agreed_at:text?"
    ),
    "people of cases": (
        "id:text name:text called:text birth_date:day? circle:code relation:text? "
        "organisation:text? language:text plain_language:flag large_print:flag interpreter:text? "
        "paper:code paper_note:text?"
    ),
    "phases of cases": ("phase:code from_date:day?"),
    "registrations of cases": (
        "violence_type:code? violence_natures:json doer_sex:code? harmed_sex:code? "
        "children_present:flag? problem_areas:json mild_intellectual_disability:flag? "
        "earlier_help:json organisations:json ended_early_because:text?"
    ),
    "secrets of cases": ("text:text visible_to:json why:text?"),
    "selections of cases": (
        "imminent_danger:flag? monthly_violence:flag? repetition_above_half:flag? "
        "scale_below_five:flag? life_areas:json no_progress:json earlier_help:json"
    ),
    "agenda_items of meetings": ("step:code planned_minutes:whole spent_minutes:whole? skipped:flag"),
    "agreements of meetings": (
        "id:text what:text owners:json measured_by:text? checked_by:text? fallback:text? "
        "covers:json visible_to:json accepted_by:json origin:text?"
    ),
    "answers of meetings": (
        "person:text decision:code remark:text? answered_at:text? digest:text? on_paper:flag strokes:json"
    ),
    "carry_decisions of meetings": ("kind:code subject:text decision:code"),
    "contact_details of people": ("kind:code value:text visible_to:json"),
    "emergency_steps of meetings": ("order:whole text:text number:text? visible_to:json"),
    "meeting_evaluations of meetings": (
        "person:text? respect:whole? trust:whole? cooperation:whole? voicing_worries:whole? "
        "safety_plan:whole? future_safety:whole?"
    ),
    "next_meetings of meetings": ("starts_at:text? place:text?"),
    "notes of meetings": ("text:text by:text?"),
    "overrides of meetings": ("gap:text subject:text? reason:text"),
    "participants of meetings": ("person:text attendance:code room:whole?"),
    "plan_versions of meetings": ("agreed_at:text digests:json content:text"),
    "scales of meetings": ("id:text kind:code question:text zero:text ten:text visible_to:json"),
    "statements of meetings": (
        "id:text column:code kind:code text:text by:text? about:json disputed_by:json "
        "origin:text? visible_to:json"
    ),
    "time_outs of meetings": (
        "signs:text? signal:text takes:text goes_to:text minutes:whole returns:text visible_to:json"
    ),
    "endings of agreements": ("on:day? because:text?"),
    "readiness of agreements": (
        "person:text willingness:whole? confidence:whole? capacity:whole? remark:text?"
    ),
    "scores of scales": ("person:text value:whole? declined:flag because:text? one_up:text? spoken_by:text?"),
    "timings of agreements": ("kind:code starts_on:day? ends_on:day? rule:text? at:text?"),
}
"""Each table's own columns, `?` where a value may be missing. `A of B`: its rows belong to a
row of B and go with it. Parents come first.
"""


def upgrade() -> None:
    """Make every table, with its bookkeeping and its place below its parent."""
    for title, own in TABLES.items():
        name, _, parent = title.partition(" of ")
        columns = [sa.Column("pk", sa.Integer(), primary_key=True)]
        columns += [_column(written) for written in f"{BOOKKEEPING} {own}".split()]
        if parent:
            refers = sa.ForeignKey(f"{parent}.pk", ondelete="CASCADE")
            columns.append(sa.Column(PARENT_COLUMN[parent], sa.Integer(), refers, nullable=True))
        op.create_table(name, *columns)
        if parent:
            op.create_index(f"ix_{name}_{PARENT_COLUMN[parent]}", name, [PARENT_COLUMN[parent]])
    op.create_index("ix_cases_reference", "cases", ["reference"], unique=True)


def _column(written: str) -> sa.Column[Any]:
    name, _, kind = written.partition(":")
    return sa.Column(name, TYPES[kind.removesuffix("?")], nullable=kind.endswith("?"))
