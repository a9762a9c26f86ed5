"""A pause, and going on where a meeting stopped another day."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from beraad.terms import Step
from beraad.ui.meeting.keys import MeetingKey
from beraad.ui.steps.scale.page import ScalePage
from tests.ui.driving import is_there, the, timer
from tests.ui.opened_console import HADDAD, Console, Opener, chord, press, texts


def test_a_pause_stops_the_clock_and_makes_the_wall_calm(console: Console) -> None:
    console.clock.pass_minutes(9)
    press(console.page.rail, "Pauze")
    console.clock.pass_minutes(20)
    timer(console.page, "clock").timeout.emit()
    assert console.wall.calm
    assert is_there(console.page.top_bar, "9 min · op tijd", QLabel)
    assert "Pauze sinds 14:09 uur." in texts(console.page.notice)


def test_going_on_brings_the_step_and_the_clock_back(console: Console, qtbot: QtBot) -> None:
    console.page.go_to(Step.WORRIES)
    chord(console.page, MeetingKey.PAUSE)
    console.clock.pass_minutes(20)
    press(console.page.notice, "Verder gaan")
    console.clock.pass_minutes(3)
    assert not console.wall.calm
    assert (console.model.step, console.model.minutes_here) == (Step.WORRIES, 3)
    assert console.page.notice.words() == ""


def test_p_pauses_and_goes_on(console: Console, qtbot: QtBot) -> None:
    chord(console.page, MeetingKey.PAUSE)
    assert console.model.paused_at is not None
    chord(console.page, MeetingKey.PAUSE)
    assert console.model.paused_at is None


def test_a_wall_that_was_calm_before_the_pause_stays_so(console: Console, qtbot: QtBot) -> None:
    qtbot.keyClick(console.page, Qt.Key.Key_B)
    chord(console.page, MeetingKey.PAUSE)
    chord(console.page, MeetingKey.PAUSE)
    assert console.wall.calm


def test_the_pause_is_said_in_every_step(console: Console, qtbot: QtBot) -> None:
    chord(console.page, MeetingKey.PAUSE)
    console.page.go_to(Step.WORRIES)
    assert "Pauze sinds" in console.page.notice.words()


def test_a_meeting_that_was_left_offers_to_go_on_there(open_console: Opener) -> None:
    first = open_console()
    first.page.go_to(Step.SCALE)
    first.clock.pass_minutes(10)
    first.page.close_meeting()
    again = open_console()
    assert again.page.notice.words() == "Dit beraad stopte bij „Schaalvraag”, za 21 nov 2026 om 14:10 uur."
    press(again.page.notice, "Daar verder gaan")
    assert again.model.step is Step.SCALE
    assert again.page.notice.words() == ""


def test_with_two_rooms_one_goes_on_only_when_it_was_said_which_group_is_there(open_console: Opener) -> None:
    first = open_console(HADDAD, "b1", half=2)
    first.page.go_to(Step.SCALE)
    first.page.close_meeting()
    again = open_console(HADDAD, "b1", half=None)
    press(again.page.notice, "Daar verder gaan")
    assert again.model.step is Step.SCALE
    assert again.page.question.words().startswith("Wie zit er nu in de kamer?")
    assert not again.page.steps.of(ScalePage).isVisible()
    press(again.page.question, "Groep 2")
    assert again.page.question.words() == ""
    assert again.page.steps.of(ScalePage).isVisible()


def test_the_offer_may_be_put_aside_and_goes_when_one_goes_on(open_console: Opener) -> None:
    first = open_console()
    first.page.go_to(Step.SCALE)
    first.page.close_meeting()
    again = open_console()
    the(again.page.notice, "Niet nu", QAbstractButton).click()
    assert again.page.notice.words() == ""
    again.page.close_meeting()
    third = open_console()
    assert "Schaalvraag" in third.page.notice.words()
    third.page.go_to(Step.WORRIES)
    assert third.page.notice.words() == ""


def test_a_meeting_that_is_opened_for_the_first_time_offers_nothing(console: Console) -> None:
    assert console.page.notice.words() == ""
