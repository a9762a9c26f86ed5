"""Placement of the wall: put on the screen the room looks at, taken away when that screen goes."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtWidgets import QWidget

from beraad.ui.projector.wall_window import WallWindow
from beraad.ui.screens.identity import Screen, ScreenIdentity
from beraad.ui.screens.keys_to_console import KeysToConsole
from beraad.ui.screens.moves import put_on
from beraad.ui.screens.room_screen import RoomScreen
from beraad.ui.screens.wall_stand import WallStand
from beraad.ui.screens.watch import ScreenWatch


class Placed(Enum):
    """Place where the wall was put."""

    OTHER_SCREEN = auto()
    SAME_SCREEN = auto()
    """One screen only: the wall covers it, F11 leads back."""
    MIRRORED = auto()
    """Two screens that show the same: the wall covers both, F11 leads back."""


def other_screens(screens: Sequence[QRect], own: int) -> list[int]:
    """Return the indexes of the screens that do not overlap the console's: those the room may look at."""
    return [
        index
        for index, place in enumerate(screens)
        if index != own and not place.intersects(screens[own]) and not place.isEmpty()
    ]


class WallPlacement(QObject):
    """Place of the wall for one console window.

    The wall is hidden when its screen goes, or begins to show the same as the console's screen: Qt would move
    it elsewhere, perhaps over the console. It comes back by itself when that screen is there again, and goes
    to no other by itself: another projector may hang in another room. A screen that changes size keeps its
    wall, in the new size.
    """

    screen_lost = Signal()
    screen_back = Signal()
    screen_found = Signal()
    """There is a new screen with no wall on it."""
    about_to_bare = Signal()
    """Sent before the wall leaves the console's screen or the console moves: cover the console."""
    about_to_swap = Signal()
    """Sent before the wall and the console go to each other's screen: cover the console."""
    refitted = Signal()
    """The wall's screen has another size or place."""
    sure_changed = Signal()
    """`is_sure` has changed."""
    astray = Signal()
    """The window system does not put the wall on its screen; the wall was hidden."""
    left = Signal()
    """Emitted when somebody took the wall away."""

    def __init__(self, wall: WallWindow, console: QWidget, *, watch: ScreenWatch, room: RoomScreen) -> None:
        super().__init__(console)
        self._wall, self._console, self._watch, self._room = wall, console, watch, room
        self._stand = WallStand(wall, watch, self)
        self._keys = KeysToConsole(wall, console, self)
        self._home: ScreenIdentity | None = None
        """Console's screen when the wall was opened."""
        self._lost, self._over_console = False, False
        self._found = False
        """True if a screen came since the wall was last looked at."""
        self._connect()

    @property
    def is_open(self) -> bool:
        """True while the wall is shown on a screen."""
        return self._wall.isVisible()

    @property
    def is_sure(self) -> bool:
        """True if an open wall is known to stand where it was put."""
        return self._stand.is_sure

    @property
    def lost(self) -> bool:
        """True while the wall waits for its screen to come back."""
        return self._lost

    @property
    def stands(self) -> Screen | None:
        """Screen that the wall stands on; None if it is on none."""
        return self._stand.screen

    def others(self) -> list[Screen]:
        """Return the screens that the room may look at: those that show nothing of the console's."""
        screens, own = self._screens()
        return [screens[index] for index in other_screens([screen.place for screen in screens], own)]

    def own_place(self) -> QRect:
        """Return where the console's screen is, in desktop pixels."""
        return self._watch.under(self._console).place

    def known(self) -> Screen | None:
        """Return the screen to take without asking: the room's, or the only other one; None to ask.

        None also if the console itself seems to stand on the room's screen.
        """
        others, own = self.others(), self._watch.under(self._console)
        room = self._room.among_all(own)
        if room is not None and room.is_in(others):
            return room
        return others[0] if len(others) == 1 and room != own else None

    def expected(self) -> Placed:
        """Return where the wall would stand if it were opened now."""
        if self.others():
            return Placed.OTHER_SCREEN
        return Placed.MIRRORED if len(self._watch.screens()) > 1 else Placed.SAME_SCREEN

    def choose(self, screen: Screen) -> None:
        """Take this screen as the room's, now and next time, and move an open wall there."""
        self._room.remember(screen)
        if self.is_open and screen != self.stands and screen.is_in(self.others()):
            self.open()

    def open(self) -> Placed:
        """Show the wall: on the known screen or else the first other one, or over the only one."""
        self._lost = False
        placed, others = self.expected(), self.others()
        self._over_console = placed is not Placed.OTHER_SCREEN
        if placed is Placed.OTHER_SCREEN:
            screen = self.known() or others[0]
            if self._room.is_known:
                self._room.stand_in(screen)
            else:
                self._room.remember(screen)
            home = self._watch.under(self._console)
            self._home = home.identity
            self._room.stands_beside(home)
            self._stand_on(screen)
        else:
            screens, own = self._screens()
            if len(screens) == 2 and placed is Placed.MIRRORED:
                # The user was told that the room sees the same on the other screen, and went on.
                self._room.stand_in(screens[1 - own])
            self._stand_on(screens[own])
        return placed

    def close(self) -> None:
        """Take the wall away. It does not come back by itself."""
        self._lost = self._over_console = False
        self._stand.take_away()
        self._console.activateWindow()
        self.left.emit()

    def swap(self) -> bool:
        """Move the wall and the console to each other's screen; False if there is no other."""
        screens, at = self._screens()
        own = screens[at]
        other = self.stands if not self._over_console else None
        if other == own:
            # A compositor may go on naming the screen that a window came from.
            own = next((screen for screen in screens if screen != other), own)
        other = other or self.known() or next(iter(self.others()), None)
        if other is None or other == own:
            return False
        self.about_to_swap.emit()
        was_open = self.is_open
        self._stand.take_away()
        self._over_console, self._home = False, other.identity
        put_on(self._console, other, self._watch)
        self._room.remember(own)
        self._room.stands_beside(other)
        if was_open or self._lost:
            self._lost = False
            self._stand_on(own)
        return True

    def _connect(self) -> None:
        self._watch.removed.connect(self._on_screen_removed)
        self._watch.added.connect(self._on_screen_added)
        self._watch.changed.connect(self._on_screens_changed)
        self._stand.came_to_rest.connect(self._look)
        self._wall.left.connect(self.close)
        self._stand.sure_changed.connect(self.sure_changed)
        self._stand.astray.connect(self._on_astray)

    def _screens(self) -> tuple[list[Screen], int]:
        """Return the screens and the index of the console's."""
        screens = self._watch.screens()
        own = self._watch.under(self._console)
        return screens, screens.index(own) if own in screens else 0

    def _stand_on(self, screen: Screen) -> None:
        """Put the wall there. The keyboard stays with the console, unless the wall covers it."""
        self._keys.hands_on = not self._over_console
        self._stand.put_on(screen, takes_keys=self._over_console)
        (self._wall if self._over_console else self._console).activateWindow()

    def _lose(self) -> None:
        self._stand.take_away()
        self._lost, self._over_console = True, False
        self.screen_lost.emit()

    def _look(self) -> None:
        """Check after a change of screens that the wall still stands well, or can come back."""
        stands, found, self._found = self.stands, self._found, False
        if stands is not None:
            now = next((screen for screen in self._watch.screens() if screen == stands), stands)
            if now.place.intersects(self.own_place()):
                self._part_from_the_console(now)
            else:
                self._refit(now)
        elif self._lost:
            self._come_back()
        if found and (self.stands is None or self._over_console) and self.others():
            self.screen_found.emit()

    def _come_back(self) -> None:
        """Put the wall on the lost screen if it is there; a console on that screen is moved away."""
        own = self._watch.under(self._console)
        room, others = self._room.among_all(own), self.others()
        if room == own and others:
            self._send_home(others)
            others = self.others()
        if room is not None and room.is_in(others):
            self._return_to(room)

    def _send_home(self, others: list[Screen]) -> None:
        """Move the console to the screen it was on, or else to another. The room may see it."""
        self.about_to_bare.emit()
        home = self._home
        put_on(
            self._console,
            max(others, key=lambda screen: home.likeness(screen.identity) if home is not None else 0),
            self._watch,
        )

    def _return_to(self, screen: Screen) -> None:
        self._lost = self._over_console = False
        self._stand_on(screen)
        self.screen_back.emit()

    def _part_from_the_console(self, screen: Screen) -> None:
        """Separate wall and console on one screen, if there is another screen that the room knows."""
        others = self.others()
        room = self._room.among_all(self._watch.under(self._console))
        if others and room == screen:
            # The lid was opened again: the wall stays on the room's screen, the console goes home.
            self._send_home(others)
            self._refit(screen)
        elif room is not None and room.is_in(others):
            self.about_to_bare.emit()
            self._return_to(room)
        elif self._over_console or len(self._watch.screens()) == 1:
            self._refit(screen)
            self._wall.raise_()
            if self._over_console:
                # The wall covered the console when it was opened, and does now: F11 must reach the wall.
                self._wall.activateWindow()
        else:
            self._lose()

    def _refit(self, screen: Screen) -> None:
        if not self._stand.fills(screen):
            self._stand_on(screen)
            self.refitted.emit()

    def _on_astray(self) -> None:
        self._lost, self._over_console = False, False
        self.astray.emit()

    def _on_screen_removed(self, screen: Screen) -> None:
        if screen == self.stands:
            self._lose()
        self._on_screens_changed()

    def _on_screen_added(self, _screen: Screen) -> None:
        self._found = True
        self._on_screens_changed()

    def _on_screens_changed(self) -> None:
        """Check the wall at once where places are known; else when the screens have come to rest."""
        if self._watch.knows_windows:
            self._look()
        else:
            self._stand.wait_for_rest()
