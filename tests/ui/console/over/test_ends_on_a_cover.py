"""What a participant had ends on a cover; from there only the facilitator's key leads to the console."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from beraad.places import Place
from beraad.terms import Decision, Step
from beraad.ui.console.over.cover_page import CoverPage
from beraad.ui.console.over.marks_screen import MarksScreen
from beraad.ui.scoring import NumberGiven, ScoringScreen
from beraad.ui.signing import AnswerGiven, SigningScreen
from beraad.ui.steps.family_time.page import FamilyTimePage
from beraad.ui.widgets.way_back import WayBack
from tests.inside import rows_of
from tests.ui.driving import the, timer
from tests.ui.opened_console import Console, press, take_back, texts

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def console(console: Console) -> Console:
    """A plan that was agreed, with a question."""
    console.service.carrying.keep_the_rest()
    reasons = {(gap.gap, gap.subject): "besproken" for gap in console.model.gaps}
    console.service.deciding.decide(reasons)
    console.service.scales.add("Hoe veilig is het nu?", "niet", "heel")
    console.service.deciding.decide({(gap.gap, gap.subject): "besproken" for gap in console.model.gaps})
    console.model.refresh()
    return console


def _sign(console: Console) -> None:
    console.page.steps.private.sign("sanne")


def _number(console: Console) -> None:
    private = console.page.steps.private
    private.give_numbers(console.model.view.scales[-1].id)
    screen = private.open_screen
    assert isinstance(screen, ScoringScreen)
    screen.take(0)


def _mark(console: Console) -> None:
    console.page.steps.private.mark()


def _answer(screen: QWidget | None) -> None:
    """Give the answer that this screen asks for."""
    if isinstance(screen, SigningScreen):
        screen.answer_given.emit(AnswerGiven(Decision.AGREE, on_paper=True))
    elif isinstance(screen, ScoringScreen):
        assert screen.score_page
        screen.score_page.given.emit(NumberGiven(7))
    else:
        assert isinstance(screen, MarksScreen)
        screen.marks_given.emit((7, None, None, None, None, None))


LENT = {"signing": _sign, "scoring": _number, "evaluation": _mark}
LATER = {"signing": "Later", "scoring": "Terug, niets bewaren (Esc)", "evaluation": "Later"}
each = pytest.mark.parametrize("which", LENT)


def _is_covered(console: Console) -> bool:
    """Whether a cover stands: nothing of the console, nothing of an answer, and a way back."""
    screen = console.page.steps.private.open_screen
    ways = screen.findChildren(WayBack) if screen is not None else []
    return any(way.isVisible() for way in ways) and not console.page.top_bar.isVisible()


@each
@pytest.mark.parametrize("answered", [True, False])
def test_it_ends_on_a_cover(console: Console, which: str, answered: bool) -> None:
    private = console.page.steps.private
    LENT[which](console)
    assert not _is_covered(console)
    if answered:
        _answer(private.open_screen)
    else:
        press(console.page, LATER[which])
    assert _is_covered(console)
    assert "Geef de laptop" in texts(console.page) or "Geef het toetsenbord" in texts(console.page)


@each
def test_no_enter_no_space_and_no_click_leads_from_there_to_the_console(
    console: Console, qtbot: QtBot, which: str
) -> None:
    private = console.page.steps.private
    LENT[which](console)
    _answer(private.open_screen)
    cover = private.open_screen
    assert cover is not None
    back = the(cover, "Terug naar de gespreksleider", QPushButton)
    back.setFocus()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Escape, Qt.Key.Key_Escape):
        qtbot.keyClick(QApplication.focusWidget(), key)
        assert private.open_screen is cover
    back.click()
    assert private.open_screen is cover
    assert "Alleen de gespreksleider gaat verder" in texts(cover)
    private.close_screen()
    assert private.open_screen is not None, "nor does what closes the facilitator's own screens"
    take_back(console)


@each
def test_no_button_of_it_leads_straight_to_the_console(console: Console, which: str) -> None:
    """Also of a button that comes later: each is pressed, on a screen of its own."""
    private = console.page.steps.private

    def lend() -> list[QAbstractButton]:
        LENT[which](console)
        screen = private.open_screen
        assert screen is not None
        return [
            item for item in screen.findChildren(QAbstractButton) if item.isVisible() and item.isEnabled()
        ]

    for place in range(len(lend())):
        private.take_back()
        private._unfinished.clear()
        for row in rows_of(console.service).meeting.begun_answers:
            console.service.begun.keep(Place.parse(row.place), row.shows, {})
        lend()[place].click()
        assert private.open_screen is not None
    assert place > 1


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_the_facilitators_key_does_with_the_keyboard_anywhere(console: Console, key: Qt.Key) -> None:
    private = console.page.steps.private
    private.sign("sanne")
    _answer(private.open_screen)
    focus = QApplication.focusWidget()
    assert focus
    QTest.keyClick(focus, key, CTRL)
    assert private.open_screen is None


def test_the_key_does_nothing_while_somebody_still_answers(console: Console, qtbot: QtBot) -> None:
    private = console.page.steps.private
    for lend in LENT.values():
        lend(console)
        screen = private.open_screen
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, CTRL)
        assert private.open_screen is screen
        private.take_back()


def test_after_marks_the_next_can_give_them(console: Console) -> None:
    private = console.page.steps.private
    private.mark()
    _answer(private.open_screen)
    press(console.page, "Ik geef ook cijfers")
    assert isinstance(private.open_screen, MarksScreen)
    press(console.page, "Klaar")
    assert "Er is niets ingevuld en niets bewaard." in texts(console.page)
    assert len(console.model.view.evaluations) == 1


def test_family_time_can_cover_the_laptop(console: Console) -> None:
    console.page.go_to(Step.FAMILY_TIME)
    press(console.page.steps.of(FamilyTimePage), "Dek dit scherm af")
    cover = console.page.steps.private.open_screen
    assert isinstance(cover, CoverPage)
    assert "Familietijd" in texts(cover)
    assert not console.page.top_bar.isVisible()
    take_back(console)


def test_the_wall_says_how_long_the_family_has_left(console: Console) -> None:
    console.wall.show()
    console.page.go_to(Step.FAMILY_TIME)
    press(console.page.steps.of(FamilyTimePage), "Dek dit scherm af")

    def after(minutes: int) -> tuple[str, ...]:
        console.clock.pass_minutes(minutes)
        timer(console.page.steps.of(FamilyTimePage), "minutes left").timeout.emit()
        return console.wall.visible_texts()

    assert "Nog 30 minuten" in after(0)
    assert "Nog 18 minuten" in after(12)
    assert "Nog 1 minuut" in after(17)
    assert after(1)[-1] == "De tijd is om."
    assert after(40)[-1] == "De tijd is om."
