"""A console that stands ready before somebody opens a meeting: that takes a fifth of a second less then."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from beraad.ui.meeting.page import MeetingPage

_IDLE = 300
"""Milliseconds after a page came in which it was painted, and was not yet used."""


class ReadyConsole(QObject):
    """Makes one console ahead, out of sight. It holds nothing of any case: none was opened in it."""

    def __init__(self, make: Callable[[], MeetingPage], *, parent: QObject) -> None:
        super().__init__(parent)
        self._make = make
        self._page: MeetingPage | None = None
        self._place: QWidget | None = None
        self._idle = QTimer(self, interval=_IDLE, singleShot=True)
        self._idle.timeout.connect(self.make_ready)

    @property
    def stands(self) -> bool:
        """Whether there is one."""
        return self._page is not None

    def expect(self, place: QWidget) -> None:
        """Somebody may open a meeting soon, in the place of this page."""
        self._place = place
        self._idle.start()

    def make_ready(self) -> None:
        """Make one now, unless it stands."""
        if self._page is None:
            self._page = self._make()
            self._page.make_ready(self._place.size() if self._place else self._page.sizeHint())

    def take(self) -> MeetingPage:
        """The one that stands, or else a new one; it is the caller's."""
        self._idle.stop()
        page, self._page = self._page or self._make(), None
        return page

    def let_go(self) -> None:
        """Drop it: it has another language or size than what comes, or nobody may open anything."""
        self._idle.stop()
        if self._page is not None:
            self._page.wall.deleteLater()
            self._page.deleteLater()
            self._page = None
