"""A meeting steered from the console: steps, turns, a break, and going on after the program was closed."""

import pytest
from PySide6.QtCore import Qt

from beraad.ui.console import MeetingPage
from beraad.ui.console.guide.guide_texts import own_file
from beraad.ui.meeting.keys import MeetingKey
from tests.stories.program import Program
from tests.stories.watching import on_the_wall
from tests.ui.driving import CTRL, chord, key, open_meeting, press, press_step, texts, write

pytestmark = [
    pytest.mark.slow,
    pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True),
]

ALT = Qt.KeyboardModifier.AltModifier
WORRY = "Lisa verstopte zich achter de bank."
SHIPPED_QUESTION, OWN_QUESTION = "Wat heb je zelf gezien of gehoord?", "Wat zag je met eigen ogen?"


def test_a_meeting_is_steered_from_the_console(program: Program) -> None:
    the_meeting_is_open(program)
    a_step_is_left_out_and_held_all_the_same(program)
    a_step_is_moved_and_the_undo_has_its_name(program)
    somebody_has_the_turn(program)
    a_card_goes_and_comes_back_by_name(program)
    a_break_calms_the_wall(program)
    the_program_is_closed_and_the_meeting_goes_on_where_it_was(program)
    the_last_call_names_what_is_open(program)


def the_meeting_is_open(program: Program) -> None:
    program.sit_down()
    assert "Stap 1 van 9" in " ".join(on_the_wall(program.wall))
    assert "Zo begint u" in texts(program.page), "each step has its guide"


def a_step_is_left_out_and_held_all_the_same(program: Program) -> None:
    page = program.page
    press_step(page, "Afspraken")
    key(page, Qt.Key.Key_Up)
    chord(page, MeetingKey.REMOVE)
    press_step(page, "Zorgen")
    assert "Stap 2 van 8" in " ".join(on_the_wall(program.wall))
    for _step in range(4):
        key(page, Qt.Key.Key_Down)
    chord(page, MeetingKey.REMOVE)
    assert "Stap 2 van 9" in " ".join(on_the_wall(program.wall)), "the same key adds it again"
    key(page, Qt.Key.Key_Z, CTRL)
    assert "Stap 2 van 8" in " ".join(on_the_wall(program.wall))
    key(page, Qt.Key.Key_Z, CTRL)
    assert "Stap 2 van 9" in " ".join(on_the_wall(program.wall))


def a_step_is_moved_and_the_undo_has_its_name(program: Program) -> None:
    page = program.page
    press_step(page, "Wat gaat goed")
    key(page, Qt.Key.Key_Up, ALT)
    assert "Stap 2 van 9" in " ".join(on_the_wall(program.wall))
    assert "Ctrl+Z maakt ongedaan: " in texts(page)
    key(page, Qt.Key.Key_Z, CTRL)
    assert "Stap 3 van 9" in " ".join(on_the_wall(program.wall))


def somebody_has_the_turn(program: Program) -> None:
    page = program.page
    press_step(page, "Zorgen")
    chord(page, MeetingKey.TURN)
    assert "Sanne is aan het woord" in on_the_wall(program.wall)
    chord(page, MeetingKey.TURN)
    seen = on_the_wall(program.wall)
    assert "Sanne is aan het woord" not in seen
    assert "Mark is aan het woord" in seen
    assert "Nog niet aan het woord geweest in deze stap: " in texts(page)
    press(page.rail, "Kees, Netwerk")
    assert "Kees is aan het woord" in on_the_wall(program.wall), "one click, out of the order"


def a_card_goes_and_comes_back_by_name(program: Program) -> None:
    page = program.page
    press(page, "Alles blijft")
    chord(page, MeetingKey.DANGER)
    write(page, WORRY)
    key(page, Qt.Key.Key_Return)
    key(page, Qt.Key.Key_Up)
    chord(page, MeetingKey.REMOVE)
    assert WORRY not in " ".join(on_the_wall(program.wall))
    assert "Ctrl+Z maakt ongedaan: Zorg verwijderd" in texts(page)
    key(page, Qt.Key.Key_Z, CTRL)
    assert WORRY in " ".join(on_the_wall(program.wall))
    key(page, Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert WORRY not in " ".join(on_the_wall(program.wall)), "done again"
    key(page, Qt.Key.Key_Z, CTRL)
    assert WORRY in " ".join(on_the_wall(program.wall))


def a_break_calms_the_wall(program: Program) -> None:
    page = program.page
    chord(page, MeetingKey.PAUSE)
    assert "De klok staat stil en het scherm is rustig." in texts(page)
    assert on_the_wall(program.wall) == ()
    chord(page, MeetingKey.PAUSE)
    assert WORRY in " ".join(on_the_wall(program.wall))


def the_program_is_closed_and_the_meeting_goes_on_where_it_was(program: Program) -> None:
    the_team_writes_its_own_words(program)
    program.start_again()
    program.unlock()
    open_meeting(program.page)
    assert isinstance(program.page, MeetingPage)
    assert "Dit beraad stopte bij „Zorgen”" in texts(program.page)
    press(program.page, "Daar verder gaan")
    assert WORRY in texts(program.page)
    assert OWN_QUESTION in texts(program.page)
    assert SHIPPED_QUESTION not in texts(program.page)


def the_team_writes_its_own_words(program: Program) -> None:
    assert SHIPPED_QUESTION in texts(program.page)
    own = own_file(program.folder, "nl")
    own.write_text(f"== Zorgen ==\nVragen:\n- {OWN_QUESTION}\n", encoding="utf-8")


def the_last_call_names_what_is_open(program: Program) -> None:
    page = program.page
    press_step(page, "Evaluatie en vervolg")
    press(page, "Beraad sluiten")
    said = texts(page)
    assert "Voor u sluit" in said
    assert "Niet besproken: Schaalvraag" in said
    press(page, "Niet besproken: Schaalvraag: ga erheen")
    assert "Kies een vraag" in texts(page)
