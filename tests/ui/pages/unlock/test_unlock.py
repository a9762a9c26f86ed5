"""Getting in: choosing, keeping the code, unlocking, recovering, and what can be wrong."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from beraad.codes import StoreState
from beraad.services.vault import Vault
from beraad.settings import Settings
from beraad.ui.main_window import MainWindow
from beraad.ui.messages import ScriptedMessages
from beraad.ui.pages.unlock import UnlockPage
from beraad.ui.pages.unlock.page import UnlockState
from beraad.ui.pages.unlock.strength import Strength, strength_of
from beraad.ui.work import Work
from tests.store.samples import CHEAP
from tests.ui.driving import the
from tests.ui.heard import Heard
from tests.ui.opened_window import PASSPHRASE


class Desk:
    """An unlock page over a vault."""

    def __init__(self, vault: Vault, qtbot: QtBot) -> None:
        self.window = QWidget()
        self.vault, self.qtbot = vault, qtbot
        self.page = UnlockPage(vault, Work(self.window), parent=self.window)
        self.window.resize(1000, 700)
        self.window.show()

    def type_passphrase(self, text: str) -> None:
        self.page.passphrase.setText(text)
        self.qtbot.keyClick(self.page.passphrase, Qt.Key.Key_Return)

    def wait_for(self, state: UnlockState) -> None:
        self.qtbot.waitUntil(lambda: self.page.state is state)

    def typed(self) -> set[str]:
        return {field.text() for field in self.page.findChildren(QLineEdit)}


@pytest.fixture
def desk(folder: Path, qtbot: QtBot) -> Iterator[Desk]:
    """On the locked examples."""
    desk = Desk(Vault(folder, policy=CHEAP), qtbot)
    yield desk
    desk.window.close()
    desk.window.deleteLater()
    desk.vault.lock()


@pytest.fixture
def new_desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    """On an empty folder."""
    desk = Desk(Vault(tmp_path / "new"), qtbot)
    yield desk
    desk.window.close()
    desk.window.deleteLater()
    desk.vault.lock()


def choose(desk: Desk, first: str, second: str) -> None:
    """Fill in a new passphrase and go on."""
    desk.page.choose_form.first.setText(first)
    desk.page.choose_form.second.setText(second)
    desk.page.choose_form.submit.click()


def test_the_first_time_too_one_can_type_at_once(tmp_path: Path, qtbot: QtBot) -> None:
    window = MainWindow(Vault(tmp_path / "new"), chosen=Settings(), messages=ScriptedMessages())
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    page = window.page
    assert isinstance(page, UnlockPage)
    qtbot.waitUntil(page.choose_form.fields_in_order()[0].hasFocus)


def test_the_right_passphrase_unlocks_and_leaves_nothing_typed(desk: Desk) -> None:
    with desk.qtbot.waitSignal(desk.page.unlocked):
        desk.type_passphrase(PASSPHRASE)
    assert desk.vault.unlocked
    assert desk.typed() == {""}


def test_a_wrong_passphrase_is_said_in_its_place_and_asked_again(desk: Desk, heard: Heard) -> None:
    desk.type_passphrase("niet deze zin")
    desk.qtbot.waitUntil(lambda: desk.page.ask_form.said() != "")
    assert "past niet" in desk.page.ask_form.said()
    assert heard() == [desk.page.ask_form.said()]
    assert not desk.vault.unlocked
    assert desk.page.passphrase.text() == ""


def test_what_was_wrong_is_not_said_any_more_while_the_next_try_is_made(new_desk: Desk) -> None:
    choose(new_desk, "kort", "kort")
    assert new_desk.page.choose_form.said() != ""
    choose(new_desk, PASSPHRASE, PASSPHRASE)
    assert new_desk.page.choose_form.said() == ""
    new_desk.wait_for(UnlockState.KEEP_CODE)


def test_a_passphrase_is_hidden_while_it_is_typed(desk: Desk) -> None:
    assert desk.page.passphrase.echoMode() is QLineEdit.EchoMode.Password


def test_a_new_folder_asks_to_choose_a_passphrase(new_desk: Desk) -> None:
    assert new_desk.page.state is UnlockState.CHOOSE


def test_a_short_passphrase_is_refused_with_the_length_it_needs(new_desk: Desk) -> None:
    choose(new_desk, "kort", "kort")
    assert "8" in new_desk.page.choose_form.said()
    assert new_desk.vault.state is StoreState.ABSENT


def test_two_different_passphrases_are_refused(new_desk: Desk) -> None:
    choose(new_desk, "een lange wachtzin", "een lange wachtzim")
    assert "niet gelijk" in new_desk.page.choose_form.said()
    assert new_desk.vault.state is StoreState.ABSENT


def test_a_chosen_passphrase_leads_to_the_code_and_only_a_tick_leads_on(new_desk: Desk) -> None:
    choose(new_desk, PASSPHRASE, PASSPHRASE)
    new_desk.wait_for(UnlockState.KEEP_CODE)
    form = new_desk.page.code_form
    assert len(form.code.text().replace("\n", "-").split("-")) == 6
    assert not form.submit.isEnabled()
    form.kept.click()
    with new_desk.qtbot.waitSignal(new_desk.page.unlocked):
        form.submit.click()
    assert form.code.text() == ""


def test_the_copied_code_does_not_stay_on_the_clipboard(new_desk: Desk) -> None:
    choose(new_desk, PASSPHRASE, PASSPHRASE)
    new_desk.wait_for(UnlockState.KEEP_CODE)
    new_desk.page.code_form.copy.click()
    assert QGuiApplication.clipboard().text().count("-") == 5
    new_desk.page.clear()
    assert QGuiApplication.clipboard().text() == ""


def test_the_printed_code_opens_the_cases_with_a_new_passphrase(tmp_path: Path, qtbot: QtBot) -> None:
    code = (vault := Vault(tmp_path / "data")).create(PASSPHRASE)
    vault.lock()
    desk = Desk(vault, qtbot)
    the(desk.page, "Wachtzin kwijt? Gebruik de herstelcode", QPushButton).click()
    form = desk.page.recover_form
    assert form.code is not None
    form.code.setText(code.lower())
    form.first.setText("een heel nieuwe zin")
    form.second.setText("een heel nieuwe zin")
    with qtbot.waitSignal(desk.page.unlocked):
        form.submit.click()
    vault.lock()
    vault.unlock("een heel nieuwe zin")
    vault.lock()
    desk.window.deleteLater()


def test_a_slip_in_the_code_is_said_and_what_was_typed_stays(desk: Desk) -> None:
    the(desk.page, "Wachtzin kwijt? Gebruik de herstelcode", QPushButton).click()
    form = desk.page.recover_form
    assert form.code is not None
    form.code.setText("7K3QD")
    form.first.setText(PASSPHRASE)
    form.second.setText(PASSPHRASE)
    form.submit.click()
    desk.qtbot.waitUntil(lambda: form.said() != "")
    assert "typefout" in form.said()
    assert form.code.text() == "7K3QD"


def test_a_store_that_is_open_elsewhere_is_said_and_can_be_tried_again(folder: Path, qtbot: QtBot) -> None:
    other = Vault(folder, policy=CHEAP)
    other.unlock(PASSPHRASE)
    desk = Desk(Vault(folder, policy=CHEAP), qtbot)
    assert desk.page.state is UnlockState.TROUBLE
    assert "al open" in desk.page.trouble_form.said()
    other.lock()
    desk.page.trouble_form.submit.click()
    assert desk.page.state is UnlockState.ASK
    desk.window.deleteLater()


@pytest.mark.parametrize(
    ("file", "content", "said"),
    [
        ("*.db", b"", "leeg"),
        ("*.db", b"SQLite format 3\x00" + b"\x00" * 4080, "niet versleuteld"),
        ("*key*", None, "ontbreekt"),
    ],
)
def test_what_is_wrong_on_disk_is_said_and_not_touched(
    file: str, content: bytes | None, said: str, folder: Path, qtbot: QtBot
) -> None:
    found = [path for path in folder.rglob(file) if path.is_file() and "backup" not in str(path.parent)]
    assert len(found) == 1
    if content is None:
        found[0].unlink()
    else:
        found[0].write_bytes(content)
    desk = Desk(Vault(folder, policy=CHEAP), qtbot)
    assert desk.page.state is UnlockState.TROUBLE
    assert said in desk.page.trouble_form.said()
    assert (found[0].read_bytes() if found[0].exists() else None) == content
    desk.window.deleteLater()


def moved_away(folder: Path) -> None:
    (folder / "database").rename(folder / "database oud")


def taken_out(folder: Path) -> None:
    (folder / "database" / "beraad.db").unlink()


@pytest.mark.parametrize("move", [moved_away, taken_out])
def test_a_database_that_is_gone_is_asked_about_and_the_newest_backup_put_back(
    move: Callable[[Path], None], folder: Path, qtbot: QtBot
) -> None:
    move(folder)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    desk = Desk(Vault(folder, policy=CHEAP), qtbot)
    assert desk.page.state is UnlockState.REMAINS
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
    desk.page.remains_form.submit.click()
    desk.wait_for(UnlockState.ASK)
    with qtbot.waitSignal(desk.page.unlocked):
        desk.type_passphrase(PASSPHRASE)
    assert len(desk.vault.cases().overview()) == 2
    desk.vault.lock()
    desk.window.deleteLater()


def test_who_begins_anew_beside_backups_said_so_and_every_backup_stays(folder: Path, qtbot: QtBot) -> None:
    moved_away(folder)
    before = {path: path.read_bytes() for path in (folder / "backups").rglob("*") if path.is_file()}
    desk = Desk(Vault(folder, policy=CHEAP), qtbot)
    desk.page.remains_form.anew.click()
    assert desk.page.state is UnlockState.CHOOSE
    choose(desk, "een heel nieuwe zin", "een heel nieuwe zin")
    desk.wait_for(UnlockState.KEEP_CODE)
    assert {path: path.read_bytes() for path in before} == before
    desk.vault.lock()
    desk.window.deleteLater()


def test_a_folder_that_came_back_is_seen_by_looking_again(folder: Path, qtbot: QtBot) -> None:
    moved_away(folder)
    desk = Desk(Vault(folder, policy=CHEAP), qtbot)
    desk.page.remains_form.again.click()
    assert desk.page.state is UnlockState.REMAINS
    (folder / "database oud").rename(folder / "database")
    desk.page.remains_form.again.click()
    assert desk.page.state is UnlockState.ASK
    desk.window.deleteLater()


def test_a_damaged_database_is_said_after_the_passphrase(folder: Path, qtbot: QtBot) -> None:
    database = next(path for path in folder.rglob("*.db") if "backup" not in str(path.parent))
    content = bytearray(database.read_bytes())
    content[5000] ^= 1
    database.write_bytes(content)
    desk = Desk(Vault(folder, policy=CHEAP), qtbot)
    desk.type_passphrase(PASSPHRASE)
    desk.wait_for(UnlockState.TROUBLE)
    assert "beschadigd" in desk.page.trouble_form.said()
    desk.window.deleteLater()


def test_a_damaged_key_file_is_said_after_the_passphrase(folder: Path, qtbot: QtBot) -> None:
    (key_file,) = (path for path in folder.rglob("*.key") if "backup" not in str(path.parent))
    key_file.write_bytes(b"{")
    desk = Desk(Vault(folder, policy=CHEAP), qtbot)
    desk.type_passphrase(PASSPHRASE)
    desk.wait_for(UnlockState.TROUBLE)
    assert "sleutelbestand is beschadigd" in desk.page.trouble_form.said()
    desk.window.deleteLater()


@pytest.mark.parametrize(
    ("passphrase", "strength"),
    [
        ("", Strength.TOO_SHORT),
        ("1234567", Strength.TOO_SHORT),
        ("12345678", Strength.WEAK),
        ("aaaaaaaaaaaaaaaaaaaa", Strength.WEAK),
        ("wachtwoord", Strength.WEAK),
        ("fiets regen tafel", Strength.FAIR),
        ("fiets regen tafel paard kaars", Strength.GOOD),
    ],
)
def test_longer_and_more_different_is_stronger(passphrase: str, strength: Strength) -> None:
    assert strength_of(passphrase) is strength
