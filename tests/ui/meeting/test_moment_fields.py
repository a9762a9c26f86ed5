"""Typing a time or a day: what is typed lands in the part that one means."""

import datetime as dt

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from beraad.ui.meeting.parts.day_field import DayField
from beraad.ui.meeting.parts.time_field import TimeField


@pytest.fixture
def form(qtbot: QtBot) -> QWidget:
    """A window with another field first, so that nobody is in the fields yet."""
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(QLineEdit())
    return window


def _show(qtbot: QtBot, form: QWidget, field: QWidget) -> None:
    layout = form.layout()
    assert layout
    layout.addWidget(field)
    with qtbot.waitExposed(form):
        form.show()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)


def _click(field: TimeField | DayField) -> None:
    (line,) = field._field.findChildren(QLineEdit)
    QTest.mouseClick(line, Qt.MouseButton.LeftButton)


def test_a_click_in_a_time_begins_at_the_hour(qtbot: QtBot, form: QWidget) -> None:
    field = TimeField(label="Hoe laat")
    field.show_time("20:00")
    _show(qtbot, form, field)
    _click(field)
    QTest.keyClicks(field._field, "1930")
    QTest.keyClick(field._field, Qt.Key.Key_Return)
    assert field.time() == "19:30"


def test_after_choosing_a_time_one_types_the_hour(qtbot: QtBot, form: QWidget) -> None:
    field = TimeField(label="Hoe laat")
    _show(qtbot, form, field)
    field._choose.click()
    QTest.keyClicks(field._field, "1930")
    QTest.keyClick(field._field, Qt.Key.Key_Return)
    assert field.time() == "19:30"


def test_a_second_click_goes_to_the_part_that_was_clicked(qtbot: QtBot, form: QWidget) -> None:
    field = TimeField(label="Hoe laat")
    field.show_time("20:00")
    _show(qtbot, form, field)
    _click(field)
    (line,) = field._field.findChildren(QLineEdit)
    line.setCursorPosition(4)
    QTest.mouseRelease(line, Qt.MouseButton.LeftButton)
    assert line.selectedText() == "00"
    assert line.selectionStart() == 3  # after "20:"


@pytest.mark.parametrize("way", ["click", "choose", "tab"])
def test_a_day_begins_at_its_number(qtbot: QtBot, form: QWidget, way: str) -> None:
    field = DayField(label="Vanaf")
    field.suggested = dt.date(2026, 11, 21)
    if way != "choose":
        field.show_day(field.suggested)
    _show(qtbot, form, field)
    if way == "click":
        _click(field)
    elif way == "choose":
        field._choose.click()
    else:
        field._field.setFocus(Qt.FocusReason.TabFocusReason)
        QCoreApplication.processEvents()
    (line,) = field._field.findChildren(QLineEdit)
    assert line.selectedText() == "21"


def test_the_arrow_key_goes_past_sunday(qtbot: QtBot, form: QWidget) -> None:
    field = DayField(label="Vanaf")
    field.suggested = dt.date(2026, 11, 21)
    _show(qtbot, form, field)
    field._choose.click()
    for _time in range(3):
        QTest.keyClick(field._field, Qt.Key.Key_Up)
    assert field.day() == dt.date(2026, 11, 24)
