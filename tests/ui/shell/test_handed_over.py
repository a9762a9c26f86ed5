"""While somebody else answers on the laptop, nothing of the menus can be read or reached.

Escape is left out: it is the way back that the page for handing on names itself.
"""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from beraad.terms import Step
from beraad.ui.meeting import MeetingPage
from beraad.ui.meeting.private_screens import PrivateScreens
from tests.ui.shell.conftest import HADDAD, Shell

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
    page.model.act(lambda meeting: meeting.table.all_present())
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
    assert [name for name, action in window.menus.actions.items() if action.isEnabled()] == []
    private.close_screen()
    assert window.menuBar().isVisible()
    assert {name: action.isEnabled() for name, action in window.menus.actions.items()} == before


@pytest.mark.parametrize("how", HOW)
def test_no_key_leads_away_from_the_screen_of_who_answers(shell: Shell, page: MeetingPage, how: str) -> None:
    private = _hand_over(page, how)
    screen = private.open_screen
    assert screen is not None
    for key, modifier in (
        (Qt.Key.Key_L, CTRL),
        (Qt.Key.Key_N, CTRL),
        (Qt.Key.Key_O, CTRL),
        (Qt.Key.Key_K, CTRL),
        (Qt.Key.Key_P, CTRL),
        (Qt.Key.Key_Z, CTRL),
        (Qt.Key.Key_F, CTRL),
        (Qt.Key.Key_Left, ALT),
        (Qt.Key.Key_Q, CTRL),
        (Qt.Key.Key_B, ALT),
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
