"""The Tab key goes as one reads, also to what came later."""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from beraad.ui.widgets.flow_layout import FlowLayout
from beraad.ui.widgets.keyboard import one_stop
from beraad.ui.widgets.reading_order import keep_reading_order


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A button, room for more, a button."""
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    between = QWidget()
    between.setObjectName("between")
    for widget in (QPushButton("eerste"), between, QPushButton("laatste")):
        column.addWidget(widget)
    return window


def _between(window: QWidget) -> QWidget:
    found = window.findChild(QWidget, "between")
    assert isinstance(found, QWidget)
    return found


def _way(window: QWidget, qtbot: QtBot) -> list[str]:
    with qtbot.waitActive(window):
        window.show()
    window.setFocus()
    way: list[str] = []
    while window.focusNextPrevChild(True):  # type: ignore[attr-defined]
        here = window.focusWidget()
        assert isinstance(here, QPushButton)
        if here.text() in way:
            break
        way.append(here.text())
    return way


def test_what_came_later_comes_where_it_stands(window: QWidget, qtbot: QtBot) -> None:
    rows = QVBoxLayout(_between(window))
    for words in ("b", "a"):
        rows.insertWidget(0, QPushButton(words))
    keep_reading_order(_between(window))
    assert _way(window, qtbot) == ["eerste", "a", "b", "laatste"]


def test_in_a_row_that_is_one_stop_each_has_its_place_when_it_becomes_that_stop(
    window: QWidget, qtbot: QtBot
) -> None:
    row = QHBoxLayout(_between(window))
    buttons = [QPushButton(words) for words in ("a", "b", "c")]
    for button in buttons:
        row.addWidget(button)
    one_stop(buttons)
    keep_reading_order(window)
    one_stop(buttons, buttons[1])
    assert _way(window, qtbot) == ["eerste", "b", "laatste"]


def test_without_it_what_came_later_comes_last(window: QWidget, qtbot: QtBot) -> None:
    rows = QVBoxLayout(_between(window))
    for words in ("b", "a"):
        rows.insertWidget(0, QPushButton(words))
    assert _way(window, qtbot) == ["eerste", "laatste", "b", "a"]


def test_a_screen_reader_is_told_of_it_in_that_order_and_what_covers_it_stays_on_top(window: QWidget) -> None:
    between = _between(window)
    rows = QVBoxLayout(between)
    cover = QPushButton("dek", between)
    for words in ("b", "a"):
        rows.insertWidget(0, QPushButton(words))
    assert _told(between) == ["dek", "b", "a"], "as they were made"
    cover.raise_()
    keep_reading_order(between)
    assert _told(between) == ["a", "b", "dek"]


def test_what_came_later_is_told_among_those_beside_it(window: QWidget) -> None:
    between = _between(window)
    rows = QVBoxLayout(between)
    for words in ("b", "a"):
        rows.insertWidget(0, QPushButton(words))
    keep_reading_order(between.findChildren(QPushButton)[1])
    assert _told(between) == ["a", "b"]


def _told(holder: QWidget) -> list[str]:
    """The names that a screen reader is given of what stands in it, in its order."""
    told = QAccessible.queryAccessibleInterface(holder)
    assert told
    inside = (told.child(place) for place in range(told.childCount()))
    return [child.text(QAccessible.Text.Name) for child in inside if child]


def test_rows_in_rows_grids_and_flows_are_read_in_their_order(window: QWidget, qtbot: QtBot) -> None:
    outer = QVBoxLayout(_between(window))
    made = {words: QPushButton(words) for words in "fedcba"}
    flow, grid, row = QWidget(), QGridLayout(), QHBoxLayout()
    FlowLayout(flow).addWidget(made["a"])
    outer.addLayout(row)
    outer.addLayout(grid)
    outer.addWidget(made["f"])
    row.addWidget(flow)
    row.addWidget(made["b"])
    for words, place in {"e": (1, 1), "d": (1, 0), "c": (0, 1)}.items():
        grid.addWidget(made[words], *place)
    keep_reading_order(_between(window))
    assert _way(window, qtbot) == ["eerste", *"abcdef", "laatste"]


def test_a_page_of_a_stack_comes_where_the_stack_stands(window: QWidget, qtbot: QtBot) -> None:
    stack = QStackedWidget()
    QVBoxLayout(_between(window)).addWidget(stack)
    for words in ("een", "twee"):
        page = QWidget()
        QVBoxLayout(page).addWidget(QPushButton(words))
        stack.addWidget(page)
        stack.setCurrentWidget(page)
        keep_reading_order(page)
    assert _way(window, qtbot) == ["eerste", "twee", "laatste"]
