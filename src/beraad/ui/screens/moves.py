"""Moves of a window to a screen."""

from __future__ import annotations

from PySide6.QtCore import QMargins, Qt, QTimer
from PySide6.QtWidgets import QWidget

from beraad.ui.screens.identity import Screen
from beraad.ui.screens.watch import ScreenWatch

_TOLD_AFTER = 500
"""Milliseconds in which a compositor tells a window that it no longer fills a screen."""
_FILLING = Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen


def put_on(window: QWidget, screen: Screen, watch: ScreenWatch) -> None:
    """Move a window to a screen: at its size, as far as it fits, and maximized if it was.

    On Wayland no program can set the place of a window, only which screen it fills.
    """
    if not watch.knows_windows:
        _fill_from_another(window, screen, watch)
        return
    state = window.windowState()
    if state & _FILLING:
        window.setWindowState(Qt.WindowState.WindowNoState)
    around = window.frameGeometry().size() - window.size()
    room = screen.place.marginsRemoved(QMargins(0, 0, around.width(), around.height()))
    window.resize(window.size().boundedTo(room.size()))
    window.move(screen.place.topLeft())
    if state & _FILLING:
        window.setWindowState(state)


def _fill_from_another(window: QWidget, screen: Screen, watch: ScreenWatch) -> None:
    """Let a window fill a screen on Wayland, also one that fills another.

    Qt requests nothing that it believes to be so already: first the window has to be told that it fills no
    screen.
    """
    if not window.isFullScreen():
        fill(window, screen, watch)
        return
    if (found := watch.of_qt(screen)) is not None:
        window.setScreen(found)
        window.setWindowState(Qt.WindowState.WindowNoState)
        QTimer.singleShot(_TOLD_AFTER, window, lambda: fill(window, screen, watch))


def fill(window: QWidget, screen: Screen, watch: ScreenWatch) -> None:
    """Show a window full screen on this screen; a hidden window is requested there anew."""
    if (found := watch.of_qt(screen)) is not None:
        window.setScreen(found)
        window.setGeometry(screen.place)
        # Not showFullScreen(): it also asks for the keyboard, even for a window that accepts no focus.
        window.setWindowState(Qt.WindowState.WindowFullScreen)
        window.show()
