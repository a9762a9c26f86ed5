"""Everything about a card by keys and by mouse: its fields, its place, what it becomes."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QMenu, QWidget
from pytestqt.qtbot import QtBot

from beraad.terms import KINDS_IN, Column, StatementKind, Step
from beraad.ui.console.keys_sheet import key_table
from beraad.ui.meeting.keys import MeetingKey
from beraad.ui.steps.columns.page import ColumnsPage
from beraad.ui.steps.columns.statement_card import StatementCard
from beraad.ui.steps.columns.statement_fields import StatementField
from beraad.ui.widgets.growing_text_edit import GrowingTextEdit
from beraad.ui.widgets.person_picker import PersonPicker
from tests.ui.driving import is_there, the
from tests.ui.opened_console import Console, chord, texts

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True)

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def worries(console: Console) -> Console:
    """In step 2, with nothing of the last plan left to ask."""
    console.service.carrying.keep_the_rest()
    console.page.go_to(Step.WORRIES)
    return console


def _page(console: Console) -> ColumnsPage:
    return console.page.steps.of(ColumnsPage)


def _ids(console: Console, column: Column) -> list[str]:
    return [item.id for item in console.model.view.column(column)]


def _card(console: Console, column: Column = Column.DANGER, place: int = 0) -> StatementCard:
    """A card with the keyboard on it."""
    card = _page(console).card(_ids(console, column)[place])
    assert card
    card.setFocus()
    return card


def _focus() -> QWidget:
    focus = QApplication.focusWidget()
    assert focus
    return focus


def _press(
    qtbot: QtBot, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    qtbot.keyClick(_focus(), key, modifiers)


def _choose_kind(number: int) -> None:
    """Choose the `number`-th kind of the menu that stands there."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.actions()[number].trigger()
    menu.close()


@pytest.mark.parametrize("field", StatementField)
def test_a_letter_opens_the_card_at_its_field(worries: Console, qtbot: QtBot, field: StatementField) -> None:
    card = _card(worries)
    _press(qtbot, Qt.Key(ord(field)))
    assert card.editor
    label, kind = {
        StatementField.KIND: ("Wat voor kaart is dit?", QComboBox),
        StatementField.BY: ("Wie zei dit?", PersonPicker),
        StatementField.ABOUT: ("Over wie gaat dit?", PersonPicker),
        StatementField.DISPUTED: ("Wie ziet dit anders?", PersonPicker),
        StatementField.READERS: ("Wie mag dit zien?", QComboBox),
    }[field]
    wanted: QWidget = the(card.editor, label, kind)
    assert wanted is _focus() or wanted.isAncestorOf(_focus())


def test_somebody_disagrees_by_keys_alone(worries: Console, qtbot: QtBot) -> None:
    card = _card(worries)
    _press(qtbot, Qt.Key.Key_T)
    _press(qtbot, Qt.Key.Key_Right)
    _press(qtbot, Qt.Key.Key_Space)
    _press(qtbot, Qt.Key.Key_Escape)
    assert card.editor is None
    assert worries.model.view.column(Column.DANGER)[0].disputed_by == ("mark",)
    assert card.isAncestorOf(_focus())
    assert "Mark ziet dit anders" in texts(card)


def test_a_letter_in_the_text_of_an_open_card_is_just_a_letter(worries: Console, qtbot: QtBot) -> None:
    count = len(worries.model.view.statements)
    _card(worries)
    _press(qtbot, Qt.Key.Key_Return)
    field = _focus()
    assert isinstance(field, GrowingTextEdit)
    qtbot.keyClicks(field, " dat")
    assert field.text().endswith(" dat")
    assert len(worries.model.view.statements) == count


def test_d_makes_a_goal_and_says_so_where_undo_stands(worries: Console, qtbot: QtBot) -> None:
    card = _card(worries)
    chord(_focus(), MeetingKey.GOAL)
    made = worries.model.view.column(Column.NEXT_STEP)[-1]
    assert (made.text, made.kind) == (card.statement.text, StatementKind.FAMILY_GOAL)
    assert "Doel gemaakt" in texts(worries.page.status)
    assert card.isAncestorOf(_focus())


def test_a_makes_an_agreement_that_answers_the_card(worries: Console, qtbot: QtBot) -> None:
    card = _card(worries)
    chord(_focus(), MeetingKey.AGREEMENT)
    assert worries.model.view.agreements[-1].covers == (card.statement.id,)


def test_the_arrows_walk_over_the_cards(worries: Console, qtbot: QtBot) -> None:
    danger, safety = _ids(worries, Column.DANGER), _ids(worries, Column.SAFETY)
    _card(worries)
    _press(qtbot, Qt.Key.Key_Down)
    second = _page(worries).card(danger[1])
    assert second
    assert second.isAncestorOf(_focus())
    _press(qtbot, Qt.Key.Key_Right)
    beside = _page(worries).card(safety[1])
    assert beside
    assert beside.isAncestorOf(_focus())


def test_below_the_last_card_one_adds(worries: Console, qtbot: QtBot) -> None:
    _card(worries, place=-1)
    _press(qtbot, Qt.Key.Key_Down)
    _press(qtbot, Qt.Key.Key_Space)
    assert _page(worries).column(Column.DANGER).add_statement.is_open


def test_from_an_empty_field_the_arrow_goes_back_to_the_card_that_was_added(
    worries: Console, qtbot: QtBot
) -> None:
    chord(worries.page, MeetingKey.DANGER)
    qtbot.keyClicks(_focus(), "Lisa was bang.")
    _press(qtbot, Qt.Key.Key_Return)
    _press(qtbot, Qt.Key.Key_Up)
    last = _page(worries).card(_ids(worries, Column.DANGER)[-1])
    assert last
    assert last.isAncestorOf(_focus())
    assert last.statement.text == "Lisa was bang."


def test_while_typing_the_kind_changes_and_the_cursor_stays(worries: Console, qtbot: QtBot) -> None:
    chord(worries.page, MeetingKey.DANGER)
    qtbot.keyClicks(_focus(), "Lisa was")
    _press(qtbot, Qt.Key.Key_K, ALT)
    qtbot.keyClicks(_focus(), " bang.")
    _press(qtbot, Qt.Key.Key_Return)
    made = worries.model.view.column(Column.DANGER)[-1]
    assert (made.text, made.kind) == ("Lisa was bang.", KINDS_IN[Column.DANGER][1])


def test_while_typing_the_giver_is_chosen_and_one_types_on(worries: Console, qtbot: QtBot) -> None:
    chord(worries.page, MeetingKey.DANGER)
    qtbot.keyClicks(_focus(), "Lisa was")
    _press(qtbot, Qt.Key.Key_G, ALT)
    _press(qtbot, Qt.Key.Key_Right)
    _press(qtbot, Qt.Key.Key_Space)
    qtbot.keyClicks(_focus(), " bang.")
    _press(qtbot, Qt.Key.Key_Return)
    made = worries.model.view.column(Column.DANGER)[-1]
    assert (made.text, made.by) == ("Lisa was bang.", "mark")


def test_while_typing_one_says_about_whom_and_who_disagrees_for_this_card_only(
    worries: Console, qtbot: QtBot
) -> None:
    chord(worries.page, MeetingKey.DANGER)
    for text in ("Eerst.", "Dan."):
        if text == "Eerst.":
            for key in (Qt.Key.Key_O, Qt.Key.Key_T):
                _press(qtbot, key, ALT)
                _press(qtbot, Qt.Key.Key_Space)
                _press(qtbot, Qt.Key.Key_Escape)
        qtbot.keyClicks(_focus(), text)
        _press(qtbot, Qt.Key.Key_Return)
    first, second = worries.model.view.column(Column.DANGER)[-2:]
    assert (first.about, first.disputed_by) == (("sanne",), ("sanne",))
    assert (second.about, second.disputed_by) == ((), ())


def test_a_card_goes_to_another_column_once_it_is_said_what_it_is_there(
    worries: Console, qtbot: QtBot
) -> None:
    first = _card(worries).statement.id
    _press(qtbot, Qt.Key.Key_Right, ALT)
    assert first in _ids(worries, Column.DANGER)
    _choose_kind(2)
    moved = worries.model.view.column(Column.SAFETY)[-1]
    assert (moved.id, moved.kind) == (first, KINDS_IN[Column.SAFETY][1])
    card = _page(worries).card(first)
    assert card
    assert card.isAncestorOf(_focus())


def test_a_card_stays_where_no_kind_is_chosen(worries: Console, qtbot: QtBot) -> None:
    before = _ids(worries, Column.DANGER)
    _card(worries)
    _press(qtbot, Qt.Key.Key_Right, ALT)
    menu = QApplication.activePopupWidget()
    assert menu
    qtbot.keyClick(menu, Qt.Key.Key_Escape)
    assert _ids(worries, Column.DANGER) == before


def test_after_delete_the_keyboard_is_on_the_card_that_came_in_its_place(
    worries: Console, qtbot: QtBot
) -> None:
    _first, second, third, *_rest = _ids(worries, Column.DANGER)
    _card(worries, place=1)
    chord(_focus(), MeetingKey.REMOVE)
    assert second not in _ids(worries, Column.DANGER)
    following = _page(worries).card(third)
    assert following
    assert following.isAncestorOf(_focus())


def test_after_the_last_card_is_deleted_the_keyboard_is_on_adding_one(worries: Console, qtbot: QtBot) -> None:
    for _card_left in _ids(worries, Column.DANGER):
        _card(worries)
        chord(_focus(), MeetingKey.REMOVE)
    assert _page(worries).column(Column.DANGER).add_statement.isAncestorOf(_focus())


def test_the_sheet_of_keys_names_every_letter_of_a_card() -> None:
    keys = " ".join(keys for keys, _does in key_table())
    assert all(field.value.lower() in keys.split() for field in StatementField)
    assert MeetingKey.GOAL.words in keys.replace(" + ", "+")


# -- the mouse -------------------------------------------------------------------------------------------


def _drag(console: Console, card: StatementCard, to: QPoint) -> None:
    """Press on a card, move, and let go at a place in the page."""
    page, face = _page(console), card.face
    start = QPoint(20, 12)
    QTest.mousePress(face, Qt.MouseButton.LeftButton, pos=start)
    end = face.mapFrom(page, to)
    for part in (1, 2, 3):
        _move(face, start + (end - start) * part / 3)
    QTest.mouseRelease(face, Qt.MouseButton.LeftButton, pos=end)


def _move(face: QWidget, at: QPoint) -> None:
    event = QMouseEvent(
        QMouseEvent.Type.MouseMove,
        at.toPointF(),
        face.mapToGlobal(at).toPointF(),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(face, event)


def _upper_half(console: Console, column: Column, place: int) -> QPoint:
    card = _card(console, column, place)
    return card.mapTo(_page(console), QPoint(30, 5))


def test_a_card_is_dragged_in_front_of_another(worries: Console) -> None:
    first, second, third, *rest = _ids(worries, Column.DANGER)
    to = _upper_half(worries, Column.DANGER, 0)
    _drag(worries, _card(worries, place=2), to)
    assert _ids(worries, Column.DANGER) == [third, first, second, *rest]


def test_a_card_dragged_to_another_column_asks_what_it_is_there(worries: Console) -> None:
    first, there = _ids(worries, Column.DANGER)[0], _ids(worries, Column.SAFETY)
    to = _upper_half(worries, Column.SAFETY, 1)
    _drag(worries, _card(worries), to)
    assert _ids(worries, Column.SAFETY) == there
    _choose_kind(3)
    assert _ids(worries, Column.SAFETY) == [there[0], first, *there[1:]]
    (moved,) = [item for item in worries.model.view.statements if item.id == first]
    assert moved.kind is KINDS_IN[Column.SAFETY][2]


def test_a_press_that_hardly_moves_opens_the_card(worries: Console) -> None:
    card = _card(worries)
    before = _ids(worries, Column.DANGER)
    _drag(worries, card, card.mapTo(_page(worries), QPoint(22, 13)))
    assert card.editor
    assert _ids(worries, Column.DANGER) == before


def test_escape_puts_a_dragged_card_back(worries: Console, qtbot: QtBot) -> None:
    before = _ids(worries, Column.DANGER)
    card = _card(worries, place=2)
    QTest.mousePress(card.face, Qt.MouseButton.LeftButton, pos=QPoint(20, 12))
    _move(card.face, QPoint(20, -120))
    _press(qtbot, Qt.Key.Key_Escape)
    QTest.mouseRelease(card.face, Qt.MouseButton.LeftButton, pos=QPoint(20, -120))
    assert _ids(worries, Column.DANGER) == before


def test_a_card_let_go_beside_the_columns_stays(worries: Console) -> None:
    before = _ids(worries, Column.DANGER)
    _drag(worries, _card(worries), QPoint(-200, 40))
    assert _ids(worries, Column.DANGER) == before


# -- the last plan ---------------------------------------------------------------------------------------


def test_v_puts_the_last_plan_beside_the_columns_and_away(worries: Console, qtbot: QtBot) -> None:
    _card(worries)
    _press(qtbot, Qt.Key.Key_V)
    seen = texts(_page(worries).last_plan)
    assert "Sanne vertelt het nu als er iets is." in seen
    assert "oma Ans" in seen
    _press(qtbot, Qt.Key.Key_V)
    assert not _page(worries).last_plan.isVisible()


def test_the_last_plan_stays_as_it_was_when_cards_change(worries: Console, qtbot: QtBot) -> None:
    qtbot.keyClick(worries.page, Qt.Key.Key_V)
    before = texts(_page(worries).last_plan)
    _card(worries)
    chord(_focus(), MeetingKey.REMOVE)
    assert texts(_page(worries).last_plan) == before
    fields = _page(worries).last_plan.findChildren(GrowingTextEdit)
    assert fields == []


def test_at_a_first_meeting_no_last_plan_is_offered(open_console) -> None:
    console = open_console(meeting="b1")
    console.page.go_to(Step.WORRIES)
    _page(console).toggle_last_plan()
    assert not _page(console).last_plan.isVisible()
    assert not is_there(_page(console).column(Column.DANGER), "Vorig plan ernaast (v)")
