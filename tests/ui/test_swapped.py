"""A file that is swapped under the open window: red, nothing more at the path, and a page that leads on."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from beraad.store.sqlite.places import Places
from beraad.terms import Column
from beraad.ui.console import MeetingPage
from beraad.ui.main_window import MainWindow
from beraad.ui.pages.unlock import UnlockPage
from beraad.ui.pages.unlock.page import UnlockState
from tests.store.swaps import SWAPS, Swap, another_file
from tests.ui.driving import texts
from tests.ui.opened_window import DE_WIT, PASSPHRASE, Shell


def rescued(window: MainWindow) -> bool:
    return isinstance(window.page, UnlockPage) and window.page.state is UnlockState.RESCUED


def unlock_page(shell: Shell) -> UnlockPage:
    assert isinstance(shell.window.page, UnlockPage)
    return shell.window.page


def unlock(shell: Shell, qtbot: QtBot) -> None:
    page = unlock_page(shell)
    qtbot.waitUntil(lambda: page.state is UnlockState.ASK)
    page.passphrase.setText(PASSPHRASE)
    with qtbot.waitSignal(page.unlocked):
        page.ask_form.submit.click()


@pytest.mark.parametrize("swap", SWAPS)
def test_in_a_meeting_the_line_is_red_and_the_rescue_copy_goes_on_with_the_last_edit(
    swap: Swap, shell: Shell, folder: Path, qtbot: QtBot
) -> None:
    shell.window.open_meeting(DE_WIT, "b2")
    page = shell.window.page
    assert isinstance(page, MeetingPage)
    page.model.act(lambda meeting: meeting.statements.add(Column.DANGER, "Voor de wissel."))
    swap(Places(folder))
    page.model.act(lambda meeting: meeting.statements.add(Column.DANGER, "Na de wissel."))
    assert page.status.save_state.text() == "Niet opgeslagen"
    assert shell.messages.said == []
    qtbot.waitUntil(lambda: rescued(shell.window), timeout=30_000)
    assert "staat in een reddingskopie" in texts(unlock_page(shell).rescued_form)
    unlock_page(shell).rescued_form.submit.click()
    unlock(shell, qtbot)
    again = shell.window.page
    assert isinstance(again, MeetingPage)
    assert [row.text for row in again.model.view.column(Column.DANGER)][-2:] == [
        "Voor de wissel.",
        "Na de wissel.",
    ]
    again.model.act(lambda meeting: meeting.statements.add(Column.DANGER, "En verder."))
    assert again.status.save_state.text().startswith("Opgeslagen")
    assert not list(folder.glob("rescued-*"))
    assert shell.messages.said == []


def test_a_swap_while_nothing_is_saved_is_told_by_itself(shell: Shell, folder: Path, qtbot: QtBot) -> None:
    another_file(Places(folder))
    qtbot.waitUntil(lambda: rescued(shell.window), timeout=30_000)
    assert list(folder.glob("rescued-*"))


def test_a_window_that_is_closed_says_it_first(shell: Shell, folder: Path, qtbot: QtBot) -> None:
    shell.window.open_meeting(DE_WIT, "b2")
    another_file(Places(folder))
    shell.window.close()
    assert shell.window.isVisible()
    qtbot.waitUntil(lambda: rescued(shell.window), timeout=30_000)
    shell.window.close()
    assert not shell.window.isVisible()


def test_who_goes_on_with_what_is_there_keeps_the_rescue_copy_and_is_reminded(
    shell: Shell, folder: Path, qtbot: QtBot
) -> None:
    another_file(Places(folder))
    qtbot.waitUntil(lambda: rescued(shell.window), timeout=30_000)
    unlock_page(shell).rescued_form.as_it_is.click()
    unlock(shell, qtbot)
    (rescue,) = folder.glob("rescued-*")
    assert [kind for kind, _title, _text in shell.messages.said] == ["warn"]
    assert rescue.name in shell.messages.said[0][2]


def test_without_a_swap_nothing_is_locked_or_told(shell: Shell, qtbot: QtBot) -> None:
    """The control."""
    shell.window.open_meeting(DE_WIT, "b2")
    page = shell.window.page
    assert isinstance(page, MeetingPage)
    page.model.act(lambda meeting: meeting.statements.add(Column.DANGER, "Gewoon."))
    assert not shell.window.store_watch.look()
    assert page.status.save_state.text().startswith("Opgeslagen")
    assert shell.window.page is page
    assert shell.messages.said == []
