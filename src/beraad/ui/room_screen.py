"""Which screen the room looks at."""

from __future__ import annotations

from dataclasses import astuple

from PySide6.QtCore import QObject, Signal

from beraad.ui.screen_identity import Screen, ScreenIdentity, most_like
from beraad.ui.screen_watch import ScreenWatch


class RoomScreen(QObject):
    """The screen that was chosen for the room, or the one that stands in for it today."""

    chosen = Signal(tuple)
    """Remember this screen: maker, model, serial number, connector."""

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
        """Whether a screen was ever chosen."""
        return self._remembered is not None

    def among_all(self, own: Screen) -> Screen | None:
        """The room's screen, of all there are now; `own` is the console's, see `most_like`.

        A screen that stood beside it is another one, however like it is.
        """
        screens = [screen for screen in self._watch.screens() if screen.identity != self._beside]
        return most_like(self._looked_at, screens, own)

    def remember(self, screen: Screen) -> None:
        """The room looks at this screen, now and next time."""
        self._remembered = self._looked_at = screen.identity
        self._beside = None
        self.chosen.emit(astuple(screen.identity))

    def stand_in(self, screen: Screen) -> None:
        """The room looks at this screen today; the one that was chosen stays remembered."""
        self._looked_at = screen.identity
        self._beside = None

    def stands_beside(self, own: Screen) -> None:
        """The console's screen is beside the room's: it is not that one."""
        self._beside = own.identity

    def forget_for_today(self) -> None:
        """Somebody said that only the facilitator sees the screen that was thought to be the room's."""
        self._looked_at = None
