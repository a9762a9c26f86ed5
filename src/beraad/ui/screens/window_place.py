"""Last place of the main window, and the check that it may stand there again."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRect, QSize
from PySide6.QtWidgets import QWidget

from beraad.ui.screens.identity import Screen
from beraad.ui.screens.moves import put_on
from beraad.ui.screens.room_screen import RoomScreen
from beraad.ui.screens.watch import ScreenWatch, place_of

_USUAL = QSize(1366, 768)
_FRAME = QSize(16, 48)
"""Size that a title bar and borders may take; a window that was never shown does not know its own."""


class WindowPlace:
    """Place of a window that only the facilitator may see: never on the room's screen by itself."""

    def __init__(self, window: QWidget, watch: ScreenWatch, room: RoomScreen) -> None:
        self._window, self._watch, self._room = window, watch, room

    def restore(self, place: str) -> None:
        """Restore the place, or the usual size for an empty `place`; call it before the window shows.

        A place on the screen that the room looks at is refused if there is another screen. If there is none
        the window is covered when it shows (`ScreenGuard`).
        """
        if not self._window.restoreGeometry(QByteArray.fromBase64(place.encode())):
            room = self._window.screen().availableGeometry().size() - _FRAME
            self._window.resize(_USUAL.boundedTo(room))
        self.leave_the_room()

    def leave_the_room(self) -> bool:
        """Leave the room's screen; False if the window is not there, or there is no other screen."""
        own = self._watch.under(self._window)
        room = self._room.among_all(own)
        if room is None or (room != own and not self._reaches(room.place)):
            return False
        return self._go_to_another(room)

    def swap(self) -> bool:
        """Go to another screen; False if there is none."""
        own = self._watch.under(self._window)
        if not self._go_to_another(own):
            return False
        self._room.remember(own)
        return True

    def told(self) -> str:
        """Return the place of the window, in Qt's format."""
        return bytes(self._window.saveGeometry().toBase64().data()).decode()

    def _go_to_another(self, screen: Screen) -> bool:
        others = [other for other in self._watch.screens() if not other.place.intersects(screen.place)]
        if not others:
            return False
        if self._window.isVisible() or self._watch.knows_windows:
            put_on(self._window, others[0], self._watch)
        elif (found := self._watch.of_qt(others[0])) is not None:
            # On Wayland this is only a request; the guard checks the result.
            self._window.setScreen(found)
        return True

    def _reaches(self, place: QRect) -> bool:
        return self._watch.knows_windows and place.intersects(place_of(self._window))
