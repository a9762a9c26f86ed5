"""Covers what only the facilitator may see when screens come, go, change place or begin to show the same.

Closing the lid of a laptop makes the desktop and Qt move windows to the projector, as they are. A window is
told of a screen that goes before Qt moves it: in that moment the cover is painted. Until it is lifted no key
reaches what lies under it, and no menu or dialog opens over it uncovered.
"""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QScreen
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import isValid
from typing_extensions import override

from beraad.ui.screen_cover import Change, Cover
from beraad.ui.screen_watch import ScreenWatch

_KEYS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.InputMethod)
_PASSING = (Qt.WindowType.Popup, Qt.WindowType.ToolTip)
"""Windows that come and go over another: menus, lists to choose from, hints."""

_TWICE_WITHIN = 0.8
"""Seconds between two escapes that belong together."""


class ScreenGuard(QObject):
    """Watches the screens for one window and the dialogs over it.

    The keys for the wall work on the cover as well, and only towards what is safe: the wall becomes
    calm, stands still, or goes.
    """

    calm_wanted = Signal()
    freeze_wanted = Signal()
    leave_wanted = Signal()

    def __init__(self, window: QWidget, watch: ScreenWatch) -> None:
        super().__init__(window)
        self._window, self._watch = window, watch
        self._home = window.screen()
        self._covers: list[Cover] = []
        self._change = Change.SHIFTED
        self._had_focus: QWidget | None = None
        self._escaped_at = -_TWICE_WITHIN
        watch.removed.connect(self._on_screen_removed)
        watch.added.connect(self.look)
        watch.changed.connect(self.look)
        watch.plugged_in.connect(lambda: self.cover(Change.PLUGGED_IN))
        window.installEventFilter(self)

    @property
    def covered(self) -> bool:
        """Whether the cover lies over the window now."""
        return bool(self._covers)

    @property
    def change(self) -> Change:
        """What was told last of the screens."""
        return self._change

    def cover(self, change: Change) -> None:
        """Cover the window and its dialogs at once, close what is open over them, and say what happened."""
        self._change = change
        if not self._covers:
            self._had_focus = QApplication.focusWidget()
            if (app := QApplication.instance()) is not None:
                app.installEventFilter(self)
        dialogs = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, QDialog)]
        for window in (self._window, *dialogs):
            self._cover_window(window)
        for cover in self._covers:
            cover.tell(change)
        _close_what_passes()

    def cover_first(self) -> None:
        """Cover before a screen is plugged in: afterwards it may be too late for the first moment."""
        self.cover(Change.ASKED)

    def cover_what_was_under_the_wall(self) -> None:
        """Cover before the wall goes from over this window. What is covered already keeps its words."""
        if not self._covers:
            self.cover(Change.BARED)

    def look(self) -> None:
        """Cover the window if another screen shows the same place, or if it is no longer where it was."""
        change = self._what_changed()
        if change is not None:
            self.cover(change)
        elif self._covers and self._change is Change.MIRRORED:
            self.cover(Change.SHIFTED)

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        kind = event.type()
        if not self._covers:
            if watched is self._window and kind in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show):
                self._home = self._watch.under(self._window)
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
        others = [self._watch.place(screen) for screen in screens if screen is not own]
        others += self._watch.newest(own)
        if any(other.intersects(self._watch.place(own)) for other in others):
            return Change.MIRRORED
        if own is not self._home:
            return Change.SHIFTED
        place = self._window.geometry()
        if self._watch.knows_windows and any(other.intersects(place) for other in others):
            return Change.SHIFTED
        return None

    def _under(self) -> set[QWidget]:
        self._covers = [cover for cover in self._covers if isValid(cover)]
        return {window for cover in self._covers if (window := cover.parentWidget()) is not None}

    def _cover_window(self, window: QWidget) -> None:
        if window.isVisible() and window not in self._under():
            cover = Cover(window, self._change)
            cover.lifted.connect(self._on_lifted)
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
            self.leave_wanted.emit()
        for cover in self._covers:
            if cover.parentWidget() is window:
                cover.take_key(event)
                break

    def _on_window_shown(self, window: QWidget) -> None:
        """Something opened by itself while the cover lies there."""
        if isinstance(window, QDialog):
            self._cover_window(window)
        elif window.windowType() in _PASSING:
            QTimer.singleShot(0, _close_what_passes)

    def _on_screen_removed(self, screen: QScreen) -> None:
        if screen is self._home or screen is self._window.screen():
            self.cover(Change.OWN_SCREEN_GONE)
        else:
            self.look()

    def _on_lifted(self) -> None:
        covers, self._covers = self._covers, []
        if (app := QApplication.instance()) is not None:
            app.removeEventFilter(self)
        self._home = self._watch.under(self._window)
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
