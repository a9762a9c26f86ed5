"""What one fills in and chooses from: by mouse and by keyboard, and told once."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from beraad.readers import EVERYONE, FACILITATOR, PROFESSIONALS, Readers
from beraad.terms import Circle, Step
from beraad.ui.widgets.growing_text_edit import GrowingTextEdit
from beraad.ui.widgets.person_choice import PersonChoice
from beraad.ui.widgets.person_picker import PersonPicker
from beraad.ui.widgets.rail_step import RailStep
from beraad.ui.widgets.readers_picker import ReadersPicker
from beraad.ui.widgets.score_pad import ScorePad
from beraad.ui.widgets.step_rail import StepRail

PEOPLE = (
    PersonChoice("sanne", "Sanne", Circle.FAMILY),
    PersonChoice("ans", "oma Ans", Circle.NETWORK),
    PersonChoice("joke", "Joke", Circle.PROFESSIONAL),
)


def chip(widget: QWidget, called: str) -> QAbstractButton:
    return next(
        button
        for button in widget.findChildren(QAbstractButton)
        if button.accessibleName().startswith(called)
    )


@pytest.fixture
def field(qtbot: QtBot) -> GrowingTextEdit:
    """A text field that stands above another one."""
    box = QWidget()
    qtbot.addWidget(box)
    column = QVBoxLayout(box)
    edit = GrowingTextEdit("Op 3 mei", label="Zorg")
    column.addWidget(edit)
    column.addWidget(QLineEdit())
    column.addStretch(1)
    box.resize(300, 400)
    with qtbot.waitActive(box):
        box.show()
        box.activateWindow()
    edit.setFocus()
    edit.box = box
    return edit


def test_each_key_is_told(field: GrowingTextEdit, qtbot: QtBot) -> None:
    told: list[str] = []
    field.typed.connect(lambda: told.append(field.text()))
    qtbot.keyClicks(field, " om")
    assert told == ["Op 3 mei ", "Op 3 mei o", "Op 3 mei om"]


def test_text_that_is_set_is_not_told(field: GrowingTextEdit, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(field.typed):
        field.set_text("Iets anders")


def test_a_field_whose_words_wait_says_so_under_them_and_offers_both_ways_out(
    field: GrowingTextEdit, qtbot: QtBot
) -> None:
    before, words = field.height(), field.viewport().height()
    field.set_waiting(waits=True)
    qtbot.waitUntil(lambda: field.height() > before)
    assert field.viewport().height() >= words, "the words keep their room"
    (line,) = (item for item in field.findChildren(QLabel) if "Nog niet geplaatst" in item.text())
    found: set[str] = set()
    field.place_requested.connect(lambda: found.add("place"))
    field.discard_requested.connect(lambda: found.add("discard"))
    for across in range(2, line.width(), 4):
        for down in range(4, line.height(), 8):
            qtbot.mouseClick(line, Qt.MouseButton.LeftButton, pos=QPoint(across, down))
    assert found == {"place", "discard"}
    assert field.hasFocus(), "the keyboard stays in the words"
    field.set_waiting(waits=False)
    qtbot.waitUntil(lambda: field.height() == before)


def test_words_that_wait_are_all_in_sight_however_narrow_the_field(
    field: GrowingTextEdit, qtbot: QtBot
) -> None:
    field.set_text("Een heel verhaal over wat er gebeurde. " * 6)
    field.set_waiting(waits=True)
    qtbot.waitUntil(lambda: field.viewport().height() >= field.document().size().height())
    field.box.resize(220, 700)
    qtbot.waitUntil(lambda: field.width() < 220)
    qtbot.waitUntil(lambda: field.viewport().height() >= field.document().size().height())


def test_the_cursor_stays_where_somebody_types(field: GrowingTextEdit, qtbot: QtBot) -> None:
    qtbot.keyClick(field, Qt.Key.Key_Home)
    field.set_text("Op 3 juni")
    assert field.textCursor().position() == 0


def test_a_field_grows_with_its_text(field: GrowingTextEdit, qtbot: QtBot) -> None:
    before = field.height()
    field.set_text("Een heel verhaal over wat er gebeurde. " * 6)
    qtbot.waitUntil(lambda: field.height() > 3 * before)
    assert field.height() >= field.document().size().height()


def test_a_field_that_is_made_narrower_out_of_sight_knows_how_high_it_will_be(
    field: GrowingTextEdit,
) -> None:
    """What is in it keeps its old width until it is seen again; the last lines were cut off then."""
    field.set_text("Dit staat nergens op papier, en niemand anders dan u ziet het. " * 2)
    field.resize(640, field.heightForWidth(640))
    seen = field.heightForWidth(247)
    field.hide()
    field.resize(247, field.height())
    field._measured = ((), 0)
    assert field.heightForWidth(247) == seen


def test_a_field_whose_inside_became_wider_out_of_sight_measures_at_the_width_that_is_asked(
    field: GrowingTextEdit,
) -> None:
    """Asked how high it is in the narrow guide, it told the height of its text in one long line."""
    field.set_text("Dit staat nergens op papier, en niemand anders dan u ziet het.")
    field.resize(247, field.heightForWidth(247))
    seen = field.heightForWidth(247)
    field.hide()
    field.resize(900, 100)
    field.viewport().resize(880, 90)
    field._measured = ((), 0)
    assert field.heightForWidth(247) == seen


def test_pasted_markup_is_plain_text(field: GrowingTextEdit) -> None:
    source = QMimeData()
    source.setHtml("<b>vet</b>")
    source.setText("vet")
    field.insertFromMimeData(source)
    assert "bold" not in field.toHtml().partition("<body")[2]


def test_nothing_longer_than_the_limit_is_taken(qtbot: QtBot) -> None:
    edit = GrowingTextEdit(label="Zorg", longest=10)
    qtbot.addWidget(edit)
    edit.insertPlainText("a" * 30)
    assert edit.text() == "a" * 10


def test_enter_can_finish_a_field_and_shift_enter_makes_a_line(qtbot: QtBot) -> None:
    edit = GrowingTextEdit("Een", label="Zorg", enter_finishes=True)
    qtbot.addWidget(edit)
    qtbot.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    with qtbot.waitSignal(edit.entered):
        qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert edit.text().replace("\u2028", "\n") == "Een\n"


def test_people_are_told_in_the_order_of_the_table(qtbot: QtBot) -> None:
    picker = PersonPicker(PEOPLE, ("joke",), label="Wie doet dit?")
    qtbot.addWidget(picker)
    with qtbot.waitSignal(picker.chosen_changed) as told:
        chip(picker, "Sanne").click()
    assert told.args == [("sanne", "joke")]


def test_people_can_be_chosen_with_the_keyboard(qtbot: QtBot) -> None:
    picker = PersonPicker(PEOPLE, label="Wie doet dit?")
    qtbot.addWidget(picker)
    picker.show()
    with qtbot.waitSignal(picker.chosen_changed) as told:
        qtbot.keyClick(chip(picker, "oma Ans"), Qt.Key.Key_Space)
    assert told.args == [("ans",)]


def test_choosing_one_lets_the_others_go(qtbot: QtBot) -> None:
    picker = PersonPicker(PEOPLE, ("joke",), label="Wie kijkt?", single=True)
    qtbot.addWidget(picker)
    chip(picker, "Sanne").click()
    assert picker.chosen() == ("sanne",)


def test_a_letter_goes_to_a_name_that_begins_with_one_that_no_keyboard_has(qtbot: QtBot) -> None:
    picker = PersonPicker((*PEOPLE, PersonChoice("lucja", "Łucja", Circle.FAMILY)), label="Wie doet dit?")
    qtbot.addWidget(picker)
    picker.show()
    picker.focus_chosen()
    qtbot.keyClicks(picker, "l")
    assert chip(picker, "Łucja").hasFocus() or picker.focusWidget() is chip(picker, "Łucja")


def test_those_chosen_stay_chosen_when_the_people_change(qtbot: QtBot) -> None:
    picker = PersonPicker(PEOPLE, ("joke",), label="Wie doet dit?")
    qtbot.addWidget(picker)
    picker.set_people(PEOPLE[1:])
    assert picker.chosen() == ("joke",)


def test_a_group_that_may_see_something_is_told(qtbot: QtBot) -> None:
    picker = ReadersPicker(PEOPLE)
    qtbot.addWidget(picker)
    group = picker.findChild(QComboBox)
    with qtbot.waitSignal(picker.readers_changed) as told:
        group.setCurrentIndex(group.findText("alleen hulpverleners"))
        group.activated.emit(group.currentIndex())
    assert told.args == [PROFESSIONALS]


def test_these_people_are_told_only_when_there_is_one(qtbot: QtBot) -> None:
    picker = ReadersPicker(PEOPLE)
    qtbot.addWidget(picker)
    picker.show()
    group = picker.findChild(QComboBox)
    with qtbot.assertNotEmitted(picker.readers_changed):
        group.setCurrentIndex(group.count() - 1)
        group.activated.emit(group.currentIndex())
    with qtbot.waitSignal(picker.readers_changed) as told:
        chip(picker, "oma Ans").click()
    assert told.args == [Readers.only("ans")]


def choose_group(picker: ReadersPicker, words: str) -> None:
    group = picker.findChild(QComboBox)
    group.setCurrentIndex(group.findText(words))
    group.activated.emit(group.currentIndex())


def test_everyone_but_some_is_told_when_somebody_is_left_out(qtbot: QtBot) -> None:
    picker = ReadersPicker(PEOPLE)
    qtbot.addWidget(picker)
    picker.show()
    with qtbot.assertNotEmitted(picker.readers_changed):
        choose_group(picker, "iedereen behalve …")
    assert picker.readers() is None
    with qtbot.waitSignal(picker.readers_changed) as told:
        chip(picker, "oma Ans").click()
    assert told.args == [Readers.everyone_but("ans")]
    assert chip(picker, "oma Ans").accessibleName().endswith("mag dit niet zien"), "no tick: left out"


@pytest.mark.parametrize(
    ("before", "left_out"),
    [
        (FACILITATOR, {person.id for person in PEOPLE}),
        (
            PROFESSIONALS,
            {person.id for person in PEOPLE if person.circle is not Circle.PROFESSIONAL},
        ),
        (Readers.only("ans"), {person.id for person in PEOPLE} - {"ans"}),
    ],
)
def test_nobody_sees_more_by_choosing_everyone_but(before: Readers, left_out: set[str], qtbot: QtBot) -> None:
    picker = ReadersPicker(PEOPLE, before)
    qtbot.addWidget(picker)
    choose_group(picker, "iedereen behalve …")
    chosen = picker.readers()
    assert chosen is not None
    assert set(chosen.left_out) == left_out


def test_who_is_left_out_and_not_offered_stays_left_out(qtbot: QtBot) -> None:
    picker = ReadersPicker(
        PEOPLE[1:],
        Readers.everyone_but(PEOPLE[0].id),
    )
    qtbot.addWidget(picker)
    assert picker.readers() == Readers.everyone_but(PEOPLE[0].id)
    chip(picker, "Joke").click()
    assert picker.readers() == Readers.everyone_but("joke", PEOPLE[0].id)
    picker.set_people(PEOPLE)
    assert set((picker.readers() or EVERYONE).people) == {"joke", PEOPLE[0].id}


def test_choosing_these_people_after_everyone_but_names_nobody_yet(qtbot: QtBot) -> None:
    picker = ReadersPicker(
        PEOPLE,
        Readers.everyone_but("ans"),
    )
    qtbot.addWidget(picker)
    choose_group(picker, "alleen deze mensen …")
    assert picker.readers() is None


@pytest.mark.parametrize(
    "value",
    [
        EVERYONE,
        PROFESSIONALS,
        FACILITATOR,
        Readers.only("ans", "joke"),
        Readers.everyone_but("joke"),
    ],
)
def test_what_was_set_is_what_is_chosen(value: Readers, qtbot: QtBot) -> None:
    picker = ReadersPicker(PEOPLE)
    qtbot.addWidget(picker)
    picker.set_readers(value)
    assert picker.readers() == value


def test_a_number_is_told_and_pressing_again_lets_go(qtbot: QtBot) -> None:
    pad = ScorePad(label="Hoe veilig?")
    qtbot.addWidget(pad)
    told: list[tuple[int | None, bool]] = []
    pad.score_changed.connect(lambda value, declined: told.append((value, declined)))
    four = chip(pad, "Hoe veilig?: 4")
    four.click()
    four.click()
    assert told == [(4, False), (None, False)]


def test_rather_not_say_is_an_answer_without_a_number(qtbot: QtBot) -> None:
    pad = ScorePad(label="Hoe veilig?")
    qtbot.addWidget(pad)
    pad.set_score(4)
    with qtbot.waitSignal(pad.score_changed) as told:
        chip(pad, "Hoe veilig?: zeg ik liever niet").click()
    assert told.args == [None, True]


def test_arrows_walk_along_the_numbers(qtbot: QtBot) -> None:
    pad = ScorePad(label="Hoe veilig?")
    qtbot.addWidget(pad)
    pad.show()
    with qtbot.waitActive(pad):
        pad.activateWindow()
    chip(pad, "Hoe veilig?: 0").setFocus()
    qtbot.keyClick(chip(pad, "Hoe veilig?: 0"), Qt.Key.Key_Right)
    assert pad.focusWidget().accessibleName() == "Hoe veilig?: 1"
    qtbot.keyClick(pad.focusWidget(), Qt.Key.Key_Space)
    assert pad.value() == 1


def test_marks_begin_at_one_where_they_do(qtbot: QtBot) -> None:
    pad = ScorePad(label="Respect", lowest=1, declinable=False)
    qtbot.addWidget(pad)
    pad.show()
    texts = [button.text() for button in pad.findChildren(QAbstractButton) if button.isVisible()]
    assert texts == [str(number) for number in range(1, 11)]


@pytest.fixture
def rail(qtbot: QtBot) -> StepRail:
    """Three steps, the second is where we are."""
    rail = StepRail()
    qtbot.addWidget(rail)
    rail.set_steps(
        (
            RailStep(Step.WELCOME, "Welkom", 10, done=True),
            RailStep(Step.WORRIES, "Zorgen", 25),
            RailStep(Step.GOING_WELL, "Wat gaat goed", 20),
        )
    )
    rail.set_current(Step.WORRIES)
    rail.show()
    with qtbot.waitActive(rail):
        rail.activateWindow()
    return rail


def test_steps_say_number_title_minutes_and_state(rail: StepRail) -> None:
    assert [button.accessibleName() for button in rail.findChildren(QAbstractButton)] == [
        "Stap 1: Welkom, 10 minuten, klaar",
        "Stap 2: Zorgen, 25 minuten, hier zijn we nu",
        "Stap 3: Wat gaat goed, 20 minuten",
    ]


def test_a_step_is_chosen_by_a_click(rail: StepRail, qtbot: QtBot) -> None:
    with qtbot.waitSignal(rail.step_chosen) as told:
        qtbot.mouseClick(chip(rail, "Stap 3"), Qt.MouseButton.LeftButton)
    assert told.args == [Step.GOING_WELL]


def test_a_step_is_chosen_with_the_keyboard(rail: StepRail, qtbot: QtBot) -> None:
    chip(rail, "Stap 2").setFocus()
    qtbot.keyClick(chip(rail, "Stap 2"), Qt.Key.Key_Down)
    with qtbot.waitSignal(rail.step_chosen) as told:
        qtbot.keyClick(rail.focusWidget(), Qt.Key.Key_Space)
    assert told.args == [Step.GOING_WELL]


def test_enter_chooses_a_step(rail: StepRail, qtbot: QtBot) -> None:
    with qtbot.waitSignal(rail.step_chosen) as told:
        qtbot.keyClick(chip(rail, "Stap 1"), Qt.Key.Key_Return)
    assert told.args == [Step.WELCOME]
