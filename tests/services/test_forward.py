"""One card put forward on the wall passes the same door as every other card."""

import pytest

from beraad.places import Place
from beraad.readers import FACILITATOR, PROFESSIONALS, Readers
from beraad.terms import Attendance, Column, Step
from tests.services.conftest import HADDAD, Opened


def test_a_card_of_the_step_stands_forward_and_the_same_view_stays_among_the_others(opened: Opened) -> None:
    meeting = opened()
    meeting.go_to(Step.WORRIES)
    made = meeting.statements.add(Column.DANGER, "Hij sloeg met de deur.")
    assert meeting.bring_forward(Place.statement(made))
    wall = meeting.wall()
    assert wall.forward is not None
    assert wall.forward in wall.danger
    assert meeting.bring_forward(None)
    assert meeting.wall().forward is None


def test_an_agreement_stands_forward_with_the_number_it_has_on_the_wall(opened: Opened) -> None:
    meeting = opened()
    meeting.agreements.add("Ans belt elke avond.")
    second = meeting.agreements.add("Kees haalt Lisa op.")
    meeting.go_to(Step.AGREEMENTS)
    assert meeting.bring_forward(Place.agreement(second))
    assert meeting.wall().forward == meeting.wall().agreements[1]


@pytest.mark.parametrize("readers", [FACILITATOR, PROFESSIONALS, Readers.only("sanne")])
def test_what_not_everybody_may_see_cannot_be_put_forward(opened: Opened, readers: Readers) -> None:
    meeting = opened()
    meeting.course.all_present()
    meeting.go_to(Step.WORRIES)
    made = meeting.statements.add(Column.DANGER, "Zij sliep in de auto.")
    assert meeting.bring_forward(Place.statement(made))  # the control: for everyone it can
    meeting.statements.change(made, visible_to=readers)
    assert meeting.wall().forward is None
    assert meeting.forward is None
    assert not meeting.bring_forward(Place.statement(made))
    assert "auto" not in repr(meeting.wall())


def test_a_text_that_would_tell_too_much_cannot_be_put_forward(opened: Opened) -> None:
    meeting = opened(HADDAD, "b1")
    meeting.show_half(2)
    meeting.go_to(Step.WORRIES)
    slip = meeting.statements.add(Column.DANGER, "Rima woont nu op Lindestraat 14.")
    assert not meeting.bring_forward(Place.statement(slip))
    assert "Lindestraat" not in repr(meeting.wall())
    meeting.statements.change(slip, text="Rima woont nu ergens anders.")
    assert meeting.wall().forward is None, "it does not come by itself"
    assert meeting.bring_forward(Place.statement(slip))


def test_who_comes_in_and_may_not_see_it_ends_it_for_good(opened: Opened) -> None:
    meeting = opened()
    meeting.go_to(Step.WORRIES)
    made = meeting.statements.add(Column.DANGER, "alleen voor Sanne", visible_to=Readers.only("sanne"))
    meeting.course.attend("sanne", Attendance.PRESENT)
    assert meeting.bring_forward(Place.statement(made))
    meeting.course.attend("mark", Attendance.PRESENT)
    assert meeting.wall().forward is None
    meeting.course.attend("mark", Attendance.ABSENT)
    assert meeting.wall().forward is None


def test_it_ends_with_the_step_and_where_the_card_goes(opened: Opened) -> None:
    meeting = opened()
    meeting.go_to(Step.WORRIES)
    made = meeting.statements.add(Column.DANGER, "Hij sloeg met de deur.")
    meeting.bring_forward(Place.statement(made))
    meeting.go_to(Step.GOING_WELL)
    meeting.go_to(Step.WORRIES)
    assert meeting.wall().forward is None
    meeting.bring_forward(Place.statement(made))
    meeting.statements.remove(made)
    assert meeting.wall().forward is None


def test_what_another_step_shows_and_what_has_no_words_yet_cannot_be_put_forward(opened: Opened) -> None:
    meeting = opened()
    agreement = Place.agreement(meeting.agreements.add("Ans belt elke avond."))
    meeting.go_to(Step.WORRIES)
    assert not meeting.bring_forward(agreement)
    meeting.go_to(Step.AGREEMENTS)
    meeting.agreements.change(agreement.id, what="")
    assert not meeting.bring_forward(agreement)
    meeting.undo()
    assert meeting.bring_forward(agreement)
