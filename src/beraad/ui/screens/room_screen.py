"""Screen that the room looks at."""

from __future__ import annotations

from dataclasses import astuple

from PySide6.QtCore import QObject, Signal

from beraad.ui.screens.identity import Screen, ScreenIdentity, most_like
from beraad.ui.screens.watch import ScreenWatch


class RoomScreen(QObject):
    """Screen that was chosen for the room, or the one that replaces it today."""

    chosen = Signal(tuple)
    """Screen to remember: maker, model, serial number, connector."""

    def __init__(
        self, watch: ScreenWatch, remembered: tuple[str, ...] = (), parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._watch = watch
        self._remembered = ScreenIdentity.read(remembered)
        self._looked_at = self._remembered
        self._beside: ScreenIdentity | None = None

    @property
    def is_known(self) -> bool:
        """True if a screen was ever chosen."""
        return self._remembered is not None

    def among_all(self, own: Screen) -> Screen | None:
        """Return the room's screen among those there are now; `own` is the console's, see `most_like`.

        A screen that stood beside it is another one, however similar.
        """
        screens = [screen for screen in self._watch.screens() if screen.identity != self._beside]
        return most_like(self._looked_at, screens, own)

    def remember(self, screen: Screen) -> None:
        """Take this screen as the room's, now and next time."""
        self._remembered = self._looked_at = screen.identity
        self._beside = None
        self.chosen.emit(astuple(screen.identity))

    def stand_in(self, screen: Screen) -> None:
        """Take this screen as the room's today; the chosen one stays remembered."""
        self._looked_at = screen.identity
        self._beside = None

    def stands_beside(self, own: Screen) -> None:
        """Note that the console's screen is beside the room's, so it is not the room's."""
        self._beside = own.identity

    def forget_for_today(self) -> None:
        """Drop today's screen, as the user said that only the facilitator sees it."""
        self._looked_at = None
