"""Every key that works stands in the sheet, and every key of the sheet works."""

import re
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from beraad.demo.player import CONSOLE
from beraad.ui.console.bars.top_bar import TopBar
from beraad.ui.console.keys_sheet import key_table
from beraad.ui.dialogs.keys import KeyTable, groups, window_keys
from beraad.ui.meeting.keys import MeetingKey
from tests.ui.everywhere.conftest import Walk
from tests.ui.everywhere.keys_at_once import Sheet, differences, keys_of_line

_CARD = "a closed card takes it while it has the focus (StatementCard.keyPressEvent)"
_AGREEMENT = "a closed card takes it while it has the focus (AgreementCard.keyPressEvent)"
_FIELD = "a field or what stands around it takes it (GrowingTextEdit, AddStatement, StatementFields)"
_ROW = "a row takes it for whichever of its buttons has the focus (keyboard.walk)"
_RAIL = "the list of steps takes it (StepRail.keyPressEvent)"
_LIST = "the list takes it, and the field to search hands it on (CaseList.keyPressEvent, CasesPage)"
_WALL = "the window in the room takes it (WallWindow.keyPressEvent); the walk does not look at that one"
BY_THE_FOCUS: dict[str, dict[str, str]] = {
    "Overal": dict.fromkeys(("Enter", "Tab"), "Qt and the widget that has the focus"),
    "In de lijst met zaken": dict.fromkeys(("Up", "Down", "Enter", "Tab"), _LIST),
    "In het beraad": {"Esc": "twice after one another, which no shortcut can say (KeyWatch)"},
    "Op een kaart": dict.fromkeys(
        (
            *("Enter", "Ctrl+Delete", *"KGOTZ"),
            *("Up", "Down", "Left", "Right", "Alt+Up", "Alt+Down", "Alt+Left", "Alt+Right"),
        ),
        _CARD,
    ),
    "Op een afspraak": dict.fromkeys(
        ("Enter", "Ctrl+Delete", *"WTJKZ", "Up", "Down", "Alt+Up", "Alt+Down"), _AGREEMENT
    ),
    "Terwijl u typt": dict.fromkeys(("Enter", "Up", "Esc"), _FIELD),
    "In een rij namen of cijfers": dict.fromkeys(("Left", "Right", "Enter"), _ROW),
    "Op een stap in de lijst links": dict.fromkeys(
        ("Up", "Down", "Alt+Up", "Alt+Down", "Ctrl+Delete"), _RAIL
    ),
    "Met het toetsenbord op het scherm voor de kamer": dict.fromkeys(
        ("PgDown", "PgUp", "Left", "Right", "F11"), _WALL
    ),
}
"""What is no shortcut of a window, by the group of the sheet in which it stands, and why."""
SAID_ANOTHER_WAY = {"Ctrl+=": "Ctrl++", "Ctrl+Return": "Ctrl+Enter"}
UNDERLINED = {"Alt+B", "Alt+E", "Alt+H", "Alt+R"}
"""What is underlined in a menu says its key itself."""


def _sheet() -> Sheet:
    parts = (*groups("Overal", window_keys()), *groups("In het beraad", key_table()))
    return {group: [keys for keys, _does in lines] for group, lines in parts}


def _that_work(walk: Walk) -> set[str]:
    found = {key for keys in walk("nl", 100, CONSOLE).keys.values() for key in keys}
    return {SAID_ANOTHER_WAY.get(key, key) for key in found if key not in UNDERLINED}


def test_the_sheet_says_every_key_that_works_and_no_other(walk: Walk) -> None:
    assert differences(_that_work(walk), _sheet(), BY_THE_FOCUS) == []


@pytest.mark.parametrize("left_out", ["F8", "Ctrl + G", "Alt + K G O T Z", "k · g · o · t · z", "Ctrl + Z"])
def test_a_line_that_is_not_in_the_sheet_is_missed(walk: Walk, left_out: str) -> None:
    sheet = {group: [line for line in lines if line != left_out] for group, lines in _sheet().items()}
    missed = {item.split(": ")[1] for item in differences(_that_work(walk), sheet, BY_THE_FOCUS)}
    # The other letters of that line are letters of an agreement too, which another line says.
    assert missed == ({"Alt+G"} if left_out.startswith("Alt") else set(keys_of_line(left_out)))


@pytest.mark.parametrize("table", [window_keys, key_table])
def test_no_group_of_the_sheet_says_a_key_twice(table: Callable[[], KeyTable]) -> None:
    for group, lines in groups("eerste", table()):
        keys = [key for line, _does in lines for key in keys_of_line(line)]
        assert len(keys) == len(set(keys)), group
        assert keys, group


def test_no_two_groups_have_the_same_heading() -> None:
    parts = (*groups("Overal", window_keys()), *groups("In het beraad", key_table()))
    assert len(parts) == len(_sheet())


def test_a_letter_that_is_pressed_alone_is_a_small_one() -> None:
    alone = [part.strip() for lines in _sheet().values() for line in lines for part in line.split("·")]
    assert {"b", "v", "k"} <= set(alone)
    assert not [key for key in alone if len(key) == 1 and key.isupper()]


def test_a_letter_that_is_pressed_alone_is_written_the_same_everywhere(qtbot: QtBot) -> None:
    """In the bar, on hover and in the sheet: small, as a capital would ask for Shift."""
    alone = [key for key in MeetingKey if len(key.value) == 1 and key.value.isalpha()]
    sheet = {keys for keys, _does in key_table()}
    assert alone
    for key in alone:
        assert key.words == key.value.lower()
        assert key.words in sheet
    bar = TopBar()
    qtbot.addWidget(bar)
    said = [button.text() + button.accessibleName() for button in bar.findChildren(QAbstractButton)]
    assert not [words for words in said if re.search(r"\bB\b", words)]
    assert [words for words in said if re.search(r"\bb\b", words)]
