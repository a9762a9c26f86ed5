"""A meeting in two rooms is opened: who is in the room is asked, and nothing of either is shown before."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from beraad.disclosure.views import canonical_json
from beraad.services.meeting import MeetingService
from beraad.store.store import Store
from beraad.terms import Attendance, Column, Step
from beraad.ui.console.over.release_list import ReleaseList
from beraad.ui.meeting.keys import MeetingKey
from beraad.ui.steps.columns.page import ColumnsPage
from beraad.ui.steps.welcome.page import WelcomePage
from tests.ui.opened_console import HADDAD, Clock, Console, Opener, chord, press, texts

OF_ROOM_1, OF_ROOM_2 = "Rima zegt dit.", "Yousef zegt dat."
LATER = [step for step in Step if step is not Step.WELCOME]


@pytest.fixture
def asked(store: Store, open_console: Opener) -> Console:
    """Both rooms said something before, and the meeting is opened again."""
    before = MeetingService(store, HADDAD, "b1", Clock())
    for half, said in ((1, OF_ROOM_1), (2, OF_ROOM_2)):
        before.show_half(half)
        before.statements.add(Column.DANGER, said)
    before.close()
    return open_console(HADDAD, "b1", half=None)


def wall_of(console: Console) -> str:
    return canonical_json(console.model.wall_view)


def choice(console: Console, half: int) -> QPushButton:
    found = console.page.question.findChildren(QPushButton)
    return next(item for item in found if item.text() == f"Groep {half}")


def test_it_says_who_sits_in_each_group(asked: Console) -> None:
    said = texts(asked.page.question)
    assert "Wie zit er nu in de kamer?" in said
    assert "Rima, Samira, Noor en Chantal" in said
    assert "Yousef, Omar en Piet" in said
    assert choice(asked, 2).accessibleName() == "Nu in de kamer: groep 2, Yousef, Omar en Piet"
    assert "Druk op Ctrl+1 of Ctrl+2." in asked.page.accessibleDescription()


@pytest.mark.parametrize("half", [1, 2])
def test_nothing_of_either_room_is_on_the_wall_before_the_answer(
    asked: Console, qtbot: QtBot, half: int
) -> None:
    asked.page.go_to(Step.WORRIES)
    for said in (OF_ROOM_1, OF_ROOM_2):
        assert said not in wall_of(asked)
    chord(asked.page, MeetingKey.DANGER if half == 1 else MeetingKey.SAFETY)
    own, other = (OF_ROOM_1, OF_ROOM_2) if half == 1 else (OF_ROOM_2, OF_ROOM_1)
    assert own in wall_of(asked), "the control: its own room sees it"
    assert other not in wall_of(asked)


def test_no_page_of_a_step_stands_before_the_answer(asked: Console) -> None:
    for step in LATER:
        assert asked.model.asks_half
        asked.page.go_to(step)
        page = asked.page.steps.current()
        assert not page.isVisible(), step
        assert "Zeg eerst wie er in de kamer zit" in texts(asked.page.steps)
        choice(asked, 1).click()
        assert page.isVisible(), step
        assert not asked.page.question.isVisible()
        # After a pause it is asked again.
        asked.page.pausing.pause()
        asked.page.pausing.resume()


def test_at_the_welcome_one_says_meanwhile_who_sits_where(asked: Console) -> None:
    assert asked.page.steps.of(WelcomePage).isVisible()
    asked.model.act(lambda meeting: meeting.course.sit_in("piet", 1))
    assert "Rima, Samira, Noor, Piet en Chantal" in texts(asked.page.question)


def test_where_nobody_has_a_group_it_says_so_first(asked: Console) -> None:
    for person in asked.model.view.at_table:
        asked.service.course.sit_in(person.id, None)
    asked.model.refresh()
    assert texts(asked.page.question).count("nog niemand") == 2
    assert "Geef hieronder eerst iedereen een groep." in asked.page.question.words()
    asked.page.go_to(Step.WORRIES)
    assert "Dat doet u bij Welkom." in asked.page.question.words()


def test_who_is_expected_is_named_also_before_anybody_came_in(asked: Console) -> None:
    everybody = asked.model.view.at_table
    for person in everybody:
        asked.service.course.attend(person.id, Attendance.INVITED)
    asked.model.refresh()
    assert asked.model.view.at_table == ()
    assert "Yousef, Omar en Piet" in texts(asked.page.question)


def test_enter_answers_with_the_group_that_has_the_keyboard(asked: Console, qtbot: QtBot) -> None:
    choice(asked, 1).setFocus()
    qtbot.keyClick(choice(asked, 1), Qt.Key.Key_Down)
    assert choice(asked, 2).hasFocus()
    qtbot.keyClick(choice(asked, 2), Qt.Key.Key_Return)
    assert asked.model.half == 2


def test_no_other_key_answers_or_writes(asked: Console, qtbot: QtBot) -> None:
    for step in (Step.WORRIES, Step.AGREEMENTS):
        asked.page.go_to(step)
        before = asked.model.view
        for key in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_1, Qt.Key.Key_3, Qt.Key.Key_A):
            qtbot.keyClick(asked.page, key)
            assert asked.model.asks_half, key
            assert asked.model.view == before, key


def test_it_stands_in_nobodys_way(asked: Console, qtbot: QtBot) -> None:
    asked.page.navigation.show_waiting()
    assert isinstance(asked.page.steps.private.open_screen, ReleaseList)
    asked.page.steps.private.close_screen()
    with qtbot.waitSignal(asked.page.closed):
        asked.page.close_meeting()


def test_the_choice_above_answers_it_too(asked: Console) -> None:
    bar: QWidget = asked.page.top_bar
    press(bar, "groep 2")
    assert not asked.page.question.isVisible()
    assert asked.model.half == 2


def test_once_answered_1_and_2_begin_a_card_again(asked: Console, qtbot: QtBot) -> None:
    asked.page.go_to(Step.WORRIES)
    chord(asked.page, MeetingKey.SAFETY)
    chord(asked.page, MeetingKey.DANGER)
    assert asked.model.half == 2
    assert asked.page.steps.of(ColumnsPage).column(Column.DANGER).add_statement.field.hasFocus()


def test_where_all_sit_together_nothing_is_asked(console: Console) -> None:
    assert console.page.question.words() == ""
    assert console.page.accessibleDescription() == ""


def test_after_a_pause_it_is_asked_again_and_what_was_being_written_is_of_the_room_that_left(
    asked: Console, qtbot: QtBot
) -> None:
    page = asked.page
    chord(page, MeetingKey.DANGER)
    page.go_to(Step.WORRIES)
    assert OF_ROOM_1 in wall_of(asked), "the control: its own room sees it"
    adding = page.steps.of(ColumnsPage).column(Column.DANGER).add_statement
    adding.begin()
    qtbot.keyClicks(adding.field, "Half gezegd.")
    page.pausing.pause()
    assert "Wie zit er nu in de kamer?" in texts(page.question)
    page.pausing.resume()
    for said in (OF_ROOM_1, OF_ROOM_2, "Half gezegd."):
        assert said not in wall_of(asked)
    assert not page.steps.of(ColumnsPage).isVisible()
    chord(page, MeetingKey.SAFETY)
    assert page.steps.of(ColumnsPage).isVisible()
    assert OF_ROOM_2 in wall_of(asked)
    assert "Half gezegd." not in wall_of(asked)
    chord(page, MeetingKey.PAUSE)
    chord(page, MeetingKey.PAUSE)
    chord(page, MeetingKey.DANGER)
    assert OF_ROOM_1 in wall_of(asked)
    assert "Half gezegd." not in wall_of(asked), "a pause places nothing"
    qtbot.keyClick(adding.field, Qt.Key.Key_Return)
    assert "Half gezegd." in wall_of(asked)
    asked.model.show(lambda meeting: meeting.show_half(2))
    assert "Half gezegd." not in wall_of(asked), "it is for those who sat there when it was begun"


def test_where_all_sit_together_a_pause_asks_nothing_and_leaves_the_page_as_it_is(
    open_console: Opener,
) -> None:
    page = open_console().page
    page.go_to(Step.WORRIES)
    page.pausing.pause()
    page.pausing.resume()
    assert page.question.isHidden()
    assert page.steps.of(ColumnsPage).isVisible()
