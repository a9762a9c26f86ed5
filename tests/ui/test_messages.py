"""Boxes say plain text, and refuse when in doubt."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from beraad.ui.messages import MessageBox, Messages, ScriptedMessages


@pytest.fixture
def messages(qtbot: QtBot) -> Messages:
    """Over a window."""
    window = QWidget()
    qtbot.addWidget(window)
    messages = Messages(window)
    messages.window = window
    return messages


def pressing(key: Qt.Key, qtbot: QtBot, seen: list[object] | None = None) -> None:
    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, MessageBox)
        if seen is not None:
            formats = {label.textFormat() for label in box.findChildren(QLabel)}
            seen.append((formats, box.title.text(), box.text.text(), box.windowTitle()))
        qtbot.keyClick(box, key)

    QTimer.singleShot(0, press)


def test_escape_is_no(messages: Messages, qtbot: QtBot) -> None:
    pressing(Qt.Key.Key_Escape, qtbot)
    assert messages.ask("Weggooien?", "Dit gaat weg.", yes="Gooi weg") is False


def test_enter_is_yes_where_nothing_is_lost(messages: Messages, qtbot: QtBot) -> None:
    pressing(Qt.Key.Key_Return, qtbot)
    assert messages.ask("Doorgaan?", "", yes="Ga door") is True


def test_enter_is_no_where_something_is_lost(messages: Messages, qtbot: QtBot) -> None:
    pressing(Qt.Key.Key_Return, qtbot)
    assert messages.ask("Weggooien?", "", yes="Gooi weg", danger=True) is False


def test_a_message_is_plain_text_and_its_window_names_nobody(messages: Messages, qtbot: QtBot) -> None:
    seen: list[object] = []
    pressing(Qt.Key.Key_Escape, qtbot, seen)
    messages.warn("<b>De Wit", "<img src='x'>")
    assert seen == [({Qt.TextFormat.PlainText}, "<b>De Wit", "<img src='x'>", "Beraad")]


def test_a_script_answers_and_remembers() -> None:
    messages = ScriptedMessages(answers=(True, False))
    assert [messages.ask("Een?", "", yes="Ja"), messages.ask("Twee?", "", yes="Ja")] == [True, False]
    messages.tell("Klaar", "Alles staat op papier.")
    assert messages.said[-1] == ("tell", "Klaar", "Alles staat op papier.")


def test_a_question_nobody_expected_fails() -> None:
    with pytest.raises(IndexError):
        ScriptedMessages().ask("Een?", "", yes="Ja")
