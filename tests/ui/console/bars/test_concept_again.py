"""An agreed plan that is changed is a concept again: that is said once, and can be taken back by name."""

import pytest
from PySide6.QtWidgets import QAbstractButton

from beraad.terms import Column, Step
from beraad.ui.steps.decide.page import DecidePage
from tests.ui.driving import the
from tests.ui.opened_console import HADDAD, Console, Opener, press, texts

AGREED_AT = "2026-11-12T12:10:00"
SAID = (
    "Het plan is weer een concept: na het vaststellen veranderde er iets. "
    "Stel het opnieuw vast bij „Vaststellen en tekenen”."
)


@pytest.fixture
def agreed(open_console: Opener) -> Console:
    """A plan that everybody agreed on, open at its agreements."""
    console = open_console(HADDAD, "b1")
    assert console.model.view.agreed_at == AGREED_AT
    console.page.go_to(Step.AGREEMENTS)
    return console


def change(console: Console, text: str = "Omar belt op zondag.") -> None:
    first = console.model.view.agreements[0].id
    console.model.act(lambda meeting: meeting.agreements.change(first, what=text))


def test_it_says_so_with_where_it_is_agreed_anew(agreed: Console) -> None:
    assert agreed.page.concept.words() == ""
    change(agreed)
    assert agreed.page.concept.words() == SAID


def test_undo_by_name_brings_back_what_was_agreed(agreed: Console) -> None:
    before = agreed.model.view
    change(agreed)
    press(agreed.page.concept, "Ongedaan maken: Afspraak veranderd")
    assert agreed.model.view.agreed_at == AGREED_AT
    assert agreed.model.view.agreements == before.agreements
    assert agreed.page.concept.words() == ""
    assert not any(item.outdated for item in agreed.model.answers), "nobody has to answer again"


def test_also_after_more_changes_of_the_same_kind(agreed: Console) -> None:
    """Every pause while somebody types is kept, and is an act of its own."""
    for text in ("Omar", "Omar belt", "Omar belt op zondag."):
        change(agreed, text)
    press(agreed.page.concept, "Ongedaan maken: Afspraak veranderd")
    assert agreed.model.view.agreed_at == AGREED_AT


def test_what_else_would_be_taken_back_is_named_too(agreed: Console) -> None:
    change(agreed)
    agreed.model.act(lambda meeting: meeting.course.note(0, "let op"))
    press(agreed.page.concept, "Ongedaan maken: Afspraak veranderd en Eigen notitie veranderd")
    assert agreed.model.view.agreed_at == AGREED_AT
    assert agreed.model.view.notes[:1] != ("let op",)


def test_after_more_than_a_button_can_name_it_leads_to_agreeing_anew(agreed: Console) -> None:
    change(agreed)
    agreed.model.act(lambda meeting: meeting.course.note(0, "let op"))
    agreed.model.act(lambda meeting: meeting.statements.add(Column.DANGER, "Er is iets nieuws."))
    press(agreed.page.concept, "Naar „Vaststellen en tekenen”")
    assert agreed.model.step is Step.DECIDE_AND_SIGN
    assert agreed.page.concept.words() == "", "that page says so itself"
    assert "Het plan is veranderd nadat het was vastgesteld." in texts(agreed.page.steps.of(DecidePage))


def test_where_agreeing_anew_is_taken_back_undo_leads_to_what_was_agreed_before(agreed: Console) -> None:
    change(agreed)
    agreed.model.act(lambda meeting: meeting.deciding.decide())
    assert agreed.page.concept.words() == ""
    agreed.model.undo()
    assert agreed.page.concept.words() == SAID
    press(agreed.page.concept, "Ongedaan maken: Afspraak veranderd")
    assert agreed.model.view.agreed_at == AGREED_AT


def test_a_first_agreeing_that_is_taken_back_changed_nothing(console: Console) -> None:
    console.page.go_to(Step.AGREEMENTS)
    reasons = {(gap.gap, gap.subject): "dat mag zo" for gap in console.model.gaps}
    console.model.act(lambda meeting: meeting.deciding.decide(reasons))
    assert console.model.view.agreed_at
    console.model.undo()
    assert console.model.view.agreed_at is None
    assert console.page.concept.words() == ""


def test_it_is_said_once_and_again_after_it_was_agreed_again(agreed: Console) -> None:
    change(agreed)
    the(agreed.page.concept, "Niet nu", QAbstractButton).click()
    change(agreed, "Omar belt op maandag.")
    assert agreed.page.concept.words() == ""
    agreed.model.act(lambda meeting: meeting.deciding.decide())
    change(agreed, "Omar belt op dinsdag.")
    assert agreed.page.concept.words() == SAID


def test_what_is_no_part_of_the_plan_says_nothing(agreed: Console) -> None:
    agreed.model.act(lambda meeting: meeting.course.note(0, "let op"))
    assert agreed.page.concept.words() == ""


def test_a_plan_that_was_never_agreed_is_changed_in_silence(console: Console) -> None:
    console.page.go_to(Step.AGREEMENTS)
    console.model.act(lambda meeting: meeting.agreements.add("Omar belt."))
    assert console.page.concept.words() == ""
