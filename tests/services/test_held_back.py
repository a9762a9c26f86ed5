"""What is being written stays from the wall until it was written."""

from beraad.terms import Column, Step, VisibleTo
from tests.services.conftest import Opened


def test_an_agreement_that_is_held_back_is_not_on_the_wall_until_it_is_let_go(opened: Opened) -> None:
    meeting = opened()
    agreement = meeting.agreements.add("De tas staat bij de buren.")
    meeting.go_to(Step.AGREEMENTS)
    assert "De tas staat bij de buren." in [item.what for item in meeting.wall().agreements]
    meeting.hold_back(f"agreements/{agreement}")
    assert "De tas staat bij de buren." not in [item.what for item in meeting.wall().agreements]
    assert f"agreements/{agreement}" not in meeting.on_wall()
    assert meeting.withheld() == ()
    meeting.let_go(f"agreements/{agreement}")
    assert f"agreements/{agreement}" in meeting.on_wall()
    assert "De tas staat bij de buren." in [item.what for item in meeting.wall().agreements]


def test_a_card_that_is_made_for_the_facilitator_is_never_on_the_wall(opened: Opened) -> None:
    meeting = opened()
    meeting.go_to(Step.WORRIES)
    meeting.statements.add(Column.DANGER, "Zij sliep in de auto.", visible_to=VisibleTo.FACILITATOR)
    assert "Zij sliep in de auto." not in [item.text for item in meeting.wall().danger]
    meeting.statements.add(Column.DANGER, "Hij sloeg met de deur.")
    assert "Hij sloeg met de deur." in [item.text for item in meeting.wall().danger]
