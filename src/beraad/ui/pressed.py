"""Waiting with what moves things on the screen until the mouse button that is down was let go.

Whoever presses aims at what lies under the pointer. Leaving a field keeps what was typed, and showing that
puts rows elsewhere: between a press and its release the click would land on another one.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

_LOOK_EVERY = 10
"""Milliseconds between two looks at the mouse; nobody sees that what moves comes so much later."""

_LOOKS = 500
"""After five seconds it is no click any more, or the release got lost with a window that went."""


def is_pressed() -> bool:
    """Whether a mouse button is down. While a release is delivered it is up already."""
    return QApplication.mouseButtons() != Qt.MouseButton.NoButton


class WhenReleased(QObject):
    """Does something at once, or, while a mouse button is down, once when it was let go."""

    def __init__(self, do: Callable[[], None], *, parent: QObject) -> None:
        super().__init__(parent)
        self._do, self._looks = do, 0
        self._look = QTimer(self, interval=_LOOK_EVERY)
        self._look.timeout.connect(self._on_look)

    def ask(self) -> None:
        """Ask for it to be done."""
        if is_pressed() and self._looks < _LOOKS:
            if self not in _WAITING:
                _WAITING.append(self)
            self._look.start()
        else:
            self.do_now()

    def do_now(self) -> None:
        """Do it without waiting any longer."""
        self._look.stop()
        if self in _WAITING:
            _WAITING.remove(self)
        self._do()

    def _on_look(self) -> None:
        self._looks = self._looks + 1 if is_pressed() else 0
        if not is_pressed() or self._looks >= _LOOKS:
            self.do_now()


def catch_up() -> None:
    """Do what waits, in order, if the button is up: what a click does builds upon it."""
    if is_pressed():
        return
    for waiting in tuple(_WAITING):
        if not isValid(waiting):
            _WAITING.remove(waiting)
        elif waiting in _WAITING:
            waiting.do_now()


_WAITING: list[WhenReleased] = []
