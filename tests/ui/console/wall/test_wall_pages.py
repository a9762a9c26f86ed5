"""The facilitator turns the pages of the wall from the console; with one page there is nothing to turn."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QToolButton
from pytestqt.qtbot import QtBot

from beraad.terms import Column, Step
from beraad.ui.console.wall.wall_pages import WallPages
from tests.ui.driving import timer
from tests.ui.opened_console import Console, texts


@pytest.fixture
def full(console: Console) -> Console:
    """The step of the worries, with more of them than one page holds."""
    console.page.go_to(Step.WORRIES)
    for number in range(30):
        console.service.statements.add(Column.DANGER, f"Op dag {number} liep iemand boos weg.")
    console.model.refresh()
    assert console.wall.pages > 2
    return console


def pages_of(console: Console) -> WallPages:
    (found,) = console.page.findChildren(WallPages)
    return found


def test_a_picture_of_one_page_has_nothing_to_turn(console: Console) -> None:
    assert console.wall.pages == 1
    assert not pages_of(console).isVisible()


def test_the_buttons_turn_the_pages_and_say_which_stands(full: Console) -> None:
    back, on = pages_of(full).findChildren(QToolButton)
    full.wall.show_view(full.model.wall_view)
    begin = full.wall.page
    on.click()
    assert full.wall.page == begin % full.wall.pages + 1
    assert f"Bladzijde {full.wall.page} van {full.wall.pages}" in texts(pages_of(full))
    back.click()
    assert full.wall.page == begin


def test_they_turn_by_themselves_only_where_that_is_ticked(full: Console) -> None:
    full.wall.show()
    (tick,) = pages_of(full).findChildren(QCheckBox)
    assert not tick.isChecked()
    assert not timer(full.wall, "page turn").isActive()
    tick.click()
    assert full.wall.turning
    assert timer(full.wall, "page turn").isActive()
    tick.click()
    assert not timer(full.wall, "page turn").isActive()


def test_keys_turn_the_pages_from_wherever_the_keyboard_is(full: Console, qtbot: QtBot) -> None:
    begin = full.wall.page
    qtbot.keyClick(full.page, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert full.wall.page == begin % full.wall.pages + 1
    qtbot.keyClick(full.page, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert full.wall.page == begin
