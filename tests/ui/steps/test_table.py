"""Table of the steps: each has a page, and each key of the steps is carried out by one."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from beraad.terms import Column, Step
from beraad.ui.meeting.keys import OF_STEPS, MeetingKey
from beraad.ui.steps.columns.page import ColumnsPage
from beraad.ui.steps.table import PAGES
from tests.ui.opened_console import Console, chord


def test_every_step_has_a_page() -> None:
    assert list(PAGES) == list(Step)


def test_every_key_of_the_steps_is_carried_out_by_a_page(console: Console) -> None:
    pages = [console.page.steps.page(step) for step in Step]
    assert {key for page in pages for key in page.keys} == set(OF_STEPS)


def test_a_key_that_means_nothing_at_this_step_does_nothing(console: Console, qtbot: QtBot) -> None:
    console.page.go_to(Step.SCALE)
    before = console.model.view
    for key in OF_STEPS:
        chord(console.page, key)
    assert console.model.view is before
    console.page.go_to(Step.WORRIES)
    chord(console.page, MeetingKey.DANGER)
    add = console.page.steps.of(ColumnsPage).column(Column.DANGER).add_statement
    qtbot.keyClicks(add.field, "Hij riep.")
    qtbot.keyClick(add.field, Qt.Key.Key_Return)
    assert console.model.view.statements[-1].text == "Hij riep.", "the control: at its step it does"
