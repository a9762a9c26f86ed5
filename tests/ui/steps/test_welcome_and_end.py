"""Steps 1, 6 and 9: who is here, time alone, and how it ends."""

import datetime as dt

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QComboBox, QScrollArea, QSpinBox
from pytestqt.qtbot import QtBot

from beraad.i18n import DUTCH
from beraad.services.meeting import ActKind
from beraad.terms import Attendance, EvaluationItem, MeetingMode, Step
from beraad.ui.console.over.marks_screen import MarksScreen
from beraad.ui.steps.evaluation.page import EvaluationPage
from beraad.ui.steps.family_time.page import FamilyTimePage
from beraad.ui.steps.welcome.page import WelcomePage
from beraad.ui.widgets.day_field import DayField
from beraad.ui.widgets.growing_text_edit import GrowingTextEdit
from beraad.words.meeting import step_title
from tests.inside import rows_of
from tests.ui.driving import can_be_pressed, moment, the
from tests.ui.opened_console import HADDAD, Console, Opener, press, take_back, texts


def test_everybody_is_here_in_one_stroke(open_console: Opener) -> None:
    console = open_console()
    press(console.page.steps.of(WelcomePage), "Iedereen is er")
    assert len(console.model.view.at_table) == 8
    assert "AAN TAFEL · 8" in texts(console.page.rail)


def test_somebody_is_by_phone_and_by_pressing_again_only_invited(console: Console) -> None:
    telephone = the(console.page.steps.of(WelcomePage), "Kees: telefoon", QAbstractButton)
    telephone.click()
    assert console.model.view.person("kees").attendance is Attendance.BY_PHONE
    telephone.click()
    assert console.model.view.person("kees").attendance is Attendance.INVITED


def test_minutes_and_steps_are_planned_here(console: Console) -> None:
    title = step_title(Step.SCALE, DUTCH)
    the(console.page.steps.of(WelcomePage), f"{title}: minuten", QSpinBox).setValue(20)
    the(console.page.steps.of(WelcomePage), title, QCheckBox).click()
    item = next(item for item in console.model.view.agenda if item.step is Step.SCALE)
    assert (item.planned_minutes, item.skipped) == (20, True)


def test_who_cannot_have_paper_is_named(open_console: Opener) -> None:
    console = open_console(HADDAD, "b1")
    kept = [person.called for person in console.model.view.people if person.paper.value == "no"]
    assert kept
    assert all(name in texts(console.page.guide) for name in kept)


def test_family_time_says_how_long_there_is_left(console: Console) -> None:
    console.page.go_to(Step.FAMILY_TIME)
    console.clock.pass_minutes(12)
    console.model.refresh()
    assert "nog 18 minuten" in texts(console.page.steps.of(FamilyTimePage))
    press(console.page.steps.of(FamilyTimePage), "Vijf minuten meer")
    assert "nog 23 minuten" in texts(console.page.steps.of(FamilyTimePage))


def test_the_next_meeting_begins_six_weeks_on_at_the_same_hour(console: Console) -> None:
    console.page.go_to(Step.EVALUATION)
    press(console.page.steps.of(EvaluationPage), "Kies een dag")
    assert console.model.view.next_starts_at is None, "it is only proposed"
    press(console.page.steps.of(EvaluationPage), "Neem over")
    assert console.model.view.next_starts_at == "2027-01-02T14:00:00"
    moment(console.page.steps.of(EvaluationPage), "Dag", DayField).day_changed.emit(dt.date(2027, 1, 9))
    assert console.model.view.next_starts_at == "2027-01-09T14:00:00"


@pytest.mark.parametrize(("held", "offered"), [("2026-11-22", "2027-01-04"), ("2026-11-23", "2027-01-04")])
def test_no_sunday_is_offered(console: Console, held: str, offered: str) -> None:
    with rows_of(console.service).act(ActKind.MEETING_CHANGED) as meeting:
        meeting.starts_at = f"{held}T14:00:00"
    console.page.go_to(Step.EVALUATION)
    console.model.refresh()
    press(console.page.steps.of(EvaluationPage), "Kies een dag")
    press(console.page.steps.of(EvaluationPage), "Neem over")
    assert console.model.view.next_starts_at == f"{offered}T14:00:00"


def test_one_room_or_two_next_time_is_agreed_too(console: Console) -> None:
    console.page.go_to(Step.EVALUATION)
    how = the(console.page.steps.of(EvaluationPage), "Hoe", QComboBox)
    how.setCurrentIndex(how.findData("alternating"))
    how.activated.emit(how.currentIndex())
    assert console.model.view.next_mode is MeetingMode.ALTERNATING
    press(console.page.steps.of(EvaluationPage), "Kies een dag")
    press(console.page.steps.of(EvaluationPage), "Neem over")
    assert console.model.view.next_starts_at
    assert console.model.view.next_mode is MeetingMode.ALTERNATING


def test_the_place_is_placed_and_a_day_may_come_later(console: Console, qtbot: QtBot) -> None:
    console.page.go_to(Step.EVALUATION)
    place = the(console.page.steps.of(EvaluationPage), "Plaats", GrowingTextEdit)
    place.setFocus()
    qtbot.keyClicks(place, "thuis")
    qtbot.keyClick(place, Qt.Key.Key_Return)
    assert (console.model.view.next_starts_at, console.model.view.next_place) == (None, "thuis")


def test_marks_are_given_on_a_screen_of_their_own_without_a_name(console: Console) -> None:
    console.page.go_to(Step.EVALUATION)
    press(console.page.steps.of(EvaluationPage), "Iemand geeft cijfers")
    screen = console.page.steps.private.open_screen
    assert isinstance(screen, MarksScreen)
    press(screen.pad(EvaluationItem.RESPECT), "9")
    press(screen.pad(EvaluationItem.TRUST), "7")
    press(screen, "Klaar")
    assert console.model.view.evaluations[-1].person is None
    assert console.model.view.evaluations[-1].marks == (9, 7, None, None, None, None)
    assert "Geef de laptop door." in texts(console.page.steps.private.open_screen)
    take_back(console)
    assert "1 van 8 gaven cijfers" in texts(console.page.steps.of(EvaluationPage))


def test_the_keys_of_the_console_do_nothing_over_a_private_screen(console: Console, qtbot: QtBot) -> None:
    console.page.go_to(Step.EVALUATION)
    console.page.steps.private.mark()
    qtbot.keyClick(console.page, Qt.Key.Key_PageUp, Qt.KeyboardModifier.AltModifier)
    assert console.model.step is Step.EVALUATION


def test_copies_are_asked_for_once_the_plan_is_agreed(open_console: Opener, qtbot: QtBot) -> None:
    console = open_console("IT-2026-014", "b1")
    console.page.go_to(Step.EVALUATION)
    with qtbot.waitSignal(console.page.print_requested) as asked:
        press(console.page.steps.of(EvaluationPage), "Exemplaren printen …")
    assert asked.args == ["IT-2026-014", "b1"]


def test_before_that_there_is_nothing_to_print(console: Console) -> None:
    console.page.go_to(Step.EVALUATION)
    assert not can_be_pressed(console.page.steps.of(EvaluationPage), "Exemplaren printen …")


@pytest.mark.parametrize("width", [1330, 1344, 1350, 1356, 1366, 1400])
def test_the_welcome_page_scrolls_sideways_at_no_width(console: Console, width: int) -> None:
    console.page.resize(width, 700)
    QCoreApplication.processEvents()
    areas = console.page.steps.of(WelcomePage).findChildren(QScrollArea)
    assert [area.horizontalScrollBar().maximum() for area in areas] == [0] * len(areas)
