"""What a screen reader is told of what appears in a page."""

import datetime as dt

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from beraad.ui.dialogs.form_dialog import FormDialog
from beraad.ui.widgets.announcing import announce
from beraad.ui.widgets.save_state import SaveState
from tests.ui.heard import Heard

Politeness = QAccessible.AnnouncementPoliteness


@pytest.fixture
def label(qtbot: QtBot) -> QLabel:
    """Something that can say something."""
    label = QLabel()
    qtbot.addWidget(label)
    return label


def test_what_is_in_sight_is_said(label: QLabel, heard: Heard) -> None:
    label.show()
    announce(label, "Wie zit er nu in de kamer?")
    assert heard() == ["Wie zit er nu in de kamer?"]
    assert heard.politeness == [Politeness.Polite]


def test_what_cannot_wait_comes_before_what_is_being_said(label: QLabel, heard: Heard) -> None:
    label.show()
    announce(label, "Niet opgeslagen", urgent=True)
    assert heard() == ["Niet opgeslagen"]
    assert heard.politeness == [Politeness.Assertive]


def test_what_comes_into_sight_a_moment_later_is_said_then(label: QLabel, heard: Heard) -> None:
    announce(label, "Het scherm van de kamer is weg.")
    label.show()
    assert heard() == ["Het scherm van de kamer is weg."]


def test_what_is_out_of_sight_is_not_said(label: QLabel, heard: Heard) -> None:
    """Whoever signs hears nothing of the console."""
    label.show()
    announce(label, "Het plan is weer een concept.")
    label.hide()
    assert heard() == []


def test_no_words_say_nothing(label: QLabel, heard: Heard) -> None:
    label.show()
    announce(label, "")
    assert heard() == []


def test_what_is_gone_says_nothing(heard: Heard) -> None:
    label = QLabel()
    label.show()
    announce(label, "Weg")
    delete(label)
    assert heard() == []


def test_that_something_was_not_saved_is_heard_and_so_is_that_it_was_after_all(
    qtbot: QtBot, heard: Heard
) -> None:
    state = SaveState()
    qtbot.addWidget(state)
    state.show()
    state.set_saved(dt.time(14, 0, 1))
    assert heard() == [], "that all is well goes without saying"
    state.set_failed()
    assert heard() == ["Niet opgeslagen"]
    state.set_saved(dt.time(14, 0, 9))
    assert heard()[1:] == ["Opgeslagen 14:00:09"]


def test_what_is_wrong_in_a_form_is_heard_each_time_it_is_refused(qtbot: QtBot, heard: Heard) -> None:
    dialog = FormDialog("Nieuwe zaak", "Maken")
    qtbot.addWidget(dialog)
    dialog.show()
    for times in (1, 2):
        dialog.say("Vul een naam in.")
        assert heard() == ["Vul een naam in."] * times
    dialog.say("")
    assert heard() == ["Vul een naam in."] * 2
