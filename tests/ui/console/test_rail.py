"""The rail: minutes beside the plan, the order of the steps, and who has the turn."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QMenu, QScrollArea
from pytestqt.qtbot import QtBot

from beraad.i18n import DUTCH
from beraad.terms import Step
from beraad.ui.console.finding.open_points import open_points
from beraad.ui.meeting.keys import MeetingKey
from beraad.ui.steps.shared.people import tokens
from beraad.ui.steps.shared.step_page import settle_layouts
from beraad.ui.widgets.person_token import PersonToken
from beraad.ui.widgets.rail_button import RailButton
from beraad.words.meeting import step_title
from tests.inside import rows_of
from tests.ui.driving import in_sight, the, timer
from tests.ui.opened_console import HADDAD, Console, Opener, chord, press, texts

ALT = Qt.KeyboardModifier.AltModifier


def of(console: Console, step: Step) -> RailButton:
    """The button of a step."""
    button = console.page.rail.steps.button(step)
    assert button
    return button


def order(console: Console) -> list[Step]:
    return [item.step for item in console.model.view.agenda]


def choose(menu: QMenu, words: str) -> None:
    """Choose from a menu as a click does."""
    action = next(item for item in menu.actions() if item.text().split("\t")[0] == words)
    assert isinstance(action, QAction)
    assert action.isEnabled()
    action.trigger()
    menu.deleteLater()


# -- minutes -----------------------------------------------------------------------------------------


def test_a_step_says_what_it_took_beside_its_plan_and_whether_that_is_more(console: Console) -> None:
    console.clock.pass_minutes(14)
    console.page.go_to(Step.WORRIES)
    said = of(console, Step.WELCOME).accessibleName()
    assert said == "Stap 1: Welkom, 10 minuten, 14 gebruikt, 4 minuten langer dan gepland, klaar"


def test_a_step_that_took_less_says_so_once_it_is_left(console: Console) -> None:
    console.clock.pass_minutes(6)
    console.model.refresh()
    assert "korter" not in of(console, Step.WELCOME).accessibleName()
    console.page.go_to(Step.WORRIES)
    assert "4 minuten korter dan gepland" in of(console, Step.WELCOME).accessibleName()


def test_the_step_one_is_in_counts_on_with_the_clock(console: Console) -> None:
    console.clock.pass_minutes(12)
    timer(console.page, "clock").timeout.emit()
    assert "12 gebruikt, 2 minuten langer dan gepland" in of(console, Step.WELCOME).accessibleName()


# -- order -------------------------------------------------------------------------------------------


def test_alt_and_an_arrow_move_a_step_and_it_keeps_the_keyboard(console: Console, qtbot: QtBot) -> None:
    of(console, Step.SCALE).setFocus()
    for _ in range(2):
        qtbot.keyClick(console.page.focusWidget(), Qt.Key.Key_Up, ALT)
    assert order(console)[:3] == [Step.WELCOME, Step.SCALE, Step.WORRIES]
    assert of(console, Step.SCALE).hasFocus()
    assert of(console, Step.SCALE).accessibleName().startswith("Stap 2: Schaalvraag")
    qtbot.keyClick(console.page.focusWidget(), Qt.Key.Key_Down, ALT)
    assert order(console)[:3] == [Step.WELCOME, Step.WORRIES, Step.SCALE]


def test_the_next_step_and_the_wall_follow_the_order(console: Console, qtbot: QtBot) -> None:
    console.model.act(lambda meeting: meeting.course.move_step(Step.SCALE, 1))
    qtbot.keyClick(console.page, Qt.Key.Key_PageDown, ALT)
    assert console.model.step is Step.SCALE
    console.wall.show()
    assert "Stap 2 van 9 · Schaalvraag" in console.wall.visible_texts()


def test_the_menu_moves_and_what_was_moved_is_named_by_undo(console: Console, qtbot: QtBot) -> None:
    choose(console.page.rail.steps.menu_for(Step.SCALE), "Eerder")
    assert order(console)[2] is Step.SCALE
    assert "Ctrl+Z maakt ongedaan: Stap verplaatst" in texts(console.page.status)
    qtbot.keyClick(console.page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert Step.SCALE not in order(console)[:3]


def test_the_first_cannot_go_before_itself_nor_the_last_behind(console: Console) -> None:
    for step, words in ((Step.WELCOME, "Eerder"), (Step.EVALUATION, "Later")):
        menu = console.page.rail.steps.menu_for(step)
        assert not next(item for item in menu.actions() if item.text().startswith(words)).isEnabled()
        menu.deleteLater()


def test_a_step_is_dragged_to_its_place(console: Console, qtbot: QtBot) -> None:
    button = of(console, Step.EVALUATION)
    target = of(console, Step.WORRIES)
    up = QPoint(20, button.mapFromGlobal(target.mapToGlobal(QPoint(0, 2))).y())
    qtbot.mousePress(button, Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    for place in (QPoint(20, -30), up):
        qtbot.mouseMove(button, place)
    qtbot.mouseRelease(button, Qt.MouseButton.LeftButton, pos=up)
    assert order(console)[1] is Step.EVALUATION
    assert console.model.step is Step.WELCOME


def test_a_step_is_left_out_and_added_again(console: Console, qtbot: QtBot) -> None:
    of(console, Step.FAMILY_TIME).setFocus()
    chord(console.page.focusWidget(), MeetingKey.REMOVE)
    assert of(console, Step.FAMILY_TIME).accessibleName() == "Familietijd, weggelaten"
    assert of(console, Step.AGREEMENTS).accessibleName().startswith("Stap 6: Afspraken")
    choose(console.page.rail.steps.menu_for(Step.FAMILY_TIME), "Toch houden")
    assert of(console, Step.FAMILY_TIME).accessibleName().startswith("Stap 6: Familietijd")


@pytest.mark.parametrize("step", [Step.WELCOME, Step.WORRIES])
def test_the_welcome_and_the_step_one_is_in_stay(console: Console, qtbot: QtBot, step: Step) -> None:
    console.page.go_to(Step.WORRIES)
    of(console, step).setFocus()
    chord(console.page.focusWidget(), MeetingKey.REMOVE)
    assert "weggelaten" not in of(console, step).accessibleName()


# -- turns -------------------------------------------------------------------------------------------


def click(console: Console, person: str) -> None:
    token = console.page.rail.token(person)
    assert token
    token.click()


def test_a_click_gives_the_turn_and_puts_the_name_on_the_wall(console: Console) -> None:
    console.wall.show()
    click(console, "sanne")
    assert "Sanne is aan het woord" in console.wall.visible_texts()
    token = console.page.rail.token("sanne")
    assert token
    assert token.accessibleName() == "Sanne, Gezin, is nu aan het woord"


def test_another_click_ends_it_and_marks_who_has_spoken(console: Console) -> None:
    console.wall.show()
    click(console, "sanne")
    click(console, "sanne")
    assert console.model.turn is None
    assert "sanne" in console.model.spoken()
    assert "Sanne is aan het woord" not in console.wall.visible_texts()


def test_the_turn_of_another_ends_the_one_before(console: Console) -> None:
    click(console, "sanne")
    click(console, "mark")
    assert console.model.turn == "mark"
    assert console.model.spoken() == {"sanne"}


def test_n_gives_the_turn_to_the_next_who_has_not_spoken_until_all_have(
    console: Console, qtbot: QtBot
) -> None:
    console.page.go_to(Step.WORRIES)
    table = [person.id for person in console.model.view.at_table]
    had = []
    for _ in table:
        chord(console.page, MeetingKey.TURN)
        had.append(console.model.turn)
    assert had == table
    assert "Beurt aan" not in texts(console.page.rail)
    chord(console.page, MeetingKey.TURN)
    assert console.model.turn is None
    assert console.model.spoken() == set(table)


def test_an_n_in_a_word_gives_nobody_the_turn(console: Console, qtbot: QtBot) -> None:
    console.model.act(lambda meeting: meeting.carrying.keep_the_rest())
    console.page.go_to(Step.WORRIES)
    chord(console.page, MeetingKey.DANGER)
    qtbot.keyClicks(console.page.focusWidget(), "nop")
    assert console.model.turn is None
    assert console.model.paused_at is None


def test_the_rail_names_who_is_next(console: Console) -> None:
    press(console.page.rail, "Beurt aan Sanne")
    assert console.model.turn == "sanne"


def _make_views_anew(console: Console) -> None:
    """Any act does."""
    console.model.act(lambda meeting: meeting.agreements.add(""))


@pytest.mark.parametrize(
    "called", ["Sanne (buurvrouw van de overkant)", "Wilhelmina-Alexandra van Oranje-Nassau"]
)
def test_a_long_name_makes_the_rail_no_wider_than_its_room(console: Console, called: str) -> None:
    rail = console.page.rail
    rows_of(console.service).case.person("sanne").called = called
    _make_views_anew(console)
    settle_layouts()
    bars = rail.findChildren(QScrollArea)[0].horizontalScrollBar()
    assert bars.maximum() == 0
    assert the(rail, f"Beurt aan {called}", QAbstractButton).text()


def test_who_has_the_turn_when_the_step_ends_has_spoken(console: Console) -> None:
    click(console, "sanne")
    console.page.go_to(Step.WORRIES)
    assert console.model.spoken() == set()
    console.page.go_to(Step.WELCOME)
    assert console.model.spoken() == {"sanne"}


def test_a_wrong_mark_is_taken_off_with_the_menu(console: Console) -> None:
    click(console, "sanne")
    click(console, "sanne")
    choose(console.page.rail.menu_for("sanne"), "Is nog niet aan het woord geweest")
    assert console.model.spoken() == set()
    choose(console.page.rail.menu_for("sanne"), "Beurt geven")
    assert console.model.turn == "sanne"


def test_in_two_rooms_the_rail_holds_who_is_in_the_room(open_console: Opener) -> None:
    console = open_console(HADDAD, "b1")
    console.service.course.all_present()
    console.model.refresh()
    for half in (1, 2):
        console.page.top_bar.half_chosen.emit(half)
        there = {p.id for p in console.model.view.at_table if p.room in (half, None)}
        assert there
        assert {token.person_id for token in in_sight(console.page.rail, PersonToken)} == there


def test_a_step_that_was_passed_through_keeps_its_tick_when_the_meeting_is_opened_again(
    console: Console, open_console: Opener
) -> None:
    """A step left within a minute lost its tick, and was called not discussed."""
    for step in (Step.WORRIES, Step.GOING_WELL, Step.SCALE):
        console.page.go_to(step)
    console.close()
    again = open_console()
    rail = again.page.rail.steps
    done = {button.step for button in in_sight(rail, RailButton) if "klaar" in button.accessibleName()}
    assert {Step.WORRIES, Step.GOING_WELL} <= done
    assert Step.AGREEMENTS not in done, "the control"
    assert step_title(Step.WORRIES, DUTCH) not in _not_discussed(again)
    assert step_title(Step.AGREEMENTS, DUTCH) in _not_discussed(again)


def _not_discussed(console: Console) -> str:
    return " ".join(point.words for _heading, points in open_points(console.model) for point in points)


def test_two_people_whose_letters_are_the_same_have_tokens_that_differ(
    console: Console,
) -> None:
    """On the rail and on every card, for the facilitator; Kees beside Keetje."""
    for person in rows_of(console.service).case.people:
        person.called = {"kees": "Kees", "ans": "Keetje"}.get(person.id, person.called)
    _make_views_anew(console)
    people = {person.id: person for person in console.model.view.people}
    assert (people["kees"].letters, people["ans"].letters, people["mark"].letters) == ("Kees", "Keet", "Ma")
    assert [token.person_id for token in tokens(console.model.view, ("kees",))] == ["kees"]
    made = {person: console.page.rail.token(person) for person in ("kees", "ans")}
    pictures = [token.grab().toImage() for token in made.values() if token is not None]
    assert len(pictures) == len({bytes(picture.constBits()) for picture in pictures}) == 2
