"""Both ex-partners at the table: what each room sees, and what each may take home."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QDialog

from beraad.ui.meeting.keys import MeetingKey
from beraad.ui.pages.case import CasePage
from beraad.ui.steps.scale.scale_panel import ScalePanel
from tests.stories.haddad import (
    CODEWORD,
    DETAILS,
    FOR_RIMAS_SIDE,
    NAMES,
    NEVER_FOR_YOUSEF,
    NOTE,
    PICKED_UP,
    POLICE_COMES,
    RIMAS_PHONE,
    SAMIRAS_PHONE,
    SCHOOL,
    TELLS_SAMIRA,
    TO_SAMIRA,
    WHERE_SHE_LIVES,
    a_copy_keeps_quiet,
    a_folder_keeps_quiet,
    nobody_learns,
    nothing_around_it_tells,
)
from tests.stories.paper import Copy, copies_in
from tests.stories.program import Program
from tests.stories.watching import on_the_wall, read_aloud, told
from tests.ui.driving import (
    choose,
    chord,
    click_line,
    close_the_meeting,
    in_sight,
    in_the_dialog,
    is_there,
    key,
    let_see,
    open_card,
    open_line,
    press,
    press_step,
    press_tab,
    sign,
    take_the_laptop_back,
    texts,
    type_into,
    words_of,
    write,
)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.first,
    pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True),
]

FIRST_ROOM, SECOND_ROOM = ("Rima", "Samira", "Chantal"), ("Yousef", "Omar", "Piet")
STEPS = (
    "Welkom",
    "Zorgen",
    "Wat gaat goed",
    "Schaalvraag",
    "Wat moet er gebeuren",
    "Familietijd",
    "Afspraken",
    "Vaststellen en tekenen",
    "Evaluatie en vervolg",
)
SLIP, MENDED = "Rima zit nu in de Lindestraat 14", "Rima zit nu op een veilige plek."
KEPT_FROM_CHANTAL = (
    "In noodplan, stap 2 staat „06 7700 1103”: het telefoonnummer van Samira. Dat mag Chantal niet weten."
)


def test_two_rooms_and_one_plan(program: Program, tmp_path: Path) -> None:
    program.make_a_store()
    program.read_in("haddad")
    open_line(program.page, "Gezin Haddad")
    the_plan_in_force_is_printed_for_each(program, tmp_path / "first")
    the_first_meeting_is_looked_at_again(program)
    the_next_meeting_is_planned(program, "Pendelend, apart van elkaar")
    everybody_sits_in_a_room(program)
    each_room_sees_its_own_columns(program)
    a_question_for_professionals_stays_off_both_walls(program)
    numbers_are_shown_to_one_room_at_a_time(program)
    each_room_sees_its_own_agreements(program)
    a_wall_that_stands_still_does_not_wait_for_the_other_room(program)
    the_number_of_samira_waits_until_chantal_is_out(program)
    a_slip_is_pointed_out_and_reaches_no_wall(program)
    with_the_slip_yousef_signs_nothing_and_gets_no_paper(program, tmp_path / "slip")
    mended_yousef_reads_and_signs_his_own_plan(program)
    every_copy_is_the_readers_own(program, tmp_path / "mended")
    a_third_meeting_is_held_all_together(program)
    yousef_and_omar_never_saw_what_is_not_for_them(program)


# -- the plan of the first meeting -------------------------------------------------------------------


def the_plan_in_force_is_printed_for_each(program: Program, folder: Path) -> None:
    press(program.page, "1e beraad printen")
    dialog = program.print_dialog
    assert KEPT_FROM_CHANTAL in texts(dialog)
    click_line(dialog, "Chantal")
    assert f"Het exemplaar van Chantal wordt niet gemaakt. {KEPT_FROM_CHANTAL}" in texts(dialog)
    click_line(dialog, "Adam")
    assert "Adam krijgt geen papier. Zo is het afgesproken." in texts(dialog)
    program.save_the_copies(folder)
    kind, _title, said = program.said_last()
    assert kind == "warn"
    assert "6 exemplaren staan in de map." in said
    assert f"Het exemplaar van Chantal wordt niet gemaakt. {KEPT_FROM_CHANTAL}" in said
    assert "Adam krijgt geen papier" in said
    copies = copies_in(folder)
    assert set(copies) == {"Rima", "Yousef", "Samira", "Omar", "Noor", "Piet"}
    nobody_gets_more_than_the_own(copies, folder)
    the_file_holds_all_but_the_notes(program, folder.parent / "file.pdf")
    program.close_the_print_dialog()


def nobody_gets_more_than_the_own(copies: dict[str, Copy], folder: Path) -> None:
    """Every hidden fact, in every copy; and the same search finds it where it may stand."""
    # A paper that is found tells no address, school or work, whoever may know it.
    with_code = {CODEWORD, "codewoord", *FOR_RIMAS_SIDE}
    may_know = {
        "Rima": with_code | {SAMIRAS_PHONE},
        "Samira": with_code | {RIMAS_PHONE, SAMIRAS_PHONE},
        "Noor": with_code | {RIMAS_PHONE, SAMIRAS_PHONE},
        "Piet": with_code | {RIMAS_PHONE, SAMIRAS_PHONE},
        "Yousef": set(),
        "Omar": set(),
    }
    facts = [fact for fact in NEVER_FOR_YOUSEF if fact != "De tas staat klaar"]
    for reader, copy in copies.items():
        a_copy_keeps_quiet(copy, [fact for fact in facts if fact not in may_know[reader]])
        assert set(told(facts, [copy.text])) == may_know[reader], reader
    a_folder_keeps_quiet(folder, [fact for fact in NEVER_FOR_YOUSEF if fact != NOTE])


def the_file_holds_all_but_the_notes(program: Program, path: Path) -> None:
    """The positive control for what no reader gets: it is found where it may stand."""
    click_line(program.print_dialog, "Dossier")
    program.answer(path)
    press(program.print_dialog, "Dit exemplaar opslaan")
    assert program.print_dialog.isVisible()  # it is there when it is written
    whole = Copy(path)
    assert told([*DETAILS, *FOR_RIMAS_SIDE], [whole.text]) == [*DETAILS, *FOR_RIMAS_SIDE]
    nobody_learns([NOTE], [whole.text, whole.metadata])


def the_first_meeting_is_looked_at_again(program: Program) -> None:
    press(program.page, "1e beraad openen")
    page = program.page
    program.switch_the_wall_on()
    assert told([NOTE], [texts(page)]) == [NOTE], "the facilitator's own note, on the console alone"
    for step in STEPS:
        press_step(page, step)
        nobody_learns(NEVER_FOR_YOUSEF, second_room(program))
        nobody_learns([*DETAILS, NOTE], first_room(program))
    close_the_meeting(page)


# -- the second meeting, in two rooms ----------------------------------------------------------------


def the_next_meeting_is_planned(program: Program, how: str) -> None:
    def fill_in(dialog: QDialog) -> None:
        choose(dialog, "Hoe", how)
        type_into(dialog, "Plaats", "wijkcentrum")
        press(dialog, "Plannen")

    press_tab(program.page, "Voorbereiden")
    with in_the_dialog(fill_in):
        press(program.page, "Nieuw beraad plannen…")
    press_tab(program.page, "Overzicht")


def everybody_sits_in_a_room(program: Program) -> None:
    press(program.page, "2e beraad openen")
    page = program.page
    program.switch_the_wall_on()
    press(page, "Iedereen is er")
    press(page, "Adam: afwezig")
    assert "Rima" not in " ".join(second_room(program)), "they begin where they sat the last time"
    for people, room in (
        (FIRST_ROOM, "groep 1"),
        (SECOND_ROOM, "groep 2"),
        (("Noor",), "beide groepen"),
    ):
        for person in people:
            choose(page, f"In welke groep zit {person}?", room)
    assert "Rima" in (first := " ".join(first_room(program)))
    assert "Yousef" not in first
    assert "Yousef" in (second := " ".join(second_room(program)))
    assert "Rima" not in second, "who is in the other room is not shown"
    assert "Noor" in first
    assert "Noor" in second


def each_room_sees_its_own_columns(program: Program) -> None:
    for step in ("Zorgen", "Wat gaat goed", "Wat moet er gebeuren"):
        press_step(program.page, step)
        press(program.page, "Alles blijft")
        nobody_learns(NEVER_FOR_YOUSEF, second_room(program))
        nobody_learns([*DETAILS, CODEWORD, NOTE], first_room(program))
    first, second = first_room(program), second_room(program)
    assert told([WHERE_SHE_LIVES, PICKED_UP], first) == [WHERE_SHE_LIVES, PICKED_UP]
    both = ("Adam gaat elke dag naar school.", "Yousef komt niet in de straat van Rima en belt haar niet.")
    for seen in (first, second):
        assert set(both) <= set(seen)
    assert NOTE not in texts(program.page), "a note belongs to its own meeting"


def a_question_for_professionals_stays_off_both_walls(program: Program) -> None:
    press_step(program.page, "Schaalvraag")
    press(program.page, "Hoe veilig is het voor Adam?")  # as it was asked the last time
    for seen in (first_room(program), second_room(program)):
        nobody_learns(["Hoe veilig is het voor Adam?"], seen)


def numbers_are_shown_to_one_room_at_a_time(program: Program) -> None:
    page = program.page
    press(page, "groep 1")
    press(page, "Hoe ver zijn we met wat we samen willen?")
    panel = in_sight(page, ScalePanel)[-1]
    press(panel, "Geef vrij aan de andere kamer")
    for room, person, number in (("groep 1", "Rima", 2), ("groep 2", "Yousef", 9)):
        press(page, room)
        press(panel, "Vraag iedereen om de beurt")
        while f"{person}, welk cijfer geef je?" not in texts(panel):
            press(panel, "Volgende →")
        press(panel, f"Cijfer van {person}: {number}")
    press(page, "groep 1")
    press(panel, "Toon aan iedereen")
    assert "2" in on_the_wall(program.wall)
    assert "2 – 9" not in on_the_wall(program.wall), "what is answered in the other room waits"
    press(panel, "Ook de antwoorden van de andere kamer")
    press(panel, "Toon aan iedereen")
    assert "2 – 9" in on_the_wall(program.wall)
    assert "2 – 9" not in second_room(program), "numbers that one room saw are hidden again for the other"
    assert "2 – 9" not in first_room(program)


def each_room_sees_its_own_agreements(program: Program) -> None:
    for _step in ("Wat moet er gebeuren", "Familietijd", "Afspraken"):
        press(program.page, "Volgende stap →")
        nobody_learns(NEVER_FOR_YOUSEF, second_room(program))
    press(program.page, "Alles blijft")
    second = second_room(program)
    nobody_learns(NEVER_FOR_YOUSEF, second)
    assert numbers_of_agreements(second) == ["1", "2", "3"], "no trace of what is left out"
    first = first_room(program)
    assert told([TO_SAMIRA, POLICE_COMES, CODEWORD], first) == [TO_SAMIRA, POLICE_COMES, CODEWORD]
    nobody_learns(DETAILS, first)
    assert numbers_of_agreements(first) == ["1", "2", "3", "4", "5"]


def a_wall_that_stands_still_does_not_wait_for_the_other_room(program: Program) -> None:
    page = program.page
    assert told([CODEWORD], first_room(program)) == [CODEWORD]
    key(page, Qt.Key.Key_F8)
    nobody_learns(NEVER_FOR_YOUSEF, second_room(program))
    assert told([CODEWORD], first_room(program)) == [CODEWORD]


def the_number_of_samira_waits_until_chantal_is_out(program: Program) -> None:
    page = program.page
    press_to_emergency(program)
    press(page, "Alles blijft")
    press(page, "Terug naar de afspraken")
    first = first_room(program)
    nobody_learns([SAMIRAS_PHONE, TELLS_SAMIRA], first)
    assert KEPT_FROM_CHANTAL in texts(page), "the console says why"
    assert "06 7700 1104" in first, "the number of Omar is for everybody"
    nobody_learns(NEVER_FOR_YOUSEF, second_room(program))
    press_step(page, "Welkom")
    press(page, "Chantal: afwezig")
    press_step(page, "Afspraken")
    assert told([SAMIRAS_PHONE, TELLS_SAMIRA], first_room(program)) == [SAMIRAS_PHONE, TELLS_SAMIRA]
    nobody_learns(NEVER_FOR_YOUSEF, second_room(program))
    press_step(page, "Welkom")
    press(page, "Chantal: aanwezig")


def a_slip_is_pointed_out_and_reaches_no_wall(program: Program) -> None:
    press_step(program.page, "Zorgen")
    page = program.page
    press(page, "groep 2")
    chord(page, MeetingKey.DANGER)
    write(page, SLIP)
    key(page, Qt.Key.Key_Return)
    assert "Niet op het scherm gezet" in texts(page)
    assert "„Lindestraat 14”: het adres van Rima. Dat mogen Yousef en Omar niet weten." in texts(page)
    assert "niet op het scherm" in texts(page)
    nobody_learns(NEVER_FOR_YOUSEF, on_the_wall(program.wall))
    nobody_learns(DETAILS, first_room(program))


# -- with the slip, and without ----------------------------------------------------------------------


def with_the_slip_yousef_signs_nothing_and_gets_no_paper(program: Program, folder: Path) -> None:
    page = program.page
    press_step(page, "Vaststellen en tekenen")
    press(page, "Vaststellen")
    nobody_learns(NEVER_FOR_YOUSEF, second_room(program))
    press(page, "Yousef: Teken")
    kind, _title, said = program.said_last()
    assert kind == "warn"
    assert "„Lindestraat 14”: het adres van Rima. Dat mag Yousef niet weten." in said
    assert is_there(page, "Volgende stap →"), "his screen did not open"
    press_step(page, "Evaluatie en vervolg")
    nobody_learns(NEVER_FOR_YOUSEF, second_room(program))
    press(page, "Exemplaren printen …")
    click_line(program.print_dialog, "Yousef")
    assert "Het exemplaar van Yousef wordt niet gemaakt." in texts(program.print_dialog)
    program.save_the_copies(folder)
    assert "„Lindestraat 14”: het adres van Rima. Dat mag Yousef niet weten." in program.said_last()[2]
    assert set(copies_in(folder)) == {"Rima", "Samira", "Noor", "Piet"}
    program.close_the_print_dialog()


def mended_yousef_reads_and_signs_his_own_plan(program: Program) -> None:
    page = program.page
    press_step(page, "Zorgen")
    open_card(page, SLIP)
    type_into(page, "Tekst van deze kaart", MENDED)
    assert MENDED not in on_the_wall(program.wall), "not while it is written"
    key(page, Qt.Key.Key_Return)
    assert MENDED in on_the_wall(program.wall)
    assert MENDED not in first_room(program), "what one room said waits until it is released"
    press(page, "groep 2")
    open_card(page, MENDED)
    let_see(page, "iedereen")
    press(page, "Klaar")
    assert "Niet op het scherm gezet" not in texts(page)
    assert MENDED in second_room(program)
    press_step(page, "Vaststellen en tekenen")
    press(page, "Vaststellen")
    press(page, "Yousef: Teken")
    shown = texts(page)
    press(page, "Mijn hele exemplaar lezen")
    shown += texts(page)
    assert told([MENDED, "Yousef belt en appt Rima niet."], [shown]) == [
        MENDED,
        "Yousef belt en appt Rima niet.",
    ]
    nobody_learns(NEVER_FOR_YOUSEF, [shown, read_aloud(page)])
    nobody_learns(NEVER_FOR_YOUSEF, on_the_wall(program.wall))
    press(page, "Ik ga niet akkoord")
    type_into(page, "Opmerking", "Ik wil Adam ook in het weekend zien.")
    press(page, "Dit is mijn antwoord")
    nobody_learns(NEVER_FOR_YOUSEF, [texts(page), read_aloud(page)])
    take_the_laptop_back(page)
    press(page, "groep 1")
    press(page, "Rima: Teken")
    press(page, "Mijn hele exemplaar lezen")
    assert told([TO_SAMIRA, SAMIRAS_PHONE, SCHOOL], [texts(page)]) == [TO_SAMIRA, SAMIRAS_PHONE]
    press(page, "Ik ga akkoord")
    sign(page)
    press(page, "Ik teken")
    take_the_laptop_back(page)
    nobody_learns([*NEVER_FOR_YOUSEF, "weekend"], second_room(program))


def every_copy_is_the_readers_own(program: Program, folder: Path) -> None:
    page = program.page
    press_step(page, "Evaluatie en vervolg")
    press(page, "Exemplaren printen …")
    program.save_the_copies(folder)
    program.close_the_print_dialog()
    copies = copies_in(folder)
    assert set(copies) == {"Rima", "Yousef", "Samira", "Omar", "Noor", "Piet"}
    for reader, copy in copies.items():
        assert copy.says(MENDED)
        disagrees = "oes not agree" if reader == "Samira" else "iet akkoord"  # she reads English
        assert copy.says(disagrees)
        assert copy.says("Ik wil Adam ook in het weekend zien.") is (reader == "Yousef")
    assert numbers_in_print(copies["Yousef"]) == ["1", "3", "2"]
    nobody_gets_more_than_the_own(copies, folder)
    close_the_meeting(page)
    program.wait_for(CasePage)


# -- the third meeting, all together -----------------------------------------------------------------


def a_third_meeting_is_held_all_together(program: Program) -> None:
    the_next_meeting_is_planned(program, "Samen, in één kamer")
    press(program.page, "3e beraad openen")
    page = program.page
    program.switch_the_wall_on()
    press(page, "Iedereen is er")
    press(page, "Adam: afwezig")
    assert not is_there(page, "groep 1")
    yousef_comes_in_later(program)
    press_step(page, "Welkom")
    together(program, "Rima", "Yousef", "Samira", "Omar")
    for step in ("Zorgen", "Wat gaat goed", "Wat moet er gebeuren"):
        press_step(page, step)
        press(page, "Alles blijft")
        together(program)
    press_step(page, "Afspraken")
    together(program)
    assert numbers_of_agreements(on_the_wall(program.wall)) == ["1", "2", "3"]
    assert TO_SAMIRA in texts(page), "the facilitator keeps it in sight"
    press_to_emergency(program)
    press(page, "Alles blijft")
    press(page, "Terug naar de afspraken")
    together(program, "Yousef belt Omar als hij boos wordt.")
    for step in ("Schaalvraag", "Familietijd", "Vaststellen en tekenen", "Evaluatie en vervolg"):
        press_step(page, step)
        together(program)
    close_the_meeting(page)


def yousef_comes_in_later(program: Program) -> None:
    """Before that, the others see more; and even a wall that stands still does not wait for him."""
    page = program.page
    press(page, "Yousef: afwezig")
    press(page, "Omar: afwezig")
    press_step(page, "Afspraken")
    press(page, "Alles blijft")
    assert told([TO_SAMIRA], on_the_wall(program.wall)) == [TO_SAMIRA]
    key(page, Qt.Key.Key_F8)
    press_step(page, "Welkom")
    assert told([TO_SAMIRA], on_the_wall(program.wall)) == [TO_SAMIRA]
    press(page, "Yousef: aanwezig")
    together(program, "Yousef")
    press(page, "Omar: aanwezig")


def together(program: Program, *must: str) -> None:
    seen = on_the_wall(program.wall)
    nobody_learns(NEVER_FOR_YOUSEF, seen)
    assert told(must, seen) == list(must)


def yousef_and_omar_never_saw_what_is_not_for_them(program: Program) -> None:
    assert told([TO_SAMIRA, SAMIRAS_PHONE], program.ever_seen_by("Rima")) == [TO_SAMIRA, SAMIRAS_PHONE]
    for person in ("Yousef", "Omar"):
        seen = program.ever_seen_by(person)
        assert told(["Omar kan met Yousef praten"], seen), "the witness was awake"
        nobody_learns(NEVER_FOR_YOUSEF, seen)
    assert program.log, "something is logged"
    nothing_around_it_tells(program.titles, program.log)
    found = program.on_disk()
    assert found, "the cases are kept"
    assert [fact for fact in (*DETAILS, *NAMES, CODEWORD, NOTE) if fact.encode() in found] == []


# -- in between --------------------------------------------------------------------------------------


def first_room(program: Program) -> tuple[str, ...]:
    """What Rima, Samira and Chantal see."""
    return in_the_room(program, "groep 1")


def second_room(program: Program) -> tuple[str, ...]:
    """What Yousef and Omar see."""
    return in_the_room(program, "groep 2")


def in_the_room(program: Program, room: str) -> tuple[str, ...]:
    press(program.page, room)
    return on_the_wall(program.wall)


def press_to_emergency(program: Program) -> None:
    (button,) = [
        words
        for item in in_sight(program.page, QAbstractButton)
        for words in words_of(item)
        if words.startswith("Noodplan en time-out")
    ]
    press(program.page, button)


def numbers_of_agreements(seen: tuple[str, ...]) -> list[str]:
    """The numbers before agreements: those of emergency steps come after their heading."""
    until = seen.index("Als het misgaat") if "Als het misgaat" in seen else len(seen)
    return [text for text in seen[:until] if text.isdigit()]


def numbers_in_print(copy: Copy) -> list[str]:
    """The numbers of the reader's own agreements, and of those in which the reader has a part."""
    own = copy.part("Dit doe ik", "Dit doen anderen")
    return re.findall(r"(?<!\S)(\d{1,2}) (?=[A-Z])", own)
