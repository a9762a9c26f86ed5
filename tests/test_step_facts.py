"""Table of the steps: each step is in it, and each column, gap and kind of place leads to one step."""

import pytest

from beraad.step_facts import FACTS, STEP_OF_COLUMN, STEP_OF_GAP, STEP_OF_KIND, WallPicture
from beraad.terms import Column, Gap, PlanPart, Step


def test_every_step_has_its_facts_in_the_usual_order() -> None:
    assert list(FACTS) == list(Step)


def test_every_column_is_the_focus_of_one_step() -> None:
    assert sorted(facts.column for facts in FACTS.values() if facts.column) == sorted(Column)
    assert STEP_OF_COLUMN[Column.DANGER] is Step.WORRIES


def test_a_step_has_a_column_where_the_wall_shows_the_columns() -> None:
    for facts in FACTS.values():
        assert (facts.wall is WallPicture.COLUMNS) is (facts.column is not None)


def test_every_gap_is_closed_at_one_step() -> None:
    assert sorted(gap for facts in FACTS.values() for gap in facts.gaps) == sorted(Gap)
    assert STEP_OF_GAP[Gap.NO_CONTACT_NUMBER] is Step.WELCOME
    assert STEP_OF_GAP[Gap.NO_ASKER] is Step.WHAT_MUST_HAPPEN


def test_every_kind_of_place_is_written_at_one_step() -> None:
    kinds = [kind for facts in FACTS.values() for kind in facts.kinds]
    assert len(kinds) == len(STEP_OF_KIND)
    assert {PlanPart.SCALES, PlanPart.AGREEMENTS, PlanPart.TIME_OUT, PlanPart.EMERGENCY} <= set(kinds)


def test_people_sit_down_at_one_step() -> None:
    assert [step for step, facts in FACTS.items() if facts.seats] == [Step.WELCOME]


def test_nobody_changes_the_table() -> None:
    with pytest.raises(TypeError):
        FACTS[Step.SCALE] = FACTS[Step.WELCOME]  # type: ignore[index]
