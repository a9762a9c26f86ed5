"""The backup at unlocking is made once the list stands, and what keeps it from being made is told there."""

import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from beraad.services.vault import Vault
from beraad.store import store
from beraad.store.errors import BackupFailed
from beraad.ui.pages.cases import CasesPage
from beraad.ui.pages.unlock import UnlockPage
from tests.patience import MINUTE
from tests.store.samples import CHEAP
from tests.ui.driving import works_of
from tests.ui.opened_window import DE_WIT, PASSPHRASE, Shell


def unlocked(folder: Path, tmp_path: Path, qtbot: QtBot) -> Shell:
    """The windows, unlocked by hand."""
    shell = Shell(Vault(folder, policy=CHEAP), tmp_path, qtbot)
    shell.window.show()
    page = shell.window.page
    assert isinstance(page, UnlockPage)
    page.passphrase.setText(PASSPHRASE)
    page.ask_form.submit.click()
    shell.wait()
    return shell


def end(shell: Shell) -> None:
    shell.window.close()
    shell.window.deleteLater()


def test_it_is_made_beside_the_list(
    folder: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[bool, bool]] = []
    real = store.make_backup

    def make(*given: object, **named: object) -> object:
        seen.append((threading.current_thread() is threading.main_thread(), listed()))
        return real(*given, **named)  # type: ignore[arg-type]

    def listed() -> bool:
        return isinstance(shell.window.page, CasesPage)

    monkeypatch.setattr(store, "make_backup", make)
    shell = unlocked(folder, tmp_path, qtbot)
    assert listed()
    assert seen == []
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [(False, True)]
    end(shell)


def test_what_kept_it_from_being_made_is_told_on_the_list_alone(
    folder: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, opened = threading.Event(), threading.Event()

    def fail(*_given: object, **_named: object) -> None:
        begun.set()
        assert opened.wait(MINUTE / 1000)
        raise BackupFailed(reason="EACCES")

    monkeypatch.setattr(store, "make_backup", fail)
    shell = unlocked(folder, tmp_path, qtbot)
    qtbot.waitUntil(begun.is_set)
    shell.window.open_meeting(DE_WIT, "b2")
    opened.set()
    qtbot.waitUntil(lambda: not any(work.busy for work in works_of(shell.window)))
    assert shell.messages.said == [], "not while the room looks on"
    shell.window.show_cases()
    qtbot.waitUntil(lambda: bool(shell.messages.said))
    assert "reservekopie" in shell.messages.said[0][2]
    end(shell)
