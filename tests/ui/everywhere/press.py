"""Presses what can be clicked while a text is not settled yet, and looks whether anything moves."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QDialog,
    QLineEdit,
    QPushButton,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from beraad.ui.console import MeetingPage
from beraad.ui.steps.shared.step_page import StepPage, settle_layouts
from beraad.ui.widgets.card import Card
from beraad.ui.widgets.growing_text_edit import GrowingTextEdit
from beraad.ui.widgets.person_token import PersonToken

TYPED = " Mark was agressief. Bel Peter op 076-5550103."
"""Enough to be remarked upon, in up to three lines."""

_LEFT = Qt.MouseButton.LeftButton
_PLAIN = Qt.KeyboardModifier.NoModifier
_MOST = 3
"""Targets for each field: what stands under it, and the ends of the page."""


class Presser:
    """Says what moved, or lay no longer under the pointer, between a press and its release; in words.

    A field with the same name among the same things to click is tried once.
    """

    def __init__(self) -> None:
        self.tried: set[tuple[str, ...]] = set()

    def __call__(self, window: QWidget) -> list[str]:
        """Type in each field of a window, and press what stands round it."""
        found = []
        for field in texts(window):
            for target in targets(window, field):
                if not isValid(field) or not isValid(target):
                    continue
                case = named(field), named(target)
                if case not in self.tried and stands_ready(field, target):
                    self.tried.add(case)
                    written = written_in(field)
                    found += press(window, field, target)
                    if isValid(field):
                        write(field, written)
        return found


def stands_ready(field: QWidget, target: QWidget) -> bool:
    """Go to the field, and let come what that and all before it brought; whether both still stand."""
    field.setFocus()
    settle()
    if not isValid(field) or not isValid(target):
        return False
    field.setFocus()
    return field.hasFocus()


def named(widget: QWidget) -> str:
    """What it is and what it is called, on the page that it stands on."""
    page = next((item for item in parents(widget) if isinstance(item, StepPage | QDialog)), widget.window())
    return f"{type(page).__name__} {type(widget).__name__} {widget.accessibleName()}"


def parents(widget: QWidget) -> Iterator[QWidget]:
    """What it stands in, from the inside out."""
    while (holder := widget.parentWidget()) is not None:
        yield holder
        widget = holder


def written_in(field: QWidget) -> str:
    """The words in a field."""
    return field.toPlainText() if isinstance(field, QTextEdit) else field.text()


def write(field: QWidget, words: str) -> None:
    """The words that stood there before, and nothing that waits to be placed."""
    if isinstance(field, GrowingTextEdit):
        field.setPlainText(words)
        field.entered.emit()
        for page in parents(field):
            if isinstance(page, MeetingPage):
                page.model.drafting.rest()
    elif isinstance(field, QLineEdit):
        field.setText(words)


def texts(window: QWidget) -> list[QWidget]:
    """Fields to type in that are in sight."""
    fields = [*window.findChildren(QTextEdit), *window.findChildren(QLineEdit)]
    return [
        item
        for item in fields
        if item.isVisible() and item.isEnabled() and not item.isReadOnly() and in_sight(window, item)
    ]


def targets(window: QWidget, field: QWidget) -> list[QWidget]:
    """What can be clicked: first what stands under the field, then the last of the page and the first."""
    can = [
        item
        for kind in (QAbstractButton, Card, PersonToken)
        for item in window.findChildren(kind)
        if item.isVisible() and item.isEnabled() and in_sight(window, item) and not item.isAncestorOf(field)
        if item.focusPolicy() is not Qt.FocusPolicy.NoFocus
        if not (isinstance(item, QPushButton) and item.menu())
    ]
    can.sort(key=lambda item: item.mapTo(window, QPoint()).toTuple()[::-1])
    below = field.mapTo(window, QPoint()).y()
    under = [item for item in can if item.mapTo(window, QPoint()).y() > below]
    return list(dict.fromkeys([*under[:2], *can[-1:]]))[:_MOST]


def in_sight(window: QWidget, widget: QWidget) -> bool:
    """Whether its middle is what lies under the pointer there; never of what was taken out of the window."""
    if not window.isAncestorOf(widget):
        return False
    under = window.childAt(middle(window, widget))
    return under is not None and (under is widget or widget.isAncestorOf(under))


def middle(window: QWidget, widget: QWidget) -> QPoint:
    """The middle of a widget, in its window; of a box to tick its tick, which its words do not fill."""
    inside = widget.rect().center()
    return widget.mapTo(window, QPoint(8, inside.y()) if isinstance(widget, QCheckBox) else inside)


def press(window: QWidget, field: QWidget, target: QWidget) -> list[str]:
    """Type, press, let everything settle, and let go elsewhere, so that nothing is chosen."""
    handle = window.windowHandle()
    if handle is None:
        return []
    QTest.keyClicks(field, TYPED)
    if isinstance(field, QLineEdit):
        settle()  # what it shows, it shows at each letter
    for _level in range(3):
        settle_layouts()
    if not in_sight(window, target):
        return []
    at, name = middle(window, target), f"{type(target).__name__} “{target.accessibleName()}”"
    before = dict(places(window))
    QTest.mousePress(handle, _LEFT, _PLAIN, at)
    settle()
    found = []
    if not isValid(target) or not in_sight(window, target) or middle(window, target) != at:
        found.append(f"{name} is gone from under the pointer")
    elif isinstance(target, QAbstractButton) and not target.isDown():
        found.append(f"{name} is not down any more")
    now = dict(places(window))
    moved = [item for item, place in before.items() if now.get(item) != place]
    found += [f"{name} pressed: {item} moved" for item in moved[:3]]
    with_signals = isValid(target) and target.blockSignals(True)
    QTest.mouseRelease(handle, _LEFT, _PLAIN, QPoint(1, 1))
    if isValid(target):
        target.blockSignals(with_signals)
    settle()
    return found


def settle() -> None:
    """Let all that waits for a moment come."""
    for _turn in range(6):
        QApplication.processEvents()


def places(window: QWidget) -> Iterator[tuple[str, QRect]]:
    """Where everything stands that is in sight."""
    for item in window.findChildren(QWidget):
        if item.isVisible() and not item.visibleRegion().isEmpty():
            yield f"{type(item).__name__} {id(item):x}", QRect(item.mapTo(window, QPoint()), item.size())
