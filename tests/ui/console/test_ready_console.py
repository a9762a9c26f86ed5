"""The console that stands ready before a meeting is opened: it holds nothing, and is used once."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from beraad.ui.console import MeetingPage
from beraad.ui.main_window import MainWindow
from beraad.ui.pages.case import CasePage
from beraad.ui.unlocked_pages import ReadyConsole
from tests.ui.driving import timer
from tests.ui.opened_window import DE_WIT, HADDAD, Shell


def test_a_console_stands_ready_a_moment_after_a_case_is_shown(shell: Shell, qtbot: QtBot) -> None:
    page = _ready(shell.window, qtbot)
    assert not page.isVisible()
    assert not page.wall.isVisible()


def test_it_holds_no_word_of_any_case(shell: Shell, qtbot: QtBot) -> None:
    page = _ready(shell.window, qtbot)
    of_the_case = ("Sanne", "De Wit", "Fatima")
    assert not [word for word in of_the_case if word in _all_texts(page)]
    shell.window.open_meeting(DE_WIT, "b2")
    assert shell.window.page is page
    assert [word for word in of_the_case if word in _all_texts(page)] == list(of_the_case)


def test_each_meeting_gets_a_console_of_its_own(shell: Shell, qtbot: QtBot) -> None:
    first = _ready(shell.window, qtbot)
    shell.window.open_meeting(DE_WIT, "b2")
    shell.window.show_case(HADDAD)
    second = _ready(shell.window, qtbot)
    assert second is not first
    assert "Sanne" not in _all_texts(second)


def test_a_meeting_opens_also_where_none_stands_ready(shell: Shell) -> None:
    shell.window.open_meeting(DE_WIT, "b2")
    assert isinstance(shell.window.page, MeetingPage)
    assert "Sanne" in _all_texts(shell.window.page)


def test_locking_takes_it_away(shell: Shell, qtbot: QtBot) -> None:
    _ready(shell.window, qtbot)
    shell.window.menus.actions["lock"].trigger()
    shell.wait()
    assert _standing(shell.window) is None
    qtbot.wait(700)
    assert _standing(shell.window) is None


def test_in_another_language_it_is_made_anew(shell: Shell, qtbot: QtBot) -> None:
    page = _ready(shell.window, qtbot)
    assert "Wie is er?" in _all_texts(page)
    shell.window.menus.actions["en"].trigger()
    page = _ready(shell.window, qtbot)
    assert "Who is here?" in _all_texts(page)


def test_two_escapes_before_the_meeting_leave_its_wall_as_it_is(shell: Shell, qtbot: QtBot) -> None:
    page = _ready(shell.window, qtbot)
    for _time in range(2):
        qtbot.keyClick(QApplication.focusWidget() or shell.window, Qt.Key.Key_Escape)
    assert not page.wall.calm


def test_it_takes_the_place_of_the_page_in_its_size(shell: Shell, qtbot: QtBot) -> None:
    page = _ready(shell.window, qtbot)
    assert page.size() == shell.window.page.size()
    assert isinstance(shell.window.page, CasePage)


def _standing(window: MainWindow) -> MeetingPage | None:
    return _keeper(window).page


def _keeper(window: MainWindow) -> ReadyConsole:
    (ready,) = window.findChildren(ReadyConsole)
    return ready


def _ready(window: MainWindow, qtbot: QtBot) -> MeetingPage:
    """The console that stands ready in the window, which shows a case."""
    window.show()
    if not isinstance(window.page, CasePage):
        window.show_case(DE_WIT)
    qtbot.waitUntil(lambda: _standing(window) is not None)
    qtbot.waitUntil(lambda: not timer(_keeper(window), "idle").isActive())
    page = _standing(window)
    assert page is not None
    return page


def _all_texts(widget: QWidget) -> str:
    """Everything on labels and in what a screen reader is told, seen or not."""
    inside = widget.findChildren(QWidget)
    words = [label.text() for label in widget.findChildren(QLabel)]
    return "\n".join(words + [one.accessibleName() for one in inside] + [one.toolTip() for one in inside])
