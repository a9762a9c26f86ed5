"""Steps 2, 3 and 5: cards, typed, opened, moved, undone, and those of the last plan."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from beraad.readers import PROFESSIONALS
from beraad.terms import CarryKind, Column, StatementKind, Step
from beraad.ui.meeting.keys import MeetingKey
from beraad.ui.steps.columns.page import ColumnsPage
from beraad.ui.steps.shared.step_page import bring_into_sight, settle_layouts
from beraad.ui.widgets.growing_text_edit import GrowingTextEdit
from tests.ui.driving import pick, the
from tests.ui.opened_console import Console, chord, press, texts


@pytest.fixture
def worries(console: Console) -> Console:
    """In step 2, with nothing of the last plan left to ask."""
    console.service.carrying.keep_the_rest()
    console.page.go_to(Step.WORRIES)
    return console


def _focus() -> GrowingTextEdit:
    field = QApplication.focusWidget()
    assert isinstance(field, GrowingTextEdit)
    return field


def _type_card(console: Console, qtbot: QtBot, text: str) -> None:
    qtbot.keyClicks(_focus(), text)
    qtbot.keyClick(_focus(), Qt.Key.Key_Return)


def test_a_key_begins_a_card_and_enter_adds_it_and_waits_for_the_next(worries: Console, qtbot: QtBot) -> None:
    chord(worries.page, MeetingKey.DANGER)
    _type_card(worries, qtbot, "Lisa was bang.")
    _type_card(worries, qtbot, "Oma hoorde het ook.")
    assert [item.text for item in worries.model.view.column(Column.DANGER)][-2:] == [
        "Lisa was bang.",
        "Oma hoorde het ook.",
    ]
    assert _focus().text() == ""


def test_an_empty_card_asks_for_what_its_column_is_about(worries: Console) -> None:
    asks = {
        column: worries.page.steps.of(ColumnsPage).column(column).add_statement.field for column in Column
    }
    assert asks[Column.DANGER].placeholderText() == "Schrijf op wat iemand deed of zei"
    assert asks[Column.NEXT_STEP].placeholderText() == "Schrijf op wat er moet gebeuren"


def test_numbers_typed_in_a_card_are_just_numbers(worries: Console, qtbot: QtBot) -> None:
    chord(worries.page, MeetingKey.DANGER)
    _type_card(worries, qtbot, "2 keer bellen we 112")
    assert worries.model.view.statements[-1].text == "2 keer bellen we 112"


def test_who_speaks_while_a_card_is_added_said_it_and_had_a_turn(worries: Console, qtbot: QtBot) -> None:
    add = worries.page.steps.of(ColumnsPage).column(Column.DANGER).add_statement
    chord(worries.page, MeetingKey.DANGER)
    pick(add, "Wie zegt dit?", "Kees")
    _type_card(worries, qtbot, "Ik zag de auto staan.")
    assert worries.model.view.statements[-1].by == "kees"
    assert "kees" in worries.model.spoken()


def test_a_card_opens_in_place_and_enter_places_what_is_typed(worries: Console, qtbot: QtBot) -> None:
    first = worries.model.view.column(Column.DANGER)[0]
    worries.page.steps.of(ColumnsPage).open_card(first.id)
    _type_card(worries, qtbot, " Buiten ook.")
    assert worries.model.view.column(Column.DANGER)[0].text.endswith("bloedneus. Buiten ook.")


def test_a_space_at_the_end_stays_while_one_types_on(worries: Console, qtbot: QtBot) -> None:
    """What is kept ends without a space; showing it must not take the space from under the cursor."""
    first = worries.model.view.column(Column.DANGER)[0]
    worries.page.steps.of(ColumnsPage).open_card(first.id)
    field = _focus()
    qtbot.keyClicks(field, " ")
    worries.model.refresh()
    qtbot.keyClicks(field, "En toen.")
    assert field.text().endswith("bloedneus. En toen.")
    assert field.hasFocus()


def test_the_field_one_types_in_is_the_same_widget_after_a_change(worries: Console, qtbot: QtBot) -> None:
    first = worries.model.view.column(Column.DANGER)[0]
    worries.page.steps.of(ColumnsPage).open_card(first.id)
    field = _focus()
    worries.model.act(lambda meeting: meeting.statements.add(Column.SAFETY, "Iets anders"))
    card = worries.page.steps.of(ColumnsPage).column(Column.DANGER).card(first.id)
    assert card
    assert card.editor
    assert the(card.editor, "Tekst van deze kaart", GrowingTextEdit) is field
    assert _focus() is field


def test_only_one_card_is_open(worries: Console) -> None:
    first, second, *_rest = worries.model.view.column(Column.DANGER)
    page = worries.page.steps.of(ColumnsPage)
    page.open_card(first.id)
    page.open_card(second.id)
    column = page.column(Column.DANGER)
    assert [card.statement.id for card in column.cards() if card.editor] == [second.id]


def test_alt_and_arrow_move_a_card(worries: Console, qtbot: QtBot) -> None:
    first, second, *_rest = worries.model.view.column(Column.DANGER)
    card = worries.page.steps.of(ColumnsPage).column(Column.DANGER).card(first.id)
    assert card
    qtbot.keyClick(card, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [item.id for item in worries.model.view.column(Column.DANGER)][:2] == [second.id, first.id]


def test_delete_removes_without_asking_and_undo_brings_it_back(worries: Console, qtbot: QtBot) -> None:
    before = worries.model.view.column(Column.DANGER)
    card = worries.page.steps.of(ColumnsPage).column(Column.DANGER).card(before[0].id)
    assert card
    chord(card, MeetingKey.REMOVE)
    assert worries.model.view.column(Column.DANGER) == before[1:]
    assert "Zorg verwijderd" in texts(worries.page.status)
    qtbot.keyClick(worries.page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert worries.model.view.column(Column.DANGER) == before
    assert worries.messages.said == []


def test_undo_in_a_field_whose_words_are_placed_is_that_of_the_meeting(
    worries: Console, qtbot: QtBot
) -> None:
    """The field's own undo would take back everything that was typed in it."""
    first = worries.model.view.column(Column.DANGER)[0]
    worries.page.steps.of(ColumnsPage).open_card(first.id)
    _type_card(worries, qtbot, " Een.")
    worries.page.steps.of(ColumnsPage).open_card(first.id)
    _type_card(worries, qtbot, " Twee.")
    worries.page.steps.of(ColumnsPage).open_card(first.id)
    field = _focus()
    assert field.text() == f"{first.text} Een. Twee."
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == f"{first.text} Een."
    assert worries.model.view.column(Column.DANGER)[0].text == f"{first.text} Een."


def test_undo_in_a_card_that_is_not_added_yet_is_the_fields_own(worries: Console, qtbot: QtBot) -> None:
    count = len(worries.model.view.statements)
    chord(worries.page, MeetingKey.DANGER)
    field = _focus()
    qtbot.keyClicks(field, "weg ermee")
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() != "weg ermee"
    assert len(worries.model.view.statements) == count


def test_a_statement_becomes_a_goal_in_one_stroke(worries: Console) -> None:
    first = worries.model.view.column(Column.DANGER)[0]
    worries.page.steps.of(ColumnsPage).open_card(first.id)
    press(worries.page, "Maak doel")
    made = worries.model.view.column(Column.NEXT_STEP)[-1]
    assert (made.text, made.kind, made.by) == (first.text, StatementKind.FAMILY_GOAL, first.by)


def test_a_worry_gets_an_agreement_in_one_stroke(worries: Console) -> None:
    key = worries.model.act(
        lambda meeting: meeting.statements.add(Column.DANGER, "Nieuwe angst", StatementKind.DANGER_STATEMENT)
    )
    assert key
    column = worries.page.steps.of(ColumnsPage).column(Column.DANGER)
    card = column.card(key)
    assert card
    assert "nog geen afspraak" in texts(card)
    worries.page.steps.of(ColumnsPage).open_card(key)
    press(card, "Maak afspraak")
    assert worries.model.view.agreements[-1].covers == (key,)
    assert "1 afspraak" in texts(card)


def test_what_not_everybody_may_see_says_so_on_its_card(worries: Console) -> None:
    first = worries.model.view.column(Column.DANGER)[0]
    worries.model.act(lambda meeting: meeting.statements.change(first.id, visible_to=PROFESSIONALS))
    card = worries.page.steps.of(ColumnsPage).column(Column.DANGER).card(first.id)
    assert card
    assert "niet op het scherm" in texts(card)


def test_a_hidden_detail_in_a_text_is_warned_about_at_once(worries: Console) -> None:
    worries.model.act(lambda meeting: meeting.statements.add(Column.DANGER, "Bel Peter: 076-5550103."))
    assert "het telefoonnummer van Peter" in texts(worries.page.guide)
    assert "Bel Peter" not in str(worries.model.wall_view)


def test_a_kind_of_another_column_moves_the_card_there(worries: Console) -> None:
    first = worries.model.view.column(Column.DANGER)[0]
    worries.page.steps.of(ColumnsPage).open_card(first.id)
    card = worries.page.steps.of(ColumnsPage).column(Column.DANGER).card(first.id)
    assert card
    assert card.editor
    kind = the(card.editor, "Wat voor kaart is dit?", QComboBox)
    kind.setCurrentIndex(kind.findData(StatementKind.STRENGTH.value))
    kind.activated.emit(kind.currentIndex())
    assert first.id in {item.id for item in worries.model.view.column(Column.SAFETY)}


def test_the_last_plan_is_asked_about_in_the_column_of_the_step_only(console: Console) -> None:
    console.page.go_to(Step.WORRIES)
    columns = console.page.steps.of(ColumnsPage)
    assert "Vorige keer · nog 6" in texts(columns.column(Column.DANGER))
    assert "Vorige keer: 4 kaarten" in texts(columns.column(Column.SAFETY))


def test_what_stays_becomes_a_card_and_is_not_asked_again(console: Console) -> None:
    console.page.go_to(Step.WORRIES)
    press(console.page.steps.of(ColumnsPage), "Blijft")
    assert console.model.view.statements[0].text.startswith("Op 3 mei")
    assert len([item for item in console.model.view.carry if item.column is Column.DANGER]) == 5


def test_what_changes_opens_at_once(console: Console) -> None:
    console.page.go_to(Step.WORRIES)
    press(console.page.steps.of(ColumnsPage), "Verandert")
    assert _focus().text().startswith("Op 3 mei")


@pytest.mark.parametrize("place", [0, 2, 5])
def test_what_changes_is_in_sight_where_it_is_typed(console: Console, qtbot: QtBot, place: int) -> None:
    """In a window of 1366 × 768, wherever in the list of last time it stood."""
    console.page.go_to(Step.WORRIES)
    column = console.page.steps.of(ColumnsPage).column(Column.DANGER)
    item = [item for item in console.model.view.carry if item.column is Column.DANGER][place]
    changes = next(
        button
        for button in column.findChildren(QPushButton)
        if button.accessibleName() == f"Verandert: {item.text}"
    )
    bring_into_sight(changes)
    qtbot.mouseClick(changes, Qt.MouseButton.LeftButton)
    field = _focus()
    assert field.text() == item.text
    settle_layouts()
    assert field.visibleRegion().boundingRect().height() >= field.height() - 1


def test_what_stops_is_gone(console: Console) -> None:
    console.page.go_to(Step.WORRIES)
    press(console.page.steps.of(ColumnsPage), "Stopt")
    assert console.model.view.statements == ()
    assert len([item for item in console.model.view.carry if item.column is Column.DANGER]) == 5


def test_all_of_a_column_stays_in_one_stroke_and_the_rest_is_still_asked(console: Console) -> None:
    console.page.go_to(Step.WORRIES)
    press(console.page.steps.of(ColumnsPage), "Alles blijft")
    assert len(console.model.view.column(Column.DANGER)) == 6
    left = [item for item in console.model.view.carry if item.kind is CarryKind.STATEMENT]
    assert {item.column for item in left} == {Column.SAFETY, Column.NEXT_STEP}
