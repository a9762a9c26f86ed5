"""Forwarding of keys from the wall to the console."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut, QWindow
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid
from typing_extensions import override

_KEYS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride)
_SETTLES_AFTER = 100
"""Milliseconds in which a window manager gives the keyboard to a new window."""
_TIMES = 10


class KeysToConsole(QObject):
    """Event filter that sends keys to the console while a window manager gives the wall the keyboard.

    Many window managers do so when a window appears or is touched, whatever that window asks for. Each key is
    sent on at once, with its shortcuts. The console is activated again when the window manager has come to
    rest.
    """

    def __init__(self, wall: QWidget, console: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self.hands_on = False
        """True while keys are sent on. False while the wall covers the console and uses keys itself."""
        self._wall, self._console = wall, console
        self._tries = 0
        self._settled = QTimer(self, interval=_SETTLES_AFTER, singleShot=True)
        self._settled.timeout.connect(self._activate_console)
        wall.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusWindowChanged.connect(self._on_keyboard_moved)

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        kind = event.type()
        if watched is self._wall and kind == QEvent.Type.Show:
            # Filter before the window itself: it gets no keys while a dialog is open.
            self._wall.windowHandle().installEventFilter(self)
        if not self.hands_on:
            return False
        if kind in _KEYS and isinstance(event, QKeyEvent):
            self._hand_on(event)
            return True
        return False

    def _target(self) -> QWidget:
        return QApplication.activePopupWidget() or QApplication.activeModalWidget() or self._console.window()

    def _hand_on(self, event: QKeyEvent) -> None:
        window = self._target()
        focused: QWidget | None = window.focusWidget()
        widget = window if focused is None else focused
        if event.type() == QEvent.Type.KeyRelease:
            QApplication.sendEvent(widget, _copy(event, event.type()))
            return
        wanted = _copy(event, QEvent.Type.ShortcutOverride)
        wanted.ignore()
        QApplication.sendEvent(widget, wanted)
        if event.type() == QEvent.Type.ShortcutOverride:
            # Qt may take the console for the active window, and look for its shortcuts itself.
            event.setAccepted(wanted.isAccepted())
        elif wanted.isAccepted() or not _do_shortcut(window, widget, event):
            QApplication.sendEvent(widget, _copy(event, event.type()))

    def _has_keyboard(self) -> bool:
        # Ask for the native window: Qt never calls a widget active that accepts no focus.
        handle: QWindow | None = QApplication.focusWindow()
        return handle is not None and isValid(self._wall) and handle == self._wall.windowHandle()

    def _on_keyboard_moved(self) -> None:
        if self.hands_on and self._has_keyboard():
            self._tries = _TIMES
            self._settled.start()

    def _activate_console(self) -> None:
        if self.hands_on and self._has_keyboard() and self._tries:
            self._tries -= 1
            self._target().activateWindow()
            self._settled.start()


def _copy(event: QKeyEvent, kind: QEvent.Type) -> QKeyEvent:
    return QKeyEvent(kind, event.key(), event.modifiers(), event.text(), event.isAutoRepeat(), event.count())


def _do_shortcut(window: QWidget, widget: QWidget, event: QKeyEvent) -> bool:
    """Run the shortcut of this key in `window` while `widget` has the focus; False if there is none."""
    sequences = _sequences(event)
    for shortcut in window.findChildren(QShortcut):
        if shortcut.isEnabled() and _reaches(shortcut, widget) and _has_one(shortcut.keys(), sequences):
            shortcut.activated.emit()
            return True
    for action in window.findChildren(QAction):
        if action.isEnabled() and action.isVisible() and _has_one(action.shortcuts(), sequences):
            action.trigger()
            return True
    return False


def _sequences(event: QKeyEvent) -> list[QKeySequence]:
    """Return the sequences by which shortcuts may name this key: a sign typed with Shift also without it."""
    key, modifiers = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    bare = modifiers & ~Qt.KeyboardModifier.ShiftModifier
    ways = [modifiers, bare] if event.text() and not event.text().isalpha() else [modifiers]
    return [QKeySequence(QKeyCombination(way, key)) for way in ways]


def _has_one(keys: list[QKeySequence], sequences: list[QKeySequence]) -> bool:
    return any(key == sequence for key in keys for sequence in sequences)


def _reaches(shortcut: QShortcut, widget: QWidget) -> bool:
    owner = shortcut.parent()
    if not isinstance(owner, QWidget) or not (owner.isVisible() and owner.isEnabled()):
        return False
    if shortcut.context() == Qt.ShortcutContext.WidgetShortcut:
        return owner is widget
    if shortcut.context() == Qt.ShortcutContext.WidgetWithChildrenShortcut:
        return owner is widget or owner.isAncestorOf(widget)
    return True
