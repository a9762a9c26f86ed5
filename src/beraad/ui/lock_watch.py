"""Detection of when the program must lock: unused for a while, after sleep, or by its key."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QWindow
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from typing_extensions import override

from beraad.clock import Elapsed

LOCK_KEY = "Ctrl+L"
_MINUTE = 60
_LOOK_EVERY = 1_000
"""Milliseconds between two looks at the clock."""
_ASLEEP = 20
"""Seconds between two looks in which the computer was not awake, above which it slept."""

_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.InputMethod,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
        QEvent.Type.TabletMove,
    }
)
_PAINTS = frozenset({QEvent.Type.Expose, QEvent.Type.Paint, QEvent.Type.UpdateRequest})


class LockWatch(QObject):
    """Watcher of every window that gets the keyboard, while `unlocked` returns True.

    It looks at the clock each second, and before anything is painted or a key is handled. What was on the
    screen before sleep is never painted again, and the first key after sleep is discarded.
    """

    lock_wanted = Signal()

    def __init__(
        self,
        window: QWidget,
        *,
        unlocked: Callable[[], bool],
        after: Callable[[], int],
    ) -> None:
        """`after` returns the minutes without use until the lock."""
        super().__init__(window)
        self._window, self._unlocked, self._after = window, unlocked, after
        self._touched, self._looked = Elapsed(), Elapsed()
        self._timer = QTimer(self, interval=_LOOK_EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        window.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusWindowChanged.connect(self._watch)
            app.focusChanged.connect(self._on_focus_changed)

    def touched(self) -> None:
        """Restart the time without use."""
        self._touched.begin()

    def look(self) -> bool:
        """Return True if it is time to lock, after emitting `lock_wanted`."""
        asleep, alone = self._looked.asleep > _ASLEEP, self._touched.seconds
        self._looked.begin()
        if not self._unlocked():
            self.touched()
            return False
        if asleep or alone >= self._after() * _MINUTE:
            self.lock_wanted.emit()
            return True
        return False

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        kind = event.type()
        if kind in _PAINTS:
            self.look()
        elif watched is self._window:
            if kind == QEvent.Type.Show:
                self._watch(self._window.windowHandle())
        elif kind in _TOUCHES:
            if self.look():
                # The event was meant for what was shown before the lock.
                return True
            self.touched()
            if isinstance(event, QKeyEvent) and _is_lock_key(event) and self._unlocked():
                self.lock_wanted.emit()
                return True
        return False

    def _watch(self, window: QWindow | None) -> None:
        """Watch a window; a window that is watched already stays as it is."""
        if window is not None:
            window.installEventFilter(self)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Add the key to a dialog: the key of the menu does not work in one."""
        dialog = new.window() if new is not None else None
        if isinstance(dialog, QDialog) and dialog.findChild(QShortcut, LOCK_KEY) is None:
            key = QShortcut(QKeySequence(LOCK_KEY), dialog)
            key.setObjectName(LOCK_KEY)
            key.activated.connect(self.lock)

    def lock(self) -> None:
        """Ask to lock now, if the program is unlocked."""
        if self._unlocked():
            self.lock_wanted.emit()


def _is_lock_key(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_L and event.modifiers() == Qt.KeyboardModifier.ControlModifier
