"""Puts the wall on the screen that the room looks at, and takes it away when that screen goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, dataclass
from enum import Enum, auto

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget

from beraad.ui.projector.wall_window import WallWindow
from beraad.ui.screen_watch import ScreenWatch


class Placed(Enum):
    """Where the wall came to stand."""

    OTHER_SCREEN = auto()
    SAME_SCREEN = auto()
    """There is one screen: the wall covers it, F11 leads back."""
    MIRRORED = auto()
    """There are two screens that show the same: the wall covers both, F11 leads back."""


@dataclass(frozen=True)
class ScreenIdentity:
    """By what a screen is known again: what it says of itself, and the connector it is on."""

    maker: str
    model: str
    serial: str
    connector: str

    @classmethod
    def of(cls, screen: QScreen) -> ScreenIdentity:
        """What this screen says."""
        return cls(screen.manufacturer(), screen.model(), screen.serialNumber(), screen.name())

    def likeness(self, other: ScreenIdentity) -> int:
        """How sure it is that this is the same screen: 0 not, 1 by its connector alone, 3 entirely.

        A screen that says who it is may come back on another connector. One that says nothing is known by its
        connector.
        """
        mine, theirs = astuple(self)[:3], astuple(other)[:3]
        same_place = self.connector == other.connector
        if mine != theirs:
            return 0
        return (2 if any(mine) else 0) + (1 if same_place else 0)


def other_screens(screens: Sequence[QRect], own: int) -> list[int]:
    """Which screens (by their place) show nothing of our own: those the room may look at."""
    return [
        index
        for index, place in enumerate(screens)
        if index != own and not place.intersects(screens[own]) and not place.isEmpty()
    ]


class WallPlacement(QObject):
    """Where the wall stands, for one console window.

    A screen that goes, or begins to show the same as the console's, takes the wall with it: Qt would move it
    somewhere else, over the console perhaps. The wall comes back by itself when that screen is there again,
    and goes by itself to no other: another projector may hang in another room. A screen that becomes larger
    or smaller keeps its wall, in the new size.
    """

    screen_lost = Signal()
    screen_back = Signal()
    screen_found = Signal()
    """There is another screen now, and no wall on it."""
    about_to_bare = Signal()
    """Cover the console: in a moment the wall goes from over it, or it goes itself to another screen."""
    refitted = Signal()
    """The wall's screen has another size or place."""
    left = Signal()
    """Somebody took the wall away."""
    screen_chosen = Signal(tuple)
    """Remember this screen: maker, model, serial number, connector."""

    def __init__(
        self, wall: WallWindow, console: QWidget, *, watch: ScreenWatch, remembered: tuple[str, ...] = ()
    ) -> None:
        super().__init__(console)
        self._wall, self._console, self._watch = wall, console, watch
        self._remembered = ScreenIdentity(*remembered) if len(remembered) == 4 else None
        # What the room looks at now: the remembered screen, or the one that stands in for it today.
        self._looked_at = self._remembered
        self._screen: QScreen | None = None
        self._lost, self._over_console = False, False
        self._connect()

    @property
    def is_open(self) -> bool:
        """Whether the wall stands on a screen."""
        return self._wall.isVisible()

    @property
    def lost(self) -> bool:
        """Whether the wall waits for its screen to come back."""
        return self._lost

    @property
    def stands(self) -> QScreen | None:
        """The screen that the wall stands on."""
        return self._screen

    def others(self) -> list[QScreen]:
        """The screens that the room may look at: those that show nothing of the console's."""
        screens, own = self._screens()
        return [
            screens[index] for index in other_screens([self._watch.place(screen) for screen in screens], own)
        ]

    def own_place(self) -> QRect:
        """Where the console's screen is, in the desktop's pixels."""
        return self._watch.place(self._watch.under(self._console))

    def known(self) -> QScreen | None:
        """The screen to take without asking: the remembered one, or the only other; None: ask."""
        others = self.others()
        best = _most_like(self._remembered, others)
        return best or (others[0] if len(others) == 1 else None)

    def expected(self) -> Placed:
        """Where the wall would stand if it were opened now."""
        if self.others():
            return Placed.OTHER_SCREEN
        return Placed.MIRRORED if len(self._watch.screens()) > 1 else Placed.SAME_SCREEN

    def choose(self, screen: QScreen) -> None:
        """The room looks at this screen, now and next time. An open wall goes there."""
        self._remember(screen)
        if self.is_open and screen is not self._screen and screen in self.others():
            self.open()

    def open(self) -> Placed:
        """Show the wall: on the known screen or else the first other one, or over the only one."""
        self._lost = False
        placed, others = self.expected(), self.others()
        self._over_console = placed is not Placed.OTHER_SCREEN
        if placed is Placed.OTHER_SCREEN:
            screen = self.known() or others[0]
            if self._remembered is None:
                self._remember(screen)
            self._looked_at = ScreenIdentity.of(screen)
            self._stand_on(screen)
            # The keyboard stays with the facilitator.
            self._console.activateWindow()
        else:
            screens, own = self._screens()
            if len(screens) == 2 and placed is Placed.MIRRORED:
                # Told that the room sees the same on the other one, somebody went on.
                self._looked_at = ScreenIdentity.of(screens[1 - own])
            self._stand_on(screens[own])
            self._wall.activateWindow()
        return placed

    def close(self) -> None:
        """Take the wall away; it does not come back by itself."""
        self._lost = self._over_console = False
        self._screen = None
        self._wall.hide()
        self._console.activateWindow()
        self.left.emit()

    def _connect(self) -> None:
        self._watch.removed.connect(self._on_screen_removed)
        self._watch.added.connect(self._on_screen_added)
        self._watch.changed.connect(self._look)
        self._wall.left.connect(self.close)

    def _screens(self) -> tuple[list[QScreen], int]:
        """The screens there are, and which of them is the console's."""
        screens = self._watch.screens()
        own = self._watch.under(self._console)
        return screens, screens.index(own) if own in screens else 0

    def _of_the_room(self, screens: list[QScreen]) -> QScreen | None:
        """The screen among these that the room looked at before."""
        return _most_like(self._looked_at, screens)

    def _remember(self, screen: QScreen) -> None:
        self._remembered = self._looked_at = ScreenIdentity.of(screen)
        self.screen_chosen.emit(astuple(self._remembered))

    def _stand_on(self, screen: QScreen) -> None:
        if self._screen is not screen:
            # Not every window system moves a window that fills a screen to another: it is shown there anew.
            self._wall.hide()
        self._screen = screen
        self._wall.setScreen(screen)
        self._wall.setGeometry(self._watch.place(screen))
        self._wall.showFullScreen()
        self._wall.raise_()

    def _lose(self) -> None:
        self._wall.hide()
        self._screen = None
        self._lost, self._over_console = True, False
        self.screen_lost.emit()

    def _look(self) -> None:
        """Look whether the wall still stands well, or can come back, now that the screens are others."""
        screen = self._screen
        if screen is None:
            if self._lost:
                self._come_back()
        elif self._watch.place(screen).intersects(self.own_place()):
            self._part_from_the_console(screen)
        else:
            self._refit(screen)

    def _come_back(self) -> None:
        """Stand on the screen that was lost, if it is there. A console that was put there makes room."""
        under = self._watch.under(self._console)
        if self._of_the_room([under]) is not None and (others := self.others()):
            self._send_home(others[0])
        if (screen := self._of_the_room(self.others())) is not None:
            self._return_to(screen)

    def _send_home(self, screen: QScreen) -> None:
        # The laptop's own screen as a rule; but it may be one that somebody else looks at.
        self.about_to_bare.emit()
        self._console.move(self._watch.place(screen).topLeft())

    def _return_to(self, screen: QScreen) -> None:
        self._lost = self._over_console = False
        self._stand_on(screen)
        self._console.activateWindow()
        self.screen_back.emit()

    def _part_from_the_console(self, screen: QScreen) -> None:
        """The wall and the console are on one screen now; not so if there is another that the room knows."""
        others = self.others()
        if others and self._of_the_room([screen]) is not None:
            # The lid was opened again: the room's screen keeps its wall, the console goes home.
            self._send_home(others[0])
            self._refit(screen)
        elif (known := self._of_the_room(others)) is not None:
            self.about_to_bare.emit()
            self._return_to(known)
        elif self._over_console or len(self._watch.screens()) == 1:
            self._refit(screen)
            # The console is under it: F11 must reach the wall.
            self._wall.raise_()
            self._wall.activateWindow()
        else:
            self._lose()

    def _refit(self, screen: QScreen) -> None:
        if self._wall.geometry() != self._watch.place(screen):
            self._stand_on(screen)
            self.refitted.emit()

    def _on_screen_removed(self, screen: QScreen) -> None:
        if screen is self._screen:
            self._lose()
        else:
            self._look()

    def _on_screen_added(self, _screen: QScreen) -> None:
        self._look()
        if (self._screen is None or self._over_console) and self.others():
            self.screen_found.emit()


def _most_like(identity: ScreenIdentity | None, screens: Sequence[QScreen]) -> QScreen | None:
    """The screen that is this one, as far as can be known; None where none is."""
    if identity is None or not screens:
        return None
    best = max(screens, key=lambda screen: identity.likeness(ScreenIdentity.of(screen)))
    return best if identity.likeness(ScreenIdentity.of(best)) else None
