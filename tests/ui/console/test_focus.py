"""Where the keyboard goes when what had it is gone: never to the way out of the meeting."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton

from beraad.terms import Step
from beraad.ui.console.bars.top_bar import WallState
from beraad.ui.meeting.keys import MeetingKey
from beraad.ui.steps.agreements.page import AgreementsPage
from beraad.ui.steps.decide.page import DecidePage
from beraad.ui.steps.scale.page import ScalePage
from tests.ui.driving import in_sight, the
from tests.ui.opened_console import HADDAD, Console, Opener, chord


def test_to_the_emergency_plan_and_back(console: Console) -> None:
    console.page.go_to(Step.AGREEMENTS)
    page = console.page.steps.of(AgreementsPage)
    there = next(
        made for made in in_sight(page, QPushButton) if made.text().startswith("Noodplan en time-out")
    )
    there.setFocus()
    there.click()
    back = the(page, "Terug naar de afspraken", QPushButton)
    assert QApplication.focusWidget() is back
    back.click()
    assert QApplication.focusWidget() is there


def test_after_signing_later_it_is_where_it_was(console: Console) -> None:
    console.service.carrying.keep_the_rest()
    console.page.go_to(Step.DECIDE_AND_SIGN)
    page = console.page.steps.of(DecidePage)
    the(page, "Vaststellen", QPushButton).click()
    row = page.answer_row("sanne")
    assert row
    row.sign_button.setFocus()
    row.sign_button.click()
    assert console.page.steps.private.open_screen
    console.page.steps.private.take_back()
    assert QApplication.focusWidget() is row.sign_button


def test_after_choosing_a_question_it_is_on_what_asks_everybody(console: Console) -> None:
    console.page.go_to(Step.SCALE)
    page = console.page.steps.of(ScalePage)
    chosen = next(made for made in page.findChildren(QPushButton) if made.text().startswith("Hoe veilig"))
    chosen.setFocus()
    chosen.click()
    focus = QApplication.focusWidget()
    assert isinstance(focus, QPushButton)
    assert focus.text() == "Vraag iedereen om de beurt"


@pytest.mark.parametrize("answer", ["Daar verder gaan", "Niet nu"])
def test_when_the_offer_to_go_on_goes_enter_goes_nowhere(open_console: Opener, answer: str) -> None:
    first = open_console()
    first.page.go_to(Step.SCALE)
    first.page.close_meeting()
    again = open_console()
    asked = next(made for made in again.page.notice.findChildren(QAbstractButton) if _called(made) == answer)
    asked.setFocus()
    asked.click()
    assert QApplication.focusWidget() is again.page
    step = again.model.step
    QTest.keyClick(again.page, Qt.Key.Key_Return)
    assert again.model.step is step


def _called(made: QAbstractButton) -> str:
    return made.text() or made.accessibleName()


def test_after_uncovering_the_numbers_it_is_on_what_the_room_would_see(console: Console) -> None:
    console.model.act(lambda meeting: meeting.scales.add("Hoe veilig is het?", "niet", "heel"))
    console.page.go_to(Step.SCALE)
    page = console.page.steps.of(ScalePage)
    own = next(made for made in page.findChildren(QPushButton) if made.text() == "Ieder kiest zelf")
    own.click()
    console.page.steps.private.take_back()
    uncover = next(made for made in page.findChildren(QPushButton) if made.text().startswith("Laat mij"))
    uncover.setFocus()
    uncover.click()
    focus = QApplication.focusWidget()
    assert isinstance(focus, QPushButton)
    assert focus.text() == "Alles, met naam"


@pytest.mark.parametrize("by", ["key", "button"])
def test_when_it_was_said_who_is_in_the_room_enter_begins_nothing(open_console: Opener, by: str) -> None:
    console = open_console(HADDAD, "b1", half=1)
    console.page.go_to(Step.WORRIES)
    chord(console.page, MeetingKey.DANGER)
    chord(console.page, MeetingKey.PAUSE)
    chord(console.page, MeetingKey.PAUSE)
    assert console.model.asks_half
    if by == "key":
        chord(console.page, MeetingKey.SAFETY)
    else:
        chosen = next(made for made in console.page.question.findChildren(QPushButton) if "2" in made.text())
        chosen.setFocus()
        chosen.click()
    assert console.model.half == 2
    assert QApplication.focusWidget() is console.page


def test_words_that_come_back_have_the_keyboard(console: Console) -> None:
    console.service.carrying.keep_the_rest()
    console.page.go_to(Step.WORRIES)
    chord(console.page, MeetingKey.DANGER)
    field = QApplication.focusWidget()
    QTest.keyClicks(field, "Op 14 november")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is not field
    console.page.model.undo()
    assert QApplication.focusWidget() is field
    assert field.toPlainText() == "Op 14 november"


@pytest.mark.parametrize("name", ["Scherm aan", "Wissel schermen (Shift+F11)"])
def test_when_a_button_of_the_bar_goes_enter_does_not_freeze(console: Console, name: str) -> None:
    bar = console.page.top_bar
    bar.show_wall(WallState.OFF, Step.WELCOME, can_swap=True)
    button = the(bar, name, QAbstractButton)
    button.setFocus()
    assert QApplication.focusWidget() is button
    bar.show_wall(WallState.SHOWING, Step.WELCOME, can_swap=False)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert not console.wall.frozen
    assert QApplication.focusWidget() is bar


def test_left_to_qt_it_would(console: Console) -> None:
    bar = console.page.top_bar
    bar.show_wall(WallState.OFF, Step.WELCOME)
    button = the(bar, "Scherm aan", QAbstractButton)
    button.setFocus()
    button.hide()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert console.wall.frozen
