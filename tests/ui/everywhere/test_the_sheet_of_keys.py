"""Every key that works stands in the sheet, and every key of the sheet works."""

import pytest

from beraad.ui.dialogs.keys import window_keys
from beraad.ui.meeting.keys_sheet import key_table
from tests.ui.everywhere.conftest import Walk

AS_QT_SAYS = {"→": "Right", "←": "Left", "PageDown": "PgDown", "PageUp": "PgUp", "−": "-"}
BY_THE_FOCUS = {"Enter", "Tab", "Delete", "Alt+↑↓", "tweekeerEsc", "PageDownophetscherm"}
"""What the widget that has the focus takes, or the wall: those are no shortcuts of a window."""
SAID_ANOTHER_WAY = {"Ctrl+=": "Ctrl++"}


def _on_the_sheet() -> set[str]:
    said = [key for keys, _does in (*window_keys(), *key_table()) for key in keys.split("·")]
    return {_as_qt_says(key) for key in said}


def _as_qt_says(key: str) -> str:
    plain = key.replace(" ", "")
    for ours, theirs in AS_QT_SAYS.items():
        plain = plain.replace(ours, theirs) if plain not in BY_THE_FOCUS else plain
    return plain


def _that_work(walk: Walk) -> set[str]:
    found = {key for keys in walk("nl", 100).keys.values() for key in keys}
    # What is underlined in a menu says its key itself.
    return {SAID_ANOTHER_WAY.get(key, key) for key in found if key not in {"Alt+B", "Alt+E", "Alt+H"}}


def test_every_key_that_works_stands_in_the_sheet(walk: Walk) -> None:
    assert _that_work(walk) - _on_the_sheet() == set()


def test_every_key_in_the_sheet_works(walk: Walk) -> None:
    assert _on_the_sheet() - _that_work(walk) - BY_THE_FOCUS == set()


@pytest.mark.parametrize("table", [window_keys, key_table])
def test_the_sheet_says_no_key_twice(table: object) -> None:
    keys = [key.strip() for keys, _does in table() for key in keys.split("·")]  # type: ignore[operator]
    assert len(keys) == len(set(keys))
