"""Typing a time or a day: what is typed lands in the part that one means."""

import datetime as dt

import pytest
from PySide6.QtCore import QCoreApplication, QDate, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPushButton, QTableView, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from beraad.disclosure.console_views import ConsoleTiming
from beraad.terms import TimingKind
from beraad.ui.steps.agreements.timing_editor import TimingEditor
from beraad.ui.widgets.day_field import DayField
from beraad.ui.widgets.time_field import TimeField
from tests.ui.driving import box_of, in_sight, is_there, moment, press

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def form(qtbot: QtBot) -> QWidget:
    """A window with another field first, so that nobody is in the fields yet."""
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(QLineEdit())
    return window


TAKE = "Neem over"


def _choosing(field: TimeField | DayField) -> list[QAbstractButton]:
    """The button to choose with, while the field is empty."""
    return [it for it in in_sight(field, QAbstractButton) if it.text() in ("Kies een dag", "Kies een tijd")]


def _show(qtbot: QtBot, form: QWidget, field: QWidget) -> None:
    layout = form.layout()
    assert layout
    layout.addWidget(field)
    with qtbot.waitExposed(form):
        form.show()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)


def _click(field: TimeField | DayField) -> None:
    (line,) = box_of(field).findChildren(QLineEdit)
    QTest.mouseClick(line, Qt.MouseButton.LeftButton)


def test_a_click_in_a_time_begins_at_the_hour(qtbot: QtBot, form: QWidget) -> None:
    field = TimeField(label="Hoe laat")
    field.show_time("20:00")
    _show(qtbot, form, field)
    _click(field)
    QTest.keyClicks(box_of(field), "1930")
    QTest.keyClick(box_of(field), Qt.Key.Key_Return)
    assert field.time() == "19:30"


def test_after_choosing_a_time_one_types_the_hour(qtbot: QtBot, form: QWidget) -> None:
    field = TimeField(label="Hoe laat")
    _show(qtbot, form, field)
    _choosing(field)[0].click()
    QTest.keyClicks(box_of(field), "1930")
    QTest.keyClick(box_of(field), Qt.Key.Key_Return)
    assert field.time() == "19:30"


def test_a_second_click_goes_to_the_part_that_was_clicked(qtbot: QtBot, form: QWidget) -> None:
    field = TimeField(label="Hoe laat")
    field.show_time("20:00")
    _show(qtbot, form, field)
    _click(field)
    (line,) = box_of(field).findChildren(QLineEdit)
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
        _choosing(field)[0].click()
    else:
        box_of(field).setFocus(Qt.FocusReason.TabFocusReason)
        QCoreApplication.processEvents()
    (line,) = box_of(field).findChildren(QLineEdit)
    assert line.selectedText() == "21"


def test_the_arrow_key_goes_past_sunday(qtbot: QtBot, form: QWidget) -> None:
    field = DayField(label="Vanaf")
    field.suggested = dt.date(2026, 11, 21)
    _show(qtbot, form, field)
    _choosing(field)[0].click()
    for _time in range(3):
        QTest.keyClick(box_of(field), Qt.Key.Key_Up)
    assert field.day() == dt.date(2026, 11, 24)


THEN, CLICKED = dt.date(2026, 11, 21), dt.date(2026, 11, 26)


def _click_in_calendar(field: DayField, day: dt.date) -> None:
    box = box_of(field)
    QTest.mousePress(box, Qt.MouseButton.LeftButton, pos=QPoint(box.width() - 8, box.height() // 2))
    QTest.mouseRelease(box, Qt.MouseButton.LeftButton, pos=QPoint(box.width() - 8, box.height() // 2))
    calendar = box.calendarWidget()
    assert calendar.isVisible()
    table = calendar.findChild(QTableView)
    assert isinstance(table, QTableView)
    for index in (
        table.model().index(row, column)
        for row in range(2, table.model().rowCount())
        for column in range(table.model().columnCount())
    ):
        at = table.visualRect(index).center()
        if str(index.data()) == str(day.day):
            QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
            break
    assert not calendar.isVisible()


def _wait_for(field: DayField, words: str, qtbot: QtBot) -> None:
    """Off screen a window does not get the keyboard back from a calendar by itself."""
    field.window().activateWindow()
    qtbot.waitUntil(lambda: box_of(field).lineEdit().text() == words, timeout=3000)


@pytest.fixture
def clicked(qtbot: QtBot, form: QWidget) -> tuple[DayField, list[object]]:
    """A field in which another day was clicked in the calendar, and what it told."""
    field, told = DayField(label="Vanaf"), []
    field.show_day(THEN)
    field.day_changed.connect(told.append)
    _show(qtbot, form, field)
    box_of(field).setFocus()
    _click_in_calendar(field, CLICKED)
    _wait_for(field, "do 26 nov 2026", qtbot)
    return field, told


def test_a_day_that_is_clicked_in_the_calendar_is_shown_and_not_told(
    clicked: tuple[DayField, list[object]],
) -> None:
    """It was saved and on the wall with the click; who clicks a wrong one can still choose another."""
    field, told = clicked
    assert (told, field.day(), is_there(field, TAKE)) == ([], THEN, True)


@pytest.mark.parametrize("way", ["button", "Enter", "going on"])
def test_a_clicked_day_is_told_when_it_is_taken_over(
    clicked: tuple[DayField, list[object]], form: QWidget, way: str
) -> None:
    field, told = clicked
    if way == "button":
        press(field, TAKE)
    elif way == "Enter":
        QTest.keyClick(box_of(field), Qt.Key.Key_Return)
    else:
        other = form.findChild(QLineEdit, options=Qt.FindChildOption.FindDirectChildrenOnly)
        assert isinstance(other, QLineEdit)
        other.setFocus(Qt.FocusReason.TabFocusReason)
    assert (told, field.day(), is_there(field, TAKE)) == ([CLICKED], CLICKED, False)


def test_a_clicked_day_goes_back_where_nobody_takes_it_over(
    clicked: tuple[DayField, list[object]], form: QWidget
) -> None:
    field, told = clicked
    form.hide()
    assert (told, field.day()) == ([], THEN)
    assert box_of(field).date() == QDate(THEN.year, THEN.month, THEN.day)
    assert box_of(field).lineEdit().text() == "za 21 nov 2026"


def test_a_clicked_day_is_typed_over(clicked: tuple[DayField, list[object]]) -> None:
    field, told = clicked
    QTest.keyClicks(box_of(field), "1-12-2026")
    QTest.keyClick(box_of(field), Qt.Key.Key_Return)
    assert told == [dt.date(2026, 12, 1)]


def test_another_click_in_the_calendar_takes_the_place_of_the_first(
    clicked: tuple[DayField, list[object]], qtbot: QtBot
) -> None:
    field, told = clicked
    _click_in_calendar(field, dt.date(2026, 11, 19))
    _wait_for(field, "do 19 nov 2026", qtbot)
    press(field, TAKE)
    assert told == [dt.date(2026, 11, 19)]


# -- what the program proposes ----------------------------------------------------------------------


@pytest.fixture(params=["day", "time"])
def proposed(
    request: pytest.FixtureRequest, qtbot: QtBot, form: QWidget
) -> tuple[DayField | TimeField, list[object]]:
    """A field in which one just began to choose, and what it told."""
    field: DayField | TimeField
    told: list[object] = []
    if request.param == "day":
        field = DayField(label="Vanaf")
        field.suggested = THEN
        field.day_changed.connect(told.append)
    else:
        field = TimeField(label="Hoe laat")
        field.time_changed.connect(told.append)
    _show(qtbot, form, field)
    QTest.mouseClick(_choosing(field)[0], Qt.MouseButton.LeftButton)
    return field, told


def chosen(field: DayField | TimeField) -> object:
    """What stands in it."""
    return field.day() if isinstance(field, DayField) else field.time()


def _first_field(form: QWidget) -> QLineEdit:
    other = form.findChild(QLineEdit, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert isinstance(other, QLineEdit)
    return other


def test_what_is_proposed_is_chosen_by_nobody_yet(
    proposed: tuple[DayField | TimeField, list[object]],
) -> None:
    """It was saved and on the wall with the click that only asked for a field."""
    field, told = proposed
    assert (told, chosen(field), is_there(field, TAKE)) == ([], None, True)


@pytest.mark.parametrize("way", ["button", "Enter", "going on", "the same typed"])
def test_what_is_proposed_is_told_once_when_it_is_taken_over(
    proposed: tuple[DayField | TimeField, list[object]], form: QWidget, way: str
) -> None:
    field, told = proposed
    if way == "button":
        press(field, TAKE)
    elif way == "going on":
        _first_field(form).setFocus(Qt.FocusReason.TabFocusReason)
    else:
        if way == "the same typed":
            QTest.keyClicks(box_of(field), box_of(field).lineEdit().selectedText())
        QTest.keyClick(box_of(field), Qt.Key.Key_Return)
    assert told == [THEN if isinstance(field, DayField) else "20:00"]
    assert (chosen(field), is_there(field, TAKE)) == (told[0], False)


def test_what_is_proposed_goes_where_nobody_takes_it_over(
    proposed: tuple[DayField | TimeField, list[object]], form: QWidget, qtbot: QtBot
) -> None:
    field, told = proposed
    form.hide()
    qtbot.waitUntil(box_of(field).isHidden)
    form.show()
    assert (told, chosen(field), bool(_choosing(field))) == ([], None, True)


def test_nothing_moves_under_the_button_with_which_one_leaves(
    proposed: tuple[DayField | TimeField, list[object]], form: QWidget, qtbot: QtBot
) -> None:
    field, told = proposed
    beside = QPushButton("Klaar")
    layout = form.layout()
    assert layout
    layout.addWidget(beside)
    qtbot.waitUntil(beside.isVisible)
    QCoreApplication.processEvents()
    at, window = beside.mapTo(form, beside.rect().center()), form.windowHandle()
    QTest.mousePress(window, Qt.MouseButton.LeftButton, pos=at)
    assert told, "going on takes it"
    assert is_there(field, TAKE)
    QTest.mouseRelease(window, Qt.MouseButton.LeftButton, pos=at)
    qtbot.waitUntil(lambda: not is_there(field, TAKE))


def test_the_cross_throws_away_what_is_proposed(proposed: tuple[DayField | TimeField, list[object]]) -> None:
    field, told = proposed
    (cross,) = [it for it in in_sight(field, QAbstractButton) if it.accessibleName().endswith(": leegmaken")]
    QTest.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert (told, chosen(field), bool(_choosing(field))) == ([], None, True)


def test_what_is_proposed_stays_while_the_page_is_shown_anew(
    proposed: tuple[DayField | TimeField, list[object]],
) -> None:
    field, told = proposed
    field.show_day(None) if isinstance(field, DayField) else field.show_time(None)
    assert (told, is_there(field, TAKE)) == ([], True)


def test_what_is_proposed_stays_where_the_field_that_was_left_shows_the_page_anew(
    qtbot: QtBot, form: QWidget
) -> None:
    field = DayField(label="Vanaf")
    _show(qtbot, form, field)
    left = _first_field(form)
    left.setFocus()
    left.editingFinished.connect(lambda: field.show_day(None))
    _choosing(field)[0].setFocusPolicy(Qt.FocusPolicy.NoFocus)
    QTest.mouseClick(_choosing(field)[0], Qt.MouseButton.LeftButton)
    assert box_of(field).isVisible()
    assert is_there(field, TAKE)


def test_a_day_clicked_over_what_was_proposed_is_told_alone(qtbot: QtBot, form: QWidget) -> None:
    field, told = DayField(label="Vanaf"), []
    field.suggested = THEN
    field.day_changed.connect(told.append)
    _show(qtbot, form, field)
    QTest.mouseClick(_choosing(field)[0], Qt.MouseButton.LeftButton)
    _click_in_calendar(field, CLICKED)
    _wait_for(field, "do 26 nov 2026", qtbot)
    assert (told, field.day()) == ([], None)
    press(field, TAKE)
    assert (told, field.day()) == ([CLICKED], CLICKED)


@pytest.mark.parametrize(
    ("starts", "proposed"),
    [("2026-10-05", "2027-01-02"), ("2026-12-01", "2027-01-12"), (None, "2027-01-02")],
)
def test_no_end_is_proposed_that_is_over(qtbot: QtBot, starts: str | None, proposed: str) -> None:
    editor = TimingEditor()
    qtbot.addWidget(editor)
    timing = ConsoleTiming(TimingKind.RECURRING, dt.date.fromisoformat(starts) if starts else None)
    editor.show_timing(timing, dt.date(2026, 11, 21))
    assert moment(editor, "Tot en met", DayField).suggested == dt.date.fromisoformat(proposed)
