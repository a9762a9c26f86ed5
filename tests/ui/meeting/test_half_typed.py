"""A number, time or day that is half typed: taken by Enter or going on, and by nothing else."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QDate, Qt, QTime
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QDateEdit,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from beraad.terms import Step
from beraad.ui.meeting.pace import agenda_of
from beraad.ui.steps.evaluation.page import EvaluationPage
from beraad.ui.steps.welcome.page import WelcomePage
from beraad.ui.widgets.day_field import DayField
from beraad.ui.widgets.focus_moves import STEP_PAGE
from beraad.ui.widgets.time_field import TimeField
from beraad.ui.widgets.value_fields import DayBox, NumberBox, TimeBox
from tests.ui.driving import in_sight, moment
from tests.ui.opened_console import Console


class Form(QWidget):
    """A window with two pages, and a box and another field on the first."""

    def __init__(self, box: QAbstractSpinBox) -> None:
        super().__init__()
        self.box, self.beside, self.elsewhere = box, QLineEdit(), QLineEdit()
        self.page, self.other = QWidget(), QWidget()
        column = QVBoxLayout(self)
        for page, fields in ((self.page, (box, self.beside)), (self.other, (self.elsewhere,))):
            page.setProperty(STEP_PAGE, True)
            inside = QVBoxLayout(page)
            for field in fields:
                inside.addWidget(field)
            column.addWidget(page)


def _number() -> QAbstractSpinBox:
    box = NumberBox()
    box.setValue(7)
    return box


def _time() -> QAbstractSpinBox:
    box = TimeBox()
    box.setDisplayFormat("HH:mm")
    box.setTime(QTime(20, 0))
    return box


def _day() -> QAbstractSpinBox:
    box = DayBox()
    box.setDisplayFormat("dd-MM-yyyy")
    box.setDate(QDate(2026, 11, 21))
    return box


BOXES: dict[str, tuple[Callable[[], QAbstractSpinBox], str]] = {
    "number": (_number, "25"),
    "time": (_time, "19"),
    "day": (_day, "03"),
}


def _value(box: QAbstractSpinBox) -> object:
    match box:
        case QSpinBox():
            return box.value()
        case QTimeEdit():
            return box.time().toString()
        case QDateEdit():
            return box.date().toString()
    raise TypeError(box)


LEAVE: dict[str, Callable[[Form, QWidget], object]] = {
    "another window": lambda _form, window: window.activateWindow(),
    "another page": lambda form, _window: form.elsewhere.setFocus(),
    "the page goes": lambda form, _window: form.page.hide(),
    "the box goes": lambda form, _window: form.box.hide(),
    "the window closes": lambda form, _window: form.close(),
}
TAKE: dict[str, Callable[[Form, QWidget], object]] = {
    "going on": lambda form, _window: form.beside.setFocus(),
    "Tab": lambda form, _window: QTest.keyClick(form.box, Qt.Key.Key_Tab),
    "Enter": lambda form, _window: QTest.keyClick(form.box, Qt.Key.Key_Return),
}


@pytest.mark.parametrize("kind", BOXES)
@pytest.mark.parametrize("then", [*LEAVE, *TAKE])
def test_half_a_value_is_taken_by_a_wish_alone(qtbot: QtBot, kind: str, then: str) -> None:
    make, typed = BOXES[kind]
    form, window = Form(make()), QWidget()
    for shown in (window, form):
        qtbot.addWidget(shown)
        with qtbot.waitExposed(shown):
            shown.show()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    form.box.setFocus()
    line = form.box.findChild(QLineEdit)
    assert line
    before, shown_before = _value(form.box), line.text()
    if isinstance(form.box, QSpinBox):
        line.selectAll()
    QTest.keyClicks(form.box, typed)
    assert line.text() != shown_before, "it was typed"
    assert _value(form.box) == before, "and not taken"
    (LEAVE | TAKE)[then](form, window)
    qtbot.waitUntil(lambda: then != "another window" or window.isActiveWindow())
    if then in TAKE:
        assert _value(form.box) != before
    else:
        assert (_value(form.box), line.text()) == (before, shown_before)


MOVE: dict[str, Callable[[Console], object]] = {
    "another step": lambda console: console.page.go_to(Step.WORRIES),
    "a pause": lambda console: console.page.pausing.pause(),
    "the end": lambda console: console.page.navigation.call_last(),
    "another window": lambda console: console.window.activateWindow(),
    "the lock": lambda console: (console.page.steps.leave(), console.page.hide()),
    "closing": lambda console: console.page.close_meeting(),
}


def _minutes(console: Console) -> NumberBox:
    console.page.go_to(Step.WELCOME)
    return next(box for box in in_sight(console.page.steps.of(WelcomePage), NumberBox) if box.isEnabled())


@pytest.mark.parametrize("move", MOVE)
def test_minutes_half_typed_do_not_reach_the_plan(console: Console, qtbot: QtBot, move: str) -> None:
    console.window.show()
    console.page.activateWindow()
    qtbot.waitUntil(console.page.isActiveWindow)
    box = _minutes(console)
    planned = [item.planned_minutes for item in agenda_of(console.service.console())]
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "99")
    console.messages.answer(True)
    MOVE[move](console)
    if not console.left:
        assert [item.planned_minutes for item in agenda_of(console.service.console())] == planned
    assert box.value() != 99


def test_minutes_go_into_the_plan_when_one_goes_on(console: Console, qtbot: QtBot) -> None:
    box = _minutes(console)
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "99")
    QTest.keyClick(box, Qt.Key.Key_Tab)
    assert 99 in [item.planned_minutes for item in console.service.console().agenda]


def _told(console: Console, box: QAbstractSpinBox, digits: str) -> str:
    """What the line below says while these stand in a box."""
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, digits)
    return console.page.status.save_state.text()


def test_the_line_says_saved_of_no_number_that_is_half_typed(console: Console) -> None:
    """It was green while 99 minutes stood there, and 10 on disk."""
    box, line = _minutes(console), console.page.status.save_state
    assert _told(console, box, "99").endswith("half getypt nog niet")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert 99 in [item.planned_minutes for item in console.service.console().agenda]
    assert "nog niet" not in line.text(), "the control: it was taken"
    assert "half getypt" in _told(console, box, "7")
    console.page.go_to(Step.WORRIES)
    assert "half getypt" not in line.text(), "it went back"


def test_the_line_says_saved_of_no_day_and_no_time_that_are_half_typed(console: Console) -> None:
    console.page.go_to(Step.EVALUATION)
    page, line = console.page.steps.of(EvaluationPage), console.page.status.save_state
    for field, choosing, part in (
        (moment(page, "Dag", DayField), "Kies een dag", 1),
        (moment(page, "Tijd", TimeField), "Kies een tijd", 0),
    ):
        (begin,) = [made for made in field.findChildren(QPushButton) if made.text() == choosing]
        begin.click()
        box = field.findChild(DayBox) or field.findChild(TimeBox)
        assert box is not None
        assert line.text().endswith("half getypt nog niet"), "what is proposed was taken by nobody yet"
        box.take()
        assert line.text().startswith("Opgeslagen")
        assert "half getypt" not in line.text(), "the control"
        box.setFocus()
        box.setSelectedSection(box.sectionAt(part))
        before = box.lineEdit().text()
        QTest.keyClicks(box, "1")
        assert box.lineEdit().text() != before
        assert line.text().endswith("half getypt nog niet")
        QTest.keyClick(box, Qt.Key.Key_Return)
        assert "half getypt" not in line.text()
