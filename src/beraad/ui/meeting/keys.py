"""Keys of the console: shortcuts, double Escape, and which undo a field keeps for itself."""

from __future__ import annotations

import time
from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid
from typing_extensions import override


class MeetingKey(StrEnum):
    """Keys of a meeting, wherever the focus is.

    A sentence typed beside a field by mistake must place nothing and show the room nothing. So a single
    letter may only open something, go somewhere or make the wall calm; everything else takes Ctrl.
    """

    CALM = "B"
    SHOW_AGAIN = "Ctrl+B"
    FREEZE = "F8"
    WALL = "F11"
    SWAP = "Shift+F11"
    FORWARD = "Ctrl+G"
    NEXT_PAGE = "Ctrl+PgDown"
    PAGE_BEFORE = "Ctrl+PgUp"
    RELEASE = "Ctrl+Shift+R"
    WAITING = "Ctrl+R"
    DANGER = "Ctrl+1"
    SAFETY = "Ctrl+2"
    NEXT_STEPS = "Ctrl+3"
    AGREEMENT = "Ctrl+Shift+A"
    GOAL = "Ctrl+Shift+D"
    REMOVE = "Ctrl+Del"
    LAST_PLAN = "V"
    READ_ALOUD = "Ctrl+Shift+L"
    TURN = "Ctrl+T"
    PAUSE = "Ctrl+Shift+P"
    REDO = "Ctrl+Shift+Z"
    SPELLING = "F7"
    SHEET = "?"

    def asked_by(self, event: QKeyEvent) -> bool:
        """Return True if this key was pressed."""
        return QKeySequence(event.keyCombination()) == QKeySequence(self.value)

    @property
    def words(self) -> str:
        """Name of the key as one reads it, e.g. Ctrl+Delete; a single letter is in lower case."""
        if len(self.value) == 1:
            return self.value.lower()
        return self.value.replace("PgDown", "PageDown").replace("PgUp", "PageUp").replace("Del", "Delete")

    def after(self, words: str) -> str:
        """Return `words` with the key behind them, for tooltips and screen readers."""
        return f"{words} ({self.words})"


OF_STEPS = (
    MeetingKey.DANGER,
    MeetingKey.SAFETY,
    MeetingKey.NEXT_STEPS,
    MeetingKey.AGREEMENT,
    MeetingKey.GOAL,
    MeetingKey.LAST_PLAN,
    MeetingKey.READ_ALOUD,
)
"""Keys that the page of a step carries out (`StepPage.keys`)."""

TWICE_WITHIN = 0.8
"""Longest time in seconds between two Escapes that belong together."""


ShortcutTable = tuple[tuple[tuple[str | QKeySequence.StandardKey, ...], Callable[[], object]], ...]
"""Rows of keys and the function they call."""


def add_shortcuts(page: QWidget, table: ShortcutTable, *, unless: Callable[[], bool]) -> None:
    """Let keys call functions wherever the focus is in `page`, while `unless` returns False."""
    for keys, wish in table:
        for key in keys:
            shortcut = QShortcut(QKeySequence(key), page)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda wish=wish: None if unless() else wish())


class KeyWatch(QObject):
    """Event filter on whichever widget of `page` has the focus.

    - Escape twice is told as `escaped_twice`, even where the first closed something.
    - Undo and redo are left to a field only where it is a draft that is not kept yet; elsewhere a text field
      would take them for itself, and what was typed is already kept.
    """

    escaped_twice = Signal()

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._watched: QWidget | None = None
        self._escaped_at = -TWICE_WITHIN
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo) or event.matches(
                QKeySequence.StandardKey.Redo
            )
            if undo and not watched.property("draft"):
                event.ignore()
                return True
        elif (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            self._on_escape()
        return False

    def _on_escape(self) -> None:
        now = time.monotonic()
        if now - self._escaped_at < TWICE_WITHIN:
            self.escaped_twice.emit()
        self._escaped_at = now

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = None
        if new is not None and (new is self._page or self._page.isAncestorOf(new)):
            self._watched = new
            new.installEventFilter(self)
