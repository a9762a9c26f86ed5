"""Fields for a choice, a number, a day and a time, whose value changes by a click or a key alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QDateEdit, QSpinBox, QTimeEdit
from typing_extensions import override

_OPEN = (Qt.Key.Key_Up, Qt.Key.Key_Down)
_CHOOSE = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End)
_HELD = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class ChoiceBox(QComboBox):
    """A list to choose one from, which has to be opened for that: with a click, space or an arrow.

    Closed, it leaves the wheel to the page, and no letter chooses the first that begins with it.
    """

    @override
    def wheelEvent(self, event: QWheelEvent, /) -> None:
        event.ignore()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        held = event.modifiers() & _HELD
        chooses = event.key() in _CHOOSE or bool(event.text().strip())
        if event.key() in _OPEN and not held:
            self.showPopup()
        elif chooses and not held and not self.isEditable():
            event.ignore()
        else:
            super().keyPressEvent(event)


class NumberBox(QSpinBox):
    """A whole number, told when it is whole: by Enter, an arrow, or going on. The wheel is the page's."""

    def __init__(self) -> None:
        super().__init__()
        self.setKeyboardTracking(False)

    @override
    def wheelEvent(self, event: QWheelEvent, /) -> None:
        event.ignore()


class DayBox(QDateEdit):
    """A day, told when it is whole: by Enter, an arrow, or going on. The wheel is the page's."""

    def __init__(self) -> None:
        super().__init__()
        self.setKeyboardTracking(False)

    @override
    def wheelEvent(self, event: QWheelEvent, /) -> None:
        event.ignore()


class TimeBox(QTimeEdit):
    """A time of day, told when it is whole: by Enter, an arrow, or going on. The wheel is the page's."""

    def __init__(self) -> None:
        super().__init__()
        self.setKeyboardTracking(False)

    @override
    def wheelEvent(self, event: QWheelEvent, /) -> None:
        event.ignore()
