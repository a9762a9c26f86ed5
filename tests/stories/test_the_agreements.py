"""An agreement made by the keyboard alone until its five lamps are on, and the emergency plan beside it."""

import pytest
from PySide6.QtCore import Qt

from beraad.ui.meeting.keys import MeetingKey
from beraad.ui.widgets.smart_lamps import SmartLamps
from tests.stories.program import Program
from tests.stories.watching import on_the_wall, told
from tests.ui.driving import (
    CTRL,
    choose,
    choose_by_key,
    chord,
    in_sight,
    key,
    pick,
    press,
    press_step,
    texts,
    type_into,
    write,
)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True),
]

ALT = Qt.KeyboardModifier.AltModifier
MUST = "Mark komt alleen binnen als Sanne open doet."
CALLS = "Kees belt Mark elke avond."


def test_an_agreement_by_the_keyboard_alone_until_its_lamps_are_on(program: Program) -> None:
    the_meeting_is_at_the_agreements(program)
    a_new_one_says_what_it_lacks(program)
    who_how_often_and_a_yes_by_their_letters(program)
    how_it_is_seen_who_looks_and_what_if_not(program)
    all_five_lamps_are_on(program)
    a_child_as_owner_is_questioned(program)
    what_is_not_covered_is_named(program)
    the_time_out_and_the_emergency_plan_offer_numbers(program)
    it_is_read_aloud_alone(program)


def the_meeting_is_at_the_agreements(program: Program) -> None:
    program.sit_down()
    press_step(program.page, "Afspraken")
    press(program.page, "Alles blijft")


def lamps(program: Program) -> str:
    """What the lamps of the last agreement say in words."""
    return in_sight(program.page, SmartLamps)[-1].accessibleName()


def a_new_one_says_what_it_lacks(program: Program) -> None:
    chord(program.page, MeetingKey.AGREEMENT)
    write(program.page, CALLS)
    key(program.page, Qt.Key.Key_Return, CTRL)
    key(program.page, Qt.Key.Key_Escape)
    assert lamps(program) != "SMART: alles in orde"
    assert CALLS in " ".join(on_the_wall(program.wall))


def who_how_often_and_a_yes_by_their_letters(program: Program) -> None:
    page = program.page
    key(page, Qt.Key.Key_W)
    key(page, Qt.Key.Key_K)
    key(page, Qt.Key.Key_Return)
    key(page, Qt.Key.Key_T, ALT)
    choose_by_key(page, Qt.Key.Key_Up)
    for _tabs in range(12):
        if "Welke dagen?" in (page.focusWidget() or page).accessibleName():
            break
        key(page, Qt.Key.Key_Tab)
    choose_by_key(page, Qt.Key.Key_Home)
    assert "elke dag" in texts(page)
    key(page, Qt.Key.Key_J, ALT)
    key(page, Qt.Key.Key_Space)
    for number in (9, 8, 8):
        key(page, Qt.Key.Key_Tab)
        for _right in range(number):
            key(page, Qt.Key.Key_Right)
        key(page, Qt.Key.Key_Space)
    assert "Kees geeft" not in texts(page), "no number is low"


def how_it_is_seen_who_looks_and_what_if_not(program: Program) -> None:
    page = program.page
    key(page, Qt.Key.Key_M, ALT)
    write(page, "Mark stuurt Joke een bericht.")
    key(page, Qt.Key.Key_K, ALT)
    key(page, Qt.Key.Key_J)
    key(page, Qt.Key.Key_Return)
    key(page, Qt.Key.Key_O, ALT)
    write(page, "Dan belt Mark zelf.")


def all_five_lamps_are_on(program: Program) -> None:
    page = program.page
    press(page, "Tot en met: Kies een dag")
    press(page, "Klaar")
    assert lamps(program) == "SMART: alles in orde", texts(page)
    assert "elke dag" in " ".join(on_the_wall(program.wall))


def a_child_as_owner_is_questioned(program: Program) -> None:
    page = program.page
    key(page, Qt.Key.Key_W)
    pick(page, "Wie doet het?", "Lisa")
    assert "Een kind draagt hier de veiligheid. Kan een volwassene dit doen?" in texts(page)
    pick(page, "Wie doet het?", "Lisa")
    assert "Een kind draagt hier de veiligheid." not in texts(page)
    press(page, "Klaar")


def what_is_not_covered_is_named(program: Program) -> None:
    page = program.page
    press_step(page, "Zorgen")
    press(page, "Alles blijft")
    chord(page, MeetingKey.DANGER)
    choose(page, "Wat voor kaart is dit?", "waar we bang voor zijn")
    type_into(page, "Nieuwe kaart", "Als Mark zijn werk verliest, kan het weer misgaan.")
    key(page, Qt.Key.Key_Return)
    press_step(page, "Afspraken")
    assert "Bij deze zorg hoort nog geen afspraak: „Als Mark zijn werk verliest" in texts(page)
    press_step(page, "Wat moet er gebeuren")
    press(page, "Alles blijft")
    chord(page, MeetingKey.NEXT_STEPS)
    choose(page, "Wat voor kaart is dit?", "bodemeis")
    type_into(page, "Nieuwe kaart", MUST)
    key(page, Qt.Key.Key_Return)
    press_step(page, "Afspraken")
    assert f"Bij deze bodemeis hoort nog geen afspraak: „{MUST}”" in texts(page)
    press(page, f"Maak afspraak bij: {MUST}")
    write(page, "Mark geeft zijn sleutel aan oma Ans.")
    press(page, "Klaar")
    assert f"Bij deze bodemeis hoort nog geen afspraak: „{MUST}”" not in texts(page)


def the_time_out_and_the_emergency_plan_offer_numbers(program: Program) -> None:
    page = program.page
    press(page, "Noodplan en time-out · nog 5")
    press(page, "Alles blijft")
    press(page, "+ Stap toevoegen")
    write(page, "Joke haalt Lisa op.")
    assert "Joke haalt Lisa op." not in " ".join(on_the_wall(program.wall)), "not while it is written"
    choose(page, "Stap 5: Welk nummer wordt gebeld?", "Joke: 076 555 0102")
    type_into(page, "Waarheen?", "Kees, Zandweg")
    choose(page, "Nummer bij “Waarheen?” zetten", "Joke: 076 555 0102")
    press(page, "Terug naar de afspraken")
    seen = on_the_wall(program.wall)
    facts = ["Joke haalt Lisa op.", "076 555 0102", "Kees, Zandweg (Joke: 076 555 0102)"]
    assert told(facts, seen) == facts


def it_is_read_aloud_alone(program: Program) -> None:
    page = program.page
    chord(page, MeetingKey.READ_ALOUD)
    alone = " ".join(on_the_wall(program.wall))
    assert "Afspraak 1 van " in alone
    assert CALLS not in alone
    key(page, Qt.Key.Key_Left)
    key(page, Qt.Key.Key_Escape)
    assert CALLS in " ".join(on_the_wall(program.wall))
