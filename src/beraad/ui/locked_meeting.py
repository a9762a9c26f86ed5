"""Open meeting while the program is locked: its page hidden, its wall where it stands."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from beraad.clock import Elapsed
from beraad.ui.pages.unlock.wall_bar import WallBar

if TYPE_CHECKING:
    from beraad.services.meeting import MeetingService
    from beraad.ui.console import MeetingPage

_MINUTE = 60
_LOOK_EVERY = 5_000
"""Milliseconds between two looks at the time."""


class LockedMeeting(QObject):
    """Keeper of the page until unlocking, which makes its wall calm when asked, or after a while.

    The page stays as it was left: the step, what was being written, who answers on this screen and the lines
    drawn so far. The wall is frozen meanwhile.
    """

    def __init__(
        self,
        page: MeetingPage,
        *,
        calm_after: Callable[[], int],
        parent: QObject,
    ) -> None:
        """`calm_after` returns the minutes after which the wall becomes calm by itself."""
        super().__init__(parent)
        self.page = page
        self._calm_after, self._since = calm_after, Elapsed()
        self._bar: WallBar | None = None
        self._had_keyboard: QWidget | None = page.focusWidget()
        self._timer = QTimer(self, interval=_LOOK_EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        # Update the bar also if the wall is left, or becomes calm by its own key.
        page.wall.changed.connect(self._show_bar)
        page.wall.left.connect(self._show_bar)
        page.stand_aside()

    def bar(self) -> WallBar:
        """Return a bar with the actions on the wall, to put below the passphrase."""
        self._bar = WallBar()
        self._bar.calm_requested.connect(self.calm)
        self._bar.pause_requested.connect(self.pause)
        self._show_bar()
        return self._bar

    @property
    def shows(self) -> bool:
        """True if the room sees something of the meeting: the wall is shown, and not calm."""
        return self.page.wall.isVisible() and not self.page.wall.calm

    @property
    def paused(self) -> bool:
        """True while the meeting pauses."""
        return self.page.model.paused_at is not None

    def look(self) -> None:
        """Make the wall calm if its time is over."""
        if self.shows and self._since.seconds >= self._calm_after() * _MINUTE:
            self.calm()

    def calm(self) -> None:
        """Show the calm picture to the room; only the facilitator brings the other one back."""
        self.page.wall.show_calm()

    def pause(self) -> None:
        """Pause the meeting, and show the calm picture to the room."""
        self.page.pause()
        self._show_bar()

    def come_back(self, take_up: Callable[[MeetingService], None]) -> MeetingPage:
        """Go on where it was. `take_up` gives the service its store; its errors are raised here."""
        self.page.come_back(take_up)
        return self._let_go()

    def give_keyboard_back(self) -> None:
        """Restore the focus when the page is in the window again, so that the user can go on typing."""
        if self._had_keyboard is not None and isValid(self._had_keyboard):
            self._had_keyboard.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def may_close(self) -> bool:
        """Return True if everything was written; else ask the user, who may prefer to unlock first."""
        return self.page.may_close()

    def drop(self) -> None:
        """Leave the meeting for good, as the program ends or the meeting is gone."""
        self.page.drop()
        self._let_go().deleteLater()

    def _show_bar(self) -> None:
        if self._bar is not None and isValid(self._bar):
            self._bar.show_state(wall=self.shows, paused=self.paused)

    def _let_go(self) -> MeetingPage:
        self._timer.stop()
        self.deleteLater()
        return self.page
