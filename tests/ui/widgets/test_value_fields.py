"""Drop-downs, numbers, days and times: changed by a click or a key that is meant, and by nothing else."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QLocale, QPoint, QPointF, Qt, QTime
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDateEdit,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QTableView,
    QTimeEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from beraad.ui.theme import Theme
from beraad.ui.widgets.value_fields import ChoiceBox, DayBox, NumberBox, TimeBox, is_half_typed

UI = Path(__file__).parents[3] / "src" / "beraad" / "ui"
OF_QT = {"ComboBox", "SpinBox", "DoubleSpinBox", "DateEdit", "TimeEdit", "DateTimeEdit", "Slider", "Dial"}


class Page(QScrollArea):
    """Higher than its window, with a field at the top."""

    def __init__(self, field: QWidget) -> None:
        super().__init__()
        inside = QWidget()
        inside.setMinimumHeight(2_000)
        column = QVBoxLayout(inside)
        column.addWidget(field)
        self.beside = QPushButton("Verder")
        column.addWidget(self.beside)
        column.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.resize(300, 300)


def choices(box: QComboBox) -> QComboBox:
    box.addItems(["iedereen", "alleen de gespreksleider", "hulpverleners"])
    box.setCurrentIndex(1)
    return box


def number(box: QSpinBox) -> QSpinBox:
    box.setValue(15)
    return box


def day(box: QDateEdit) -> QDateEdit:
    box.setCalendarPopup(True)
    box.setDate(QDate(2026, 12, 15))
    return box


def time(box: QTimeEdit) -> QTimeEdit:
    box.setTime(QTime(14, 0))
    return box


def value(field: QWidget) -> str:
    return field.currentText() if isinstance(field, QComboBox) else field.text()


def page_with(qtbot: QtBot, field: QWidget) -> Page:
    page = Page(field)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    field.page = page  # as long as the field
    return page


def wheel(over: QWidget) -> None:
    """One notch towards oneself, as the window system tells it."""
    window = over.window()
    QTest.wheelEvent(
        window.windowHandle(), QPointF(over.mapTo(window, over.rect().center())), QPoint(0, -120)
    )


pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

GUARDED = {"choice": lambda: choices(ChoiceBox()), "number": lambda: number(NumberBox()),
           "day": lambda: day(DayBox()), "time": lambda: time(TimeBox())}  # fmt: skip
PLAIN_ONES = {"choice": lambda: choices(QComboBox()), "number": lambda: number(QSpinBox()),
              "day": lambda: day(QDateEdit()), "time": lambda: time(QTimeEdit())}  # fmt: skip


@pytest.mark.parametrize("focused", [False, True], ids=["elsewhere", "focused"])
@pytest.mark.parametrize("make", GUARDED.values(), ids=GUARDED)
def test_the_wheel_over_a_field_scrolls_the_page(make: object, focused: bool, qtbot: QtBot) -> None:
    field = make()
    page = page_with(qtbot, field)
    (field if focused else page.beside).setFocus()
    before = value(field)
    wheel(field)
    assert value(field) == before
    assert page.verticalScrollBar().value() > 0
    assert page.beside.hasFocus() is not focused  # what is typed elsewhere would be placed by it


@pytest.mark.parametrize("make", PLAIN_ONES.values(), ids=PLAIN_ONES)
def test_over_a_field_of_qt_itself_it_would_not(make: object, qtbot: QtBot) -> None:
    field = make()
    page = page_with(qtbot, field)
    page.beside.setFocus()
    before = value(field)
    wheel(field)
    assert field.hasFocus()
    assert value(field) != before
    assert page.verticalScrollBar().value() == 0


def test_a_closed_box_takes_no_letter_for_a_choice(qtbot: QtBot) -> None:
    for box, chosen in (
        (choices(ChoiceBox()), "alleen de gespreksleider"),
        (choices(QComboBox()), "iedereen"),
    ):
        page = page_with(qtbot, box)
        box.setFocus()
        QTest.keyClicks(box, "i")
        assert value(box) == chosen
        page.hide()


@pytest.mark.parametrize("key", [Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Space])
def test_a_box_that_is_opened_by_a_key_chooses_with_enter(key: Qt.Key, qtbot: QtBot) -> None:
    box = choices(ChoiceBox())
    page_with(qtbot, box)
    box.setFocus()
    with qtbot.assertNotEmitted(box.activated):
        QTest.keyClick(box, key)
        qtbot.waitUntil(box.view().isVisible)
        QTest.keyClick(box.view(), Qt.Key.Key_Home)
    assert value(box) == "alleen de gespreksleider"
    with qtbot.waitSignal(box.activated):
        QTest.keyClick(box.view(), Qt.Key.Key_Return)
    assert value(box) == "iedereen"


def test_pages_and_ends_are_not_chosen_in_a_closed_box(qtbot: QtBot) -> None:
    box = choices(ChoiceBox())
    page_with(qtbot, box)
    for key in (Qt.Key.Key_PageUp, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageDown):
        QTest.keyClick(box, key)
        assert value(box) == "alleen de gespreksleider"


def test_one_types_in_a_box_that_takes_words(qtbot: QtBot) -> None:
    box = choices(ChoiceBox())
    box.setEditable(True)
    page_with(qtbot, box)
    box.lineEdit().selectAll()
    QTest.keyClicks(box.lineEdit(), "06 12")
    assert value(box) == "06 12"


@pytest.mark.parametrize("make", [GUARDED["number"], GUARDED["day"], GUARDED["time"]])
def test_what_is_typed_in_a_field_is_told_when_it_is_whole(make: object, qtbot: QtBot) -> None:
    field = make()
    assert isinstance(field, QAbstractSpinBox)
    page_with(qtbot, field)
    changed = field.valueChanged if isinstance(field, QSpinBox) else field.dateTimeChanged
    field.setFocus()
    field.selectAll()
    with qtbot.assertNotEmitted(changed):
        QTest.keyClicks(field, "3")
    with qtbot.waitSignal(changed):
        QTest.keyClick(field, Qt.Key.Key_Return)


def test_the_wheel_over_an_open_calendar_chooses_no_day(qtbot: QtBot) -> None:
    field = day(DayBox())
    page_with(qtbot, field)
    arrow = QPoint(field.width() - 8, field.height() // 2)
    QTest.mousePress(field, Qt.MouseButton.LeftButton, pos=arrow)
    calendar = field.calendarWidget()
    assert calendar.isVisible()
    wheel(calendar)
    QTest.keyClick(calendar.window(), Qt.Key.Key_Escape)
    QTest.mouseRelease(field, Qt.MouseButton.LeftButton, pos=arrow)
    assert field.date() == QDate(2026, 12, 15)


WHOLE = QDate(2026, 11, 30)


def typed_over(box: DayBox, text: str, *, way: str) -> None:
    box.setFocus()
    if way != "all":
        box.setCurrentSectionIndex(("name", "number").index(way))
        box.setSelectedSection(QDateEdit.Section.DaySection)
    else:
        box.selectAll()
    QTest.keyClicks(box, text)


@pytest.mark.parametrize("way", ["name", "number", "all"])
@pytest.mark.parametrize(
    "text",
    [
        "30-11-2026",
        "30/11/2026",
        "30 11 26",
        "30.11.2026",
        "30 nov",
        "30nov",
        "30 november 2026",
        "30-11",
        "301126",
        "30112026",
    ],
)
def test_a_day_that_is_typed_whole_is_taken(text: str, way: str, qtbot: QtBot) -> None:
    box = day(DayBox())
    box.setDisplayFormat("ddd d MMM yyyy")
    page_with(qtbot, box)
    typed_over(box, text, way=way)
    assert box.lineEdit().text() == text
    with qtbot.waitSignal(box.dateChanged):
        QTest.keyClick(box, Qt.Key.Key_Return)
    assert box.date() == WHOLE
    assert box.lineEdit().text().endswith("2026")
    assert not is_half_typed(box)


def test_a_day_of_qt_itself_would_take_another(qtbot: QtBot) -> None:
    box = day(QDateEdit())
    box.setDisplayFormat("ddd d MMM yyyy")
    page_with(qtbot, box)
    typed_over(box, "30-11-2026", way="number")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert box.date() != WHOLE


def test_a_day_that_is_typed_whole_is_taken_by_going_on(qtbot: QtBot) -> None:
    box = day(DayBox())
    page = page_with(qtbot, box)
    typed_over(box, "30-11-2026", way="all")
    page.beside.setFocus(Qt.FocusReason.TabFocusReason)
    assert box.date() == WHOLE


@pytest.fixture
def dutch() -> Iterator[None]:
    """Days as the program writes them."""
    before = QLocale()
    QLocale.setDefault(QLocale("nl_NL"))
    yield
    QLocale.setDefault(before)


@pytest.mark.usefixtures("dutch")
@pytest.mark.parametrize("text", ["31-11-2026", "30-13", "morgen", "2-"])
def test_what_is_no_day_goes_back(text: str, qtbot: QtBot) -> None:
    box = day(DayBox())
    page_with(qtbot, box)
    before = box.text()
    typed_over(box, text, way="all")
    assert is_half_typed(box)
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert box.text() == before


def test_after_a_whole_day_one_types_in_parts_again(qtbot: QtBot) -> None:
    box = day(DayBox())
    box.setDisplayFormat("ddd d MMM yyyy")
    page_with(qtbot, box)
    typed_over(box, "30-11-2027", way="all")
    for _time in range(2):
        QTest.keyClick(box, Qt.Key.Key_Backspace)
    QTest.keyClicks(box, "26")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert box.date() == WHOLE
    for way, number in (("number", "12"), ("name", "14")):
        typed_over(box, number, way=way)
        QTest.keyClick(box, Qt.Key.Key_Return)
        assert box.date() == QDate(2026, 11, int(number))


def test_a_day_that_is_pasted_over_the_number_is_taken(qtbot: QtBot) -> None:
    box = day(DayBox())
    box.setDisplayFormat("ddd d MMM yyyy")
    page_with(qtbot, box)
    QApplication.clipboard().setText(" 30-11-2026 ")
    typed_over(box, "", way="number")
    QTest.keySequence(box, QKeySequence.StandardKey.Paste)
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert box.date() == WHOLE


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_open_calendar_shows_each_of_its_weeks_whole(
    theme: str, qtbot: QtBot, qapp: QApplication
) -> None:
    Theme.load(theme).apply(qapp)
    try:
        field = day(DayBox())
        field.setDate(QDate(2026, 8, 12))  # a month that lies in six weeks
        page_with(qtbot, field)
        QTest.mousePress(field, Qt.MouseButton.LeftButton, pos=QPoint(field.width() - 8, field.height() // 2))
        calendar = field.calendarWidget()
        view = calendar.findChild(QTableView)
        rows = view.model().rowCount()
        assert view.rowViewportPosition(rows - 1) + view.rowHeight(rows - 1) <= view.viewport().height()
        for button in calendar.findChildren(QToolButton):
            assert button.height() >= button.fontMetrics().height()
            assert button.parentWidget().rect().contains(button.geometry())
        weekend = calendar.weekdayTextFormat(Qt.DayOfWeek.Sunday).foreground().color()
        assert weekend == Theme.current().colour("soft")
        QTest.keyClick(calendar.window(), Qt.Key.Key_Escape)
    finally:
        Theme.load("light").apply(qapp)


def test_every_field_of_the_program_is_one_of_these() -> None:
    """A field of Qt itself would take the wheel."""
    made = [
        f"{path.relative_to(UI)}:{node.lineno} {node.func.id}"
        for path in UI.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id.removeprefix("Q") in OF_QT
    ]
    assert made == []
