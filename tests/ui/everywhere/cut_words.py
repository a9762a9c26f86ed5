"""Finds words that cannot be read: larger than their room, outside their window, or off to the side."""

import re

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QTextDocumentFragment
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QMenuBar,
    QStyle,
    QStyleOptionComboBox,
    QTextEdit,
    QWidget,
)

from beraad.ui.widgets.fitting_button import FittingButton
from beraad.ui.widgets.person_picker import PersonPicker

_MAY_BREAK = re.compile("[\\s\u200b-]")
"""Where a line may end."""

SLACK = 2
"""Pixels that rounding may cost."""


def cut_words(window: QWidget, room: QSize) -> list[str]:
    """One sentence for each visible widget in `window` of which something cannot be read.

    `room` is what the screen has for a window.
    """
    found = _too_small(window, room)
    for widget in window.findChildren(QWidget):
        if widget.isVisibleTo(window) and widget.window() is window and not _inside_a_field(widget):
            why = _why_cut(widget) or _why_outside(widget)
            if why:
                found.append(f"{_named(widget)}: {why}")
    return found


def _too_small(window: QWidget, room: QSize) -> list[str]:
    needs = window.minimumSizeHint().expandedTo(window.size())
    if needs.boundedTo(room) == needs:
        return []
    return [f"{type(window).__name__}: takes {needs.toTuple()} of {room.toTuple()}"]


def _why_cut(widget: QWidget) -> str:  # noqa: PLR0911 - one line a kind
    if isinstance(widget, QLabel):
        return _label(widget)
    if isinstance(widget, QAbstractButton):
        return _button(widget)
    if isinstance(widget, QLineEdit):
        return _line(widget)
    if isinstance(widget, QComboBox):
        return _choice(widget)
    if isinstance(widget, QAbstractSpinBox):
        return _wider(widget.lineEdit().text(), widget.lineEdit(), widget.lineEdit().width())
    if isinstance(widget, QMenuBar):
        needed = sum(widget.actionGeometry(action).width() for action in widget.actions())
        return f"menus of {needed} in {widget.width()}" if needed > widget.width() else ""
    if isinstance(widget, QAbstractScrollArea):
        return _scrolls(widget)
    return ""


def _label(label: QLabel) -> str:
    text = QLabel.text(label)
    if label.textFormat() is Qt.TextFormat.RichText:
        text = QTextDocumentFragment.fromHtml(text).toPlainText()
    if not text:
        return ""
    room, metrics = label.contentsRect(), label.fontMetrics()
    if not label.wordWrap():
        size = metrics.size(0, text)
        return "" if _fits(size, room) else f"words of {size.toTuple()} in {room.size().toTuple()}"
    widest = max(_widths(metrics, text), default=0)
    if widest > room.width() + SLACK:
        return f"a word of {widest} in {room.width()}"
    needed = label.heightForWidth(label.width())
    return f"{needed} tall in {label.height()}" if needed > label.height() + SLACK else ""


def _button(button: QAbstractButton) -> str:
    needed, given = QSize(), button.size()
    if button.hasHeightForWidth():
        needed = QSize(button.minimumSizeHint().width(), button.heightForWidth(given.width()))
    elif isinstance(button.parentWidget(), PersonPicker):
        # A name ends in ….
        needed = button.minimumSizeHint()
    elif isinstance(button, FittingButton):
        # It would like to say more; what it says now must fit.
        needed = button._needed(button.text())
    elif button.text():
        needed = button.sizeHint()
    return "" if _fits(needed, QRect(QPoint(), given)) else f"{needed.toTuple()} in {given.toTuple()}"


def _line(line: QLineEdit) -> str:
    margins = line.textMargins()
    # The style keeps two pixels before and behind what is typed, and the sheet its padding.
    room = line.contentsRect().width() - margins.left() - margins.right() - 4
    if isinstance(line.parent(), QAbstractSpinBox | QComboBox):
        return ""
    return _wider(line.placeholderText(), line, room) if not line.text() else ""


def _choice(choice: QComboBox) -> str:
    option = QStyleOptionComboBox()
    choice.initStyleOption(option)
    part = QStyle.SubControl.SC_ComboBoxEditField
    room = choice.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, choice)
    return _wider(choice.currentText() or choice.placeholderText(), choice, room.width())


def _scrolls(area: QAbstractScrollArea) -> str:
    if isinstance(area, QTextEdit | QListView) and not area.horizontalScrollBar().isVisible():
        return ""
    beyond = area.horizontalScrollBar().maximum()
    return f"scrolls {beyond} sideways" if beyond > 0 else ""


def _why_outside(widget: QWidget) -> str:
    """What sticks out of the widget that holds it. The inside of a scroll area may, downwards."""
    parent = widget.parentWidget()
    if parent is None or isinstance(parent.parentWidget(), QAbstractScrollArea):
        return ""
    if isinstance(parent, QAbstractScrollArea) or not widget.size().isValid():
        return ""
    box, room = widget.geometry(), parent.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK)
    return "" if room.contains(box) or box.isEmpty() else f"{box.getRect()} outside {room.getRect()}"


def _inside_a_field(widget: QWidget) -> bool:
    return isinstance(widget.parent(), QAbstractSpinBox | QComboBox) or widget.objectName().startswith("qt_")


def _wider(text: str, widget: QWidget, room: int) -> str:
    needed = widget.fontMetrics().horizontalAdvance(text)
    return f"“{text}” of {needed} in {room}" if needed > room + SLACK else ""


def _fits(size: QSize, room: QRect) -> bool:
    return size.width() <= room.width() + SLACK and size.height() <= room.height() + SLACK


def _widths(metrics: QFontMetrics, text: str) -> list[int]:
    return [metrics.horizontalAdvance(word) for word in _MAY_BREAK.split(text)]


def _named(widget: QWidget) -> str:
    words = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    holders = []
    holder = widget.parentWidget()
    while holder is not None and len(holders) < 3:
        if type(holder).__module__.startswith("beraad"):
            holders.append(type(holder).__name__)
        holder = holder.parentWidget()
    return f"{type(widget).__name__} “{(words or widget.accessibleName())[:40]}” in {' < '.join(holders)}"
