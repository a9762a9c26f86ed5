"""Part of a desktop that Qt's off-screen platform lacks: it says which window gets the keyboard back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import isValid
from typing_extensions import override


class WindowManager(QObject):
    """Gives the keyboard to the window over which a dialog stood that closed, as every desktop does.

    A progress dialog appears only where a job takes long: on a busy computer.
    """

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        application.focusWindowChanged.connect(self._on_focus)

    def _on_focus(self, window: QWindow | None) -> None:
        for dialog in QApplication.topLevelWidgets() if window is not None else ():
            if isinstance(dialog, QDialog) and dialog.windowHandle() == window:
                # Once: who is told already is only told first.
                dialog.installEventFilter(self)

    @override
    def eventFilter(self, dialog: QObject, event: QEvent, /) -> bool:
        if event.type() is QEvent.Type.Hide and isinstance(dialog, QWidget) and dialog.parentWidget():
            behind = dialog.parentWidget().window()
            QTimer.singleShot(0, behind, lambda: _give_back(behind))
        return False


def _give_back(window: QWidget) -> None:
    if isValid(window) and window.isVisible() and QApplication.activeWindow() is None:
        window.activateWindow()
