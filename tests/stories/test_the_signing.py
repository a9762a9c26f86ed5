"""The laptop goes round the table: each answers for the own part, one thing changes, the proof is printed."""

from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextEdit, QWidget

from beraad.ui.meeting.keys import MeetingKey
from beraad.ui.signing import SignaturePad
from tests.stories.program import Program
from tests.stories.watching import on_the_wall, told
from tests.ui.driving import (
    CTRL,
    beside,
    can_be_pressed,
    choose,
    chord,
    click_line,
    in_sight,
    key,
    let_see,
    press,
    press_step,
    sign,
    take_the_laptop_back,
    texts,
    type_into,
)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True),
]

TABLE = ("Sanne", "Mark", "Lisa", "oma Ans", "Kees", "Fatima", "Joke")
REFUSES = "Ik wil eerst met mijn broer praten."
REMARKS = "Ik doe het voor Lisa."
TIRED = "Was te moe of te overstuur."
PATROL = "De wijkagent rijdt vaker langs."


def test_everybody_signs_for_the_own_part_and_it_is_proved(program: Program, tmp_path: Path) -> None:
    the_plan_of_last_time_is_agreed(program)
    agreeing_by_mistake_is_taken_back_and_done_again(program)
    the_screen_says_i_because_the_facilitator_chose_so(program)
    sanne_signs_after_taking_back_a_line(program)
    mark_does_not_agree_and_says_why(program)
    the_others_answer_in_the_order_of_the_table(program)
    an_answer_of_the_wrong_person_is_taken_back(program)
    who_was_absent_signs_on_paper_later(program)
    a_change_asks_only_whom_it_touches(program)
    the_proof_says_who_answered_what(program, tmp_path / "copies")


def the_plan_of_last_time_is_agreed(program: Program) -> None:
    program.sit_down()
    page = program.page
    press(page, "Peter: afwezig")
    program.keep_the_last_plan()
    assert not can_be_pressed(page, "Sanne: Teken"), "nobody signs before the plan is agreed"
    asked = [field.accessibleName() for field in in_sight(page, QTextEdit)]
    for gap in (name for name in asked if name.endswith("waarom mag dit zo blijven?")):
        type_into(page, gap, "Dat spraken we zo af.")
    press(page, "Vaststellen")
    assert can_be_pressed(page, "Sanne: Teken")


def agreeing_by_mistake_is_taken_back_and_done_again(program: Program) -> None:
    page = program.page
    assert "Ctrl+Z maakt ongedaan: Plan vastgesteld" in texts(page)
    key(page, Qt.Key.Key_Z, CTRL)
    assert not can_be_pressed(page, "Sanne: Teken")
    assert "klaar om vast te stellen" in texts(page), "the reasons that were typed stand there still"
    assert "Het plan is veranderd nadat het was vastgesteld." not in texts(page), "nothing was changed"
    key(page, Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert can_be_pressed(page, "Sanne: Teken")


def the_screen_says_i_because_the_facilitator_chose_so(program: Program) -> None:
    press(program.page, "Sanne: Teken")
    assert "Sanne, dit neem jij op je" in texts(program.page)
    press(program.page, "Later")
    take_the_laptop_back(program.page)
    press(program.page, "ik doe dit")
    press(program.page, "Sanne: Teken")
    assert "Sanne: dit neem ik op mij" in texts(program.page)
    assert "dit neem jij op je" not in texts(program.page)


def sanne_signs_after_taking_back_a_line(program: Program) -> None:
    page = program.page
    press(page, "Ik ga akkoord")
    assert not can_be_pressed(page, "Ik teken")
    sign(page)
    press(page, "Laatste lijn weg")
    assert len(pad(page).strokes()) == 1
    press(page, "Opnieuw")
    assert pad(page).strokes() == ()
    assert not can_be_pressed(page, "Ik teken")
    sign(page)
    press(page, "Ik teken")


def mark_does_not_agree_and_says_why(program: Program) -> None:
    page = program.page
    between = texts(page)
    assert "Geef de laptop aan Mark." in between
    assert "akkoord" not in between
    press(page, "Ik ben Mark")
    press(page, "Ik ga niet akkoord")
    assert not can_be_pressed(page, "Dit is mijn antwoord"), "why belongs to it"
    type_into(page, "Opmerking", REFUSES)
    press(page, "Dit is mijn antwoord")


def the_others_answer_in_the_order_of_the_table(program: Program) -> None:
    page = program.page
    for person in TABLE[2:]:
        press(page, f"Ik ben {person}")
        assert REFUSES not in texts(page), "what another said is not on this screen"
        if person == "Lisa":
            press(page, "Ik kan nu niet antwoorden")
            type_into(page, "Opmerking", TIRED)
            press(page, "Dit is mijn antwoord")
            continue
        remark = person == "oma Ans"
        press(page, "Ik ga akkoord, met een opmerking" if remark else "Ik ga akkoord")
        if remark:
            type_into(page, "Opmerking", REMARKS)
        sign(page)
        press(page, "Ik teken")
    take_the_laptop_back(page)
    seen = " ".join(on_the_wall(program.wall))
    assert told([REFUSES, REMARKS, TIRED, "akkoord"], [seen]) == []


def an_answer_of_the_wrong_person_is_taken_back(program: Program) -> None:
    page = program.page
    press(page, "Peter: anders, zoals op papier of niet nu")
    choose(page, "Wat antwoordt Peter?", "kon niet antwoorden")
    press(page, "Moest weg.")
    press(page, "Bewaar")
    assert "Moest weg." in texts(page)
    assert "Ctrl+Z maakt ongedaan: Antwoord van Peter" in texts(page)
    key(page, Qt.Key.Key_Z, CTRL)
    assert "Moest weg." not in texts(page)
    assert "nog niet · afwezig" in texts(page)
    assert f"Ik ga niet akkoord: „{REFUSES}”" in texts(page), "what the others answered stays"


def who_was_absent_signs_on_paper_later(program: Program) -> None:
    page = program.page
    press(page, "Peter: anders, zoals op papier of niet nu")
    choose(page, "Wat antwoordt Peter?", "akkoord · papier")
    assert "Onderaan het papier moet staan: Plan " in texts(page)
    press(page, "Bewaar")
    assert " · op papier, " in texts(page)


def a_change_asks_only_whom_it_touches(program: Program) -> None:
    page = program.page
    press_step(page, "Zorgen")
    add_for_professionals(page, PATROL)
    assert "Het plan is weer een concept" in texts(page)
    press(page, "Ongedaan maken: Zorg toegevoegd")
    assert "Het plan is weer een concept" not in texts(page)
    assert PATROL not in texts(page)
    add_for_professionals(page, PATROL)
    assert "Het plan is weer een concept" in texts(page)
    press_step(page, "Vaststellen en tekenen")
    press(page, "Vaststellen")
    again = [name for name in TABLE if "opnieuw vragen" in texts(row_of(page, name))]
    assert again == ["Fatima", "Joke"]
    press(page, "Fatima: Vraag opnieuw")
    for person in again:
        if person != "Fatima":
            press(page, f"Ik ben {person}")
        press(page, "Ik ga akkoord")
        sign(page)
        press(page, "Ik teken")


def the_proof_says_who_answered_what(program: Program, folder: Path) -> None:
    take_the_laptop_back(program.page)
    press_step(program.page, "Evaluatie en vervolg")
    press(program.page, "Exemplaren printen …")
    click_line(program.print_dialog, "Dossier")
    path = folder / "dossier.pdf"
    folder.mkdir()
    program.answer(path)
    press(program.print_dialog, "Opslaan als…")
    program.close_the_print_dialog()
    proof = "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)
    proof = " ".join(proof.partition("Bewijs bij het plan")[2].split())
    for words in (REFUSES, REMARKS, TIRED, "op papier getekend", "getekend op het scherm", "Peter"):
        assert words in proof
    assert proof.count("getekend op het scherm") == 5


def add_for_professionals(page: QWidget, text: str) -> None:
    chord(page, MeetingKey.DANGER)
    let_see(page, "alleen hulpverleners")
    type_into(page, "Nieuwe kaart", text)
    key(page, Qt.Key.Key_Return)


def pad(page: QWidget) -> SignaturePad:
    """Where one draws."""
    (found,) = in_sight(page, SignaturePad)
    return found


def row_of(page: QWidget, person: str) -> QWidget:
    """The row of somebody in the list of who signs."""
    for button in ("Vraag opnieuw", "Teken"):
        try:
            return beside(page, person, button)
        except AssertionError:
            continue
    raise AssertionError(person)
