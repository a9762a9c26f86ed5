"""Tells when the program has to be locked: left alone for so long, asleep meanwhile, or by its key."""

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
"""Milliseconds."""
_ASLEEP = 20
"""Seconds that went by between two looks while the computer was not awake: it slept."""

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
    """Watches every window of the program that gets the keyboard, while `unlocked` says so.

    It looks at the clock each second, and before anything is painted or a key is taken: what stood on the
    screen before the computer slept is never painted again, and the first key after it goes nowhere.
    """

    lock_wanted = Signal()

    def __init__(
        self,
        window: QWidget,
        *,
        unlocked: Callable[[], bool],
        after: Callable[[], int],
    ) -> None:
        """`after` gives the minutes."""
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
        """Somebody is there."""
        self._touched.begin()

    def look(self) -> bool:
        """Whether it is time; told at once by `lock_wanted`."""
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
                # It was meant for what stood there before.
                return True
            self.touched()
            if isinstance(event, QKeyEvent) and _is_lock_key(event) and self._unlocked():
                self.lock_wanted.emit()
                return True
        return False

    def _watch(self, window: QWindow | None) -> None:
        """Of a window that is watched already nothing changes."""
        if window is not None:
            window.installEventFilter(self)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        """The key of the menu does not reach past a dialog: each gets its own."""
        dialog = new.window() if new is not None else None
        if isinstance(dialog, QDialog) and dialog.findChild(QShortcut, LOCK_KEY) is None:
            key = QShortcut(QKeySequence(LOCK_KEY), dialog)
            key.setObjectName(LOCK_KEY)
            key.activated.connect(self.lock)

    def lock(self) -> None:
        """Lock now, where something is open."""
        if self._unlocked():
            self.lock_wanted.emit()


def _is_lock_key(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_L and event.modifiers() == Qt.KeyboardModifier.ControlModifier
