"""What Beraad watches for stands where a detail is entered, and can be struck and added to."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from beraad.readers import EVERYONE, FACILITATOR
from beraad.services.cases import ContactLine, PersonLine, SecretLine
from beraad.terms import Circle, ContactKind
from beraad.ui.dialogs.person import PersonDialog
from beraad.ui.dialogs.secrets import SecretsDialog
from tests.ui.driving import is_there, press, the

ADDRESS = ContactLine(ContactKind.ADDRESS, "Huize Valkenhorst, Bredaseweg 12, 4811 AB Breda", FACILITATOR)
RIMA = PersonLine("rima", "Rima Haddad", "Rima", Circle.FAMILY, contact=(ADDRESS,))
NAMESAKE = PersonLine("r2", "Rima Bakker", "rima", Circle.NETWORK, relation="buurvrouw")


@pytest.fixture
def dialog(qtbot: QtBot) -> PersonDialog:
    """The form of somebody with an address that only the facilitator knows."""
    dialog = PersonDialog(lambda _person: None, person=RIMA, known=(RIMA, NAMESAKE))
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


def _words(dialog: PersonDialog) -> dict[str, bool]:
    """What the chips say, and whether each is watched for."""
    return {chip.text(): chip.isChecked() for chip in dialog.contact.lines[0].watched.chips()}


def _click(dialog: PersonDialog, word: str) -> None:
    (chip,) = [one for one in dialog.contact.lines[0].watched.chips() if one.text() == word]
    chip.click()


def test_the_words_of_a_hidden_detail_are_in_sight(dialog: PersonDialog) -> None:
    words = _words(dialog)
    assert {"Huize Valkenhorst", "Bredaseweg 12", "4811 AB", "Bredaseweg ?"} == set(words)
    assert all(words.values())
    assert not any(word == "Breda" for word in words), "a town alone is nobody's address"


def test_a_struck_word_is_kept_and_can_be_taken_back(dialog: PersonDialog) -> None:
    _click(dialog, "Bredaseweg ?")
    assert dialog.wish().contact[0].watch_not == ("Bredaseweg",)
    assert _words(dialog)["Bredaseweg ?"] is False
    _click(dialog, "Bredaseweg ?")
    assert dialog.wish().contact[0].watch_not == ()


def test_a_word_is_added_with_enter_and_the_dialog_stays(dialog: PersonDialog) -> None:
    chips = dialog.contact.lines[0].watched
    press(chips, "+ woord")
    field = the(chips, "Nog een woord waar Beraad op let", QLineEdit)
    QTest.keyClicks(field, "de oude villa")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.wish().contact[0].watch_also == ("de oude villa",)
    assert _words(dialog)["de oude villa"] is True
    _click(dialog, "de oude villa")
    assert dialog.wish().contact[0].watch_also == ()


def test_the_words_follow_what_is_typed(dialog: PersonDialog) -> None:
    dialog.contact.lines[0].value.setText("Kerkweg 3, Breda")
    assert set(_words(dialog)) == {"Kerkweg 3", "Kerkweg ?"}


def test_nothing_is_watched_for_that_everybody_may_know(dialog: PersonDialog) -> None:
    line = dialog.contact.lines[0]
    line.visible_to.set_readers(line.visible_to.readers() or EVERYONE)
    assert line.watched.isVisible()
    dialog.contact.add(ContactLine(ContactKind.PHONE, "06 1234 5678", EVERYONE))
    assert not dialog.contact.lines[1].watched.isVisible()


def test_a_secret_shows_its_words(qtbot: QtBot) -> None:
    secrets = (SecretLine("groene paraplu", FACILITATOR, None, ("regenjas",)),)
    dialog = SecretsDialog(lambda _wish: None, secrets=secrets, people=())
    qtbot.addWidget(dialog)
    assert {chip.text() for chip in dialog.lines[0].watched.chips()} == {"groene paraplu", "regenjas"}
    assert dialog.wish() == secrets


def test_who_is_called_as_somebody_else_is_warned_about(dialog: PersonDialog) -> None:
    assert not dialog.namesakes.isHidden()
    assert "Rima Haddad" in dialog.namesakes.text()
    assert "Rima Bakker" in dialog.namesakes.text()
    dialog.called.setText("mama")
    assert dialog.namesakes.isHidden()


def test_what_the_question_mark_means_stands_before_the_words(dialog: PersonDialog) -> None:
    chips = dialog.contact.lines[0].watched
    assert is_there(chips, "Beraad let op (? = misschien):", QLabel)
    dialog.contact.lines[0].value.setText("Huize Valkenhorst")
    assert not any("?" in word for word in _words(dialog))
    assert is_there(chips, "Beraad let op:", QLabel)
