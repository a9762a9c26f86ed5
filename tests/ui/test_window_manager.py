"""A dialog that closes gives the keyboard back, as on a desktop."""

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QProgressDialog, QWidget
from pytestqt.qtbot import QtBot

from tests import window_manager


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window with a field that has the keyboard."""
    window = QWidget()
    qtbot.addWidget(window)
    field = QLineEdit(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    field.setFocus()
    return window


def _show_progress_and_close_it(over: QWidget, qtbot: QtBot) -> None:
    dialog = QProgressDialog("Bezig…", "Stoppen", 0, 0, over)
    dialog.setMinimumDuration(0)
    dialog.setValue(0)
    qtbot.waitUntil(dialog.isActiveWindow)
    assert not over.isActiveWindow()
    dialog.close()
    dialog.deleteLater()


def test_the_window_behind_has_the_keyboard_again(window: QWidget, qtbot: QtBot) -> None:
    _show_progress_and_close_it(window, qtbot)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is window.findChild(QLineEdit))


def test_without_it_no_window_has_the_keyboard(
    window: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window_manager, "_give_back", lambda _window: None)
    _show_progress_and_close_it(window, qtbot)
    qtbot.wait(50)
    assert QApplication.activeWindow() is None
