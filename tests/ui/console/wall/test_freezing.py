"""A picture that stands still is for who was there, and as long as it is known that they are."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from beraad.readers import Readers
from beraad.terms import Attendance, Column, Step
from tests.ui.opened_console import HADDAD, Console, Opener, press

OF_ROOM_1, OF_ROOM_2 = "Rima zegt dit.", "Yousef zegt dat."


@pytest.fixture
def still(open_console: Opener) -> Console:
    """Room 1 is here, and the wall stands still with what it said."""
    console = open_console(HADDAD, "b1", half=1)
    console.page.go_to(Step.WORRIES)
    for half, said in ((2, OF_ROOM_2), (1, OF_ROOM_1)):
        console.model.show(lambda meeting, half=half: meeting.show_half(half))
        console.model.act(lambda meeting, said=said: meeting.statements.add(Column.DANGER, said))
    console.wall.show()
    press(console.page.top_bar, "Bevries F8")
    assert OF_ROOM_1 in console.wall.visible_texts()
    assert console.wall.frozen
    return console


def test_after_a_pause_the_other_room_does_not_find_it(still: Console) -> None:
    press(still.page.rail, "Pauze")
    press(still.page.notice, "Verder gaan")
    assert OF_ROOM_1 not in still.wall.visible_texts()
    assert not still.wall.frozen
    press(still.page.question, "Groep 2")
    shown = still.wall.visible_texts()
    assert OF_ROOM_1 not in shown
    assert OF_ROOM_2 in shown, "the control: the wall shows what this room may see"


def test_nor_when_somebody_says_that_the_other_group_is_there(still: Console) -> None:
    press(still.page.top_bar, "groep 2")
    assert OF_ROOM_1 not in still.wall.visible_texts()


def test_nor_when_the_people_of_this_group_sit_somewhere_else(still: Console) -> None:
    still.model.act(lambda meeting: meeting.course.sit_in("omar", 1))
    assert OF_ROOM_1 not in still.wall.visible_texts()
    assert not still.wall.frozen


def test_nor_in_one_room_once_nobody_is_said_to_be_there(console: Console) -> None:
    console.page.go_to(Step.WORRIES)
    people = [person.id for person in console.model.in_room]
    kept = "Alleen voor ons hier."
    console.model.act(
        lambda meeting: meeting.statements.add(Column.DANGER, kept, visible_to=Readers.only(*people))
    )
    console.wall.show()
    press(console.page.top_bar, "Bevries F8")
    assert kept in console.wall.visible_texts()
    for person in people:
        assert console.wall.frozen, "the control: fewer people than were there"
        console.model.act(lambda meeting, who=person: meeting.course.attend(who, Attendance.ABSENT))
    assert not console.wall.frozen
    assert kept not in console.wall.visible_texts()


def test_it_stands_still_as_long_as_the_same_people_are_there(still: Console, qtbot: QtBot) -> None:
    still.model.act(lambda meeting: meeting.statements.add(Column.DANGER, "Samira zegt nog iets."))
    still.page.go_to(Step.SCALE)
    assert still.wall.frozen
    assert OF_ROOM_1 in still.wall.visible_texts()
    still.page.activateWindow()
    qtbot.waitUntil(still.page.isActiveWindow)
    qtbot.keyClick(still.page, Qt.Key.Key_F8)
    assert not still.wall.frozen
