"""The second meeting of the De Wit family, from an empty computer to paper, through the real windows."""

import re
from collections.abc import Collection
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from beraad.ui.console import MeetingPage
from beraad.ui.meeting.keys import MeetingKey
from beraad.ui.pages.case import CasePage
from beraad.ui.steps.agreements.page import AgreementsPage
from beraad.ui.widgets.smart_lamps import SmartLamps
from tests.stories.de_wit import (
    AT_TABLE,
    BIRTHDAY,
    BORROWS,
    BY_A_CHILD,
    CALLS_OR_SLEEPS,
    CAR_STEP,
    FETCHES,
    FETCHES_ME,
    FOR_PROFESSIONALS,
    FOR_THE_FACILITATOR,
    GRAN_CALLS,
    GRAN_CALLS_THEN,
    HELPS,
    LET_STAND,
    LISA_WHY,
    MUST_THEN,
    NO_VIOLENCE,
    NO_WORK,
    NOT_FOR_THE_WALL,
    NOTE,
    PATROL,
    PETERS_NUMBER,
    RANG,
    REMARK,
    SCHOOL,
    SCORE_REASON,
    SCORES,
    STOPPED,
    TIME_OUT,
    TUESDAY,
    WEEKEND,
    WELL_THEN,
    WORK_NOW,
    WORRIES_THEN,
    columns_show,
    everything_now,
    must_now,
    nobody_sees_a_number,
    the_wall_shows,
    well_now,
    worries_now,
)
from tests.stories.paper import Copy, copies_in
from tests.stories.program import Program
from tests.stories.watching import on_the_wall, told
from tests.ui.driving import (
    CTRL,
    beside,
    can_be_pressed,
    choose,
    chord,
    close_the_meeting,
    in_sight,
    is_chosen,
    key,
    let_see,
    open_card,
    open_line,
    open_meeting,
    pick,
    press,
    press_step,
    sign,
    take_the_laptop_back,
    texts,
    type_into,
    write,
)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.first,
    pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True),
]


def test_the_second_meeting_of_the_de_wit_family(program: Program, tmp_path: Path) -> None:
    the_store_is_made_and_the_case_read_in(program)
    the_meeting_opens_and_the_wall_shows_the_welcome(program)
    worries_are_asked_about_and_added(program)
    something_for_the_facilitator_alone_never_reaches_the_wall(program)
    what_goes_well_is_kept_and_added(program)
    everybody_gives_a_number_that_stays_hidden_until_all_see_it(program)
    what_must_happen_is_asked_about(program)
    the_family_talks_alone(program)
    the_agreements_of_last_time_stay_change_and_stop(program)
    a_child_is_no_owner_and_the_agreement_becomes_smart(program)
    the_emergency_plan_gets_a_step(program)
    the_agreements_are_read_aloud(program)
    going_back_and_forward_loses_nothing(program)
    the_gaps_are_named_and_one_is_let_stand(program)
    the_plan_is_agreed(program)
    everybody_answers(program)
    a_change_for_professionals_asks_only_them_again(program)
    the_meeting_ends_with_a_date_and_marks(program)
    every_copy_holds_the_own_part_and_nothing_hidden(program, tmp_path / "copies")
    after_a_restart_all_is_there(program)
    nothing_private_ever_stood_on_the_wall(program)


# -- before the meeting ------------------------------------------------------------------------------


def the_store_is_made_and_the_case_read_in(program: Program) -> None:
    code = program.make_a_store()
    assert re.fullmatch(r"([0-9A-Z]{5}-){5}[0-9A-Z]{5}", code)
    assert code not in texts(program.window), "the recovery code is shown once"
    program.read_in("de-wit")
    assert "Gezin De Wit" in texts(program.page)


def the_meeting_opens_and_the_wall_shows_the_welcome(program: Program) -> None:
    open_meeting(program.page)
    assert isinstance(program.page, MeetingPage)
    assert on_the_wall(program.wall) == (), "the wall is off until somebody puts it on"
    program.switch_the_wall_on()
    press(program.page, "Iedereen is er")
    press(program.page, "Peter: afwezig")
    type_into(program.page, "Eigen notitie, ziet niemand anders", NOTE)
    seen = the_wall_shows(program, "Stap 1 van 9 · Welkom", *AT_TABLE, "vriend van Mark")
    assert "Peter" not in " ".join(seen), "who is absent is not shown as here"


# -- the three columns -------------------------------------------------------------------------------


def worries_are_asked_about_and_added(program: Program) -> None:
    go_on(program)
    page = program.page
    assert "Vorige keer · nog 6" in texts(page)
    columns_show(program)
    press(page, f"Blijft: {WORRIES_THEN['hit']}")
    press(page, f"Stopt: {WORRIES_THEN['stairs']}")
    press(page, f"Verandert: {WORRIES_THEN['work']}")
    type_into(page, "Tekst van deze kaart", WORK_NOW)
    press(page, "Klaar")
    press(page, "Alles blijft")
    assert "Vorige keer · nog" not in texts(page)
    columns_show(program, WORRIES_THEN["hit"], WORK_NOW, WORRIES_THEN["drink"], WORRIES_THEN["sleep"])

    begin_a_card(program, MeetingKey.DANGER)
    pick(page, "Wie zegt dit?", "oma Ans")
    type_into(page, "Nieuwe kaart", BIRTHDAY)
    key(page, Qt.Key.Key_Return)
    choose(page, "Wat voor kaart is dit?", "waar we bang voor zijn")
    pick(page, "Wie zegt dit?", "Fatima")
    type_into(page, "Nieuwe kaart", NO_WORK)
    key(page, Qt.Key.Key_Return)

    open_card(page, BIRTHDAY)
    assert is_chosen(page, "Wie zei dit?", "oma Ans")
    press(page, "Meer …")
    pick(page, "Wie ziet dit anders?", "Mark")
    press(page, "Klaar")
    seen = columns_show(program, *worries_now())
    assert seen.count("wat er is gebeurd · Mark ziet dit anders") == 1
    assert seen.count("waar we bang voor zijn · Mark ziet dit anders") == 1, "as he saw it in October"


def something_for_the_facilitator_alone_never_reaches_the_wall(program: Program) -> None:
    page = program.page
    before = on_the_wall(program.wall)
    begin_a_card(program, MeetingKey.DANGER)
    let_see(page, "alleen de gespreksleider")
    choose(page, "Wat voor kaart is dit?", "maakt het moeilijker")
    type_into(page, "Nieuwe kaart", BORROWS)
    key(page, Qt.Key.Key_Return)
    assert on_the_wall(program.wall) == before
    columns_show(program, *worries_now())
    assert BORROWS in texts(page), "the facilitator keeps it in sight"


def what_goes_well_is_kept_and_added(program: Program) -> None:
    go_on(program)
    page = program.page
    press(page, f"Stopt: {WELL_THEN[1]}")
    press(page, f"Verandert: {WELL_THEN[3]}")
    type_into(page, "Tekst van deze kaart", "Sanne vertelt het meteen als er iets is.")
    key(page, Qt.Key.Key_Return)
    press(page, "Alles blijft")
    begin_a_card(program, MeetingKey.SAFETY)
    write(page, NO_VIOLENCE)
    key(page, Qt.Key.Key_Return)
    columns_show(program, *worries_now(), *well_now())


def what_must_happen_is_asked_about(program: Program) -> None:
    go_on(program)
    page = program.page
    press(page, f"Blijft: {MUST_THEN[0]}")
    press(page, f"Stopt: {MUST_THEN[2]}")
    press(page, f"Verandert: {MUST_THEN[3]}")
    type_into(page, "Tekst van deze kaart", CALLS_OR_SLEEPS)
    press(page, "Klaar")
    press(page, "Alles blijft")
    columns_show(program, *worries_now(), *well_now(), *must_now())


# -- the scale ---------------------------------------------------------------------------------------


def everybody_gives_a_number_that_stays_hidden_until_all_see_it(program: Program) -> None:
    go_on(program)
    page = program.page
    press(page, "Hoe veilig is het nu voor Lisa?")
    press(page, "Vraag iedereen om de beurt")
    for person in AT_TABLE:
        assert f"{person}, welk cijfer geef je?" in texts(page), (
            "everybody gets a turn, in the order of the table"
        )
        give_a_number(program, person)
        nobody_sees_a_number(program)
        if person != AT_TABLE[-1]:
            press(page, "Volgende →")
    assert "7 van 7 gaven antwoord" in texts(page)
    assert "Peter" not in texts(page.steps), "who is not there gives no number"
    nobody_sees_a_number(program)
    press(page, "Toon aan iedereen")
    seen = the_wall_shows(
        program,
        "Hoe veilig is het nu voor Lisa?",
        "3 – 8",
        "5",
        "4",
        "1 zegt het liever niet",
        "vorige keer 2 – 7",
    )
    assert {"Sa", "Ma", "Li", "An", "Fa", "Jo"} <= set(seen)
    assert "Ke" not in seen, "who would rather not say is not named"
    assert "oma Ans" not in " ".join(seen), "nor is who spoke for Lisa"


def give_a_number(program: Program, person: str) -> None:
    page = program.page
    if person == "Lisa":
        pick(page, "Wie spreekt voor Lisa?", "oma Ans")
    if person not in SCORES:
        press(page, f"Cijfer van {person}: zeg ik liever niet")
        return
    press(page, f"Cijfer van {person}: {SCORES[person]}")
    if person == "Mark":
        type_into(page, "Wat maakt het dit cijfer?", SCORE_REASON)


def the_family_talks_alone(program: Program) -> None:
    go_on(program)
    quiet = ("Familietijd", "Gezin en netwerk praten nu samen.", "Nog 30 minuten")
    assert the_wall_shows(program) == quiet
    key(program.page, Qt.Key.Key_B)
    assert the_wall_shows(program) == (), "a picture without a word"
    chord(program.page, MeetingKey.SHOW_AGAIN)
    assert the_wall_shows(program) == quiet


# -- agreements --------------------------------------------------------------------------------------


def the_agreements_of_last_time_stay_change_and_stop(program: Program) -> None:
    go_on(program)
    page = program.page
    press(page, f"Stopt: {TUESDAY}")
    type_into(page, "Waarom stopt dit?", STOPPED)
    press(page, "Stop hiermee")
    press(page, f"Blijft: {TIME_OUT}")
    press(page, f"Verandert: {GRAN_CALLS_THEN}")
    type_into(page, "Wat precies?", GRAN_CALLS)
    type_into(page, "Hoe laat", "1930")
    assert "Nog geen ja van oma Ans" in texts(page), "to other words one says yes again"
    press(page, "Klaar")
    press(page, "Alles blijft")
    seen = the_wall_shows(program, TIME_OUT, GRAN_CALLS, WEEKEND, "elke dag om 19:30 uur")
    assert not told([TUESDAY, STOPPED, GRAN_CALLS_THEN], seen)


def a_child_is_no_owner_and_the_agreement_becomes_smart(program: Program) -> None:
    page = program.page
    chord(page, MeetingKey.AGREEMENT)
    write(page, BY_A_CHILD)
    assert told([BY_A_CHILD], on_the_wall(program.wall)) == [], "what is being written is not read along"
    pick(page, "Wie doet het?", "Lisa")
    assert told([BY_A_CHILD], on_the_wall(program.wall)) == [BY_A_CHILD], "going on to a field places it"
    assert "Een kind draagt hier de veiligheid. Kan een volwassene dit doen?" in texts(page)
    assert "„probeert” is vaag: wat precies?" in texts(page)
    type_into(page, "Wat precies?", FETCHES)
    pick(page, "Wie doet het?", "Lisa", "Kees", "oma Ans")
    assert "Kan een volwassene dit doen?" not in texts(page)
    # A remark goes when the typing pauses.
    program.qtbot.waitUntil(lambda: "is vaag" not in texts(program.page))
    choose(page, "Hoe vaak geldt dit?", "steeds weer")
    press(page, "Tot en met: Kies een dag")
    press(page, "Hoe laat: Kies een tijd")
    write(page, "1445")
    choose(page, "Welke dagen?", "op vaste dagen")
    press(page, "wo")
    press(page, "za")
    for person, numbers in (("Kees", (9, 8, 5)), ("oma Ans", (10, 9, 9))):
        press(page, f"{person} zei zelf ja aan tafel")
        for what, number in zip(("Bereidheid", "Vertrouwen", "Vermogen"), numbers, strict=True):
            press(page, f"{person}, {what}: {number}")
    assert "Kees geeft vermogen een 5 — wat helpt?" in texts(page)
    type_into(page, "Wat helpt Kees?", HELPS)
    type_into(page, "Hoe zien de anderen dat het gebeurt?", "Oma Ans stuurt Joke een bericht")
    pick(page, "Wie kijkt het na?", "Joke")
    type_into(page, "Als het niet lukt: wie doet dan wat?", "Sanne haalt Lisa zelf op")
    press(page, f"waar we bang voor zijn: {WORRIES_THEN['sleep']}")
    press(page, "Klaar")
    assert [lamps.accessibleName() for lamps in in_sight(page, SmartLamps)][-1] == "SMART: alles in orde"
    seen = the_wall_shows(program, FETCHES, "oma Ans en Kees")
    assert "elke week op woensdag om 14:45 uur" in " ".join(seen)


def the_emergency_plan_gets_a_step(program: Program) -> None:
    page = program.page
    press(page, "Noodplan en time-out · nog 5")
    assert "Vorige keer · nog 5" in texts(page)
    press(page, "Alles blijft")
    press(page, "+ Stap toevoegen")
    write(page, CAR_STEP)
    choose(page, "Stap 5: Welk nummer wordt gebeld?", "Joke: 076 555 0102")
    press(page, "Terug naar de afspraken")
    the_wall_shows(
        program,
        "Als het misgaat",
        CAR_STEP,
        "076 555 0102",
        "Het teken: de hand omhoog en het woord 'time-out'",
        "Mark gaat naar: Kees · 2 uur",
    )


def the_agreements_are_read_aloud(program: Program) -> None:
    page = program.page
    chord(page, MeetingKey.READ_ALOUD)
    read: list[str] = []
    for turn in range(20):
        (where,) = re.findall(r"Afspraak (\d+) van (\d+)", texts(page.steps.of(AgreementsPage).aloud))
        number, count = map(int, where)
        assert number == turn + 1
        alone = the_wall_shows(program, f"Afspraak {number} van {count}")
        read += [words for words in (FETCHES, GRAN_CALLS) if words in alone]
        if number == count:
            break
        key(page, Qt.Key.Key_Right)
    assert sorted(read) == sorted((FETCHES, GRAN_CALLS)), "each once, and alone"
    key(page, Qt.Key.Key_Escape)
    the_wall_shows(program, FETCHES, GRAN_CALLS)


# -- deciding ----------------------------------------------------------------------------------------


def going_back_and_forward_loses_nothing(program: Program) -> None:
    page = program.page
    before = texts(page.steps)
    press_step(page, "Zorgen")
    columns_show(program, *worries_now(), *well_now(), *must_now())
    begin_a_card(program, MeetingKey.SAFETY)
    write(page, RANG)
    press_step(page, "Afspraken")
    assert texts(page.steps) == before
    press_step(page, "Zorgen")
    columns_show(program, *worries_now(), *well_now(), *must_now())  # what was typed without Enter is a draft
    assert RANG in texts(page), "and it is offered again"
    program.wait_for_words("nog niet geplaatst")
    begin_a_card(program, MeetingKey.SAFETY)
    key(page, Qt.Key.Key_Return)
    columns_show(program, *everything_now())
    assert "nog niet geplaatst" not in texts(page)
    press_step(page, "Afspraken")


def the_gaps_are_named_and_one_is_let_stand(program: Program) -> None:
    go_on(program)
    page = program.page
    assert "nog 2 open" in texts(page)
    assert f"Bij deze zorg hoort nog geen afspraak: „{NO_WORK}”" in texts(page)
    assert f"Nog geen ja van oma Ans tegen: „{GRAN_CALLS}”" in texts(page)
    assert not can_be_pressed(program.page, "Vaststellen")
    no_answer = f"Bij deze zorg hoort nog geen afspraak: „{NO_WORK}”"
    type_into(page, f"{no_answer}: waarom mag dit zo blijven?", LET_STAND)
    assert "nog 1 open" in texts(page)
    press(page, f"Nog geen ja van oma Ans tegen: „{GRAN_CALLS}”: aanvullen")
    open_card(page, GRAN_CALLS)
    press(page, "oma Ans zei zelf ja aan tafel")
    press(page, "Klaar")
    go_on(program)
    assert "klaar om vast te stellen" in texts(page), "the reason that was typed is still there"


def the_plan_is_agreed(program: Program) -> None:
    press(program.page, "Vaststellen")
    assert re.search(r"vastgesteld \d+ \w+ \d{4}", texts(program.page))
    assert f"Mag zo, want: {LET_STAND}" in texts(program.page)
    the_wall_shows(program, FETCHES, "Wie heeft geantwoord", *AT_TABLE)


def everybody_answers(program: Program) -> None:
    page = program.page
    for person in AT_TABLE:
        if person == AT_TABLE[0]:
            press(page, f"{person}: Teken")
        else:
            between = texts(page)
            assert f"Geef de laptop aan {person}." in between
            assert FETCHES not in between
            assert "akkoord" not in between
            press(page, f"Ik ben {person}")
        shown = texts(page)
        assert person[1:] in shown
        assert not told([*FOR_THE_FACILITATOR, LET_STAND], [shown]), (
            "a signing screen is for one person's eyes"
        )
        answer(program, person)
    take_the_laptop_back(page)
    assert "Ik ga akkoord, met een opmerking: „" + REMARK in texts(page)
    assert "Ik kan nu niet antwoorden: „" + LISA_WHY in texts(page)
    assert "nog niet · afwezig" in texts(page), "Peter is not here and answers later"
    seen = the_wall_shows(program, "Wie heeft geantwoord")
    assert "akkoord" not in " ".join(seen), "that somebody answered is shown, never what"


def answer(program: Program, person: str) -> None:
    page = program.page
    if person == "Kees":
        press(page, "Mijn hele exemplaar lezen")
        assert WORRIES_THEN["drink"] in texts(page)
        assert not told(FOR_PROFESSIONALS, [texts(page)])
        assert FETCHES in texts(page)
        press(page, "Terug naar mijn deel")
        assert FETCHES in texts(page)
    if person == "Lisa":
        press(page, "Ik kan nu niet antwoorden")
        type_into(page, "Opmerking", LISA_WHY)
        press(page, "Dit is mijn antwoord")
        return
    press(page, "Ik ga akkoord, met een opmerking" if person == "Mark" else "Ik ga akkoord")
    assert not can_be_pressed(program.page, "Ik teken")
    if person == "Mark":
        press(page, "ook wat je schrijft")
        type_into(page, "Opmerking", REMARK)
    if person == "Fatima":
        press(page, "Ik teken op papier")
    else:
        sign(page)
    press(page, "Ik teken")


def a_change_for_professionals_asks_only_them_again(program: Program) -> None:
    page = program.page
    press_step(page, "Zorgen")
    add_a_card_behind_a_wall_that_stands_still(program, PATROL, "alleen hulpverleners")
    columns_show(program, *everything_now())
    press_step(page, "Vaststellen en tekenen")
    assert "Het plan is veranderd nadat het was vastgesteld. Stel het opnieuw vast." in texts(page)
    press(page, "Vaststellen")
    asked = [
        person for person in AT_TABLE if "opnieuw vragen" in texts(beside(page, person, "Vraag opnieuw"))
    ]
    assert asked == ["Fatima", "Joke"]
    press(page, "Fatima: Vraag opnieuw")
    answer(program, "Fatima")
    press(page, "Ik ben Joke")
    answer(program, "Joke")
    take_the_laptop_back(page)
    assert "opnieuw vragen" not in texts(page)
    the_wall_shows(program, "Wie heeft geantwoord", *AT_TABLE)


# -- the end -----------------------------------------------------------------------------------------


def the_meeting_ends_with_a_date_and_marks(program: Program) -> None:
    go_on(program)
    page = program.page
    press(page, "Dag: Kies een dag")
    for _day in range(13):
        key(page, Qt.Key.Key_Up)
    type_into(page, "Tijd", "1530")
    type_into(page, "Plaats", "buurthuis De Lucht")
    key(page, Qt.Key.Key_Return, CTRL)
    for marks in ((9, 8, 9, 8, 8, 7), (8, 7, 8, None, 9, 2)):
        give_marks(program, marks)
    assert "2 van 7 gaven cijfers" in texts(page)
    seen = the_wall_shows(
        program,
        "Dank jullie wel",
        "We zien elkaar weer: vrijdag 15 januari 2027, om 15:30 uur",
        "buurthuis De Lucht",
    )
    assert len(seen) == 5, "no mark stands on the wall"
    close_the_meeting(page)
    program.wait_for(CasePage)
    assert program.window.wall is None


def give_marks(program: Program, marks: Collection[int | None]) -> None:
    page = program.page
    press(page, "Iemand geeft cijfers")
    items = (
        "met respect behandeld",
        "vertrouwen",
        "samenwerking",
        "zorgen kunnen vertellen",
        "veiligheidsplan",
        "vertrouwen in veiligheid toekomst",
    )
    for item, mark in zip(items, marks, strict=True):
        if mark is not None:
            press(page, f"{item}: {mark}")
    press(page, "Klaar")
    take_the_laptop_back(page)


def every_copy_holds_the_own_part_and_nothing_hidden(program: Program, folder: Path) -> None:
    press(program.page, "2e beraad printen")
    program.save_the_copies(folder)
    assert program.said_last()[:2] == ("tell", "Klaar")
    assert "8 exemplaren staan in de map." in program.said_last()[2]
    program.close_the_print_dialog()
    copies = copies_in(folder)
    assert set(copies) == {*AT_TABLE, "Peter"}
    for reader, copy in copies.items():
        a_copy_tells_only_what_its_reader_may_know(reader, copy)
        assert copy.says("vrijdag 15 januari")
        assert copy.says(CAR_STEP) is (reader != "Lisa"), "what to do for others is not for a child"
    the_grown_ups_copies_are_whole(copies)
    the_childs_copy_is_short(copies["Lisa"])


def a_copy_tells_only_what_its_reader_may_know(reader: str, copy: Copy) -> None:
    assert re.fullmatch(r"IT-2026-014_0\d_\d{4}-\d\d-\d\d\.pdf", copy.name)
    assert not told([*FOR_THE_FACILITATOR, LET_STAND], [copy.text, copy.metadata])
    assert copy.says(HELPS) is (reader == "Kees"), "what helps stands on the owner's copy"
    hidden = told(FOR_PROFESSIONALS, [copy.text])
    # A paper that is found tells no school, whoever may know it; the own number is no use to anybody.
    left_out = (SCHOOL, *((PETERS_NUMBER,) if reader == "Peter" else ()))
    known = [text for text in FOR_PROFESSIONALS if text not in left_out]
    assert hidden == (known if reader in ("Fatima", "Joke", "Peter") else [])
    assert not told(["De Wit", "Jansen", *AT_TABLE], [copy.metadata])


def the_grown_ups_copies_are_whole(copies: dict[str, Copy]) -> None:
    for reader in ("Sanne", "Mark", "oma Ans", "Kees", "Fatima", "Joke"):
        copy = copies[reader]
        own = copy.part("Dit doe ik", "Dit doen anderen")
        assert ("Wie kijkt? ik" in own) is (reader in ("Kees", "Fatima", "Joke")), reader
        for text in (*everything_now(), FETCHES, GRAN_CALLS, STOPPED, "Elke week op woensdag"):
            assert copy.says(text), (reader, text)
        version = 3 if reader in ("Fatima", "Joke") else 2
        assert copy.says(f"versie {version}"), "a version counts only what its reader may see"
        signed = copy.part("Getekend", "")
        for words in (REMARK, "Kon niet antwoorden", "op papier"):
            assert words in signed, (reader, words)
        assert LISA_WHY not in signed, "nobody chose to let others read it"


def the_childs_copy_is_short(copy: Copy) -> None:
    assert copy.says("Het is niet jouw schuld.")
    assert copy.says(FETCHES_ME)
    assert not told([*worries_now(), REMARK], [copy.text])


def after_a_restart_all_is_there(program: Program) -> None:
    program.start_again()
    program.unlock()
    open_line(program.page, "Gezin De Wit")
    press(program.page, "2e beraad openen")
    program.switch_the_wall_on()
    press_step(program.page, "Zorgen")
    columns_show(program, *everything_now())
    assert NOTE in texts(program.page)
    assert BORROWS in texts(program.page)
    press_step(program.page, "Schaalvraag")
    seen = the_wall_shows(program, "Hoe veilig is het nu voor Lisa?")
    assert "3 – 8" not in seen, "after a restart the answers are hidden again"
    assert "7 van 7 gaven antwoord" in texts(program.page)
    press_step(program.page, "Afspraken")
    the_wall_shows(program, FETCHES, GRAN_CALLS, TIME_OUT, WEEKEND, CAR_STEP)
    press_step(program.page, "Vaststellen en tekenen")
    assert f"Mag zo, want: {LET_STAND}" in texts(program.page)
    assert "Ik ga akkoord, met een opmerking: „" + REMARK in texts(program.page)
    press_step(program.page, "Evaluatie en vervolg")
    assert "2 van 7 gaven cijfers" in texts(program.page)
    close_the_meeting(program.page)


def nothing_private_ever_stood_on_the_wall(program: Program) -> None:
    seen = program.ever_seen_by()
    assert told([FETCHES, BIRTHDAY], seen) == [FETCHES, BIRTHDAY], "the witness was awake"
    assert told(NOT_FOR_THE_WALL, seen) == []
    assert program.titles == {"Beraad"}


# -- in between --------------------------------------------------------------------------------------


def go_on(program: Program) -> None:
    press(program.page, "Volgende stap →")


def begin_a_card(program: Program, which: MeetingKey) -> None:
    chord(program.page, which)


def add_a_card_behind_a_wall_that_stands_still(program: Program, text: str, who: str) -> None:
    """The other way: F8, write, open the card, say who may see it, F8."""
    page = program.page
    before = on_the_wall(program.wall)
    key(page, Qt.Key.Key_F8)
    begin_a_card(program, MeetingKey.DANGER)
    choose(page, "Wat voor kaart is dit?", "maakt het moeilijker")
    type_into(page, "Nieuwe kaart", text)
    key(page, Qt.Key.Key_Return)
    open_card(page, text)
    press(page, "Meer …")
    let_see(page, who)
    press(page, "Klaar")
    assert on_the_wall(program.wall) == before
    key(page, Qt.Key.Key_F8)
