"""Two rooms, one plan: what one room says reaches the other only when the facilitator releases it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from tests.stories.driving import (
    choose,
    in_the_dialog,
    key,
    let_see,
    open_card,
    press,
    press_step,
    type_into,
    write,
)
from tests.stories.program import Program
from tests.stories.watching import on_the_wall, texts

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(300),
    pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True),
]

SAID, PROMISED = "Sanne slaapt slecht in het weekend.", "Oma Ans belt Sanne op zondag."


def test_what_one_room_says_waits_until_it_is_released(program: Program) -> None:
    two_rooms_are_planned(program)
    a_card_of_one_room_is_not_in_the_other(program)
    released_it_is_in_both(program)
    so_it_goes_with_an_agreement(program)


def two_rooms_are_planned(program: Program) -> None:
    def fill_in(dialog: QDialog) -> None:
        choose(dialog, "Hoe", "Pendelend, na elkaar of in twee kamers")
        type_into(dialog, "Plaats", "wijkcentrum")
        press(dialog, "Plannen")

    program.begin_with("haddad")
    open_card(program.page, "Gezin Haddad")
    with in_the_dialog(fill_in):
        press(program.page, "Nieuw beraad plannen…")
    press(program.page, "2e beraad openen")
    program.switch_the_wall_on()
    press(program.page, "Iedereen is er")
    for person, room in (("Rima", "groep 1"), ("Yousef", "groep 2")):
        choose(program.page, f"In welke groep zit {person}?", room)


def a_card_of_one_room_is_not_in_the_other(program: Program) -> None:
    page = program.page
    press_step(page, "Zorgen")
    press(page, "groep 1")
    key(page, Qt.Key.Key_1)
    write(page, SAID)
    key(page, Qt.Key.Key_Return)
    assert SAID in on_the_wall(program.wall)
    press(page, "groep 2")
    assert SAID not in on_the_wall(program.wall)
    assert SAID in texts(page), "the facilitator keeps it in sight"


def released_it_is_in_both(program: Program) -> None:
    page = program.page
    open_card(page, SAID)
    let_see(page, "iedereen")
    press(page, "Klaar")
    assert SAID in on_the_wall(program.wall)


def so_it_goes_with_an_agreement(program: Program) -> None:
    page = program.page
    press_step(page, "Afspraken")
    press(page, "groep 1")
    key(page, Qt.Key.Key_A)
    write(page, PROMISED)
    press(page, "Klaar")
    assert PROMISED in on_the_wall(program.wall)
    press(page, "groep 2")
    assert PROMISED not in on_the_wall(program.wall)
