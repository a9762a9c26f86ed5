"""Keys that work the same in every row of buttons."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def walk(event: QKeyEvent, row: Sequence[QAbstractButton], *, back: Qt.Key, on: Qt.Key) -> bool:
    """Let two arrows walk along a row, and Enter press a button; return True if the key was one of these."""
    at = next((place for place, button in enumerate(row) if button.hasFocus()), None)
    if at is None:
        return False
    if event.key() in ENTER:
        row[at].click()
        return True
    if event.key() not in (back, on):
        return False
    step = 1 if event.key() == on else -1
    row[(at + step) % len(row)].setFocus(Qt.FocusReason.TabFocusReason)
    return True


def one_stop(row: Sequence[QAbstractButton], at: QAbstractButton | None = None) -> None:
    """Let Tab stop at one button of a row only: `at`, or else the first."""
    for button in row:
        here = button is at or (at is None and button is row[0])
        policy = Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus
        if button.focusPolicy() is not policy:
            button.setFocusPolicy(policy)


def press_focused(window: QWidget, event: QKeyEvent) -> bool:
    """Press the focused button on Enter where no row of buttons took the key; return True if pressed."""
    button = window.focusWidget()
    if event.key() not in ENTER or event.isAutoRepeat() or not isinstance(button, QAbstractButton):
        return False
    button.click()
    return True
