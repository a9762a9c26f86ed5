"""Fields for a choice, a number, a day and a time, whose value changes by a click or a key alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QDateEdit, QSpinBox, QTimeEdit
from typing_extensions import override

from beraad.ui.widgets.going_on import is_gone_on_from

if TYPE_CHECKING:
    _Box = QAbstractSpinBox
else:
    # A class has one base of Qt: each kind of box brings its own.
    _Box = object

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


class _ToldWhole(_Box):
    """What is half typed is taken by Enter, an arrow, or going on to something of its page alone.

    Qt takes it also where the box is hidden, or the window or page becomes another: then it goes back here to
    what was there. By `event` and not by a filter, which would be asked while Qt takes the box apart: the
    program ends. The wheel is the page's.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setKeyboardTracking(False)

    def take_back(self) -> None:
        """Go back to what was there before somebody began to type."""
        raise NotImplementedError

    @override
    def event(self, event: QEvent, /) -> bool:
        left = event.type() == QEvent.Type.FocusOut and not is_gone_on_from(self)
        if left or event.type() in (QEvent.Type.Hide, QEvent.Type.Close):
            self.take_back()
        return super().event(event)

    @override
    def wheelEvent(self, event: QWheelEvent, /) -> None:
        event.ignore()


class NumberBox(_ToldWhole, QSpinBox):
    """A whole number, told when it is whole: by Enter, an arrow, or going on. The wheel is the page's."""

    @override
    def take_back(self) -> None:
        self.setValue(self.value())


class DayBox(_ToldWhole, QDateEdit):
    """A day, told when it is whole: by Enter, an arrow, or going on. The wheel is the page's."""

    @override
    def take_back(self) -> None:
        self.setDateTime(self.dateTime())


class TimeBox(_ToldWhole, QTimeEdit):
    """A time of day, told when it is whole: by Enter, an arrow, or going on. The wheel is the page's."""

    @override
    def take_back(self) -> None:
        self.setDateTime(self.dateTime())


ValueBox = NumberBox | DayBox | TimeBox


def is_half_typed(box: ValueBox) -> bool:
    """Whether other digits stand in it than those of its value."""
    if isinstance(box, NumberBox):
        whole = f"{box.prefix()}{box.textFromValue(box.value())}{box.suffix()}"
    else:
        whole = box.textFromDateTime(box.dateTime())
    return box.lineEdit().text() != whole
