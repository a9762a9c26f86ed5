"""While somebody else answers on the laptop, nothing of the menus can be read or reached but locking.

Closing the window asks for the facilitator, and keeps what was answered so far.
"""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from beraad.terms import EvaluationItem, Step
from beraad.ui.console import MeetingPage
from beraad.ui.console.over.marks_screen import MarksScreen
from beraad.ui.console.over.private_screens import PrivateScreens
from beraad.ui.scoring import ScoringScreen
from beraad.ui.signing import AnswerGiven, SignaturePad, SigningScreen
from tests.ui.driving import answer_form, in_sight
from tests.ui.opened_window import HADDAD, Shell

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(shell: Shell, qtbot: QtBot) -> MeetingPage:
    """The meeting of the Haddad family, everybody present, the plan agreed, at the scale."""
    with qtbot.waitActive(shell.window):
        shell.window.activateWindow()
    shell.window.open_meeting(HADDAD, "b1")
    page = shell.window.page
    assert isinstance(page, MeetingPage)
    page.model.show(lambda meeting: meeting.show_half(1))
    page.model.act(lambda meeting: meeting.course.all_present())
    page.model.act(lambda meeting: meeting.deciding.decide())
    page.go_to(Step.SCALE)
    return page


def _hand_over(page: MeetingPage, how: str) -> PrivateScreens:
    private = page.steps.private
    if how == "number":
        private.give_numbers(page.model.view.scales[0].id)
    elif how == "signature":
        private.sign(page.model.view.at_table[0].id)
    elif how == "pass on":
        private.pass_on(page.model.view.at_table[0].id)
    else:
        private.mark()
    assert private.open_screen is not None
    return private


HOW = ("number", "signature", "pass on", "marks")


@pytest.mark.parametrize("how", HOW)
def test_no_menu_is_there_while_somebody_answers_and_all_are_back_afterwards(
    shell: Shell, page: MeetingPage, how: str
) -> None:
    window = shell.window
    before = {name: action.isEnabled() for name, action in window.menus.actions.items()}
    assert window.menuBar().isVisible()
    private = _hand_over(page, how)
    assert not window.menuBar().isVisible()
    # Locking shows nothing to anybody: it is the one thing that is possible always.
    assert [name for name, action in window.menus.actions.items() if action.isEnabled()] == ["lock"]
    private.take_back()
    assert window.menuBar().isVisible()
    assert {name: action.isEnabled() for name, action in window.menus.actions.items()} == before


@pytest.mark.parametrize("how", HOW)
def test_no_key_leads_away_from_the_screen_of_who_answers(shell: Shell, page: MeetingPage, how: str) -> None:
    private = _hand_over(page, how)
    screen = private.open_screen
    assert screen is not None
    for key, modifier in (
        (Qt.Key.Key_N, CTRL),
        (Qt.Key.Key_O, CTRL),
        (Qt.Key.Key_K, CTRL),
        (Qt.Key.Key_P, CTRL),
        (Qt.Key.Key_Z, CTRL),
        (Qt.Key.Key_F, CTRL),
        (Qt.Key.Key_Left, ALT),
        (Qt.Key.Key_Q, CTRL),
        (Qt.Key.Key_B, ALT),
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F10, Qt.KeyboardModifier.NoModifier),
    ):
        QTest.keyClick(QApplication.focusWidget() or screen, key, modifier)
        QApplication.processEvents()
        assert shell.window.page is page
        assert private.open_screen is screen
        assert QApplication.activePopupWidget() is None
        assert QApplication.activeModalWidget() is None


def test_the_same_keys_do_lead_away_from_the_console(shell: Shell, page: MeetingPage) -> None:
    """The control of the test above."""
    QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_L, CTRL)
    QApplication.processEvents()
    assert shell.window.page is not page
    shell.wait()


@pytest.mark.parametrize("how", HOW)
def test_nothing_of_the_console_is_read_beside_the_screen_of_who_answers(
    shell: Shell, page: MeetingPage, how: str
) -> None:
    names = (shell.window.windowTitle(), QApplication.applicationDisplayName())
    private = _hand_over(page, how)
    screen = private.open_screen
    assert screen is not None
    beside = [
        label.text()
        for label in shell.window.findChildren(QLabel)
        if label.isVisible() and not screen.isAncestorOf(label)
    ]
    assert beside == []
    assert not page.status.isVisible()
    assert not page.top_bar.isVisible()
    assert all("Haddad" not in name for name in (*names, shell.window.windowTitle()))


def test_what_is_looked_for_beside_the_screen_is_found_on_the_console(
    shell: Shell, page: MeetingPage
) -> None:
    """The control of the test above."""
    texts = [label.text() for label in shell.window.findChildren(QLabel) if label.isVisible()]
    assert any("Haddad" in text for text in texts)


@pytest.mark.parametrize("how", HOW)
def test_the_window_does_not_close_before_the_facilitator_has_it(
    shell: Shell, page: MeetingPage, how: str
) -> None:
    private = _hand_over(page, how)
    for _time in range(2):
        assert not shell.window.close()
        assert shell.window.isVisible()
        assert shell.window.page is page
        assert "Alleen de gespreksleider gaat verder, met Ctrl + Enter." in _texts(shell.window)
    QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Return, CTRL)
    assert private.open_screen is None
    assert shell.window.close(), "the control: the facilitator closes it"


def test_an_answer_and_its_strokes_are_kept_when_somebody_wants_to_close_the_window(
    shell: Shell, page: MeetingPage
) -> None:
    private = _hand_over(page, "signature")
    screen = private.open_screen
    assert isinstance(screen, SigningScreen)
    begun = _begin_to_sign(screen)
    shell.window.close()
    assert not screen.isVisible()
    _press(private.open_screen, "Verder met mijn antwoord")
    assert private.open_screen is screen
    assert answer_form(screen).answer() == begun


def test_taken_back_it_waits_for_the_same_person(shell: Shell, page: MeetingPage) -> None:
    first, second = (person.id for person in page.model.in_room[:2])
    private = page.steps.private
    private.sign(first)
    screen = private.open_screen
    assert isinstance(screen, SigningScreen)
    begun = _begin_to_sign(screen)
    shell.window.close()
    private.take_back()
    private.sign(second)
    assert private.open_screen is not screen
    private.take_back()
    private.sign(first)
    assert not screen.isVisible(), "first it is offered"
    _press(private.open_screen, "Verder met mijn antwoord")
    assert answer_form(screen).answer() == begun
    shell.window.close()
    private.take_back()
    private.sign(first)
    _press(private.open_screen, "Opnieuw beginnen")
    screen = private.open_screen
    assert isinstance(screen, SigningScreen)
    assert answer_form(screen).answer() is None


def test_a_number_and_marks_are_kept_as_well(shell: Shell, page: MeetingPage) -> None:
    private = _hand_over(page, "number")
    screen = private.open_screen
    assert isinstance(screen, ScoringScreen)
    screen.take(0)
    assert screen.score_page is not None
    _press(screen, "7")
    shell.window.close()
    _press(private.open_screen, "Verder met mijn antwoord")
    answer = screen.score_page.number()
    assert answer is not None
    assert answer.value == 7
    private.take_back()
    private.mark()
    marks = private.open_screen
    assert isinstance(marks, MarksScreen)
    _press(marks.pad(EvaluationItem.TRUST), "6")
    shell.window.close()
    _press(private.open_screen, "Verder met mijn antwoord")
    assert marks.pad(EvaluationItem.TRUST).value() == 6


def test_after_a_new_start_a_signature_is_offered_to_who_began_it_and_to_nobody_else(
    shell: Shell, page: MeetingPage
) -> None:
    """What was chosen and drawn waits on disk, and nobody sees it before this person says so."""
    first, second = (person.id for person in page.model.in_room[:2])
    given = page.model.answers
    begun = _begin_to_sign(_signing(page, first))
    page = _opened_anew(shell)
    assert page.model.answers == given, "to the facilitator it is not given"
    assert answer_form(_signing(page, second)).answer() is None, (
        "the control: of another person nothing was begun"
    )
    private = page.steps.private
    private.take_back()
    private.sign(first)
    assert not isinstance(private.open_screen, SigningScreen), "first it is offered"
    _press(private.open_screen, "Verder met mijn antwoord")
    screen = private.open_screen
    assert isinstance(screen, SigningScreen)
    assert answer_form(screen).answer() == begun


def test_after_a_new_start_a_number_is_offered_to_who_began_it_and_to_nobody_else(
    shell: Shell, page: MeetingPage
) -> None:
    score_page = _scoring(page).score_page
    _press(score_page, "7")
    page = _opened_anew(shell)
    private = page.steps.private
    screen = _scoring(page, of=0)
    assert private.open_screen is screen
    assert screen.score_page is not None
    assert screen.score_page.number() is None
    screen.score_page.back_requested.emit()
    screen.take(1)
    assert private.open_screen is not screen, "first it is offered"
    _press(private.open_screen, "Verder met mijn antwoord")
    answer = screen.score_page.number()
    assert answer is not None
    assert answer.value == 7
    screen.score_page.back_requested.emit()
    screen.take(1)
    assert private.open_screen is screen, "thrown away, it is not offered again"


def test_after_a_new_start_marks_are_offered_until_somebody_begins_anew(
    shell: Shell, page: MeetingPage
) -> None:
    page.steps.private.mark()
    marks = page.steps.private.open_screen
    assert isinstance(marks, MarksScreen)
    _press(marks.pad(EvaluationItem.TRUST), "6")
    private = _opened_anew(shell).steps.private
    private.mark()
    _press(private.open_screen, "Verder met mijn antwoord")
    marks = private.open_screen
    assert isinstance(marks, MarksScreen)
    assert marks.pad(EvaluationItem.TRUST).value() == 6
    marks.later_requested.emit()
    private.take_back()
    private.mark()
    marks = private.open_screen
    assert isinstance(marks, MarksScreen), "left for later, nobody could tell whose they are"
    assert not marks.begun


def test_what_was_begun_for_another_plan_is_not_offered(shell: Shell, page: MeetingPage) -> None:
    first = page.model.in_room[0].id
    _press(_signing(page, first), "Ik ga akkoord")
    page = _opened_anew(shell)
    page.model.act(lambda meeting: meeting.emergency.add("Bel mij meteen op."))
    page.model.act(lambda meeting: meeting.deciding.decide())
    assert not _signing(page, first).begun


def _signing(page: MeetingPage, person: str) -> SigningScreen:
    page.steps.private.sign(person)
    screen = page.steps.private.open_screen
    assert isinstance(screen, SigningScreen)
    return screen


def _scoring(page: MeetingPage, of: int = 1) -> ScoringScreen:
    page.steps.private.give_numbers(page.model.view.scales[0].id)
    screen = page.steps.private.open_screen
    assert isinstance(screen, ScoringScreen)
    screen.take(of)
    return screen


def _opened_anew(shell: Shell) -> MeetingPage:
    """The meeting opened again: nothing of the page before is known, but what is on disk."""
    before = shell.window.page
    assert isinstance(before, MeetingPage)
    before.model.drafting.keep_all()
    before.steps.private.take_back()
    before.close_meeting()
    shell.window.open_meeting(HADDAD, "b1")
    page = shell.window.page
    assert isinstance(page, MeetingPage)
    assert page is not before
    page.model.show(lambda meeting: meeting.show_half(1))
    return page


def _begin_to_sign(screen: SigningScreen) -> AnswerGiven:
    """Half an answer, with a line drawn."""
    _press(screen, "Ik ga akkoord, met een opmerking")
    form = answer_form(screen)
    QTest.keyClicks(form.remark, "Ik wil er nog over")
    (pad,) = in_sight(screen, SignaturePad)
    for event, at in (
        (QTest.mousePress, QPoint(20, 20)),
        (QTest.mouseMove, QPoint(60, 40)),
        (QTest.mouseRelease, QPoint(60, 40)),
    ):
        event(pad, Qt.MouseButton.LeftButton, pos=at) if event is not QTest.mouseMove else event(pad, at)
    begun = form.answer()
    assert begun is not None
    assert begun.strokes
    return begun


def _press(where: QWidget | None, words: str) -> None:
    assert where is not None
    (found,) = [it for it in where.findChildren(QPushButton) if it.text() == words and it.isVisible()]
    found.click()


def _texts(where: QWidget) -> str:
    return "\n".join(label.text() for label in where.findChildren(QLabel) if label.isVisible())
