"""Turns the mouse wheel over everything that has a value."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDateTimeEdit,
    QLineEdit,
    QScrollBar,
    QSpinBox,
    QWidget,
)

VALUES = (QComboBox, QAbstractSpinBox, QAbstractSlider)


def with_a_value(window: QWidget) -> list[QWidget]:
    """The drop-downs, number, date and time fields and sliders that are to be seen."""
    return [
        field
        for kind in VALUES
        for field in window.findChildren(kind)
        if not isinstance(field, QScrollBar) and field.isVisibleTo(window) and field.isEnabled()
    ]


def value(field: QWidget) -> object:
    """What is chosen or filled in."""
    match field:
        case QComboBox():
            return field.currentIndex(), field.currentText()
        case QDateTimeEdit():
            return field.dateTime(), field.text()
        case QSpinBox() | QAbstractSlider():
            return field.value()
        case _:
            return str(field)


def turn(widget: QWidget, by: int) -> bool:
    """One notch over the middle of a widget; whether somebody took it for himself."""
    at = QPointF(widget.rect().center())
    event = QWheelEvent(
        at,
        widget.mapToGlobal(at),
        QPoint(),
        QPoint(0, by),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def turned_by_the_wheel(window: QWidget) -> list[str]:
    """The fields that took another value, with the keyboard in them or not, or take it; each in words."""
    found = []
    for field in with_a_value(window):
        if field.focusPolicy() is Qt.FocusPolicy.WheelFocus:
            found.append(f"{type(field).__name__} takes the keyboard “{field.accessibleName()}”")
        before = value(field)
        for focused in (False, True):
            if focused:
                field.setFocus()
            for over in (field, *field.findChildren(QLineEdit)):
                for by in (120, -120, -120, 120, 120):
                    turn(over, by)
                    if value(field) != before:
                        found.append(f"{type(field).__name__} “{field.accessibleName()}”")
    return sorted(set(found))
