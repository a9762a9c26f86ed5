"""Screens that a test brings along: they speak like Qt's and are nowhere."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from beraad.ui.screens.identity import Screen, ScreenIdentity
from beraad.ui.screens.room_screen import RoomScreen
from beraad.ui.screens.watch import ScreenWatch

LAPTOP, PROJECTOR = QRect(0, 0, 1366, 768), QRect(1366, 0, 1920, 1080)
DESK = QRect(-1920, 0, 1920, 1080)


class PaperScreen:
    """A screen that can be moved about; `now` is what a watch tells of it."""

    def __init__(self, name: str, place: QRect, maker: str = "") -> None:
        self._identity = ScreenIdentity(maker, "M1" if maker else "", "", name)
        self.rect = place

    @property
    def now(self) -> Screen:
        """This screen, as it is now."""
        return Screen(self._identity, QRect(self.rect))


def laptop() -> PaperScreen:
    return PaperScreen("eDP-1", QRect(LAPTOP))


def projector() -> PaperScreen:
    return PaperScreen("HDMI-1", QRect(PROJECTOR), "Epson")


def desk() -> PaperScreen:
    return PaperScreen("DP-2", QRect(DESK), "Dell")


class PaperWatch(ScreenWatch):
    """A watch over such screens; with `tells_places` False as on Wayland."""

    def __init__(self, *screens: PaperScreen, tells_places: bool = True) -> None:
        super().__init__()
        self.there = list(screens)
        self.unknown: list[QRect] = []
        """Where the server tells of a screen that Qt does not know yet."""
        self.tells_places = tells_places
        self.shows: PaperScreen | None = None
        """Where places are not told: the screen that the compositor names for every window."""

    @property
    def knows_windows(self) -> bool:
        return self.tells_places

    def screens(self) -> list[Screen]:
        return [screen.now for screen in self.there]

    def of_qt(self, screen: Screen) -> PaperScreen | None:  # type: ignore[override]
        return next((known for known in self.there if known.now == screen), None)

    def newest(self, own: Screen) -> list[QRect]:
        return self.unknown

    def under(self, widget: QWidget) -> Screen:
        if not self.tells_places:
            return (self.shows or self.there[0]).now
        middle = widget.window().geometry().center()
        return next((screen.now for screen in self.there if screen.rect.contains(middle)), self.there[0].now)

    def take(self, screen: PaperScreen) -> None:
        """A screen goes."""
        self.there.remove(screen)
        self.removed.emit(screen.now)

    def bring(self, screen: PaperScreen) -> None:
        """A screen comes."""
        self.there.append(screen)
        self.added.emit(screen.now)

    def move(self, screen: PaperScreen, place: QRect) -> None:
        """A screen is elsewhere, or larger, or smaller."""
        screen.rect = place
        self.changed.emit()


def room(watch: ScreenWatch, *remembered: str) -> RoomScreen:
    """The room's screen: the one that was chosen another day, or none yet."""
    return RoomScreen(watch, remembered, parent=watch)
