"""Spelling in the fields of a meeting: underlined in a pause, suggested on request, not for attendees."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from beraad import i18n
from beraad.terms import Column, Step
from beraad.ui.meeting.keys import MeetingKey
from beraad.ui.spelling import spelling
from beraad.ui.spelling.dictionary import Dictionary
from beraad.ui.steps.columns.page import ColumnsPage
from beraad.ui.widgets.growing_text_edit import GrowingTextEdit
from tests.inside import rows_of
from tests.ui.opened_console import HADDAD, Console, Opener, chord

WAVE = QTextCharFormat.UnderlineStyle.WaveUnderline


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spelling, "PAUSE", 10)
    monkeypatch.setattr(spelling, "LONG_PAUSE", 10)


@pytest.fixture
def field(console: Console) -> GrowingTextEdit:
    """The field of a new card, with the keyboard."""
    console.page.go_to(Step.WORRIES)
    console.page.steps.of(ColumnsPage).begin(Column.DANGER)
    found = console.page.steps.of(ColumnsPage).column(Column.DANGER).add_statement.field
    found.setFocus()
    assert found.hasFocus()
    return found


def underlined(field: GrowingTextEdit) -> list[str]:
    marks = field.extraSelections()
    assert all(mark.format.underlineStyle() is WAVE for mark in marks)  # type: ignore[attr-defined]
    return [mark.cursor.selectedText() for mark in marks]  # type: ignore[attr-defined]


def typed(field: GrowingTextEdit, text: str, qtbot: QtBot) -> list[str]:
    """What is underlined after this was typed, and a pause."""
    QTest.keyClicks(field, text)
    qtbot.wait(60)
    return underlined(field)


def menu_at(field: GrowingTextEdit, word: str) -> QMenu:
    cursor = field.document().find(word)
    cursor.setPosition(cursor.selectionStart() + 1)
    at = field.cursorRect(cursor).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, field.viewport().mapToGlobal(at))
    QApplication.sendEvent(field.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def choose(menu: QMenu, words: str) -> None:
    (action,) = [it for it in menu.actions() if it.text() == words]
    action.trigger()
    menu.close()


def test_a_wrong_word_is_underlined_in_a_pause_and_not_while_it_is_typed(
    field: GrowingTextEdit, qtbot: QtBot
) -> None:
    assert typed(field, "Wij gaan naar het politieburo", qtbot) == []
    assert typed(field, " toe ", qtbot) == ["politieburo"]
    assert field.text() == "Wij gaan naar het politieburo toe "


def test_names_of_the_case_and_places_of_its_details_are_right(field: GrowingTextEdit, qtbot: QtBot) -> None:
    words = "Sanne en Lisa gaan naar Vogelstraat, Sanne's zus woont bij Vermeer, Xqzel ook. "
    assert typed(field, words, qtbot) == ["Xqzel"]


def test_the_menu_suggests_and_puts_in_what_is_chosen(field: GrowingTextEdit, qtbot: QtBot) -> None:
    typed(field, "Het politieburo belt. ", qtbot)
    menu = menu_at(field, "politieburo")
    assert menu.actions()[0].text() == "politiebureau"
    choose(menu, "politiebureau")
    assert field.text() == "Het politiebureau belt. "
    qtbot.wait(60)
    assert underlined(field) == []


def test_beside_a_right_word_the_menu_is_the_usual_one(field: GrowingTextEdit, qtbot: QtBot) -> None:
    typed(field, "Het politieburo belt. ", qtbot)
    menu = menu_at(field, "belt")
    assert "Voeg toe voor deze zaak" not in [action.text() for action in menu.actions()]
    menu.close()


def test_a_word_that_is_added_is_right_in_this_case_from_then_on(
    console: Console, field: GrowingTextEdit, qtbot: QtBot, open_console: Opener
) -> None:
    assert typed(field, "Xqzel is er. ", qtbot) == ["Xqzel"]
    choose(menu_at(field, "Xqzel"), "Voeg toe voor deze zaak")
    assert underlined(field) == []
    assert rows_of(console.service).case.known_words == ["Xqzel"]
    assert not console.model.undoable or "Xqzel" not in str(console.model.undoable)
    field.clear()
    console.close()
    again = open_console()
    assert again.page.spelling.wrong_in("Xqzel") == [(0, "Xqzel")]  # nobody is in a field yet
    assert "xqzel" in again.service.vocabulary.words()
    other = open_console(HADDAD, "b1")
    assert "xqzel" not in other.service.vocabulary.words()


def test_a_key_goes_to_the_next_wrong_word_and_suggests(field: GrowingTextEdit, qtbot: QtBot) -> None:
    typed(field, "Het politieburo en de afspreaken. ", qtbot)
    field.moveCursor(QTextCursor.MoveOperation.Start)
    for word in ("politieburo", "afspreaken", "politieburo"):
        chord(field, MeetingKey.SPELLING)
        assert field.textCursor().selectedText() == word
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        menu.close()
    chord(field, MeetingKey.SPELLING)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert "afspraken" in field.text() or "afspreken" in field.text()


def test_it_can_be_switched_off(console: Console, field: GrowingTextEdit, qtbot: QtBot) -> None:
    console.page.spelling.set_wanted(wanted=False)
    assert typed(field, "Het politieburo belt. ", qtbot) == []
    console.page.spelling.set_wanted(wanted=True)
    qtbot.wait(60)
    assert underlined(field) == ["politieburo"]


def test_in_a_language_without_a_dictionary_nothing_is_underlined(
    field: GrowingTextEdit, qtbot: QtBot
) -> None:
    i18n.set_language("en")
    try:
        assert typed(field, "Het politieburo belt. ", qtbot) == []
    finally:
        i18n.set_language("nl")


def test_who_leaves_the_field_leaves_no_underlines(
    console: Console, field: GrowingTextEdit, qtbot: QtBot
) -> None:
    assert typed(field, "Het politieburo belt. ", qtbot) == ["politieburo"]
    console.page.setFocus()
    assert underlined(field) == []


def test_what_somebody_else_writes_on_this_laptop_is_not_looked_at(console: Console, qtbot: QtBot) -> None:
    scale = str(
        console.model.act(lambda meeting: meeting.scales.add("Hoe veilig is het nu?", "niet", "heel"))
    )
    console.page.steps.private.give_numbers(scale)
    screen = console.page.screens.currentWidget()
    assert screen is not None
    assert console.page.screens.currentIndex() > 0
    field = GrowingTextEdit(label="Wat maakt het dit cijfer?", parent=screen)
    field.show()
    field.setFocus()
    assert typed(field, "Sanne zegt politieburo. ", qtbot) == []
    menu = menu_at(field, "politieburo")
    assert "politiebureau" not in [action.text() for action in menu.actions()]
    menu.close()
    console.page.steps.private.take_back()


def test_typing_never_waits_for_the_dictionary(
    field: GrowingTextEdit, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spelling, "PAUSE", 60_000)
    asked: list[str] = []
    monkeypatch.setattr(Dictionary, "knows", lambda _self, word: asked.append(word))
    QTest.keyClicks(field, "Het politieburo belt.")
    assert asked == []


def test_nothing_of_it_is_written_but_in_the_store(
    field: GrowingTextEdit, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    typed(field, "Het politieburo belt. ", qtbot)
    menu_at(field, "politieburo").close()
    assert list(tmp_path.rglob("*")) == []


def test_behind_the_lock_it_knows_no_words_of_the_case(
    console: Console, field: GrowingTextEdit, qtbot: QtBot
) -> None:
    typed(field, "Xqzel is er. ", qtbot)
    console.page.spelling.rest()
    found = console.page.spelling._dictionary
    assert found is not None
    assert found._known == {}
    assert console.page.spelling._of_case == frozenset()
