"""A round of worries written by the keyboard alone, with remarks on the words, through the real windows."""

import pytest
from PySide6.QtCore import Qt

from beraad.ui.meeting.keys import MeetingKey
from beraad.ui.steps.shared.text_warnings import TextWarnings
from tests.stories.program import Program
from tests.stories.watching import on_the_wall, told
from tests.ui.driving import (
    CTRL,
    choose_by_key,
    chord,
    in_sight,
    key,
    open_meeting,
    press,
    press_step,
    texts,
    write,
)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True),
]

ALT = Qt.KeyboardModifier.AltModifier
NUMBER = "076-5550103"
SCARED = "Lisa verstopte zich achter de bank."
CALLED_NAMES = "Mark noemt zich agressief."
LONG = "Mark stond soms in de nacht voor de deur en riep toen zo hard dat Lisa wakker werd."
HIDDEN_STEP = "De tas staat bij de buurvrouw."


def test_a_round_of_worries_by_the_keyboard_alone(program: Program) -> None:
    the_meeting_is_at_the_worries(program)
    cards_are_typed_one_after_another(program)
    a_hidden_number_is_said_before_it_is_a_card(program)
    a_long_sentence_and_a_vague_word_are_pointed_out(program)
    a_label_is_let_stand_with_a_reason(program)
    a_card_is_disputed_moved_and_becomes_a_goal(program)
    what_some_may_not_see_stays_so_in_its_goal_and_its_agreement(program)
    the_last_plan_is_read_beside_it(program)
    all_of_it_goes_back_by_name(program)
    assert told([NUMBER, HIDDEN_STEP], program.ever_seen_by()) == []
    assert told([SCARED], program.ever_seen_by()) == [SCARED], "the witness was awake"


def the_meeting_is_at_the_worries(program: Program) -> None:
    program.begin_with("de-wit")
    open_meeting(program.page)
    program.switch_the_wall_on()
    press(program.page, "Iedereen is er")
    press(program.page, "Volgende stap →")
    press(program.page, "Alles blijft")


def cards_are_typed_one_after_another(program: Program) -> None:
    page = program.page
    chord(page, MeetingKey.DANGER)
    write(page, "Lisa verstopte zich")
    key(page, Qt.Key.Key_G, ALT)
    key(page, Qt.Key.Key_Right)
    key(page, Qt.Key.Key_Space)
    write(page, " achter de bank.")
    key(page, Qt.Key.Key_Return)
    assert SCARED in " ".join(on_the_wall(program.wall))


def a_hidden_number_is_said_before_it_is_a_card(program: Program) -> None:
    page = program.page
    write(page, f"Bel Peter op {NUMBER}.")
    program.wait_for_words(f"In deze tekst staat „{NUMBER}”: het telefoonnummer van Peter")
    assert told([NUMBER], on_the_wall(program.wall)) == []
    key(page, Qt.Key.Key_A, CTRL)


def a_long_sentence_and_a_vague_word_are_pointed_out(program: Program) -> None:
    page = program.page
    write(page, LONG)
    program.wait_for_words("Lange zin: 18 woorden. Maak er twee van.")
    program.wait_for_words("„soms” is vaag. Hoe vaak, of wat precies?")
    key(page, Qt.Key.Key_A, CTRL)
    write(page, CALLED_NAMES)


def a_label_is_let_stand_with_a_reason(program: Program) -> None:
    page = program.page
    program.wait_for_words("„agressief” zegt wat iemand is. Wat deed iemand?")
    key(page, Qt.Key.Key_Tab)
    key(page, Qt.Key.Key_Space)
    write(page, "zo zei hij het zelf")
    key(page, Qt.Key.Key_Return)
    assert "Zo gelaten: zo zei hij het zelf" in texts(in_sight(page, TextWarnings)[0])
    key(page, Qt.Key.Key_Return)
    assert CALLED_NAMES in " ".join(on_the_wall(program.wall))


def a_card_is_disputed_moved_and_becomes_a_goal(program: Program) -> None:
    page = program.page
    key(page, Qt.Key.Key_Up)
    key(page, Qt.Key.Key_T)
    key(page, Qt.Key.Key_Return)
    key(page, Qt.Key.Key_Escape)
    assert "Sanne ziet dit anders" in texts(page)
    key(page, Qt.Key.Key_Up, ALT)
    chord(page, MeetingKey.GOAL)
    assert "Ctrl+Z maakt ongedaan: Doel gemaakt" in texts(page)
    assert f"{CALLED_NAMES} doel van het gezin" in " ".join(on_the_wall(program.wall))
    chord(page, MeetingKey.AGREEMENT)
    assert "Ctrl+Z maakt ongedaan: Afspraak toegevoegd" in texts(page)


def what_some_may_not_see_stays_so_in_its_goal_and_its_agreement(program: Program) -> None:
    page = program.page
    chord(page, MeetingKey.NEXT_STEPS)
    write(page, HIDDEN_STEP)
    key(page, Qt.Key.Key_Z, ALT)
    choose_by_key(page, Qt.Key.Key_Down)
    key(page, Qt.Key.Key_Escape)
    key(page, Qt.Key.Key_Return)
    key(page, Qt.Key.Key_Up)
    chord(page, MeetingKey.AGREEMENT)
    chord(page, MeetingKey.GOAL)
    assert HIDDEN_STEP in texts(page), "the facilitator keeps it in sight"
    for step in ("Afspraken", "Zorgen"):
        press_step(program.page, step)
        assert told([HIDDEN_STEP], on_the_wall(program.wall)) == []


def the_last_plan_is_read_beside_it(program: Program) -> None:
    page = program.page
    key(page, Qt.Key.Key_V)
    assert "Vorig plan" in texts(page)
    assert "Oma Ans belt Lisa elke avond om acht uur." in texts(page)
    key(page, Qt.Key.Key_V)
    assert "Van maandag 5 oktober 2026" not in texts(page)


def all_of_it_goes_back_by_name(program: Program) -> None:
    page = program.page
    taken_back = []
    for _times in range(12):
        (button,) = [
            words.removeprefix("Ctrl+Z maakt ongedaan: ")
            for words in texts(page).splitlines()
            if words.startswith("Ctrl+Z maakt ongedaan")
        ]
        if button.startswith("Overgenomen"):
            break
        taken_back.append(button)
        key(page, Qt.Key.Key_Z, CTRL)
    assert taken_back == [
        "Doel gemaakt",
        "Afspraak toegevoegd",
        "Doel of stap toegevoegd",
        "Afspraak toegevoegd",
        "Doel gemaakt",
        "Zorg verplaatst",
        "Zorg veranderd",
        "Zorg toegevoegd",
        "Zorg toegevoegd",
    ]
    assert SCARED not in texts(page)
