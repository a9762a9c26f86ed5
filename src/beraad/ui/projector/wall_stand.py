"""Lets the wall fill a screen, and looks whether it does."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from beraad.ui.projector.wall_window import WallWindow
from beraad.ui.screen_identity import Screen, ScreenIdentity
from beraad.ui.screen_moves import fill
from beraad.ui.screen_watch import ScreenWatch

SETTLES_AFTER = 500
"""Milliseconds after the last change of the screens until a compositor has come to rest."""
_TIMES = 3
"""So often a wall that is not where it should be is put there again."""
_SLACK = 2
"""Pixels that a fractional scale may take."""


class WallStand(QObject):
    """The wall on its screen.

    Where the program knows where windows are (X, Windows, macOS), a wall stands where it was put. On Wayland
    a place is only what was asked for: the wall is put there anew when the screens have come to rest, and it
    counts as standing only when the compositor says so.
    """

    sure_changed = Signal()
    astray = Signal()
    """The compositor does not put the wall on its screen. It was hidden."""

    def __init__(self, wall: WallWindow, watch: ScreenWatch, parent: QObject) -> None:
        super().__init__(parent)
        self._wall, self._watch = wall, watch
        self._screen: Screen | None = None
        self._sure, self._tries = True, 0
        self._settled = QTimer(self, interval=SETTLES_AFTER, singleShot=True)
        self._settled.timeout.connect(self._put_anew)
        self._looked = QTimer(self, interval=SETTLES_AFTER, singleShot=True)
        self._looked.timeout.connect(self._look)

    @property
    def screen(self) -> Screen | None:
        """The screen that the wall was put on."""
        return self._screen

    @property
    def is_sure(self) -> bool:
        """Whether the wall is known to be where it was put."""
        return self._sure

    def fills(self, screen: Screen) -> bool:
        """Whether the wall has this size already, and this place as far as that is known."""
        if not self._watch.knows_windows:
            return self._wall.size() == screen.place.size()
        return self._wall.geometry() == screen.place

    def put_on(self, screen: Screen, *, takes_keys: bool) -> None:
        """Fill this screen; the keyboard stays where it is unless the wall `takes_keys`."""
        if self._screen != screen or self._wall.takes_keys is not takes_keys or not self._watch.knows_windows:
            # Not every window system moves a window that fills a screen to another: it is shown there anew.
            self._wall.hide()
        self._screen = screen
        self._wall.set_takes_keys(takes_keys)
        self._put()
        if not self._watch.knows_windows:
            self._tries = 0
            self._set_sure(sure=False)
            self._looked.start()

    def take_away(self) -> None:
        """Hide the wall."""
        self._settled.stop()
        self._looked.stop()
        self._wall.hide()
        self._screen = None
        self._set_sure(sure=True)

    def on_change(self) -> None:
        """The screens changed: where places are only asked for, nothing is sure until they come to rest."""
        if self._screen is not None and not self._watch.knows_windows:
            self._tries = 0
            self._set_sure(sure=False)
            self._looked.stop()
            self._settled.start()

    def _put(self) -> None:
        if self._screen is not None:
            fill(self._wall, self._screen, self._watch)
            self._wall.raise_()

    def _put_anew(self) -> None:
        if self._screen is not None:
            # It may have another size now.
            there = [screen for screen in self._watch.screens() if screen == self._screen]
            self._screen = there[0] if there else self._screen
            self._wall.hide()
            self._put()
            self._looked.start()

    def _look(self) -> None:
        if self._is_there():
            self._set_sure(sure=True)
            return
        self._tries += 1
        if self._tries < _TIMES:
            self._put_anew()
        else:
            self.take_away()
            self.astray.emit()

    def _is_there(self) -> bool:
        """Whether the compositor says that the wall is seen, on this screen, and fills it."""
        screen = self._screen
        if screen is None or not self._wall.isVisible() or not self._wall.windowHandle().isExposed():
            return False
        missing = self._wall.size() - screen.place.size()
        fits = max(abs(missing.width()), abs(missing.height())) <= _SLACK
        return fits and ScreenIdentity.of(self._wall.windowHandle().screen()) == screen.identity

    def _set_sure(self, *, sure: bool) -> None:
        if sure is not self._sure:
            self._sure = sure
            self.sure_changed.emit()
