"""At midnight, and after sleep, what stands in the window is of the new day."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from beraad.services.vault import Vault
from beraad.terms import Step
from beraad.ui.console import MeetingPage
from beraad.ui.main_window import MainWindow
from beraad.ui.pages.case import CasePage
from beraad.ui.pages.cases import CasesPage
from tests.ui.driving import is_working, timer
from tests.ui.opened_window import DE_WIT, PASSPHRASE, Shell
from tests.ui.pages.cases.listed import Listed, said_in_lists, search_field

MIDNIGHT_BEFORE_THE_MEETING = dt.date(2026, 11, 20)
"""The second meeting of De Wit is on 21 November."""


class Day:
    """The local day, in the hands of the test."""

    def __init__(self) -> None:
        self.now = MIDNIGHT_BEFORE_THE_MEETING

    def __call__(self) -> dt.date:
        return self.now

    def go_on(self, days: int = 1) -> None:
        """Another day."""
        self.now += dt.timedelta(days=days)


@pytest.fixture
def day() -> Day:
    """The day before a meeting."""
    return Day()


@pytest.fixture
def window(vault: Vault, shell: Shell, day: Day, tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    """A window that asks for this day."""
    shell.window.close()
    vault.unlock(PASSPHRASE)
    window = MainWindow(vault, chosen=shell.window.choices.chosen, messages=shell.messages, today=day)
    window.resize(1366, 768)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield window
    window.close()
    window.deleteLater()


def words(window: MainWindow) -> str:
    """Everything that can be read."""
    labels = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    return "\n".join(labels + said_in_lists(window))


def test_the_list_says_tomorrow_and_after_midnight_today(window: MainWindow, day: Day) -> None:
    assert isinstance(window.page, CasesPage)
    assert "morgen" in words(window)
    assert not Listed(window.page).leads_on(DE_WIT)
    day.go_on()
    window.day_watch.look()
    assert "vandaag" in words(window)
    assert Listed(window.page).leads_on(DE_WIT)


def test_it_looks_by_itself(window: MainWindow, day: Day, qtbot: QtBot) -> None:
    timer(window.day_watch, "day").setInterval(1)
    day.go_on()
    qtbot.waitUntil(lambda: "vandaag" in words(window))


def test_a_clock_that_was_set_back_is_followed_too(window: MainWindow, day: Day) -> None:
    day.go_on()
    window.day_watch.look()
    day.go_on(-1)
    window.day_watch.look()
    assert "morgen" in words(window)


def test_the_page_of_a_case_says_the_new_day_and_the_new_age(window: MainWindow, day: Day) -> None:
    window.show_case(DE_WIT)
    assert isinstance(window.page, CasePage)
    page = window.page
    page.show_tab(page.people)
    before = words(window)
    day.go_on(366)
    window.day_watch.look()
    assert window.page is page
    assert words(window) != before
    ages = [line for line in before.split("\n") if " jaar" in line]
    assert ages
    assert not set(ages) & {line for line in words(window).split("\n") if " jaar" in line}


def test_search_and_keyboard_stay_where_they_are(window: MainWindow, day: Day, qtbot: QtBot) -> None:
    page = window.page
    assert isinstance(page, CasesPage)
    search_field(page).setText("wit")
    listed = Listed(page)
    listed.view.setFocus()
    listed.key(Qt.Key.Key_Tab)
    button = QApplication.focusWidget()
    assert isinstance(button, QPushButton)
    assert button.accessibleName() == "Beraad openen van Gezin De Wit"
    day.go_on()
    window.day_watch.look()
    assert listed.references() == [DE_WIT]
    assert QApplication.focusWidget() is button


def test_nothing_changes_under_a_dialog_and_all_does_after_it(window: MainWindow, day: Day) -> None:
    dialog = QDialog(window)
    dialog.open()
    assert QApplication.activeModalWidget() is dialog
    day.go_on()
    window.day_watch.look()
    assert "morgen" in words(window)
    dialog.reject()
    window.day_watch.look()
    assert "vandaag" in words(window)
    dialog.deleteLater()


def test_the_same_day_changes_nothing(window: MainWindow) -> None:
    page = window.page
    assert isinstance(page, CasesPage)
    said: list[object] = []
    Listed(page).view.model().modelReset.connect(lambda: said.append("anew"))
    window.day_watch.look()
    assert said == []


def test_after_the_lock_the_list_is_of_the_new_day(window: MainWindow, day: Day, qtbot: QtBot) -> None:
    window.lock()
    qtbot.waitUntil(lambda: not is_working(window))
    day.go_on()
    window.day_watch.look()
    window.page.passphrase.setText(PASSPHRASE)  # type: ignore[attr-defined]
    window.page.ask_form.submit.click()  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: isinstance(window.page, CasesPage))
    assert "vandaag" in words(window)


def test_a_meeting_over_midnight_reads_itself_anew(window: MainWindow, day: Day) -> None:
    window.open_meeting(DE_WIT, "b2")
    page = window.page
    assert isinstance(page, MeetingPage)
    page.go_to(Step.WORRIES)
    told: list[object] = []
    page.model.changed.connect(told.append)
    day.go_on()
    window.day_watch.look()
    assert len(told) == 1
    assert page.model.step is Step.WORRIES
