"""Where the keyboard goes when what had it is gone: never to the way out of the meeting."""

from PySide6.QtWidgets import QApplication

from beraad.terms import Step
from tests.ui.meeting.conftest import Console


def test_to_the_emergency_plan_and_back(console: Console) -> None:
    console.page.go_to(Step.AGREEMENTS)
    page = console.page.steps.agreements
    page._to_emergency.setFocus()
    page._to_emergency.click()
    assert QApplication.focusWidget() is page._back
    page._back.click()
    assert QApplication.focusWidget() is page._to_emergency


def test_after_signing_later_it_is_where_it_was(console: Console) -> None:
    console.service.carrying.keep_the_rest()
    console.page.go_to(Step.DECIDE_AND_SIGN)
    page = console.page.steps.decide
    page._decide.click()
    row = page.answer_row("sanne")
    assert row
    row.sign_button.setFocus()
    row.sign_button.click()
    assert console.page.steps.private.open_screen
    console.page.steps.private.take_back()
    assert QApplication.focusWidget() is row.sign_button
