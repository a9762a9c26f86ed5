"""From a meeting that is planned anew to paper: two time-outs, a call list, and a gap that may stand."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QDialog

from beraad.ui.meeting.keys import MeetingKey
from beraad.ui.steps.emergency.time_out_form import TimeOutForm
from tests.stories.paper import copies_in
from tests.stories.program import Program
from tests.stories.watching import on_the_wall
from tests.ui.driving import (
    CTRL,
    choose,
    chord,
    close_the_meeting,
    in_sight,
    in_the_dialog,
    key,
    open_card,
    open_line,
    pick,
    press,
    press_step,
    press_tab,
    texts,
    type_into,
    words_of,
)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True),
]

CALLS = "Oma Ans belt Lisa elke avond om acht uur."
MARKS_SIGN = "de hand omhoog en het woord 'time-out'"
SANNES_SIGN, SANNE_GOES = "twee handen plat op tafel", "de buurvrouw"
LOOKED_AT = "Op 2 januari 2027 kijken we opnieuw."
NEW = "Er is iets nieuws gebeurd."


def test_a_plan_from_planning_to_paper_and_while_it_is_changed(program: Program, tmp_path: Path) -> None:
    the_meeting_is_moved_called_off_and_goes_on_after_all(program)
    each_partner_takes_the_own_time_out(program)
    lisa_chooses_whom_she_may_call(program)
    what_has_no_end_is_asked_about_and_looked_at_next_time(program)
    the_copies_hold_it(program, tmp_path)
    while_it_is_changed_the_agreed_one_is_handed_out(program, tmp_path)


def the_meeting_is_moved_called_off_and_goes_on_after_all(program: Program) -> None:
    def move(dialog: QDialog) -> None:
        type_into(dialog, "Plaats", "bibliotheek")
        press(dialog, "Bewaren")

    def call_off(dialog: QDialog) -> None:
        type_into(dialog, "Waarom gaat het niet door?", "de zaal is dicht")
        press(dialog, "Afzeggen")

    program.begin_with("de-wit")
    open_line(program.page, "Gezin De Wit")
    press_tab(program.page, "Voorbereiden")
    with in_the_dialog(move):
        press(program.page, "2e beraad wijzigen")
    assert "bibliotheek" in texts(program.page)
    with in_the_dialog(call_off):
        press(program.page, "2e beraad afzeggen")
    assert "Waarom: de zaal is dicht" in texts(program.page)
    press(program.page, "2e beraad toch laten doorgaan")
    press_tab(program.page, "Overzicht")
    press(program.page, "2e beraad openen")
    program.switch_the_wall_on()
    press(program.page, "Iedereen is er")
    program.keep_the_last_plan()


def each_partner_takes_the_own_time_out(program: Program) -> None:
    page = program.page
    press_step(page, "Afspraken")
    buttons = (name for item in in_sight(page, QAbstractButton) for name in words_of(item))
    press(page, next(name for name in buttons if name.startswith("Noodplan en time-out")))
    press(page, "+ Nog een time-out")
    form = in_sight(page, TimeOutForm)[1]
    pick(form, "Wie neemt de time-out?", "Sanne")
    type_into(form, "Welk woord en welk gebaar?", SANNES_SIGN)
    type_into(form, "Waarheen?", SANNE_GOES)
    type_into(form, "Hoe gaat het terugkomen?", "na een uur")
    key(page, Qt.Key.Key_Return, CTRL)
    seen = " ".join(on_the_wall(program.wall))
    assert MARKS_SIGN in seen
    assert SANNES_SIGN in seen


def lisa_chooses_whom_she_may_call(program: Program) -> None:
    def choose_oma(dialog: QDialog) -> None:
        press(dialog, "Iemand kiezen met het kind")
        choose(dialog, "Wie?", "oma Ans")
        type_into(dialog, "Zo noemt het kind deze persoon", "oma")
        press(dialog, "Opslaan")

    with in_the_dialog(choose_oma):
        press(program.page, "Kiezen met Lisa…")
    assert "Lisa mag bellen: oma (oma Ans)." in texts(program.page)
    press(program.page, "Terug naar de afspraken")


def what_has_no_end_is_asked_about_and_looked_at_next_time(program: Program) -> None:
    page = program.page
    open_card(page, CALLS)
    press(page, "Tot en met: leegmaken")
    press(page, "Klaar")
    press_step(page, "Evaluatie en vervolg")
    press(page, "Dag: Kies een dag")
    assert "We zien elkaar weer" not in " ".join(on_the_wall(program.wall)), "it is only proposed"
    press(page, "Dag: Neem over")
    assert "We zien elkaar weer: zaterdag 2 januari 2027" in " ".join(on_the_wall(program.wall))
    press_step(page, "Vaststellen en tekenen")
    assert f"Niet afgesproken tot wanneer: „{CALLS}”" in texts(page)
    press(page, f"Schrijf op: „{LOOKED_AT}”")
    press(page, "Vaststellen")
    assert f"Mag zo, want: {LOOKED_AT}" in texts(page)


def the_copies_hold_it(program: Program, folder: Path) -> None:
    press_step(program.page, "Evaluatie en vervolg")
    press(program.page, "Exemplaren printen …")
    program.save_the_copies(folder)
    program.close_the_print_dialog()
    copies = copies_in(folder)
    for person, sign in (("Mark", MARKS_SIGN), ("Sanne", SANNES_SIGN)):
        assert copies[person].says(sign), "the own time-out"
    assert copies["Lisa"].says("oma 06 1234 0003"), "whom she chose, by her own name for her"
    assert not copies["Lisa"].says("06 1234 0002")


def while_it_is_changed_the_agreed_one_is_handed_out(program: Program, folder: Path) -> None:
    press_step(program.page, "Zorgen")
    chord(program.page, MeetingKey.DANGER)
    type_into(program.page, "Nieuwe kaart", NEW)
    key(program.page, Qt.Key.Key_Return)
    press_step(program.page, "Evaluatie en vervolg")
    press(program.page, "Exemplaren printen …")
    assert "Dit is het plan zoals het is vastgesteld." in texts(program.print_dialog)
    program.close_the_print_dialog()
    close_the_meeting(program.page)
    assert "veranderd, nog niet opnieuw vastgesteld" in texts(program.page)
    press(program.page, "Terug naar de zaken")
    assert f"Gezin De Wit: {len(copies_in(folder))} exemplaren" in texts(program.page)
    assert "plan veranderd, nog niet opnieuw vastgesteld" in texts(program.page)
    press(program.page, "Printen voor iedereen van Gezin De Wit")
    again = folder / "again"
    program.save_the_copies(again)
    copies = copies_in(again)
    assert len(copies) == len(copies_in(folder))
    assert not any(copy.says(NEW) for copy in copies.values())
    assert copies["Sanne"].says(SANNES_SIGN)
