"""While a mouse button is down, what would move things waits; when it is up it comes, once and in order."""

import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from beraad.ui import when_released
from beraad.ui.when_released import WhenReleased, catch_up, is_pressed

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
    qtbot.waitUntil(lambda: not when_released.isValid(waiting))
    release(button)
    catch_up()
    assert done == []


def test_a_release_that_never_comes_holds_nothing_up_for_ever(
    button: QPushButton, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One clock for all: what comes to wait later does not wait that long again."""
    monkeypatch.setattr(when_released, "_HELD_AT_MOST", 200)
    done: list[str] = []
    first = WhenReleased(lambda: done.append("first"), parent=button)
    second = WhenReleased(lambda: done.append("second"), parent=button)
    press(button)
    first.ask()
    qtbot.wait(100)
    second.ask()
    assert done == []
    qtbot.waitUntil(lambda: bool(done))
    assert done == ["first", "second"]
    assert not is_pressed()
    first.ask()
    assert done == ["first", "second", "first"]


def test_after_a_lost_release_the_next_press_counts_again(
    button: QPushButton, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as held:
        held.setattr(when_released, "_HELD_AT_MOST", 1)
        press(button)
        assert is_pressed()
        qtbot.waitUntil(lambda: not is_pressed())
    release(button)
    qtbot.wait(100)
    press(button)
    done: list[str] = []
    waiting = WhenReleased(lambda: done.append("it"), parent=button)
    waiting.ask()
    qtbot.wait(50)
    assert done == []
    release(button)
    qtbot.waitUntil(lambda: done == ["it"])


@pytest.mark.parametrize(
    "goes", ["to a dialog", "to another window", "with its window", "out of the program"]
)
def test_a_release_that_is_lost_with_the_keyboard_is_noticed_at_once(
    button: QPushButton, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, goes: str
) -> None:
    monkeypatch.setattr(when_released, "_HELD_AT_MOST", 1_000_000)
    done: list[str] = []
    waiting = WhenReleased(lambda: done.append("it"), parent=button)
    with qtbot.waitActive(button):
        button.activateWindow()
    press(button)
    waiting.ask()
    qtbot.wait(50)
    assert done == []
    other = QDialog() if goes == "to a dialog" else QWidget()
    qtbot.addWidget(other)
    if goes == "with its window":
        button.hide()
    elif goes == "out of the program":
        QGuiApplication.instance().focusWindowChanged.emit(None)
    else:
        other.show()
        other.activateWindow()
    qtbot.waitUntil(lambda: done == ["it"])
    waiting.ask()
    assert done == ["it", "it"]


def test_a_press_that_gives_its_window_the_keyboard_is_not_lost(button: QPushButton, qtbot: QtBot) -> None:
    other = QWidget()
    qtbot.addWidget(other)
    with qtbot.waitActive(other):
        other.show()
        other.activateWindow()
    done: list[str] = []
    waiting = WhenReleased(lambda: done.append("it"), parent=button)
    press(button)
    with qtbot.waitActive(button):
        button.activateWindow()
    waiting.ask()
    qtbot.wait(50)
    assert done == []
    release(button)
    qtbot.waitUntil(lambda: done == ["it"])


def test_one_that_fails_does_not_take_the_others_with_it(button: QPushButton, qtbot: QtBot) -> None:
    done: list[str] = []

    def fail() -> None:
        raise ValueError

    failing = WhenReleased(fail, parent=button)
    waiting = WhenReleased(lambda: done.append("it"), parent=button)
    press(button)
    failing.ask()
    waiting.ask()
    with qtbot.captureExceptions() as caught:
        release(button)
        qtbot.waitUntil(lambda: done == ["it"])
    assert [kind for kind, _error, _trace in caught] == [ValueError]
