"""Rules of repetition: what the console can make, and what it leaves as it is."""

import pytest

from beraad.ui.steps.agreements.recurrence import Recurrence, read_rule


@pytest.mark.parametrize(
    "rule",
    ["FREQ=DAILY", "FREQ=WEEKLY;BYDAY=TU", "FREQ=WEEKLY;BYDAY=MO,FR", "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE"],
)
def test_a_rule_it_can_make_is_read_and_written_alike(rule: str) -> None:
    known = read_rule(rule)
    assert known is not None
    assert known.rule() == rule


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=MONTHLY;BYDAY=1MO",
        "FREQ=DAILY;INTERVAL=2",
        "FREQ=WEEKLY;BYDAY=TU;COUNT=4",
        "FREQ=WEEKLY",
        "FREQ=WEEKLY;BYDAY=TU;BYDAY=WE",
        "FREQ=WEEKLY;INTERVAL=x;BYDAY=TU",
        "elke dinsdag",
        "",
    ],
)
def test_a_rule_it_cannot_make_is_left_alone(rule: str) -> None:
    assert read_rule(rule) is None


def test_days_stand_in_the_order_of_the_week() -> None:
    assert Recurrence(1, ("SU", "MO")).rule() == "FREQ=WEEKLY;BYDAY=MO,SU"
