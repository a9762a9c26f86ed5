"""Cover of what only the facilitator may see when screens come, go, move or start to mirror.

When the lid of a laptop is closed, the desktop and Qt move windows to the projector as they are. A signal
tells that the screen goes before Qt moves the window: at that moment the cover is painted. Until it is lifted
no key reaches the widgets below it, and a menu or dialog that opens over it is closed or covered.
"""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import isValid
from typing_extensions import override

from beraad.ui.screens.cover import Change, Cover
from beraad.ui.screens.identity import Screen
from beraad.ui.screens.room_screen import RoomScreen
from beraad.ui.screens.watch import ScreenWatch, place_of

_KEYS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.InputMethod)
_PASSING = (Qt.WindowType.Popup, Qt.WindowType.ToolTip)
"""Windows that come and go over another: menus, lists to choose from, hints."""

_PLACED = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.ScreenChangeInternal)
"""Events after which a window may be somewhere else."""

_TWICE_WITHIN = 0.8
"""Seconds between two escapes that belong together."""


class ScreenGuard(QObject):
    """Watcher of the screens for one window and the dialogs over it.

    The keys for the wall also work on the cover, and only for what is safe: the wall becomes calm, freezes,
    or leaves.
    """

    calm_wanted = Signal()
    freeze_wanted = Signal()
    leave_wanted = Signal()
    swap_wanted = Signal()
    """This window belongs on the other screen, and the room's picture on this one."""

    def __init__(self, window: QWidget, watch: ScreenWatch, room: RoomScreen) -> None:
        super().__init__(window)
        self._window, self._watch, self._room = window, watch, room
        self._home = watch.under(window)
        self._in_the_room = False
        """True if this window was on the room's screen at the last look."""
        self._places = self._asked_places()
        self._covers: list[Cover] = []
        self._change = Change.SHIFTED
        self._had_focus: QWidget | None = None
        self._escaped_at = -_TWICE_WITHIN
        watch.removed.connect(self._on_screen_removed)
        watch.added.connect(self._on_changed)
        watch.changed.connect(self._on_changed)
        watch.plugged_in.connect(lambda: self.cover(Change.PLUGGED_IN))
        window.installEventFilter(self)

    @property
    def covered(self) -> bool:
        """True while the cover is over the window."""
        return bool(self._covers)

    @property
    def change(self) -> Change:
        """Last event that was reported."""
        return self._change

    def cover(self, change: Change) -> None:
        """Cover the window and its dialogs at once, close what is open over them, and show the reason."""
        self._change = change
        if not self._covers:
            self._had_focus = QApplication.focusWidget()
            if (app := QApplication.instance()) is not None:
                app.installEventFilter(self)
        dialogs = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, QDialog)]
        for window in (self._window, *dialogs):
            self._cover_window(window)
        for cover in self._covers:
            cover.tell(change, can_swap=len(self._watch.screens()) > 1)
        _close_what_passes()

    def cover_first(self) -> None:
        """Cover before a screen is plugged in: afterwards it may be too late for the first moment."""
        self.cover(Change.ASKED)

    def cover_what_was_under_the_wall(self) -> None:
        """Cover before the wall leaves this window's screen. An existing cover keeps its words."""
        if not self._covers:
            self.cover(Change.BARED)

    def cover_for_swap(self) -> None:
        """Cover before this window and the wall go to each other's screen."""
        self.cover(Change.SWAPPED)

    def look(self) -> None:
        """Cover the window if another screen shows the same place, or if it is no longer where it was."""
        self._look_for_the_room()
        change = self._what_changed()
        if change is not None:
            self.cover(change)
        elif self._covers and self._change is Change.MIRRORED:
            self.cover(Change.SHIFTED)

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        kind = event.type()
        if watched is self._window and kind in _PLACED:
            self._look_for_the_room()
            if not self._covers:
                self._home = self._watch.under(self._window)
        if not self._covers:
            return False
        if kind == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if not isinstance(watched, QWidget):
            return False
        if kind == QEvent.Type.Show and watched.isWindow():
            self._on_window_shown(watched)
        elif kind in _KEYS and watched.window() in self._under():
            if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                self._take_key(watched.window(), event)
            return True
        return False

    def _what_changed(self) -> Change | None:
        screens = self._watch.screens()
        own = self._watch.under(self._window)
        if own not in screens:
            return Change.OWN_SCREEN_GONE
        others = [screen.place for screen in screens if screen != own]
        others += self._watch.newest(own)
        if any(other.intersects(own.place) for other in others):
            return Change.MIRRORED
        if own != self._home:
            return Change.SHIFTED
        place = place_of(self._window)
        if self._watch.knows_windows and any(other.intersects(place) for other in others):
            return Change.SHIFTED
        return None

    def _asked_places(self) -> dict[Screen, tuple[QRect, float]]:
        """Return where the screens are, if windows have only a requested place; else nothing."""
        if self._watch.knows_windows:
            return {}
        return {screen: (screen.place, screen.ratio) for screen in self._watch.screens()}

    def _look_for_the_room(self) -> None:
        """Cover the window when it comes on the room's screen, whoever moved it there."""
        was, self._in_the_room = self._in_the_room, self._window.isVisible() and self._is_in_the_room()
        if self._in_the_room and not was and not self._covers:
            self.cover(Change.IN_THE_ROOM)

    def _is_in_the_room(self) -> bool:
        own = self._watch.under(self._window)
        room = self._room.among_all(own)
        if room is None or room == own:
            return room is not None
        return self._watch.knows_windows and room.place.intersects(place_of(self._window))

    def _under(self) -> set[QWidget]:
        self._covers = [cover for cover in self._covers if isValid(cover)]
        return {window for cover in self._covers if (window := cover.parentWidget()) is not None}

    def _cover_window(self, window: QWidget) -> None:
        if window.isVisible() and window not in self._under():
            cover = Cover(window, self._change)
            cover.lifted.connect(self._on_lifted)
            cover.swap_wanted.connect(self.swap_wanted)
            self._covers.append(cover)

    def _take_key(self, window: QWidget, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            now = time.monotonic()
            if now - self._escaped_at < _TWICE_WITHIN:
                self.calm_wanted.emit()
            self._escaped_at = now
        elif key == Qt.Key.Key_B:
            self.calm_wanted.emit()
        elif key == Qt.Key.Key_F8:
            self.freeze_wanted.emit()
        elif key == Qt.Key.Key_F11:
            shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            (self.swap_wanted if shifted else self.leave_wanted).emit()
        for cover in self._covers:
            if cover.parentWidget() is window:
                cover.take_key(event)
                break

    def _on_window_shown(self, window: QWidget) -> None:
        """Cover a dialog, or close a menu or hint, that opened while the cover is shown."""
        if isinstance(window, QDialog):
            self._cover_window(window)
        elif window.windowType() in _PASSING:
            QTimer.singleShot(0, _close_what_passes)

    def _on_screen_removed(self, screen: Screen) -> None:
        if screen in (self._home, self._watch.under(self._window)):
            self.cover(Change.OWN_SCREEN_GONE)
            self._look_for_the_room()
        else:
            self._on_changed()

    def _on_changed(self) -> None:
        """Check after a screen came, went, moved or changed its size."""
        before, self._places = self._places, self._asked_places()
        self.look()
        if before != self._places and len({*before, *self._places}) > 1 and not self._covers:
            # A window may be anywhere now, also across two screens, and no signal tells.
            self.cover(Change.SHIFTED)

    def _on_lifted(self) -> None:
        own = self._watch.under(self._window)
        if self._change is Change.IN_THE_ROOM and self._room.among_all(own) == own:
            self._room.forget_for_today()
        covers, self._covers = self._covers, []
        if (app := QApplication.instance()) is not None:
            app.removeEventFilter(self)
        self._home, self._in_the_room = own, self._is_in_the_room()
        for cover in covers:
            if isValid(cover):
                cover.hide()
                cover.deleteLater()
        if self._had_focus is not None and isValid(self._had_focus) and self._had_focus.isVisible():
            self._had_focus.setFocus()
        self._had_focus = None


def _close_what_passes() -> None:
    while (popup := QApplication.activePopupWidget()) is not None:
        if not popup.close():
            popup.hide()
            break
    for window in QApplication.topLevelWidgets():
        if window.isVisible() and window.windowType() in _PASSING:
            window.hide()
