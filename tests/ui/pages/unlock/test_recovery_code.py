"""The recovery code again: asked for until it was kept, shown to who types the passphrase, replaced."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from beraad.services.vault import Vault
from beraad.store.store import Store
from beraad.ui.pages.unlock.page import UnlockState
from beraad.ui.pages.unlock.recovery_dialog import RecoveryCodeDialog
from beraad.ui.work import Work
from tests.store.samples import CHEAP
from tests.ui.driving import works_of
from tests.ui.opened_window import PASSPHRASE, Shell
from tests.ui.pages.unlock.test_unlock import Desk, choose


def shown(dialog: RecoveryCodeDialog) -> str:
    return dialog.code_form.code.text().replace("\n", "-")


@pytest.fixture
def dialog(shell: Shell, qtbot: QtBot) -> Iterator[RecoveryCodeDialog]:
    made = RecoveryCodeDialog(
        shell.vault, Work(shell.window), messages=shell.messages, print_code=print, parent=shell.window
    )
    made.show()
    yield made
    made.done(0)
    made.deleteLater()


def ask(dialog: RecoveryCodeDialog, passphrase: str, qtbot: QtBot) -> None:
    dialog.passphrase.setText(passphrase)
    qtbot.keyClick(dialog.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not any(work.busy for work in works_of(dialog.parentWidget())))


def test_the_code_is_shown_to_who_types_the_passphrase(
    dialog: RecoveryCodeDialog, shell: Shell, qtbot: QtBot
) -> None:
    ask(dialog, "een andere zin", qtbot)
    assert "past niet" in dialog.ask_form.said()
    assert shown(dialog) == ""
    ask(dialog, PASSPHRASE, qtbot)
    assert shown(dialog) == shell.vault.first_code()
    code = dialog.code_form.code
    qtbot.waitUntil(lambda: code.height() >= code.sizeHint().height())
    dialog.done(0)
    assert shown(dialog) == ""
    assert dialog.passphrase.text() == ""


def test_a_new_code_is_made_after_a_question_and_opens_the_cases(
    dialog: RecoveryCodeDialog, shell: Shell, qtbot: QtBot
) -> None:
    former = shell.vault.first_code()
    shell.messages.answer(True)
    dialog.passphrase.setText(PASSPHRASE)
    dialog.renew.click()
    qtbot.waitUntil(lambda: shown(dialog) != "")
    code = shown(dialog)
    assert code != former
    dialog.code_form.kept.click()
    dialog.code_form.submit.click()
    assert shell.vault.code_is_kept
    shell.vault.lock()
    Store.open_with_recovery(shell.vault.folder, code, policy=CHEAP).close()


def test_who_changes_the_mind_keeps_the_former_code(
    dialog: RecoveryCodeDialog, shell: Shell, qtbot: QtBot
) -> None:
    former = shell.vault.first_code()
    shell.messages.answer(False)
    dialog.passphrase.setText(PASSPHRASE)
    dialog.renew.click()
    assert shell.vault.first_code() == former


def test_a_code_that_was_made_and_never_shown_is_asked_about_at_the_next_unlock(
    tmp_path: Path, qtbot: QtBot
) -> None:
    store, code = Store.create(tmp_path / "data", PASSPHRASE, policy=CHEAP)
    store.close()
    desk = Desk(Vault(tmp_path / "data", policy=CHEAP), qtbot)
    desk.type_passphrase(PASSPHRASE)
    desk.wait_for(UnlockState.KEEP_CODE)
    assert desk.page.code_form.code.text().replace("\n", "-") == code
    desk.page.code_form.kept.click()
    with qtbot.waitSignal(desk.page.unlocked):
        desk.page.code_form.submit.click()
    desk.vault.lock()
    desk.page.begin()
    with qtbot.waitSignal(desk.page.unlocked):
        desk.type_passphrase(PASSPHRASE)
    desk.vault.lock()
    desk.window.deleteLater()


def test_a_window_that_was_closed_before_the_tick_asks_again(tmp_path: Path, qtbot: QtBot) -> None:
    vault = Vault(tmp_path / "data", policy=CHEAP)
    desk = Desk(vault, qtbot)
    choose(desk, PASSPHRASE, PASSPHRASE)
    desk.wait_for(UnlockState.KEEP_CODE)
    vault.lock()
    desk.page.begin()
    desk.type_passphrase(PASSPHRASE)
    desk.wait_for(UnlockState.KEEP_CODE)
    vault.lock()
    desk.window.deleteLater()
