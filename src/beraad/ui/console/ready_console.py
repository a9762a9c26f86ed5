"""Console that is built before somebody opens a meeting: opening it only has to fill it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from beraad.ui.console.page import MeetingPage
from beraad.ui.dialogs.files import Files
from beraad.ui.messages import Messages
from beraad.ui.projector import WallWindow

_IDLE = 300
"""Milliseconds after which nobody will notice the tenth of a second that each of the two parts takes."""


class ReadyConsole(QObject):
    """Makes one console ahead, out of sight. It holds nothing of any case: none was opened in it."""

    def __init__(self, room: QWidget, *, messages: Messages, files: Files, guide_folder: Path | None) -> None:
        """Prepare for a meeting page in `room`."""
        super().__init__(room)
        self._room, self._messages, self._files = room, messages, files
        self._guide_folder = guide_folder
        self._page: MeetingPage | None = None
        self._place: QWidget | None = None
        self._idle = QTimer(self, interval=_IDLE, singleShot=True)
        self._idle.setObjectName("idle")
        self._idle.timeout.connect(self._on_idle)

    @property
    def page(self) -> MeetingPage | None:
        """Page that is ready, or None."""
        return self._page

    def expect(self, place: QWidget) -> None:
        """Get ready: somebody may open a meeting soon, in the place of this page."""
        self._place = place
        self._idle.start()

    def take(self) -> MeetingPage:
        """Return the page that is ready, or else a new one; it is the caller's."""
        self._idle.stop()
        page, self._page = self._page or self._make(), None
        return page

    def let_go(self) -> None:
        """Delete the ready page: it has another language or size than needed, or nobody may open anything."""
        self._idle.stop()
        if self._page is not None:
            self._page.wall.deleteLater()
            self._page.deleteLater()
            self._page = None

    def _make(self) -> MeetingPage:
        page = MeetingPage(
            messages=self._messages,
            wall=WallWindow(),
            files=self._files,
            guide_folder=self._guide_folder,
            # In its place from the start: Qt dresses anew what gets another parent.
            parent=self._room,
        )
        page.hide()
        return page

    def _on_idle(self) -> None:
        if self._page is None:
            self._page = self._make()
            self._idle.start()
        elif self._place is not None:
            self._page.make_ready(self._place.size())
