"""What is typed while the window manager gives the wall the keyboard goes to the console."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QLineEdit, QMainWindow, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from beraad.terms import Step
from beraad.ui.projector import WallWindow
from beraad.ui.screens.wall_placement import WallPlacement
from tests.ui.paper_screens import PaperWatch, laptop, projector, room
from tests.ui.projector.conftest import VIEWS

Key, Mod = Qt.Key, Qt.KeyboardModifier


class Table:
    """A console with a field, a button, a shortcut and a menu; its wall on the other screen."""

    def __init__(self, qtbot: QtBot, *, screens: int = 2) -> None:
        self.qtbot = qtbot
        self.console, self.wall = QMainWindow(), WallWindow()
        for window in (self.console, self.wall):
            qtbot.addWidget(window)
        page = QWidget()
        column = QVBoxLayout(page)
        self.field, self.button = QLineEdit(), QPushButton("verder")
        for widget in (self.field, self.button):
            column.addWidget(widget)
        self.console.setCentralWidget(page)
        self.done: list[str] = []
        for key in ("F11", "A", "?", "Ctrl+Right"):
            shortcut = QShortcut(QKeySequence(key), page)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda key=key: self.done.append(key))
        action = self.console.menuBar().addMenu("Bestand").addAction("Printen")
        action.setShortcut(QKeySequence("Ctrl+P"))
        action.triggered.connect(lambda: self.done.append("print"))
        self.console.setGeometry(20, 20, 900, 600)
        self.console.show()
        self.field.setFocus()
        self.wall.show_view(VIEWS[Step.WORRIES])
        self.wall.calm_requested.connect(lambda: self.done.append("calm"))
        self.watch = PaperWatch(*(laptop(), projector())[:screens])
        # Nothing is put on a real screen: there is one.
        self.watch.of_qt = lambda _screen: None  # type: ignore[method-assign]
        self.placement = WallPlacement(self.wall, self.console, watch=self.watch, room=room(self.watch))
        self.placement.open()
        self.wall.show()
        qtbot.waitExposed(self.wall)

    def type(self, text: str) -> None:
        """Type on the wall's own window, as the window system does."""
        for letter in text:
            self.press(Key(QKeySequence(letter)[0].key()), text=letter)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Mod.NoModifier, text: str = "") -> None:
        handle = self.wall.windowHandle()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QCoreApplication.sendEvent(handle, QKeyEvent(kind, key, modifiers, text))


@pytest.fixture
def table(qtbot: QtBot) -> Iterator[Table]:
    table = Table(qtbot)
    yield table
    table.watch.deleteLater()


def test_what_is_typed_on_the_wall_stands_in_the_field_of_the_console(table: Table) -> None:
    table.type("bbb abc")
    assert table.field.text() == "bbb abc"
    assert table.done == []
    assert not table.wall.calm


def test_a_shortcut_of_the_console_works_from_the_wall(table: Table) -> None:
    table.press(Key.Key_F11)
    table.press(Key.Key_Right, Mod.ControlModifier)
    table.press(Key.Key_P, Mod.ControlModifier)
    assert table.done == ["F11", "print"]  # in a field Ctrl+Right is the field's own
    table.button.setFocus()
    table.press(Key.Key_Right, Mod.ControlModifier)
    table.press(Key.Key_A, text="a")
    table.press(Key.Key_Question, Mod.ShiftModifier, text="?")
    assert table.done[2:] == ["Ctrl+Right", "A", "?"]


def test_a_letter_that_a_field_wants_is_no_shortcut_for_qt_either(table: Table) -> None:
    for widget, wanted in ((table.field, True), (table.button, False)):
        widget.setFocus()
        asked = QKeyEvent(QEvent.Type.ShortcutOverride, Key.Key_A, Mod.NoModifier, "a")
        asked.ignore()
        QCoreApplication.sendEvent(table.wall.windowHandle(), asked)
        assert asked.isAccepted() is wanted


def test_a_shortcut_that_cannot_be_used_now_is_not(table: Table) -> None:
    table.button.setFocus()
    table.console.centralWidget().setEnabled(False)
    table.press(Key.Key_A, text="a")
    assert table.done == []


def test_while_a_dialog_is_open_it_gets_the_keys(table: Table, qtbot: QtBot) -> None:
    dialog = QDialog(table.console)
    field = QLineEdit(dialog)
    dialog.open()
    field.setFocus()
    table.type("ja")
    assert (field.text(), table.field.text()) == ("ja", "")
    dialog.close()
    dialog.deleteLater()


def test_a_wall_over_the_console_has_keys_of_its_own(qtbot: QtBot) -> None:
    table = Table(qtbot, screens=1)
    table.type("b")
    assert (table.done, table.field.text()) == (["calm"], "")
    table.watch.deleteLater()


def test_a_wall_that_became_active_gives_the_console_the_keyboard_back(table: Table, qtbot: QtBot) -> None:
    had: list[bool] = []
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)
    is_wall = lambda: app.focusWindow() == table.wall.windowHandle()  # noqa: E731
    qtbot.waitUntil(lambda: table.console.isActiveWindow() and not is_wall())
    note = lambda _window: had.append(is_wall())  # noqa: E731
    app.focusWindowChanged.connect(note)
    # The off-screen platform gives the keyboard to each window that comes, whatever that accepts.
    table.wall.hide()
    table.wall.show()
    qtbot.waitUntil(lambda: any(had))
    qtbot.waitUntil(lambda: table.console.isActiveWindow() and not is_wall())
    app.focusWindowChanged.disconnect(note)
    assert table.field.hasFocus()
