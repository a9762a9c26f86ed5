"""What every window test starts with, and what none may leave behind."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QThreadPool, QTimer
from PySide6.QtGui import QAccessible, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from beraad.ui.garbage_collection import collect_seldom
from beraad.ui.theme import Theme
from beraad.ui.when_released import catch_up
from tests.ui.heard import Heard


@pytest.fixture(scope="session", autouse=True)
def _dressed(qapp: QApplication) -> None:
    """The light theme is on."""
    Theme.load("light").apply(qapp)


@pytest.fixture(scope="session", autouse=True)
def _the_desktop_sleeps_as_it_likes() -> Iterator[None]:
    """No test keeps the screens of whoever runs it awake."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setenv("WAKEPY_FAKE_SUCCESS", "1")
        yield


@pytest.fixture(scope="session", autouse=True)
def _collected_as_in_the_program(qapp: QApplication) -> Iterator[None]:
    """Python collects as seldom as in the program."""
    before = gc.get_threshold()
    collect_seldom()
    yield
    gc.set_threshold(*before)
    take_back()


@pytest.fixture(autouse=True)
def _light_again(qapp: QApplication) -> Iterator[None]:
    """A test may put on another theme."""
    yield
    if (Theme.current().name, Theme.current().scale) != ("light", 1.0):
        Theme.load("light").apply(qapp)


@pytest.fixture(autouse=True)
def _no_button_down(qapp: QApplication, _nothing_left: None) -> Iterator[None]:
    """A mouse button that a test left down is let go: what moves would wait for it in later tests."""
    yield
    if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
        window = QWindow()
        window.create()
        for button in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton):
            if QApplication.mouseButtons() & button:
                QTest.mouseRelease(window, button)
        window.destroy()
    catch_up()


@pytest.fixture(autouse=True)
def _nothing_left(qapp: QApplication) -> Iterator[None]:
    """No window, no running timer and no thread outlives its test.

    The collector goes not through what was there before: a look at what a test left behind then costs what
    that test made, and not all that was ever loaded.
    """
    set_aside()
    before = standing()
    yield
    assert left_behind(before) == []


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Heard:
    """What a screen reader would say from now on."""
    heard = Heard()
    monkeypatch.setattr(QAccessible, "updateAccessibility", heard.take)
    return heard


_ASIDE: list[QTimer] = []
"""Timers that were set aside: the collector does not show them any more."""


def set_aside() -> None:
    """Let the collector pass over everything that is there now."""
    gc.collect()
    _ASIDE[:] = [timer for timer in _timers() if isValid(timer)]
    gc.freeze()


def take_back() -> None:
    """Let the collector look at everything again."""
    gc.unfreeze()
    _ASIDE.clear()


Standing = tuple[set[QWidget], set[threading.Thread]]
"""Windows and threads."""


def standing() -> Standing:
    """What there is now."""
    return set(_windows()), set(_threads())


def left_behind(before: Standing) -> list[str]:
    """The windows and threads that came since, and every timer and worker that runs."""
    windows, threads = before
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = [f"window {type(window).__name__}" for window in _windows() if window not in windows]
    left += [f"timer of {owner}" for owner in _running_timers()]
    left += [f"thread {thread.name}" for thread in _threads() if thread not in threads]
    workers = QThreadPool.globalInstance().activeThreadCount()
    left += [f"{workers} workers"] if workers else []
    return left + ([] if gc.isenabled() else ["a collector that stands still"])


def _windows() -> list[QWidget]:
    # The one label that shows every tooltip stays, hidden, by Qt's own doing.
    return [
        window for window in QApplication.topLevelWidgets() if window.metaObject().className() != "QTipLabel"
    ]


def _threads() -> list[threading.Thread]:
    # A thread of Qt that asked for its name leaves a dummy; whether Qt's own still run is asked of Qt.
    return [thread for thread in threading.enumerate() if not isinstance(thread, threading._DummyThread)]


def _running_timers() -> list[str]:
    return [str(timer.parent()) for timer in _timers() if isValid(timer) and timer.isActive()]


def _timers() -> list[QTimer]:
    return [*_ASIDE, *(item for item in gc.get_objects() if type(item) is QTimer)]
