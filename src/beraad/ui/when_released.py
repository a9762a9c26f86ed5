"""Delay of changes that move things on the screen until the pressed mouse button is released.

A user aims at what lies under the pointer. Leaving a field saves what was typed, and showing that moves rows:
between a press and its release the click would land on another row.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QWindow
from shiboken6 import isValid

_LOOK_EVERY = 10
"""Milliseconds between two looks at the mouse; nobody notices a change that is this much later."""

_LOOK_AGAIN = 50
"""Milliseconds between looks after a lost release, until the mouse has its buttons up."""

_HELD_AT_MOST = 5_000
"""Milliseconds after which it is no click any more, or the release was lost."""


def is_pressed() -> bool:
    """Return True if a mouse button is down. While a release is delivered it is up already.

    A button with a lost release counts as up: the keyboard went to another window or program meanwhile, or it
    has been down for too long.
    """
    return _Button.of_this_program().is_down()


def catch_up() -> None:
    """Run the waiting calls, in order, if the button is up, since the action of a click relies on them."""
    _Button.of_this_program().catch_up()


class WhenReleased(QObject):
    """Call that runs at once or, while a mouse button is down, once at its release."""

    def __init__(self, do: Callable[[], None], *, parent: QObject) -> None:
        super().__init__(parent)
        self.do = do

    def ask(self) -> None:
        """Ask for the call."""
        if is_pressed():
            _Button.of_this_program().wait(self)
        else:
            _Button.of_this_program().wait_no_longer(self)
            self.do()


class _Button(QObject):
    """The button that is down, with one timer and one queue for all that waits for it."""

    _only: _Button | None = None

    @classmethod
    def of_this_program(cls) -> _Button:
        """Return the only instance; it lives as long as the application."""
        if cls._only is None or not isValid(cls._only):
            cls._only = cls()
        return cls._only

    def __init__(self) -> None:
        super().__init__(app := QGuiApplication.instance())
        self._waiting: list[WhenReleased] = []
        self._since = QElapsedTimer()
        self._window: QWindow | None = None
        """Window that had the keyboard when the button was first seen down."""
        self._lost = False
        self._look = QTimer(self)
        self._look.timeout.connect(self._on_look)
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._on_focus_window_changed)

    def is_down(self) -> bool:
        """Return True if it is down, and its release is not known to be lost."""
        if not _qt_says_down():
            self._lost = False
            return False
        self._watch()
        return not self._lost

    def wait(self, waiting: WhenReleased) -> None:
        """Queue a call, unless it is queued already."""
        if waiting not in self._waiting:
            self._waiting.append(waiting)
        self._watch()

    def wait_no_longer(self, waiting: WhenReleased) -> None:
        """Remove a call from the queue, if it is there."""
        if waiting in self._waiting:
            self._waiting.remove(waiting)

    def catch_up(self) -> None:
        """Run all queued calls, in order, if it is up. After an error the rest waits for the next look."""
        while not is_pressed() and self._waiting:
            first = self._waiting.pop(0)
            if isValid(first):
                first.do()
        if not self._waiting and not _qt_says_down():
            self._look.stop()

    def _watch(self) -> None:
        """Start the timer, unless it is running."""
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
        # A press that brings the keyboard to its own window does not count as lost.
        goes_elsewhere = self._look.isActive() and self._window not in (None, window)
        if _qt_says_down() and (window is None or goes_elsewhere):
            self._lose()

    def _lose(self) -> None:
        self._lost = True
        self._look.start(_LOOK_AGAIN)


def _qt_says_down() -> bool:
    return QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
