"""The checks of this folder find what they are there for: each is shown a fault it must see."""

import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from beraad.ui.widgets.text_label import TextLabel
from tests.ui.conftest import left_behind, standing
from tests.ui.everywhere.cut_words import cut_words
from tests.ui.everywhere.keys_at_once import ambiguous_keys
from tests.ui.everywhere.names import nameless, out_of_order, out_of_reach

ROOM = QSize(600, 400)


class Window(QWidget):
    """A window with one thing in it that is wrong, or not."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__()
        qtbot.addWidget(self)
        self.setAccessibleName("venster")
        self.column = QVBoxLayout(self)
        self.resize(ROOM)

    def shown(self) -> "Window":
        self.show()
        QApplication.processEvents()
        return self


def test_words_in_a_button_that_is_too_narrow_are_found(qtbot: QtBot) -> None:
    window = Window(qtbot)
    button = QPushButton("Alle exemplaren printen")
    window.column.addWidget(button)
    assert cut_words(window.shown(), ROOM) == []
    button.setFixedWidth(40)
    QApplication.processEvents()
    assert len(cut_words(window, ROOM)) == 1


@pytest.mark.parametrize("wrap", [True, False])
def test_words_in_a_label_that_is_too_small_are_found(qtbot: QtBot, wrap: bool) -> None:
    window = Window(qtbot)
    label = TextLabel("Wat moet er gebeuren voordat het veilig is? " * 3, wrap=wrap)
    label.setFixedSize(90, 20)
    window.column.addWidget(label)
    assert len(cut_words(window.shown(), ROOM)) == 1


def test_a_page_that_scrolls_sideways_is_found(qtbot: QtBot) -> None:
    window, area, inside = Window(qtbot), QScrollArea(), QLabel()
    inside.setFixedSize(900, 30)
    area.setWidget(inside)
    window.column.addWidget(area)
    assert any("sideways" in item for item in cut_words(window.shown(), ROOM))


def test_a_window_larger_than_the_screen_is_found(qtbot: QtBot) -> None:
    window = Window(qtbot)
    window.setMinimumWidth(700)
    assert len(cut_words(window.shown(), ROOM)) == 1


def test_a_key_that_two_things_listen_to_is_found(qtbot: QtBot) -> None:
    window, inner = Window(qtbot), QWidget()
    window.column.addWidget(inner)
    QShortcut(QKeySequence("F8"), window)
    bound = QShortcut(QKeySequence("F9"), inner, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
    assert ambiguous_keys(window.shown()) == []
    bound.setKey(QKeySequence("F8"))
    assert len(ambiguous_keys(window)) == 1


def test_two_buttons_with_the_same_letter_underlined_are_found(qtbot: QtBot) -> None:
    window = Window(qtbot)
    for words in ("&Printen", "O&pslaan"):
        window.column.addWidget(QPushButton(words))
    assert len(ambiguous_keys(window.shown())) == 1


def test_a_button_without_a_name_is_found(qtbot: QtBot) -> None:
    window, button = Window(qtbot), QPushButton()
    window.column.addWidget(button)
    assert nameless(window.shown()) == ["QPushButton (Button)"]
    button.setAccessibleName("Omhoog")
    assert nameless(window) == []


def test_a_tab_key_that_goes_back_is_found(qtbot: QtBot) -> None:
    window, row = Window(qtbot), QHBoxLayout()
    second, first = QPushButton("tweede"), QPushButton("eerste")
    window.column.addLayout(row)
    second.setParent(window)
    first.setParent(window)
    row.addWidget(first)
    row.addWidget(second)
    assert len(out_of_order(window.shown())) == 1


def test_a_button_that_the_tab_key_passes_is_found(qtbot: QtBot) -> None:
    window, button = Window(qtbot), QPushButton("Printen")
    button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    window.column.addWidget(button)
    assert len(out_of_reach(window.shown())) == 1


def _a_window() -> Callable[[], object]:
    window = QWidget()
    return window.deleteLater


def _a_timer() -> Callable[[], object]:
    timer = QTimer()
    timer.start(60_000)
    return timer.stop


def _a_thread() -> Callable[[], object]:
    over = threading.Event()
    threading.Thread(target=over.wait).start()
    return over.set


@pytest.mark.parametrize("leave", [_a_window, _a_timer, _a_thread])
def test_what_a_test_leaves_behind_is_found(leave: Callable[[], Callable[[], object]], qtbot: QtBot) -> None:
    before = standing()
    clear_away = leave()
    assert len(left_behind(before)) == 1
    clear_away()
    qtbot.waitUntil(lambda: left_behind(before) == [])
