"""Step 4: numbers given hidden, shown together."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton
from pytestqt.qtbot import QtBot

from beraad.app import make_application
from beraad.settings import Settings
from beraad.store.errors import DiskFull
from beraad.terms import Attendance, Column, RoomSees, Said, Step
from beraad.ui.scoring import ScoringScreen
from beraad.ui.steps.scale.page import ScalePage
from beraad.ui.steps.scale.scale_examples import examples
from beraad.ui.steps.scale.scale_panel import ScalePanel
from beraad.ui.widgets.growing_text_edit import GrowingTextEdit
from beraad.ui.widgets.person_picker import PersonPicker
from tests.ui.driving import is_there, pick, the
from tests.ui.opened_console import Console, Opener, press, take_back, texts

QUESTION = "Hoe veilig is het nu voor Lisa?"


@pytest.fixture
def panel(console: Console) -> ScalePanel:
    """The question of last time, asked again."""
    console.page.go_to(Step.SCALE)
    press(console.page.steps.of(ScalePage), QUESTION)
    made = console.page.steps.of(ScalePage).panel(console.model.view.scales[0].id)
    assert made
    return made


def test_the_question_of_last_time_is_offered_with_its_own_words(console: Console, panel: ScalePanel) -> None:
    scale = console.model.view.scales[0]
    assert (scale.question, scale.ten) == (QUESTION, "Lisa is veilig en de hulp kan weg")
    assert [score.value for score in scale.before] == [2, 5, 7, 3, 5, 2, 2]


def test_one_is_asked_after_another_in_the_order_of_the_table(console: Console, panel: ScalePanel) -> None:
    press(panel, "Vraag iedereen om de beurt")
    assert panel.entry
    assert panel.entry.person == "sanne"
    press(panel.entry, "6")
    press(panel.entry, "Volgende →")
    assert panel.entry.person == "mark"
    assert console.model.view.scales[0].scores[0].value == 6


def test_digits_typed_round_the_table_go_to_each_in_turn_and_never_twice_to_one(
    console: Console, panel: ScalePanel, qtbot: QtBot
) -> None:
    press(panel, "Vraag iedereen om de beurt")
    for digit in "67":
        for key in (digit, Qt.Key.Key_Return, "1", Qt.Key.Key_Return):
            qtbot.keyClick(QApplication.focusWidget(), key)
    given = {score.person: score.value for score in console.model.view.scales[0].scores}
    assert given == {"sanne": 6, "mark": 7}


def test_i_would_rather_not_say_is_an_answer(console: Console, panel: ScalePanel) -> None:
    panel.ask("sanne")
    assert panel.entry
    press(panel.entry, "zeg ik liever niet")
    score = console.model.view.scales[0].scores[0]
    assert (score.value, score.declined) == (None, True)
    assert "1 van 8 gaven antwoord" in texts(panel)


def test_a_child_can_be_spoken_for(console: Console, panel: ScalePanel) -> None:
    panel.ask("lisa")
    assert panel.entry
    assert "Wie spreekt voor Lisa?" in texts(panel.entry)
    press(panel.entry, "3")
    pick(panel.entry, "Wie spreekt voor Lisa?", "oma Ans")
    score = console.model.view.scales[0].scores[0]
    assert (score.value, score.spoken_by) == (3, "ans")


def test_nobody_speaks_for_a_grown_up(panel: ScalePanel) -> None:
    panel.ask("mark")
    assert panel.entry
    assert "Wie spreekt voor" not in texts(panel.entry)


def test_what_makes_it_this_number_is_placed_by_control_enter(
    console: Console, panel: ScalePanel, qtbot: QtBot
) -> None:
    panel.ask("kees")
    assert panel.entry
    press(panel.entry, "6")
    field = the(panel.entry, "Wat maakt het dit cijfer?", GrowingTextEdit)
    field.setFocus()
    qtbot.keyClicks(field, "hij belt mij")
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert console.model.view.scales[0].scores[0].because == "hij belt mij"


def test_going_on_to_the_next_person_places_what_was_said(
    console: Console, panel: ScalePanel, qtbot: QtBot
) -> None:
    """It stayed a draft, of somebody whose turn was over."""
    press(panel, "Vraag iedereen om de beurt")
    assert panel.entry
    press(panel.entry, "6")
    field = the(panel.entry, "Wat maakt het dit cijfer?", GrowingTextEdit)
    field.setFocus()
    qtbot.keyClicks(field, "hij belt mij")
    press(panel.entry, "Volgende →")
    assert panel.entry.person == "mark"
    assert console.model.view.scales[0].scores[0].because == "hij belt mij"
    assert console.model.drafts == ()


def test_the_room_sees_no_number_until_it_is_shown(console: Console, panel: ScalePanel) -> None:
    panel.ask("sanne")
    assert panel.entry
    press(panel.entry, "6")
    assert console.model.wall_view.scales[0].given == ()
    press(panel, "Toon aan iedereen")
    assert [number for _person, number in console.model.wall_view.scales[0].given] == [6]
    press(panel, "Verberg de cijfers weer")
    assert console.model.wall_view.scales[0].given == ()


def test_the_spread_per_circle_stands_beside_last_time(panel: ScalePanel) -> None:
    for person, value in (("sanne", "6"), ("mark", "8")):
        panel.ask(person)
        assert panel.entry
        press(panel.entry, value)
    assert "6 – 8" in texts(panel)
    assert "vorige keer 2 – 7" in texts(panel)


def test_a_question_in_own_words_begins_empty(console: Console) -> None:
    console.page.go_to(Step.SCALE)
    press(console.page.steps.of(ScalePage), "Eigen vraag")
    assert console.model.view.scales[0].question == ""


@pytest.mark.parametrize(
    ("children", "says"),
    [
        (("lisa",), "Lisa is veilig en de hulp kan weg"),
        (("lisa", "kees"), "Lisa en Kees zijn veilig en de hulp kan weg"),
        ((), "iedereen is veilig en de hulp kan weg"),
    ],
)
def test_the_best_end_is_said_of_one_child_or_of_more(
    console: Console, children: tuple[str, ...], says: str
) -> None:
    view = console.model.view
    two = (person for person in view.people if person.id in ("lisa", "kees"))
    people = tuple(replace(person, child=person.id in children) for person in two)
    offered = examples(replace(view, people=people, earlier_scales=()))
    assert offered[0].ten == says


# -- what the room sees --------------------------------------------------------------------------------


NUMBERS = {"sanne": 3, "mark": 8, "lisa": 6, "ans": 5, "kees": 6, "fatima": 4, "joke": 4}


def everybody_answers(console: Console) -> str:
    scale = console.model.view.scales[0].id
    for person, number in NUMBERS.items():
        console.service.scales.give(scale, person, number, because=f"Reden van {person}")
    console.model.refresh()
    return scale


def on_wall(console: Console) -> tuple[str, ...]:
    """The words that are painted now."""
    console.wall.show()
    console.wall.grab()
    return console.wall.visible_texts()


def test_per_circle_the_room_sees_bands_and_nobodys_number(console: Console, panel: ScalePanel) -> None:
    everybody_answers(console)
    press(panel, "Per kring")
    assert "Gezin 3 – 8 en Netwerk en hulpverleners 4 – 6" in texts(panel)
    assert "3 – 8" not in on_wall(console), "a choice is looked at before it is shown"
    press(panel, "Toon aan iedereen")
    assert "De kamer ziet nu per kring het laagste en het hoogste cijfer." in texts(panel)
    assert {"3 – 8", "Netwerk en hulpverleners"} <= set(on_wall(console))
    assert not {"Sa", "Ma", "Li"} & set(on_wall(console))


def test_another_choice_hides_what_is_shown_until_it_is_shown_itself(
    console: Console, panel: ScalePanel
) -> None:
    scale = everybody_answers(console)
    press(panel, "Toon aan iedereen")
    assert "Sa" in on_wall(console)
    press(panel, "Alleen eigen woorden")
    assert console.model.room_sees(scale) is RoomSees.NOTHING
    assert "Sa" not in on_wall(console)
    press(panel, "Toon aan iedereen")
    assert "Reden van sanne" in on_wall(console)
    assert not any(text.isdigit() for text in on_wall(console))


def test_with_two_numbers_per_circle_cannot_be_chosen(console: Console, panel: ScalePanel) -> None:
    scale = console.model.view.scales[0].id
    for person in ("sanne", "mark"):
        console.service.scales.give(scale, person, 5)
    console.model.refresh()
    press(panel, "Per kring")
    assert "Dit kan vanaf 3 cijfers." in texts(panel)
    show = next(item for item in panel.findChildren(QPushButton) if item.text() == "Toon aan iedereen")
    assert not show.isEnabled()


def test_a_changed_answer_hides_the_others_and_says_why(console: Console, panel: ScalePanel) -> None:
    everybody_answers(console)
    press(panel, "Toon aan iedereen")
    panel.ask("kees")
    assert panel.entry
    press(panel.entry, "2")
    assert "Er veranderde een antwoord, of er kwam iemand bij." in texts(panel)
    assert "Sa" not in on_wall(console)


@pytest.mark.parametrize("sees", [RoomSees.NOTHING, RoomSees.CIRCLES, RoomSees.WORDS, RoomSees.ALL])
def test_what_is_painted_is_the_same_whatever_numbers_are_kept_from_the_room(
    console: Console, panel: ScalePanel, sees: RoomSees
) -> None:
    """Who of a circle gave which number is exchanged; only where all is shown that makes a difference."""
    exchanged = {"sanne": 8, "mark": 3, "lisa": 5, "ans": 4, "kees": 6, "fatima": 6, "joke": 5}
    painted = []
    for numbers in (NUMBERS, exchanged):
        scale = console.model.view.scales[0].id
        for person, number in numbers.items():
            console.service.scales.give(scale, person, number, because=f"Reden van {person}")
        console.model.show(lambda meeting, scale=scale: meeting.reveal(scale, sees))
        console.wall.show()
        painted.append((on_wall(console), console.wall.grab().toImage()))
    assert (painted[0] == painted[1]) is (sees is not RoomSees.ALL)


# -- own words -----------------------------------------------------------------------------------------


def test_own_words_become_a_card_in_one_stroke_and_are_not_offered_twice(
    console: Console, panel: ScalePanel
) -> None:
    scale = console.model.view.scales[0].id
    console.service.scales.give(scale, "mark", 7, because="Ik bel eerst.", one_up="Ik drink niet.")
    console.model.refresh()
    press(panel, "Naar Wat gaat goed")
    press(panel, "Naar Wat moet er gebeuren")
    made = [(item.column, item.by, item.text) for item in console.model.view.statements]
    assert (Column.SAFETY, "mark", "Ik bel eerst.") in made
    assert (Column.NEXT_STEP, "mark", "Ik drink niet.") in made
    assert "Staat bij Wat gaat goed" in texts(panel)
    assert "Naar Wat" not in texts(panel)
    console.model.undo()
    assert "Naar Wat moet er gebeuren" in texts(panel)


def test_control_enter_in_the_field_places_words_and_then_makes_the_card(
    console: Console, panel: ScalePanel, qtbot: QtBot
) -> None:
    panel.ask("kees")
    assert panel.entry
    press(panel.entry, "6")
    field = the(panel.entry, "Wat is er anders als het één hoger is?", GrowingTextEdit)
    field.setFocus()
    qtbot.keyClicks(field, "hij belt mij")
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (score,) = console.model.view.scales[0].scores
    assert (score.one_up, score.kept) == ("hij belt mij", set())
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (score,) = console.model.view.scales[0].scores
    assert (score.one_up, score.kept) == ("hij belt mij", {Said.ONE_UP})


# -- the last time -------------------------------------------------------------------------------------


def test_who_was_not_there_last_time_is_said_and_then_nothing_of_it_stands_there(
    console: Console, panel: ScalePanel
) -> None:
    told = "De cijfers van vorige keer staan er niet bij: Peter was er toen niet bij."
    for name, number in {"sanne": 3, "mark": 8, "lisa": 4}.items():
        console.service.scales.give(console.model.view.scales[0].id, name, number)
    console.model.refresh()
    assert told in texts(panel), "last time Peter was away"
    press(panel, "Toon aan iedereen")
    assert {item.before for item in console.model.wall_view.scales[0].spreads} == {None}
    console.model.act(lambda meeting: meeting.course.attend("peter", Attendance.ABSENT))
    assert told not in texts(panel)
    assert console.model.wall_view.scales[0].spreads[0].before == (2, 7), "the control"


def test_where_it_cannot_be_kept_what_the_room_saw_it_sees_nothing(
    console: Console, panel: ScalePanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    console.service.scales.give(console.model.view.scales[0].id, "sanne", 3)
    console.model.refresh()

    def full(*_args: object) -> None:
        raise DiskFull

    with monkeypatch.context() as without_room:
        without_room.setattr(console.service.scales, "keep_shown", full)
        press(panel, "Toon aan iedereen")
    assert console.messages.said[-1][1] == "Niet getoond"
    assert console.model.wall_view.scales[0].given == ()
    press(panel, "Toon aan iedereen")
    assert len(console.model.wall_view.scales[0].given) == 1, "the control"


# -- everybody's own number ----------------------------------------------------------------------------


def scoring(console: Console) -> ScoringScreen:
    screen = console.page.steps.private.open_screen
    assert isinstance(screen, ScoringScreen)
    return screen


def key(qtbot: QtBot, which: Qt.Key) -> None:
    focus = QApplication.focusWidget()
    assert focus
    qtbot.keyClick(focus, which)


def test_each_takes_the_keyboard_and_nobody_sees_a_number(
    console: Console, panel: ScalePanel, qtbot: QtBot
) -> None:
    press(panel, "Ieder kiest zelf")
    screen = scoring(console)
    assert "Geef het toetsenbord aan Sanne." in texts(screen)
    key(qtbot, Qt.Key.Key_Return)
    assert "Sanne, welk cijfer geef je?" in texts(screen)
    key(qtbot, Qt.Key.Key_1)
    key(qtbot, Qt.Key.Key_0)
    press(screen, "Klaar")
    assert console.model.view.scales[0].scores[0].value == 10
    seen = texts(screen)
    assert "Geef het toetsenbord aan Mark." in seen
    assert not any(letter.isdigit() for letter in seen)
    assert "Sa" not in on_wall(console)
    take_back(console)
    assert "De cijfers zijn bedekt." in texts(panel)
    assert "10" not in texts(panel).split("\n"), "whoever still sits there sees no number"
    press(panel, "Laat mij de cijfers zien")
    assert "10" in texts(panel).split("\n")


def test_the_digits_of_the_keyboard_do_not_steer_the_meeting(
    console: Console, panel: ScalePanel, qtbot: QtBot
) -> None:
    press(panel, "Ieder kiest zelf")
    key(qtbot, Qt.Key.Key_Return)
    page = scoring(console).score_page
    assert page
    for digit, which in enumerate((Qt.Key.Key_0, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)):
        key(qtbot, which)
        answer = page.number()
        assert answer
        assert answer.value == digit
    assert console.model.step is Step.SCALE
    assert console.model.view.statements == console.service.console().statements


def test_escape_goes_back_without_keeping(console: Console, panel: ScalePanel, qtbot: QtBot) -> None:
    press(panel, "Ieder kiest zelf")
    key(qtbot, Qt.Key.Key_Return)
    key(qtbot, Qt.Key.Key_7)
    key(qtbot, Qt.Key.Key_Escape)
    assert scoring(console).score_page is None
    assert console.model.view.scales[0].scores == ()
    key(qtbot, Qt.Key.Key_Escape)
    take_back(console)


def test_an_earlier_answer_is_not_shown_and_may_be_given_anew(console: Console, panel: ScalePanel) -> None:
    scale = console.model.view.scales[0].id
    console.service.scales.give(scale, "mark", 8, because="Ik bel eerst.")
    console.model.refresh()
    press(panel, "Ieder kiest zelf")
    screen = scoring(console)
    press(screen, "Mark")
    assert screen.score_page
    assert screen.score_page.number() is None
    assert "Ik bel eerst." not in texts(screen)
    press(screen, "Dat zeg ik liever niet")
    press(screen, "Klaar")
    (score,) = console.model.view.scales[0].scores
    assert (score.value, score.declined, score.because) == (None, True, None)


def test_a_grown_up_speaks_for_a_child_at_the_keyboard(console: Console, panel: ScalePanel) -> None:
    press(panel, "Ieder kiest zelf")
    screen = scoring(console)
    press(screen, "Lisa")
    page = screen.score_page
    assert page
    speakers = the(page, "Wie spreekt er?", PersonPicker)
    assert not is_there(speakers, "Lisa")
    the(speakers, "oma Ans", QAbstractButton).click()
    press(screen, "3")
    page.words[Said.BECAUSE].set_text("Ik slaap bij oma.")
    press(screen, "Klaar")
    (score,) = console.model.view.scales[0].scores
    assert (score.person, score.value, score.spoken_by) == ("lisa", 3, "ans")
    assert score.because == "Ik slaap bij oma."


def test_when_everybody_answered_the_keyboard_goes_back(console: Console, panel: ScalePanel) -> None:
    scale = everybody_answers(console)
    console.service.scales.give(scale, "peter", 5)
    console.model.refresh()
    press(panel, "Ieder kiest zelf")
    assert "Geef het toetsenbord terug aan de gespreksleider." in texts(scoring(console))


def test_nobody_is_asked_what_would_be_higher_than_ten_or_lower_than_nought(
    console: Console, panel: ScalePanel
) -> None:
    press(panel, "Ieder kiest zelf")
    screen = scoring(console)
    press(screen, "Mark")
    press(screen, "10")
    assert "één hoger" not in texts(screen)
    press(screen, "0")
    assert "Waarom niet lager?" not in texts(screen)
    assert "één hoger" in texts(screen)


@pytest.fixture
def large_letters(qapp: QApplication) -> Iterator[None]:
    """The program with doubled letters; made before the console is."""
    make_application(Settings(text_size=200))
    yield
    make_application(Settings())


@pytest.mark.usefixtures("large_letters")
def test_with_large_letters_a_field_is_as_high_as_its_words(open_console: Opener, qtbot: QtBot) -> None:
    console = open_console()
    console.service.scales.add(QUESTION, "het geweld gaat vandaag gewoon door", "Lisa is veilig")
    console.page.go_to(Step.SCALE)
    console.model.refresh()
    fields = [field for field in console.page.findChildren(GrowingTextEdit) if field.isVisible()]
    assert len([field for field in fields if field.text()]) == 3
    qtbot.waitUntil(lambda: all(it.height() >= it.heightForWidth(it.width()) for it in fields))
