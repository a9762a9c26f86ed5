"""The minutes of a meeting: spent and planned on the rail, ahead or behind above it, in the real windows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from beraad.ui.meeting.keys import MeetingKey
from tests.stories.program import Program
from tests.ui.driving import CTRL, chord, in_sight, key, open_meeting, press, press_step, texts

pytestmark = [
    pytest.mark.slow,
    pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True),
]


def test_the_minutes_of_a_meeting_are_told_while_it_goes_and_kept(program: Program) -> None:
    a_step_that_takes_long_puts_the_meeting_behind(program)
    a_step_that_takes_short_puts_it_ahead(program)
    a_pause_takes_no_time(program)
    a_step_that_is_left_out_has_no_minutes_to_win(program)
    another_day_it_goes_on_with_what_was_spent(program)


def time_of(program: Program) -> str:
    """What stands beside the clock."""
    (line,) = [line for line in texts(program.page).splitlines() if " min · " in line]
    return line


def step(program: Program, title: str) -> str:
    """What the rail says of a step."""
    said = [item.accessibleName() for item in in_sight(program.page, QAbstractButton)]
    (found,) = [name for name in said if name.startswith("Stap ") and f": {title}, " in name]
    return found


def a_step_that_takes_long_puts_the_meeting_behind(program: Program) -> None:
    program.sit_down()
    assert time_of(program) == "0 min · op tijd"
    program.pass_minutes(10)
    assert time_of(program) == "10 min · op tijd"
    program.pass_minutes(4)
    assert time_of(program) == "14 min · 4 min achter"
    assert step(program, "Welkom") == (
        "Stap 1: Welkom, 10 minuten, 14 gebruikt, 4 minuten langer dan gepland, hier zijn we nu"
    )


def a_step_that_takes_short_puts_it_ahead(program: Program) -> None:
    press_step(program.page, "Zorgen")
    program.pass_minutes(15)
    assert time_of(program) == "29 min · 4 min achter"
    key(program.page, Qt.Key.Key_Right, CTRL)
    assert time_of(program) == "29 min · 6 min voor"
    assert (
        step(program, "Zorgen")
        == "Stap 2: Zorgen, 25 minuten, 15 gebruikt, 10 minuten korter dan gepland, klaar"
    )


def a_pause_takes_no_time(program: Program) -> None:
    chord(program.page, MeetingKey.PAUSE)
    program.pass_minutes(20)
    assert time_of(program) == "29 min · 6 min voor"
    press(program.page, "Verder gaan")
    program.pass_minutes(5)
    assert time_of(program) == "34 min · 6 min voor"


def a_step_that_is_left_out_has_no_minutes_to_win(program: Program) -> None:
    press_step(program.page, "Wat moet er gebeuren")
    assert time_of(program) == "34 min · 36 min voor", "the scale was passed over, and was planned"
    key(program.page, Qt.Key.Key_Up)
    chord(program.page, MeetingKey.REMOVE)
    assert time_of(program) == "34 min · 21 min voor"
    key(program.page, Qt.Key.Key_Z, CTRL)
    assert time_of(program) == "34 min · 36 min voor"


def another_day_it_goes_on_with_what_was_spent(program: Program) -> None:
    program.pass_minutes(2)
    press(program.page, "Terug naar de zaak")
    program.start_again()
    program.pass_minutes(3 * 24 * 60)
    program.unlock()
    open_meeting(program.page)
    assert time_of(program).startswith("36 min · ")
    press(program.page, "Daar verder gaan")
    assert time_of(program) == "36 min · 36 min voor"
    program.pass_minutes(60)
    assert time_of(program) == "96 min · 6 min achter"
