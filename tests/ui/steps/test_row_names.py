"""Rows with the same buttons and fields: who listens to the screen can tell them apart."""

from collections.abc import Iterable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from beraad.terms import Attendance, Column, MeetingMode, StatementKind, Step
from beraad.ui.steps.agreements.page import AgreementsPage
from beraad.ui.steps.decide.page import DecidePage
from beraad.ui.steps.welcome.attendance_row import AttendanceRow
from tests.ui.driving import is_there
from tests.ui.opened_console import Console


class _Windows(QObject):
    """Notes every window that opens."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.opened.append(type(watched).__name__)
        return False


def _names(rows: Iterable[QWidget | None]) -> list[str]:
    """The names of what the Tab key can come to in rows that stand on the screen."""
    return [
        field.accessibleName()
        for row in rows
        if row
        for field in row.findChildren(QWidget)
        # The line in a box is the box.
        if field.focusPolicy() & Qt.FocusPolicy.TabFocus and not isinstance(field.parent(), QComboBox)
        if field.isVisibleTo(row) and field.accessibleName()
    ]


@pytest.fixture
def gaps(console: Console) -> Console:
    """Step 8 with two worries that no agreement answers."""
    console.service.carrying.keep_the_rest()
    for text in ("Mark kan de sleutel nog hebben.", "De buren horen ruzie."):
        console.service.statements.add(Column.DANGER, text, StatementKind.DANGER_STATEMENT)
    console.service.course.attend("peter", Attendance.ABSENT)
    console.page.go_to(Step.DECIDE_AND_SIGN)
    return console


def test_who_answers_is_in_the_name_of_the_button(gaps: Console) -> None:
    page = gaps.page.steps.of(DecidePage)
    names = _names(page.answer_row(person.id) for person in gaps.model.view.people)
    assert "Sanne: Teken" in names
    assert len(set(names)) == len(names)


def test_what_is_open_is_in_the_names_of_its_row(gaps: Console) -> None:
    names = _names(gaps.page.steps.of(DecidePage).gap_row(gap) for gap in gaps.model.gaps)
    assert any("sleutel" in name and name.endswith(": aanvullen") for name in names)
    assert len(names) >= 4
    assert len(set(names)) == len(names)


def test_the_step_of_the_emergency_plan_is_in_the_names_of_its_row(console: Console) -> None:
    console.service.carrying.keep_the_rest()
    console.page.go_to(Step.AGREEMENTS)
    page = console.page.steps.of(AgreementsPage)
    page.show_emergency()
    names = _names(page.emergency.row(index) for index in range(4))
    assert "Stap 2: Omhoog" in names
    assert "Stap 4: Wie mag dit zien?" in names
    assert len(set(names)) == len(names)


def test_a_row_of_an_alternating_meeting_opens_no_window_of_its_own(console: Console, qtbot: QtBot) -> None:
    windows = _Windows()
    app = QApplication.instance()
    assert app
    app.installEventFilter(windows)
    try:
        row = AttendanceRow()
        row.show_person(console.model.view.people[0], MeetingMode.ALTERNATING)
    finally:
        app.removeEventFilter(windows)
    qtbot.addWidget(row)
    assert windows.opened == []


def test_what_tells_two_people_apart_stands_once(console: Console, qtbot: QtBot) -> None:
    person = console.model.view.people[0]
    row = AttendanceRow()
    qtbot.addWidget(row)
    alike = replace(person, called=f"{person.called} (moeder)", relation="moeder", organisation=None)
    row.show_person(alike, MeetingMode.TOGETHER)
    row.show()
    assert not is_there(row, "moeder", QLabel)
    row.show_person(replace(alike, called=person.called), MeetingMode.TOGETHER)
    assert is_there(row, "moeder", QLabel)
