"""While a mouse button is down, what would move things waits; when it is up it comes, once and in order."""

import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from beraad.ui import pressed
from beraad.ui.pressed import WhenReleased, catch_up, is_pressed

_LEFT, _PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def button(qtbot: QtBot) -> QPushButton:
    """Something to press, as the window system tells it."""
    button = QPushButton("Klaar")
    qtbot.addWidget(button)
    with qtbot.waitExposed(button):
        button.show()
    return button


def press(button: QPushButton) -> None:
    QTest.mousePress(button.windowHandle(), _LEFT, _PLAIN, QPoint(5, 5))


def release(button: QPushButton) -> None:
    QTest.mouseRelease(button.windowHandle(), _LEFT, _PLAIN, QPoint(5, 5))


def test_without_a_press_it_is_done_at_once(qtbot: QtBot) -> None:
    done: list[str] = []
    WhenReleased(lambda: done.append("it"), parent=(holder := QObject())).ask()
    assert done == ["it"]
    assert holder.children()


def test_under_a_press_it_waits_and_is_done_once(button: QPushButton, qtbot: QtBot) -> None:
    done: list[str] = []
    waiting = WhenReleased(lambda: done.append("it"), parent=button)
    press(button)
    assert is_pressed()
    waiting.ask()
    waiting.ask()
    catch_up()
    assert done == []
    release(button)
    assert done == []
    qtbot.waitUntil(lambda: done == ["it"])


def test_what_a_click_does_comes_after_what_waited(button: QPushButton, qtbot: QtBot) -> None:
    done: list[str] = []
    first = WhenReleased(lambda: done.append("first"), parent=button)
    second = WhenReleased(lambda: done.append("second"), parent=button)
    button.clicked.connect(lambda: (catch_up(), done.append("click")))
    press(button)
    first.ask()
    second.ask()
    release(button)
    assert done == ["first", "second", "click"]


def test_what_went_meanwhile_is_not_done(button: QPushButton, qtbot: QtBot) -> None:
    done: list[str] = []
    holder = QObject()
    waiting = WhenReleased(lambda: done.append("it"), parent=holder)
    press(button)
    waiting.ask()
    holder.deleteLater()
    qtbot.waitUntil(lambda: not pressed.isValid(waiting))
    release(button)
    catch_up()
    assert done == []


def test_a_release_that_never_comes_holds_nothing_up_for_ever(
    button: QPushButton, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A window that goes while it is pressed takes the release with it."""
    monkeypatch.setattr(pressed, "_LOOKS", 2)
    done: list[str] = []
    waiting = WhenReleased(lambda: done.append("it"), parent=button)
    press(button)
    waiting.ask()
    qtbot.waitUntil(lambda: done == ["it"])
    waiting.ask()
    assert done == ["it", "it"]
    release(button)
