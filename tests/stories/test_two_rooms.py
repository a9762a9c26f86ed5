"""Two rooms, one plan: what one room says reaches the other only when the facilitator releases it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel

from beraad.ui.meeting.keys import MeetingKey
from tests.stories.program import Program
from tests.stories.watching import on_the_wall
from tests.ui.driving import (
    choose,
    chord,
    in_the_dialog,
    is_there,
    key,
    open_card,
    open_line,
    pick,
    press,
    press_step,
    press_tab,
    texts,
    type_into,
    write,
)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True),
]

SAID, PROMISED = "Sanne slaapt slecht in het weekend.", "Oma Ans belt Sanne op zondag."
IF_IT_GOES_WRONG, SIGNAL = "Rima belt haar buurvrouw.", "Hand op de deur"
FEARED = "Sanne durft niet alleen naar huis."
SLIP = "Rima woont nu op Lindestraat 14."
RIMA, YOUSEF = "Ri", "Yo"
"""How the line of numbers names them."""
CTRL = Qt.KeyboardModifier.ControlModifier


def test_what_one_room_says_waits_until_it_is_released(program: Program) -> None:
    two_rooms_are_planned(program)
    a_card_of_one_room_is_marked_and_not_in_the_other(program)
    so_it_goes_with_an_agreement(program)
    so_it_goes_with_the_emergency_plan(program)
    one_stroke_releases_a_card_and_undo_says_so(program)
    a_slip_is_pointed_out_when_it_is_released(program)
    what_waits_stands_in_one_list(program)
    then_it_is_on_the_other_wall(program)
    each_room_sees_its_own_numbers(program)
    opened_again_it_asks_who_is_there_before_it_shows_anything(program)


def two_rooms_are_planned(program: Program) -> None:
    def fill_in(dialog: QDialog) -> None:
        choose(dialog, "Hoe", "Pendelend, apart van elkaar")
        type_into(dialog, "Plaats", "wijkcentrum")
        press(dialog, "Plannen")

    program.begin_with("haddad")
    open_line(program.page, "Gezin Haddad")
    press_tab(program.page, "Voorbereiden")
    with in_the_dialog(fill_in):
        press(program.page, "Nieuw beraad plannen…")
    press_tab(program.page, "Overzicht")
    press(program.page, "2e beraad openen")
    program.switch_the_wall_on()
    press(program.page, "Iedereen is er")
    for person in ("Rima", "Samira", "Noor", "Chantal", "Adam"):
        choose(program.page, f"In welke groep zit {person}?", "groep 1")
    for person in ("Yousef", "Omar", "Piet"):
        choose(program.page, f"In welke groep zit {person}?", "groep 2")
    assert "Yousef, Omar en Piet" in texts(program.page)
    press(program.page, "Groep 1")
    assert not is_there(program.page, "Wie zit er nu in de kamer?", QLabel)


def in_the_room(program: Program, half: int) -> str:
    """All that the wall shows this half."""
    press(program.page, f"groep {half}")
    return "\n".join(on_the_wall(program.wall))


def a_card_of_one_room_is_marked_and_not_in_the_other(program: Program) -> None:
    page = program.page
    press_step(page, "Zorgen")
    press(page, "groep 1")
    chord(page, MeetingKey.DANGER)
    write(page, SAID)
    key(page, Qt.Key.Key_Return)
    assert SAID in on_the_wall(program.wall)
    key(page, Qt.Key.Key_Escape)
    assert is_there(page, "alleen deze kamer", QLabel)
    assert SAID not in in_the_room(program, 2)
    assert SAID in texts(page), "the facilitator keeps it in sight"
    assert is_there(page, "alleen groep 1", QLabel)
    assert is_there(page, "1 ding wacht op vrijgeven")


def so_it_goes_with_an_agreement(program: Program) -> None:
    page = program.page
    press_step(page, "Afspraken")
    press(page, "groep 1")
    chord(page, MeetingKey.AGREEMENT)
    write(page, PROMISED)
    press(page, "Klaar")
    assert PROMISED in on_the_wall(program.wall)
    assert PROMISED not in in_the_room(program, 2)


def so_it_goes_with_the_emergency_plan(program: Program) -> None:
    page = program.page
    press(page, "groep 1")
    press(page, next(words for words in texts(page).splitlines() if words.startswith("Noodplan en time-out")))
    press(page, "+ Stap toevoegen")
    write(page, IF_IT_GOES_WRONG)
    pick(page, "Wie neemt de time-out?", "Rima")
    type_into(page, "Welk woord en welk gebaar?", SIGNAL)
    key(page, Qt.Key.Key_Return, CTRL)
    press(page, "Terug naar de afspraken")
    for text in (IF_IT_GOES_WRONG, SIGNAL):
        assert text in in_the_room(program, 1)
        assert text not in in_the_room(program, 2)
    assert is_there(page, "4 dingen wachten op vrijgeven")


def one_stroke_releases_a_card_and_undo_says_so(program: Program) -> None:
    page = program.page
    press_step(page, "Zorgen")
    press(page, "groep 2")
    open_card(page, SAID)
    press(page, "Klaar")
    chord(page, MeetingKey.RELEASE)
    assert SAID in on_the_wall(program.wall)
    key(page, Qt.Key.Key_Z, CTRL)
    assert SAID not in on_the_wall(program.wall)
    open_card(page, SAID)
    press(page, "Geef vrij aan de andere kamer")
    assert SAID in on_the_wall(program.wall)
    assert any("Vrijgegeven aan de andere kamer" in line for line in texts(page).splitlines())
    press(page, "Klaar")


def a_slip_is_pointed_out_when_it_is_released(program: Program) -> None:
    page = program.page
    press(page, "groep 1")
    chord(page, MeetingKey.DANGER)
    write(page, SLIP)
    key(page, Qt.Key.Key_Return)
    key(page, Qt.Key.Key_R, CTRL)
    assert "staat „Lindestraat 14”: het adres van Rima. Dat mogen Yousef" in texts(page), (
        "it is pointed out before"
    )
    press(page, f"{SLIP.removesuffix('.')}: geef vrij")
    assert "staat „Lindestraat 14”: het adres van Rima. Dat mogen Yousef" in program.said_last()[2], (
        "and after"
    )
    press(page, "Ongedaan maken")
    press(page, "Terug naar het beraad")
    assert SLIP not in in_the_room(program, 2)
    open_card(page, SLIP)
    type_into(page, "Tekst van deze kaart", "Rima zit op een veilige plek.")
    press(page, "Klaar")


def what_waits_stands_in_one_list(program: Program) -> None:
    page = program.page
    press(page, "4 dingen wachten op vrijgeven")
    press(page, PROMISED)
    press(page, "Geef vrij wat gekozen is: 1")
    assert PROMISED not in texts(page)
    press(page, "Kies alles")
    press(page, "Geef vrij wat gekozen is: 3")
    assert "Er wacht niets op vrijgeven" in texts(page)
    press(page, "Terug naar het beraad")
    assert not is_there(page, "Er wacht niets op vrijgeven")


def then_it_is_on_the_other_wall(program: Program) -> None:
    press_step(program.page, "Afspraken")
    seen = in_the_room(program, 2)
    for text in (PROMISED, IF_IT_GOES_WRONG, SIGNAL):
        assert text in seen


def each_room_sees_its_own_numbers(program: Program) -> None:
    page = program.page
    press_step(page, "Schaalvraag")
    press(page, "groep 1")
    press(page, "Hoe ver zijn we met wat we samen willen?")
    press(page, "Geef vrij aan de andere kamer")
    for half, person, number in ((1, "Rima", 2), (2, "Yousef", 9)):
        press(page, f"groep {half}")
        press(page, "Vraag iedereen om de beurt")
        while f"{person}, welk cijfer geef je?" not in texts(page):
            press(page, "Volgende →")
        press(page, f"Cijfer van {person}: {number}")
    press(page, "groep 1")
    press(page, "Toon aan iedereen")
    assert {RIMA, YOUSEF} & set(on_the_wall(program.wall)) == {RIMA}
    press(page, "Ook de antwoorden van de andere kamer")
    assert not {RIMA, YOUSEF} & set(on_the_wall(program.wall)), "another choice is looked at first"
    press(page, "Toon aan iedereen")
    assert {RIMA, YOUSEF} <= set(on_the_wall(program.wall))
    assert not {RIMA, YOUSEF} & set(in_the_room(program, 2).splitlines())


def opened_again_it_asks_who_is_there_before_it_shows_anything(program: Program) -> None:
    """Group 1 said something; the program was closed, and now group 2 comes in."""
    page = program.page
    press_step(page, "Zorgen")
    press(page, "groep 1")
    chord(page, MeetingKey.DANGER)
    write(page, FEARED)
    key(page, Qt.Key.Key_Return)
    assert FEARED in on_the_wall(program.wall), "the control: its own room sees it"
    press(page, "Terug naar de zaak")
    program.start_again()
    program.unlock()
    open_line(program.page, "Gezin Haddad")
    press(program.page, "2e beraad openen")
    program.switch_the_wall_on()
    page = program.page
    press(page, "Daar verder gaan")
    assert is_there(page, "Wie zit er nu in de kamer?", QLabel)
    assert FEARED not in texts(page), "no page stands on which somebody could write for the wrong room"
    assert SAID in on_the_wall(program.wall), "what was released is for everyone"
    key(page, Qt.Key.Key_Escape)
    assert is_there(page, "Wie zit er nu in de kamer?", QLabel)
    chord(page, MeetingKey.SAFETY)
    assert not is_there(page, "Wie zit er nu in de kamer?", QLabel)
    assert FEARED in texts(page)
    assert [line for line in program.witnesses[-1].seen_by() if FEARED in line] == []
    assert FEARED in in_the_room(program, 1)
    assert FEARED in "\n".join(program.witnesses[-1].seen_by()), "and the witness does look"
