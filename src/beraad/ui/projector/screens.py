"""Puts the wall on the projector, and takes it away when the projector goes."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from beraad.ui.projector.wall_window import WallWindow


class Placed(Enum):
    """Where the wall came to stand."""

    OTHER_SCREEN = auto()
    SAME_SCREEN = auto()
    """There is one screen: the wall covers it, F11 leads back."""
    MIRRORED = auto()
    """There are two screens that show the same: the wall covers both, F11 leads back."""


def other_screen(screens: Sequence[QRect], own: int) -> int | None:
    """Which screen (by its place) the room may look at: the first that neither is nor mirrors our own."""
    for index, place in enumerate(screens):
        if index != own and place != screens[own]:
            return index
    return None


class WallPlacement(QObject):
    """Where the wall stands, for one console window.

    A screen that goes takes the wall with it: Qt would move it somewhere else, perhaps before the wrong eyes.
    The wall comes back by itself when there is another screen again.
    """

    screen_lost = Signal()
    screen_back = Signal()

    def __init__(self, wall: WallWindow, console: QWidget) -> None:
        super().__init__(console)
        self._wall, self._console = wall, console
        self._screen: QScreen | None = None
        self._lost = False
        self._connect()

    def open(self) -> Placed:
        """Show the wall: on the other screen, or over the only one."""
        self._lost = False
        screens = QGuiApplication.screens()
        own = self._console.screen()
        at = screens.index(own) if own in screens else 0
        index = other_screen([screen.geometry() for screen in screens], at)
        self._stand_on(screens[at if index is None else index])
        if index is not None:
            # The keyboard stays with the facilitator.
            self._console.activateWindow()
            return Placed.OTHER_SCREEN
        self._wall.activateWindow()
        return Placed.MIRRORED if len(screens) > 1 else Placed.SAME_SCREEN

    def close(self) -> None:
        """Take the wall away; it does not come back by itself."""
        self._lost = False
        self._screen = None
        self._wall.hide()
        self._console.activateWindow()

    @property
    def is_open(self) -> bool:
        """Whether the wall stands on a screen."""
        return self._wall.isVisible()

    def _connect(self) -> None:
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenRemoved.connect(self._on_screen_removed)
            app.screenAdded.connect(self._on_screen_added)
            # Here too belongs the guard that hides private windows before Qt moves them to another screen.
        self._wall.left.connect(self.close)

    def _stand_on(self, screen: QScreen) -> None:
        self._screen = screen
        self._wall.setScreen(screen)
        self._wall.setGeometry(screen.geometry())
        self._wall.showFullScreen()

    def _on_screen_removed(self, screen: QScreen) -> None:
        if screen is not self._screen:
            return
        self._wall.hide()
        self._screen = None
        self._lost = True
        self.screen_lost.emit()

    def _on_screen_added(self, _screen: QScreen) -> None:
        if not self._lost:
            return
        screens = QGuiApplication.screens()
        own = self._console.screen()
        at = screens.index(own) if own in screens else 0
        if other_screen([screen.geometry() for screen in screens], at) is not None:
            self.open()
            self.screen_back.emit()
