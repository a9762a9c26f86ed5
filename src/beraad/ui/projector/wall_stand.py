"""Lets the wall fill a screen, and looks whether it does."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from typing_extensions import override

from beraad.ui.projector.wall_window import WallWindow
from beraad.ui.screen_identity import Screen, ScreenIdentity
from beraad.ui.screen_moves import fill
from beraad.ui.screen_watch import ScreenWatch

SETTLES_AFTER = 500
"""Milliseconds after the last change of the screens until a compositor has come to rest."""
_LOOKS = 4
"""So often the wall is looked for, `SETTLES_AFTER` each time, until it is put there again."""
_TIMES = 3
"""So often it is put there, until it is taken away."""
_SLACK = 2
"""Pixels that a fractional scale may take."""
_ELSEWHERE = (QEvent.Type.Resize, QEvent.Type.ScreenChangeInternal)
"""What a compositor tells of a window that it put somewhere else."""


class WallStand(QObject):
    """The wall on its screen.

    Where the program knows where windows are (X, Windows, macOS), a wall stands where it was put. On Wayland
    a place is only what was asked for: the wall is put there anew when the screens have come to rest, and it
    counts as standing only when the compositor says so.
    """

    sure_changed = Signal()
    came_to_rest = Signal()
    """The screens changed, and did not for a while."""
    astray = Signal()
    """The compositor does not put the wall on its screen. It was hidden."""

    def __init__(self, wall: WallWindow, watch: ScreenWatch, parent: QObject) -> None:
        super().__init__(parent)
        self._wall, self._watch = wall, watch
        self._screen: Screen | None = None
        self._sure, self._tries, self._looks = True, 0, 0
        self._settled = QTimer(self, interval=SETTLES_AFTER, singleShot=True)
        self._settled.timeout.connect(self._on_rest)
        self._looked = QTimer(self, interval=SETTLES_AFTER, singleShot=True)
        self._looked.timeout.connect(self._look)
        wall.installEventFilter(self)

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
        self._tries = 0
        self._put(screen, takes_keys=takes_keys, anew=self._screen != screen)

    def take_away(self) -> None:
        """Hide the wall."""
        self._looked.stop()
        self._wall.hide()
        self._screen = None
        self._set_sure(sure=True)

    def wait_for_rest(self) -> None:
        """The screens changed: where places are only asked for, nothing is sure until they come to rest."""
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
            # Not every window system moves a window that fills a screen to another: it is shown there anew.
            self._wall.hide()
        self._screen = screen
        self._wall.set_takes_keys(takes_keys)
        if not knows:
            if (handle := self._wall.windowHandle()) is not None:
                # Qt goes on painting for the scale that the screen had, else.
                handle.destroy()
            self._set_sure(sure=False)
            self._looks = 0
            self._looked.start()
        fill(self._wall, screen, self._watch)
        self._wall.raise_()

    def _put_anew(self) -> None:
        """Put the wall there once more: its screen may have another size now."""
        self._tries += 1
        for screen in self._watch.screens():
            if screen == self._screen and self._tries <= _TIMES:
                self._put(screen, takes_keys=self._wall.takes_keys, anew=True)
                return
        self.take_away()
        self.astray.emit()

    def _doubt(self) -> None:
        """A compositor moved the wall after it was seen to stand."""
        if not self._watch.knows_windows and not self._is_there():
            self._set_sure(sure=False)
            self._looks = _LOOKS
            self._looked.start()

    def _on_rest(self) -> None:
        self._tries = 0
        self.came_to_rest.emit()
        if self._screen is not None and not self._looked.isActive():
            self._put_anew()

    def _look(self) -> None:
        self._looks += 1
        if self._is_there():
            self._set_sure(sure=True)
        elif self._looks < _LOOKS:
            self._looked.start()
        else:
            self._put_anew()

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
