"""A whole agreement with the keyboard alone: what, who, when, how it is seen, who looks, what if not."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from beraad.disclosure.console_views import ConsoleAgreement
from beraad.terms import Lamp, Step, TimingKind
from beraad.ui.meeting.keys import MeetingKey
from beraad.ui.steps.agreements.agreement_words import missing
from tests.ui.opened_console import Console, chord

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

_MOST_TABS = 40


@pytest.fixture
def new(console: Console, qtbot: QtBot) -> Console:
    """A new agreement, begun with its key; the keyboard is in its first field."""
    console.service.carrying.keep_the_rest()
    console.page.go_to(Step.AGREEMENTS)
    chord(console.page, MeetingKey.AGREEMENT)
    return console


def _focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget
    return widget


def _tab_to(qtbot: QtBot, name: str) -> int:
    """Press Tab until what has the focus is called like this; gives how often."""
    for pressed in range(_MOST_TABS):
        here = _focus()
        around = here.parentWidget()
        if name in (here.accessibleName(), around.accessibleName() if around else ""):
            return pressed
        qtbot.keyClick(here, Qt.Key.Key_Tab)
    raise AssertionError(name)


def _choose(qtbot: QtBot, key: Qt.Key) -> None:
    """Open the list that has the focus with an arrow, go to a choice, and take it."""
    box = _focus()
    assert isinstance(box, QComboBox)
    qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.keyClick(box.view(), key)
    qtbot.keyClick(box.view(), Qt.Key.Key_Return)


def _newest(console: Console) -> ConsoleAgreement:
    return console.model.view.agreements[-1]


def test_every_field_is_reached_and_filled(new: Console, qtbot: QtBot) -> None:
    qtbot.keyClicks(_focus(), "Kees belt Mark.")
    _tab_to(qtbot, "Wie doet het?")
    qtbot.keyClick(_focus(), Qt.Key.Key_K)
    qtbot.keyClick(_focus(), Qt.Key.Key_Return)
    qtbot.keyClick(_focus(), Qt.Key.Key_Left)
    qtbot.keyClick(_focus(), Qt.Key.Key_Space)
    assert _newest(new).owners == ("ans", "kees")
    _tab_to(qtbot, "Hoe vaak geldt dit?")
    _choose(qtbot, Qt.Key.Key_Up)
    assert _newest(new).timing.kind is TimingKind.RECURRING
    _tab_to(qtbot, "Welke dagen?")
    _choose(qtbot, Qt.Key.Key_Home)
    assert _newest(new).timing.rule == "FREQ=DAILY"
    _choose(qtbot, Qt.Key.Key_Down)
    assert str(_newest(new).timing.rule).startswith("FREQ=WEEKLY")
    _tab_to(qtbot, "Hoe zien de anderen dat het gebeurt?")
    qtbot.keyClicks(_focus(), "Kees appt Joke.")
    _tab_to(qtbot, "Wie kijkt het na?")
    qtbot.keyClick(_focus(), Qt.Key.Key_J)
    qtbot.keyClick(_focus(), Qt.Key.Key_Return)
    _tab_to(qtbot, "Als het niet lukt: wie doet dan wat?")
    qtbot.keyClicks(_focus(), "Ans belt.")
    qtbot.keyClick(_focus(), Qt.Key.Key_Tab)
    made = _newest(new)
    assert (made.what, made.measured_by, made.checked_by, made.fallback) == (
        "Kees belt Mark.",
        "Kees appt Joke.",
        "joke",
        "Ans belt.",
    )


@pytest.mark.parametrize(
    ("key", "kind"), [(Qt.Key.Key_Home, TimingKind.ONCE), (Qt.Key.Key_End, TimingKind.ALWAYS)]
)
def test_once_and_always_are_a_key_away(new: Console, qtbot: QtBot, key: Qt.Key, kind: TimingKind) -> None:
    _tab_to(qtbot, "Hoe vaak geldt dit?")
    _choose(qtbot, Qt.Key.Key_Up)
    _choose(qtbot, key)
    assert _newest(new).timing.kind is kind


def test_yes_and_three_numbers_of_an_owner(new: Console, qtbot: QtBot) -> None:
    _tab_to(qtbot, "Wie doet het?")
    qtbot.keyClick(_focus(), Qt.Key.Key_K)
    qtbot.keyClick(_focus(), Qt.Key.Key_Return)
    _tab_to(qtbot, "Kees zei zelf ja aan tafel")
    qtbot.keyClick(_focus(), Qt.Key.Key_Space)
    assert _newest(new).accepted_by == ("kees",)
    assert Lamp.ACCEPTED not in missing(_newest(new))
    for name in ("Bereidheid", "Vertrouwen", "Vermogen"):
        _tab_to(qtbot, f"Kees, {name}")
        while not (isinstance(_focus(), QAbstractButton) and "8" in _focus().text()):
            qtbot.keyClick(_focus(), Qt.Key.Key_Right)
        qtbot.keyClick(_focus(), Qt.Key.Key_Space)
    (ready,) = _newest(new).readiness
    assert (ready.willingness, ready.confidence, ready.capacity) == (8, 8, 8)


def test_people_and_numbers_are_one_stop_of_the_tab_key_each(new: Console, qtbot: QtBot) -> None:
    assert _tab_to(qtbot, "Wie doet het?") == 1
    qtbot.keyClick(_focus(), Qt.Key.Key_K)
    qtbot.keyClick(_focus(), Qt.Key.Key_Return)
    assert _tab_to(qtbot, "Hoe vaak geldt dit?") == 1
    _tab_to(qtbot, "Kees, Bereidheid")
    assert _tab_to(qtbot, "Kees, Vertrouwen") == 1
