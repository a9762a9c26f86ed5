"""The checks of this folder find what they are there for: each is shown a fault it must see."""

import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from typing_extensions import override

from beraad.ui.garbage_collection import hold_collecting
from beraad.ui.widgets.keyboard import one_stop, walk
from beraad.ui.widgets.text_label import TextLabel
from tests.ui.conftest import left_behind, set_aside, standing, take_back
from tests.ui.everywhere.cut_words import cut_words
from tests.ui.everywhere.faint_words import faint_words
from tests.ui.everywhere.keys_at_once import Sheet, ambiguous_keys, differences
from tests.ui.everywhere.names import nameless, out_of_order, out_of_reach
from tests.ui.everywhere.strays import strays

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


@pytest.mark.parametrize(("colour", "faint"), [("#5B6675", 0), ("#A0A0A0", 1)])
def test_words_that_stand_out_too_little_are_found(qtbot: QtBot, colour: str, faint: int) -> None:
    window = Window(qtbot)
    label = QLabel("Wat gaat goed?")
    label.setStyleSheet(f"color: {colour}; background: #FFFFFF; font-size: 30px")
    window.column.addWidget(label)
    assert len(faint_words(window.shown(), set())) == faint


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


class Row(QWidget):
    """Buttons that are one stop of the Tab key, with arrows that walk along them, or do not."""

    def __init__(self, walks: bool) -> None:
        super().__init__()
        self._walks = walks
        line = QHBoxLayout(self)
        self.buttons = [QRadioButton(words) for words in ("Lisa", "Mark", "Kees")]
        for button in self.buttons:
            button.setAutoExclusive(False)
            button.installEventFilter(self)
            line.addWidget(button)
        one_stop(self.buttons)

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        arrow = isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right)
        if arrow and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if self._walks:
                walk(event, self.buttons, back=Qt.Key.Key_Left, on=Qt.Key.Key_Right)
            return True
        return False


def test_a_row_that_is_one_stop_is_passed_only_where_arrows_walk_along_it(qtbot: QtBot) -> None:
    window, good, bad = Window(qtbot), Row(walks=True), Row(walks=False)
    window.column.addWidget(good)
    with qtbot.waitActive(window):
        window.shown()
    assert out_of_reach(window) == []
    assert [bool(button.focusPolicy() & Qt.FocusPolicy.TabFocus) for button in good.buttons] == [1, 0, 0]
    window.column.addWidget(bad)
    QApplication.processEvents()
    assert out_of_reach(window) == ["QRadioButton “Mark”", "QRadioButton “Kees”"]


def test_a_row_that_no_tab_key_comes_to_is_found_though_its_arrows_walk(qtbot: QtBot) -> None:
    window, row = Window(qtbot), Row(walks=True)
    row.buttons[0].setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    window.column.addWidget(row)
    with qtbot.waitActive(window):
        window.shown()
    assert len(out_of_reach(window)) == len(row.buttons)


def _key_missing(groups: Sheet, key: str) -> Sheet:
    return {group: [keys for keys in lines if keys != key] for group, lines in groups.items()}


def test_a_key_that_is_not_in_the_sheet_is_found() -> None:
    sheet = {"In het beraad": ["A", "Ctrl + Z"], "Op een kaart": ["D · A"]}
    of_the_card = {"Op een kaart": {"D": "", "A": ""}}
    assert differences({"A", "Ctrl+Z"}, sheet, of_the_card) == []
    # What a letter does on a card does not say what it does in the meeting.
    assert differences({"A", "Ctrl+Z"}, _key_missing(sheet, "A"), of_the_card) == ["not in the sheet: A"]
    assert differences({"A"}, sheet, of_the_card) == ["does not work: Ctrl+Z"]
    assert differences({"A", "Ctrl+Z"}, _key_missing(sheet, "D · A"), of_the_card) == [
        "not in the sheet, Op een kaart: A",
        "not in the sheet, Op een kaart: D",
    ]


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


@pytest.mark.parametrize("leave", [_a_window, _a_timer, _a_thread, hold_collecting])
def test_what_a_test_leaves_behind_is_found(leave: Callable[[], Callable[[], object]], qtbot: QtBot) -> None:
    before = standing()
    clear_away = leave()
    assert len(left_behind(before)) == 1
    clear_away()
    qtbot.waitUntil(lambda: left_behind(before) == [])


def test_a_timer_of_before_that_is_left_running_is_found(qtbot: QtBot) -> None:
    timer = QTimer()
    set_aside()
    try:
        before = standing()
        assert left_behind(before) == []
        timer.start(60_000)
        assert len(left_behind(before)) == 1
        timer.stop()
        assert left_behind(before) == []
    finally:
        take_back()


def test_a_part_that_opens_as_a_window_is_noticed(qtbot: QtBot) -> None:
    board = QWidget()
    meant, stray = QLabel("bedoeld"), QPushButton("weg")
    for item in (board, meant, stray):
        qtbot.addWidget(item)
    board.show()
    with strays(QLabel) as found:
        meant.show()
        QPushButton("in het venster", board).show()
        assert found == []
        stray.setVisible(True)
        assert [name.split(" ")[0] for name in found] == ["QPushButton"]
