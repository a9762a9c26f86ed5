"""Placement of the wall on a screen, with checks that it fills it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from typing_extensions import override

from beraad.ui.projector.wall_window import WallWindow
from beraad.ui.screens.identity import Screen, ScreenIdentity
from beraad.ui.screens.moves import fill
from beraad.ui.screens.watch import ScreenWatch

SETTLES_AFTER = 500
"""Milliseconds after the last change of the screens until a compositor has come to rest."""
_CHECKS = 4
"""Number of checks for the wall, `SETTLES_AFTER` apart, before it is put there again."""
_TIMES = 3
"""Number of attempts to put the wall there before it is taken away."""
_SLACK = 2
"""Difference in pixels that a fractional scale may cause."""
_ELSEWHERE = (QEvent.Type.Resize, QEvent.Type.ScreenChangeInternal)
"""Events that a compositor causes when it puts a window somewhere else."""


class WallStand(QObject):
    """The wall on its screen.

    Where the program knows where windows are (X, Windows, macOS), a wall stands where it was put. On Wayland
    a place is only a request. The wall is put there again when the screens have come to rest, and counts as
    standing only when the compositor says so.
    """

    sure_changed = Signal()
    came_to_rest = Signal()
    """The screens changed, and then stayed the same for a while."""
    astray = Signal()
    """The compositor does not put the wall on its screen; the wall was hidden."""

    def __init__(self, wall: WallWindow, watch: ScreenWatch, parent: QObject) -> None:
        super().__init__(parent)
        self._wall, self._watch = wall, watch
        self._screen: Screen | None = None
        self._sure, self._tries, self._checks = True, 0, 0
        self._settled = QTimer(self, interval=SETTLES_AFTER, singleShot=True)
        self._settled.setObjectName("settled")
        self._settled.timeout.connect(self._on_rest)
        self._looked = QTimer(self, interval=SETTLES_AFTER, singleShot=True)
        self._looked.setObjectName("looked")
        self._looked.timeout.connect(self._look)
        wall.installEventFilter(self)

    @property
    def screen(self) -> Screen | None:
        """Screen that the wall was put on."""
        return self._screen

    @property
    def is_sure(self) -> bool:
        """True if the wall is known to be where it was put."""
        return self._sure

    def fills(self, screen: Screen) -> bool:
        """Return True if the wall already has this size, and this place where places are known."""
        if not self._watch.knows_windows:
            return self._wall.size() == screen.place.size()
        return self._wall.geometry() == screen.place

    def put_on(self, screen: Screen, *, takes_keys: bool) -> None:
        """Fill this screen. The keyboard stays where it is unless the wall `takes_keys`."""
        self._tries = 0
        self._put(screen, takes_keys=takes_keys, anew=self._screen != screen)

    def take_away(self) -> None:
        """Hide the wall."""
        self._looked.stop()
        self._wall.hide()
        self._screen = None
        self._set_sure(sure=True)

    def wait_for_rest(self) -> None:
        """Check again when the changed screens come to rest; until then an open wall is not sure."""
        self._looked.stop()
        self._set_sure(sure=self._screen is None)
        self._settled.start()

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() in _ELSEWHERE and self._sure and self._screen is not None:
            self._doubt()
        return False

    def _put(self, screen: Screen, *, takes_keys: bool, anew: bool) -> None:
        knows = self._watch.knows_windows
        if anew or not knows or self._wall.takes_keys is not takes_keys:
            # Some window systems do not move a window that fills a screen: hide it and show it again.
            self._wall.hide()
        self._screen = screen
        self._wall.set_takes_keys(takes_keys)
        if not knows:
            if (handle := self._wall.windowHandle()) is not None:
                # Otherwise Qt goes on painting at the scale of the old screen.
                handle.destroy()
            self._set_sure(sure=False)
            self._checks = 0
            self._looked.start()
        fill(self._wall, screen, self._watch)
        self._wall.raise_()

    def _put_anew(self) -> None:
        """Put the wall there again, as its screen may have another size; take it away after `_TIMES`."""
        self._tries += 1
        for screen in self._watch.screens():
            if screen == self._screen and self._tries <= _TIMES:
                self._put(screen, takes_keys=self._wall.takes_keys, anew=True)
                return
        self.take_away()
        self.astray.emit()

    def _doubt(self) -> None:
        """Check the wall again after a compositor moved it."""
        if not self._watch.knows_windows and not self.is_there():
            self._set_sure(sure=False)
            self._checks = _CHECKS
            self._looked.start()

    def _on_rest(self) -> None:
        self._tries = 0
        self.came_to_rest.emit()
        if self._screen is not None and not self._looked.isActive():
            self._put_anew()

    def _look(self) -> None:
        self._checks += 1
        if self.is_there():
            self._set_sure(sure=True)
        elif self._checks < _CHECKS:
            self._looked.start()
        else:
            self._put_anew()

    def is_there(self) -> bool:
        """Return True if the compositor says that the wall is visible, on this screen, and fills it."""
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
