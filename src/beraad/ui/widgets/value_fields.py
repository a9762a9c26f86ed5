"""Fields for a choice, a number, a day and a time, whose value changes by a click or a key alone."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QDateEdit, QDateTimeEdit, QSpinBox, QTimeEdit
from typing_extensions import override

from beraad.ui.widgets.going_on import is_gone_on_from

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


def _take_back_half_typed(box: QSpinBox | QDateTimeEdit, event: QEvent) -> None:
    """Let what is half typed be taken by Enter, an arrow, or going on to something of its page alone.

    Qt takes it also where the box is hidden, or the window or page becomes another: then it goes back here
    to what was there. Call it from `event`: a filter would be asked while Qt takes the box apart, and the
    program ends.
    """
    left = event.type() == QEvent.Type.FocusOut and not is_gone_on_from(box)
    if not (left or event.type() in (QEvent.Type.Hide, QEvent.Type.Close)):
        return
    if isinstance(box, QSpinBox):
        box.setValue(box.value())
    else:
        box.setDateTime(box.dateTime())


class NumberBox(QSpinBox):
    """A whole number, told when it is whole: by Enter, an arrow, or going on. The wheel is the page's."""

    def __init__(self) -> None:
        super().__init__()
        self.setKeyboardTracking(False)

    @override
    def event(self, event: QEvent, /) -> bool:
        _take_back_half_typed(self, event)
        return super().event(event)

    @override
    def wheelEvent(self, event: QWheelEvent, /) -> None:
        event.ignore()


class DayBox(QDateEdit):
    """A day, told when it is whole: by Enter, an arrow, or going on. The wheel is the page's."""

    def __init__(self) -> None:
        super().__init__()
        self.setKeyboardTracking(False)

    @override
    def event(self, event: QEvent, /) -> bool:
        _take_back_half_typed(self, event)
        return super().event(event)

    @override
    def wheelEvent(self, event: QWheelEvent, /) -> None:
        event.ignore()


class TimeBox(QTimeEdit):
    """A time of day, told when it is whole: by Enter, an arrow, or going on. The wheel is the page's."""

    def __init__(self) -> None:
        super().__init__()
        self.setKeyboardTracking(False)

    @override
    def event(self, event: QEvent, /) -> bool:
        _take_back_half_typed(self, event)
        return super().event(event)

    @override
    def wheelEvent(self, event: QWheelEvent, /) -> None:
        event.ignore()


ValueBox = NumberBox | DayBox | TimeBox


def is_half_typed(box: ValueBox) -> bool:
    """Whether other digits stand in it than those of its value."""
    if isinstance(box, NumberBox):
        whole = f"{box.prefix()}{box.textFromValue(box.value())}{box.suffix()}"
    else:
        whole = box.textFromDateTime(box.dateTime())
    return box.lineEdit().text() != whole
