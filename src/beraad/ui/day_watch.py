"""Detection of a new day: at midnight, or because the computer slept or its clock was set."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from beraad.ui.when_released import WhenReleased

_LOOK_EVERY = 5_000
"""Milliseconds between two looks at the day."""


class DayWatch(QObject):
    """Watcher that compares the day every few seconds: a timer for midnight would be wrong after sleep.

    The signal waits while a dialog is open or a mouse button is down.
    """

    turned = Signal()

    def __init__(self, today: Callable[[], dt.date], *, parent: QObject) -> None:
        super().__init__(parent)
        self._today = today
        self.day = today()
        """Day that was last reported."""
        self._tell = WhenReleased(self.turned.emit, parent=self)
        self._timer = QTimer(self, interval=_LOOK_EVERY)
        self._timer.setObjectName("day")
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Emit `turned` if it is another day."""
        day = self._today()
        if day != self.day and QApplication.activeModalWidget() is None:
            self.day = day
            self._tell.ask()
