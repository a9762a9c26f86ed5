"""Types a whole sentence where no field has the keyboard, and looks whether anything came of it."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from beraad.ui.console import MeetingPage
from beraad.ui.main_window import MainWindow
from beraad.ui.pages.case.agreements.round_panel import RoundPanel
from beraad.ui.steps.shared.step_page import StepPage
from tests.ui.everywhere.press import parents

SENTENCE = "Zweedse ex-VIP, behoorlijk gek op quantumfysica: 12 34 567 890!"
"""Every letter and every digit; and no question mark, behind which the sheet of keys comes up."""

_ANSWERED_BY_KEY = (RoundPanel,)
"""What says so: with the keyboard on itself a digit answers, and undo takes it back."""

_A_TURN = 100
"""Milliseconds."""

_FIELDS = (QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox)


class Typist:
    """Types the sentence on everything that can have the keyboard; says where something came of it.

    Of what is alike on pages of the same kind one is tried.
    """

    def __init__(self, type_key: Callable[[QWidget, str], None] | None = None) -> None:
        self.tried: set[str] = set()
        self._type = type_key or type_key_where_the_keyboard_is

    def __call__(self, window: QWidget) -> list[str]:
        """Type in one window."""
        found = []
        for widget in list(stops(window)):
            if not isValid(widget) or not widget.isVisible():
                continue
            name = alike(widget)
            if name not in self.tried:
                self.tried.add(name)
                found += self._type_on(window, widget, name)
        return found

    def _type_on(self, window: QWidget, widget: QWidget, name: str) -> list[str]:
        page = window.page if isinstance(window, MainWindow) else None
        window.activateWindow()
        widget.setFocus()
        # Leaving a field may keep what stood in it: that is no work of the sentence.
        QApplication.processEvents()
        if not isValid(widget) or not widget.isVisible():
            # What that changed shows other rows.
            return []
        if QApplication.focusWidget() is None:
            # A window that came a moment ago has the keyboard a turn later.
            widget.setFocus()
            QTest.qWait(_A_TURN)
        before = state(page)
        for letter in SENTENCE:
            focus = QApplication.focusWidget()
            if focus is None or is_field(focus):
                return [f"{name}: the keyboard came in {type(focus).__name__} at “{letter}”"]
            self._type(focus, letter)
        QApplication.processEvents()
        if isinstance(page, MeetingPage):
            page.wall.end_calm()
        after = state(page)
        return [
            f"{name}: {was} became {now}"[:300] for was, now in zip(before, after, strict=True) if was != now
        ]


def alike(widget: QWidget) -> str:
    """What it is, what is written on it, and where it stands."""
    page = next((item for item in parents(widget) if isinstance(item, StepPage | QDialog)), widget.window())
    written = widget.text() if isinstance(widget, QAbstractButton) else widget.accessibleName()
    where = f"{type(widget.parent()).__name__} of {type(page).__name__}"
    return f"{type(widget).__name__} “{written.strip('0123456789')}” in {where}"


def type_key_where_the_keyboard_is(focus: QWidget, letter: str) -> None:
    """One key, as the window system tells it."""
    del focus
    window = QApplication.focusWindow()
    if window is not None:
        QTest.keyClick(window, letter)


def stops(window: QWidget) -> Iterator[QWidget]:
    """What can have the keyboard and is no field to type in, in this window and no other."""
    for item in window.findChildren(QWidget):
        takes = item.focusPolicy() & Qt.FocusPolicy.ClickFocus and item.focusProxy() is None
        of_it = isValid(item) and item.window() is window.window()
        of_it = of_it and not isinstance(item, _ANSWERED_BY_KEY)
        if of_it and takes and item.isVisible() and item.isEnabled() and not is_field(item):
            yield item


def is_field(widget: QWidget) -> bool:
    """Whether one types in it."""
    typed = isinstance(widget, _FIELDS) or (isinstance(widget, QComboBox) and widget.isEditable())
    read_only = isinstance(widget, QTextEdit | QLineEdit) and widget.isReadOnly()
    return typed and not read_only


def state(page: QWidget | None) -> tuple[object, ...]:
    """What is to be undone, what the room sees, where one is, what is opened to write in."""
    if not isinstance(page, MeetingPage):
        return (type(page),)
    model = page.model
    return (
        model.undoable,
        len(model.since_agreed),
        model.wall_view,
        model.step,
        model.turn,
        model.forward,
        model.paused_at,
        model.half,
        page.wall.frozen,
        page.screens.currentIndex(),
    )
