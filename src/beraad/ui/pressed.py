"""Waiting with what moves things on the screen until the mouse button that is down was let go.

Whoever presses aims at what lies under the pointer. Leaving a field keeps what was typed, and showing that
puts rows elsewhere: between a press and its release the click would land on another one.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QWindow
from shiboken6 import isValid

_LOOK_EVERY = 10
"""Milliseconds between two looks at the mouse; nobody sees that what moves comes so much later."""

_LOOK_AGAIN = 50
"""Milliseconds, while a release is lost: until the mouse is seen with its buttons up."""

_HELD_AT_MOST = 5_000
"""Milliseconds. After that it is no click any more, or the release was lost."""


def is_pressed() -> bool:
    """Whether a mouse button is down. While a release is delivered it is up already.

    A button whose release got lost counts as up: the keyboard went to another window or program meanwhile, or
    it has been down for too long.
    """
    return _Button.of_this_program().is_down()


def catch_up() -> None:
    """Do what waits, in order, if the button is up: what a click does builds upon it."""
    _Button.of_this_program().catch_up()


class WhenReleased(QObject):
    """Does something at once, or, while a mouse button is down, once when it was let go."""

    def __init__(self, do: Callable[[], None], *, parent: QObject) -> None:
        super().__init__(parent)
        self.do = do

    def ask(self) -> None:
        """Ask for it to be done."""
        if is_pressed():
            _Button.of_this_program().wait(self)
        else:
            _Button.of_this_program().wait_no_longer(self)
            self.do()


class _Button(QObject):
    """The button that is down, with one clock and one row for all that waits for it."""

    _only: _Button | None = None

    @classmethod
    def of_this_program(cls) -> _Button:
        """The only one; it lives and goes with the application."""
        if cls._only is None or not isValid(cls._only):
            cls._only = cls()
        return cls._only

    def __init__(self) -> None:
        super().__init__(app := QGuiApplication.instance())
        self._waiting: list[WhenReleased] = []
        self._since = QElapsedTimer()
        self._window: QWindow | None = None
        """The one that had the keyboard when the button was first seen down."""
        self._lost = False
        self._look = QTimer(self)
        self._look.timeout.connect(self._on_look)
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._on_focus_window_changed)

    def is_down(self) -> bool:
        """Whether it is, and will be let go as far as one can know."""
        if not _qt_says_down():
            self._lost = False
            return False
        self._watch()
        return not self._lost

    def wait(self, waiting: WhenReleased) -> None:
        """Have one wait, once, behind those that do already."""
        if waiting not in self._waiting:
            self._waiting.append(waiting)
        self._watch()

    def wait_no_longer(self, waiting: WhenReleased) -> None:
        """Strike one that waits, if it does."""
        if waiting in self._waiting:
            self._waiting.remove(waiting)

    def catch_up(self) -> None:
        """Do all that waits, in order, if it is up. If one fails, the others come at the next look."""
        while not is_pressed() and self._waiting:
            first = self._waiting.pop(0)
            if isValid(first):
                first.do()
        if not self._waiting and not _qt_says_down():
            self._look.stop()

    def _watch(self) -> None:
        """Start the clock, if it does not run already."""
        if not self._look.isActive():
            self._since.start()
            self._window = QGuiApplication.focusWindow()
            self._look.start(_LOOK_EVERY)

    def _on_look(self) -> None:
        window_went = self._window is not None and not (isValid(self._window) and self._window.isVisible())
        if window_went or self._since.elapsed() >= _HELD_AT_MOST:
            self._lose()
        self.catch_up()

    def _on_focus_window_changed(self, window: QWindow | None) -> None:
        # A press that gives its window the keyboard is not lost by that.
        goes_elsewhere = self._look.isActive() and self._window not in (None, window)
        if _qt_says_down() and (window is None or goes_elsewhere):
            self._lose()

    def _lose(self) -> None:
        self._lost = True
        self._look.start(_LOOK_AGAIN)


def _qt_says_down() -> bool:
    return QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
