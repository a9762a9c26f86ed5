"""A scale question from asking it to what comes of it, through the real windows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from tests.stories.program import Program
from tests.stories.watching import on_the_wall, told
from tests.ui.driving import (
    CTRL,
    in_the_dialog,
    key,
    pick,
    press,
    press_step,
    take_the_laptop_back,
    texts,
    type_into,
    write,
)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True),
]

QUESTION = "Hoe veilig is het nu voor Lisa?"
NOT_LOWER, ONE_HIGHER = "Lisa slaapt weer in haar eigen bed.", "Mark belt eerst."
FACILITATOR_ASKS = {"Mark": 8, "Lisa": 3, "oma Ans": 5, "Fatima": 4, "Joke": 4}


def test_a_scale_question_from_asking_to_what_comes_of_it(program: Program) -> None:
    the_meeting_is_at_the_scale(program)
    a_question_is_chosen_and_its_ends_are_on_the_wall(program)
    one_gives_the_own_number_where_nobody_looks(program)
    one_would_rather_not_say(program)
    the_facilitator_asks_the_others_and_a_child_has_a_voice(program)
    the_facilitator_sees_the_spread_first(program)
    the_room_sees_what_was_chosen(program)
    a_changed_answer_hides_them_all_again(program)
    why_not_lower_and_what_is_one_higher_become_cards(program)
    found_words_lead_to_the_answer(program)
    assert told([NOT_LOWER], program.ever_seen_by()) == [NOT_LOWER], "the witness was awake"


def the_meeting_is_at_the_scale(program: Program) -> None:
    program.sit_down()
    press(program.page, "Peter: afwezig")
    press_step(program.page, "Schaalvraag")


def a_question_is_chosen_and_its_ends_are_on_the_wall(program: Program) -> None:
    press(program.page, QUESTION)
    seen = " ".join(on_the_wall(program.wall))
    assert QUESTION in seen
    assert "het geweld gaat vandaag gewoon door" in seen
    assert "Lisa is veilig en de hulp kan weg" in seen


def one_gives_the_own_number_where_nobody_looks(program: Program) -> None:
    page = program.page
    before = on_the_wall(program.wall)
    press(page, "Ieder kiest zelf")
    assert "Geef het toetsenbord aan Sanne." in texts(page)
    press(page, "Ik ben Sanne")
    key(page, Qt.Key.Key_6)
    type_into(page, "Waarom niet lager?", NOT_LOWER)
    type_into(page, "Wat is er anders als het één hoger is?", ONE_HIGHER)
    press(page, "Klaar")
    assert NOT_LOWER not in texts(page), "who is next reads nothing of who was before"
    assert on_the_wall(program.wall) == before


def one_would_rather_not_say(program: Program) -> None:
    page = program.page
    press(page, "Kees")
    press(page, "Dat zeg ik liever niet")
    press(page, "Klaar")
    take_the_laptop_back(page)
    assert "De cijfers zijn bedekt. Kijk als alleen u het scherm ziet." in texts(page)
    assert "2 van 7 gaven antwoord" in texts(page)


def the_facilitator_asks_the_others_and_a_child_has_a_voice(program: Program) -> None:
    page = program.page
    press(page, "Vraag iedereen om de beurt")
    for person, number in FACILITATOR_ASKS.items():
        assert f"{person}, welk cijfer geef je?" in texts(page)
        if person == "Lisa":
            pick(page, "Wie spreekt voor Lisa?", "oma Ans")
        press(page, f"Cijfer van {person}: {number}")
        press(page, "Volgende →")
    assert "7 van 7 gaven antwoord" in texts(page)


def the_facilitator_sees_the_spread_first(program: Program) -> None:
    before = on_the_wall(program.wall)
    press(program.page, "Laat mij de cijfers zien")
    said = texts(program.page)
    assert "3 – 8" in said
    assert "2 – 7" in said, "last time's beside it"
    assert NOT_LOWER in said
    assert on_the_wall(program.wall) == before
    assert "De kamer ziet nu alleen de vraag." in said


def the_room_sees_what_was_chosen(program: Program) -> None:
    page = program.page
    press(page, "Alleen eigen woorden")
    press(page, "Toon aan iedereen")
    seen = on_the_wall(program.wall)
    assert NOT_LOWER in " ".join(seen)
    assert not {"Sa", "Ma", "6", "3 – 8"} & set(seen)
    press(page, "Verberg de woorden weer")
    press(page, "Per kring")
    assert "De kamer ziet geen namen" in texts(page)
    press(page, "Toon aan iedereen")
    seen = on_the_wall(program.wall)
    assert "3 – 8" in seen
    assert not {"Sa", "Ma", "Li"} & set(seen)
    assert NOT_LOWER not in " ".join(seen)
    press(page, "Verberg de cijfers weer")
    assert "3 – 8" not in on_the_wall(program.wall), "nothing is a choice too"
    press(page, "Alles, met naam")
    press(page, "Toon aan iedereen")
    seen = on_the_wall(program.wall)
    assert {"Sa", "Ma", "Li", "An", "Fa", "Jo"} <= set(seen)
    assert "1 zegt het liever niet" in seen
    assert "vorige keer 2 – 7" in seen


def a_changed_answer_hides_them_all_again(program: Program) -> None:
    page = program.page
    press(page, "Mark, Gezin, gaf antwoord")
    press(page, "Cijfer van Mark: 7")
    assert "Er veranderde een antwoord, of er kwam iemand bij." in texts(page)
    assert not {"Sa", "Ma"} & set(on_the_wall(program.wall))


def why_not_lower_and_what_is_one_higher_become_cards(program: Program) -> None:
    page = program.page
    press(page, "Naar Wat gaat goed")
    press(page, "Naar Wat moet er gebeuren")
    assert "Staat bij Wat gaat goed" in texts(page)
    press_step(page, "Wat gaat goed")
    press(page, "Alles blijft")
    assert NOT_LOWER in " ".join(on_the_wall(program.wall))
    press_step(page, "Wat moet er gebeuren")
    assert ONE_HIGHER in " ".join(on_the_wall(program.wall))


def found_words_lead_to_the_answer(program: Program) -> None:
    page = program.page

    def look_for_the_bed(dialog: QDialog) -> None:
        program.qtbot.waitUntil(dialog.isActiveWindow)
        write(dialog, "haar eigen bed")
        key(dialog, Qt.Key.Key_Down)
        key(dialog, Qt.Key.Key_Return)

    press_step(page, "Welkom")
    with in_the_dialog(look_for_the_bed):
        key(page, Qt.Key.Key_F, CTRL)
    program.go_to_the_window()
    assert "Sanne, welk cijfer geef je?" in texts(page)
    write(page, " En in haar eigen kamer.")
    assert "En in haar eigen kamer." in texts(page), "the keyboard is in the very words"
