"""The page on which somebody gives a number."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from beraad.disclosure.views import AskingView, PersonView
from beraad.terms import Circle
from beraad.ui.scoring.score_page import ScorePage
from beraad.ui.theme import Theme

LISA = PersonView("Lisa", Circle.FAMILY)
SHORT = "Hoe veilig is het nu voor Lisa?"
LONG = "Hoe veilig is het nu voor Lisa als papa en mama samen thuis zijn, en als er 's avonds ruzie is?"


def opened(question: str, qtbot: QtBot) -> ScorePage:
    page = ScorePage(AskingView(question, "het geweld gaat vandaag gewoon door", "Lisa is veilig", LISA))
    qtbot.addWidget(page)
    page.resize(1366, 768)
    with qtbot.waitExposed(page):
        page.show()
    return page


def key(page: ScorePage, words: str) -> QPushButton:
    (found,) = (button for button in page.findChildren(QPushButton) if button.text() == words)
    return found


def chosen(page: ScorePage) -> int | None:
    """The number of the answer so far."""
    answer = page.number()
    return answer.value if answer else None


def top_of(page: ScorePage, widget: QPushButton) -> int:
    return widget.mapTo(page, QPoint()).y()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("question", [SHORT, LONG], ids=["short", "long"])
def test_who_would_rather_not_say_sees_that_answer_at_once(
    question: str, scale: float, qtbot: QtBot, qapp: QApplication
) -> None:
    Theme.load(scale=scale).apply(qapp)
    page = opened(question, qtbot)
    decline = key(page, "Dat zeg ik liever niet")
    assert decline.visibleRegion().boundingRect() == decline.rect()


def test_with_usual_letters_it_stands_right_under_the_numbers(qtbot: QtBot, qapp: QApplication) -> None:
    Theme.load().apply(qapp)
    page = opened(SHORT, qtbot)
    zero, decline = key(page, "0"), key(page, "Dat zeg ik liever niet")
    assert 0 < top_of(page, decline) - top_of(page, zero) - zero.height() < 20


def test_in_a_low_page_it_works_from_the_foot_as_well(qtbot: QtBot, qapp: QApplication) -> None:
    Theme.load(scale=2.0).apply(qapp)
    page = opened(SHORT, qtbot)
    decline = key(page, "Dat zeg ik liever niet")
    qtbot.keyClick(page, Qt.Key.Key_4)
    decline.click()
    answer = page.number()
    assert answer is not None
    assert (answer.value, answer.declined) == (None, True)
    qtbot.keyClick(page, Qt.Key.Key_7)
    assert not decline.isChecked()


def test_digits_choose_while_the_numbers_have_the_keyboard_and_nowhere_else(qtbot: QtBot) -> None:
    page = opened(SHORT, qtbot)
    page.setFocus()
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_3)
    assert chosen(page) == 3
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert chosen(page) == 3, "Enter takes the number that was typed, and lets it not go"
    back = key(page, "Terug, niets bewaren (Esc)")
    back.setFocus()
    qtbot.keyClick(back, Qt.Key.Key_5)
    assert chosen(page) == 3


def test_a_number_that_was_typed_is_of_one_colour_with_no_second_frame_in_it(
    qtbot: QtBot, qapp: QApplication
) -> None:
    Theme.load().apply(qapp)
    page = opened(SHORT, qtbot)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow, timeout=5_000)
    qtbot.keyClick(page.focusWidget() or page, Qt.Key.Key_3)
    chosen = key(page, "3")
    assert chosen.hasFocus()
    # From the first key on Qt paints a frame in what has the keyboard, where it is not told otherwise.
    assert page.testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    corner, picture = chosen.mapTo(page, QPoint()), page.grab().toImage()
    down = {picture.pixel(corner.x() + 12, corner.y() + y) for y in range(10, chosen.height() - 10)}
    assert len(down) == 1
