"""Guard against a space that presses a button while the user types a sentence outside a field."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid
from typing_extensions import override

from beraad.ui.when_released import is_pressed

IS_SEARCHED = "is_searched_by_letters"
"""Property of a list that searches by typed letters: there a space is a letter."""

_NAME = "sentence_guard"
_CHORDS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
_KEYS = Qt.Key
_OTHER = (
    _KEYS.Key_Shift,
    _KEYS.Key_Control,
    _KEYS.Key_Alt,
    _KEYS.Key_AltGr,
    _KEYS.Key_Meta,
    _KEYS.Key_CapsLock,
)
"""Keys that only modify another key."""


class SentenceGuard(QObject):
    """Event filter that watches the keys of the focused widget.

    A user who looks at the table and not at the screen types on, also where no field has the focus. A space
    would press the focused button: give the turn, choose an owner. A space alone presses as usual; after a
    letter or a digit it does nothing, until another key or the mouse is used.
    """

    @classmethod
    def begin(cls) -> None:
        """Guard this application, once."""
        app = QApplication.instance()
        if isinstance(app, QApplication) and app.findChild(cls, _NAME) is None:
            cls(app)

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.setObjectName(_NAME)
        self._watched: QWidget | None = None
        self._sentence_in: QWidget | None = None
        """Window in which a letter was last typed, on no field."""
        app.focusChanged.connect(self._on_focus_changed)
        self._on_focus_changed(None, app.focusWidget())

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress:
            self._sentence_in = None
        elif kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) and isinstance(event, QKeyEvent):
            return self._takes(watched, event)
        return False

    def _takes(self, watched: QObject, event: QKeyEvent) -> bool:
        if not isinstance(watched, QWidget) or event.key() in _OTHER:
            return False
        plain = not event.modifiers() & _CHORDS and not _is_field(watched)
        if plain and event.key() == Qt.Key.Key_Space:
            return event.type() == QEvent.Type.KeyPress and self._sentence_in is watched.window()
        # At this event it is not known yet whether the letter is a shortcut of the window.
        letter = plain and event.text().isprintable() and event.text().strip()
        self._sentence_in = watched.window() if letter else None
        return False

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = new
        if new is not None:
            new.installEventFilter(self)
        if is_pressed():
            self._sentence_in = None


def _is_field(widget: QWidget) -> bool:
    """Return True if the user can type in it."""
    if widget.property(IS_SEARCHED):
        return True
    if isinstance(widget, QComboBox):
        return widget.isEditable()
    return isinstance(widget, QLineEdit | QTextEdit | QPlainTextEdit | QAbstractSpinBox)
