"""A closed agreement and its letters: every field is one key away."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from beraad.terms import Step
from beraad.ui.meeting.keys import MeetingKey
from beraad.ui.steps.agreements.agreement_card import AgreementCard
from beraad.ui.steps.agreements.page import AgreementsPage
from beraad.ui.widgets.growing_text_edit import GrowingTextEdit
from beraad.ui.widgets.readers_picker import ReadersPicker
from tests.ui.driving import in_sight
from tests.ui.opened_console import Console, chord, texts

ALT = Qt.KeyboardModifier.AltModifier
FIELDS = [
    ("W", "Wie doet het?"),
    ("T", "Hoe vaak geldt dit?"),
    ("J", "Mark zei zelf ja aan tafel"),
    ("M", "Hoe zien de anderen dat het gebeurt?"),
    ("K", "Wie kijkt het na?"),
    ("O", "Als het niet lukt: wie doet dan wat?"),
]


@pytest.fixture
def cards(console: Console) -> list[AgreementCard]:
    """The agreements of the last plan; the keyboard is on the first."""
    console.model.act(lambda meeting: meeting.carrying.keep_the_rest())
    console.page.go_to(Step.AGREEMENTS)
    found = [console.page.steps.of(AgreementsPage).card(item.id) for item in console.model.view.agreements]
    made = [card for card in found if card]
    made[0].setFocus()
    return made


def _focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget
    return widget


def _called() -> set[str]:
    here = _focus()
    around = here.parentWidget()
    return {here.accessibleName(), around.accessibleName() if around else ""}


@pytest.mark.parametrize(("letter", "field"), FIELDS)
def test_alt_and_a_letter_open_the_card_at_a_field(
    cards: list[AgreementCard], qtbot: QtBot, letter: str, field: str
) -> None:
    qtbot.keyClick(_focus(), Qt.Key(ord(letter)), ALT)
    assert cards[0].editor is not None
    assert field in _called()


@pytest.mark.parametrize(("letter", "field"), FIELDS)
def test_without_alt_it_does_so_where_no_words_are_typed(
    cards: list[AgreementCard], qtbot: QtBot, letter: str, field: str
) -> None:
    """The rest of a sentence would go on in a field of words."""
    qtbot.keyClick(_focus(), Qt.Key(ord(letter)))
    assert (cards[0].editor is not None) is (letter not in "MO")
    assert not isinstance(_focus(), GrowingTextEdit)


@pytest.mark.parametrize(("letter", "field"), FIELDS)
def test_with_alt_the_same_letter_works_while_one_types(
    cards: list[AgreementCard], qtbot: QtBot, letter: str, field: str
) -> None:
    qtbot.keyClick(_focus(), Qt.Key.Key_Return)
    qtbot.keyClick(_focus(), Qt.Key(ord(letter)), ALT)
    assert field in _called()


@pytest.mark.parametrize(("letter", "field"), FIELDS)
def test_with_alt_it_does_so_beside_the_fields_of_an_open_card(
    cards: list[AgreementCard], qtbot: QtBot, letter: str, field: str
) -> None:
    cards[0].set_open(True)
    cards[0].setFocus()  # as a click beside a field leaves it
    qtbot.keyClick(_focus(), Qt.Key(ord(letter)))
    assert _focus() is cards[0]
    qtbot.keyClick(_focus(), Qt.Key(ord(letter)), ALT)
    assert field in _called()


def test_who_may_see_it_is_a_letter_away(cards: list[AgreementCard], qtbot: QtBot) -> None:
    qtbot.keyClick(_focus(), Qt.Key.Key_Z)
    assert cards[0].editor is not None
    (readers,) = in_sight(cards[0], ReadersPicker)
    assert readers.isAncestorOf(_focus())


def test_arrows_walk_along_the_cards(cards: list[AgreementCard], qtbot: QtBot) -> None:
    qtbot.keyClick(_focus(), Qt.Key.Key_Up)
    assert _focus() is cards[0]
    qtbot.keyClick(_focus(), Qt.Key.Key_Down)
    qtbot.keyClick(_focus(), Qt.Key.Key_Down)
    assert _focus() is cards[2]


def test_delete_takes_a_card_away_and_undo_brings_it_back(
    console: Console, cards: list[AgreementCard], qtbot: QtBot
) -> None:
    count = len(cards)
    chord(_focus(), MeetingKey.REMOVE)
    assert len(console.model.view.agreements) == count, "what stood in the last plan is ended"
    assert "stond al in een plan" in console.messages.said[-1][2]
    made = console.model.act(lambda meeting: meeting.agreements.add("Kees belt."))
    new = console.page.steps.of(AgreementsPage).card(made)
    assert new
    new.setFocus()
    chord(new, MeetingKey.REMOVE)
    assert len(console.model.view.agreements) == count
    console.model.undo()
    assert len(console.model.view.agreements) == count + 1


def test_escape_throws_words_away_and_then_closes_and_undo_brings_them_back(
    console: Console, cards: list[AgreementCard], qtbot: QtBot
) -> None:
    chord(cards[0], MeetingKey.AGREEMENT)
    field = _focus()
    assert isinstance(field, GrowingTextEdit)
    qtbot.keyClicks(field, "Kees belt.")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert (field.text(), field.hasFocus()) == ("", True)
    assert "Niet geplaatste tekst weggegooid" in texts(console.page.status)
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == "Kees belt."
    assert console.model.view.agreements[-1].what == "", "it waits again, and is not placed"
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert console.model.view.agreements[-1].what == "Kees belt."
    assert "Kees belt." in [item.what for item in console.service.wall().agreements]
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not field.isVisible()


def test_a_letter_that_is_typed_is_a_letter(
    console: Console, cards: list[AgreementCard], qtbot: QtBot
) -> None:
    qtbot.keyClick(_focus(), Qt.Key.Key_Return)
    qtbot.keyClicks(_focus(), " wtjmkoz")
    qtbot.keyClick(_focus(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert console.model.view.agreements[0].what.endswith("wtjmkoz")
    assert cards[0].editor is not None
