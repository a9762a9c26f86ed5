"""The main window: from unlocking to a meeting and back, choices, place, and closing."""

from collections.abc import Callable
from dataclasses import astuple
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from beraad import assets, i18n, settings
from beraad.services.vault import Vault
from beraad.settings import Settings
from beraad.ui.console import MeetingPage
from beraad.ui.dialogs.keys import KeysSheet
from beraad.ui.dialogs.manual import Manual
from beraad.ui.main_window import MainWindow
from beraad.ui.pages.case import CasePage
from beraad.ui.pages.cases import CasesPage
from beraad.ui.pages.unlock import UnlockPage
from beraad.ui.printing import PrintDialog
from beraad.ui.screens.cover import Change
from beraad.ui.screens.identity import Screen, ScreenIdentity
from beraad.ui.theme import Theme
from tests.store.samples import CHEAP
from tests.ui.driving import is_there, is_working, lift
from tests.ui.opened_window import DE_WIT, HADDAD, PASSPHRASE, Shell
from tests.ui.pages.cases.listed import Listed
from tests.ui.paper_screens import PROJECTOR


def test_unlocking_leads_to_the_cases(folder: Path, tmp_path: Path, qtbot: QtBot) -> None:
    shell = Shell(Vault(folder, policy=CHEAP), tmp_path, qtbot)
    page = shell.window.page
    assert isinstance(page, UnlockPage)
    shell.window.show()
    page.passphrase.setText(PASSPHRASE)
    qtbot.keyClick(page.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(shell.window.page, CasesPage))
    shell.window.close()
    assert not shell.vault.unlocked
    shell.window.deleteLater()


def test_locking_leaves_the_case_and_asks_again(shell: Shell) -> None:
    shell.window.show_case(DE_WIT)
    shell.window.menus.actions["lock"].trigger()
    shell.wait()
    assert isinstance(shell.window.page, UnlockPage)
    assert not shell.vault.unlocked


def test_back_leads_from_a_case_to_the_cases(shell: Shell) -> None:
    shell.window.show_case(DE_WIT)
    shell.window.menus.actions["back"].trigger()
    assert isinstance(shell.window.page, CasesPage)


def test_only_what_can_be_done_is_offered(folder: Path, tmp_path: Path, qtbot: QtBot) -> None:
    shell = Shell(Vault(folder, policy=CHEAP), tmp_path, qtbot)
    offered = {name for name, action in shell.window.menus.actions.items() if action.isEnabled()}
    assert offered >= {"quit", "light", "dark", "nl", "en", "keys"}
    assert not offered & {"new_case", "import", "export", "print", "lock", "search", "back"}
    shell.window.close()
    shell.window.deleteLater()


def test_every_action_has_its_own_key_or_none(shell: Shell) -> None:
    keys = [key.toString() for action in shell.window.menus.actions.values() for key in action.shortcuts()]
    assert len(keys) == len(set(keys))
    assert {"F1", "Ctrl+N", "Ctrl+O", "Ctrl+P", "Ctrl+K", "Ctrl+L", "Ctrl+Q", "Alt+Left"} <= set(keys)


def test_own_words_for_the_facilitator_begin_as_a_copy_beside_the_settings(shell: Shell) -> None:
    shell.window.menus.actions["guide"].trigger()
    copy = shell.settings_file.parent / "guide-nl.txt"
    assert copy.read_bytes() == assets.guide_path("nl").read_bytes()
    assert shell.files.shown == [copy.parent]
    copy.write_text("== Welkom ==\nBegin:\nDag allemaal.\n")
    shell.window.open_meeting(DE_WIT, "b2")
    page = shell.window.page
    assert isinstance(page, MeetingPage)
    assert is_there(page.guide, "Dag allemaal.", QLabel)


# -- the meeting -------------------------------------------------------------------------------------


def test_a_meeting_opens_from_its_line_and_closing_leads_to_the_case(shell: Shell, qtbot: QtBot) -> None:
    page = shell.window.page
    assert isinstance(page, CasesPage)
    Listed(page).click_meeting(DE_WIT)
    meeting = shell.window.page
    assert isinstance(meeting, MeetingPage)
    assert shell.window.wall is not None
    meeting.close_meeting()
    assert isinstance(shell.window.page, CasePage)
    assert shell.window.wall is None


def test_locking_closes_the_meeting_before_the_store(shell: Shell) -> None:
    shell.window.open_meeting(DE_WIT, "b2")
    shell.window.lock()
    shell.wait()
    assert isinstance(shell.window.page, UnlockPage)
    assert shell.window.wall is None
    assert not shell.vault.unlocked


def test_closing_the_window_in_a_meeting_keeps_everything_and_asks_nothing(shell: Shell) -> None:
    shell.window.open_meeting(DE_WIT, "b2")
    meeting = shell.window.page
    assert isinstance(meeting, MeetingPage)
    meeting.model.act(lambda service: service.course.all_present())
    assert shell.window.close()
    assert shell.messages.said == []
    assert not shell.vault.unlocked


def test_printing_from_the_meeting_shows_the_copies_of_that_meeting(shell: Shell, qtbot: QtBot) -> None:
    shell.window.open_meeting(DE_WIT, "b1")
    meeting = shell.window.page
    assert isinstance(meeting, MeetingPage)
    meeting.print_requested.emit(DE_WIT, "b1")
    dialog = shell.window.findChild(PrintDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: not is_working(dialog))
    dialog.close()


# -- choices -----------------------------------------------------------------------------------------


def test_another_language_is_spoken_at_once_and_remembered(shell: Shell) -> None:
    try:
        shell.window.menus.actions["en"].trigger()
        said = [label.text() for label in shell.window.page.findChildren(QLabel)]
        assert "Cases" in said
        assert shell.window.menus.actions["en"].isChecked()
        assert settings.load(shell.settings_file).language == "en"
        shell.window.menus.actions["nl"].trigger()
        assert "Zaken" in [label.text() for label in shell.window.page.findChildren(QLabel)]
    finally:
        i18n.set_language("nl")


def test_the_dark_theme_is_put_on_and_remembered(shell: Shell) -> None:
    shell.window.menus.actions["dark"].trigger()
    assert Theme.current().name == "dark"
    assert settings.load(shell.settings_file).theme == "dark"


def test_text_grows_step_by_step_up_to_twice_its_size(shell: Shell) -> None:
    for _step in range(9):
        shell.window.menus.actions["larger"].trigger()
    assert Theme.current().scale == 2.0
    assert settings.load(shell.settings_file).text_size == 200
    shell.window.menus.actions["usual"].trigger()
    assert Theme.current().scale == 1.0


def test_at_every_size_of_text_the_window_stays_on_a_small_screen(shell: Shell) -> None:
    for size in settings.TEXT_SIZES:
        shell.window.choices.write(size)
        for go in (shell.window.show_cases, lambda: shell.window.show_case(HADDAD)):
            go()
            QApplication.processEvents()
            assert shell.window.minimumSizeHint().width() <= 1366, size
            assert shell.window.minimumSizeHint().height() <= 700, size


def test_the_window_comes_back_where_it_stood(shell: Shell) -> None:
    shell.window.resize(1000, 650)
    shell.window.close()
    again = shell.another(settings.load(shell.settings_file))
    # As high, and as wide as the screen allows: that of these tests may be narrower than the window.
    assert again.height() == 650
    again.close()
    again.deleteLater()


def test_a_place_that_makes_no_sense_is_not_taken(shell: Shell) -> None:
    again = shell.another(Settings(window="no place at all"))
    room = again.screen().availableGeometry()
    assert 640 <= again.width() <= room.width()
    assert 340 <= again.height() <= room.height()
    again.close()
    again.deleteLater()


# -- help --------------------------------------------------------------------------------------------


def test_f1_shows_the_keys_of_the_window_and_of_the_meeting(
    shell: Shell, in_dialog: Callable[[Callable[[QDialog], None]], list[str]]
) -> None:
    said: list[str] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, KeysSheet)
        said.extend(label.text() for label in dialog.findChildren(QLabel))
        dialog.accept()

    in_dialog(look)
    shell.window.menus.actions["keys"].trigger()
    assert {"F1", "Ctrl + K", "F8"} <= set(said)


def test_an_example_says_that_it_is_one(vault: Vault, qtbot: QtBot) -> None:
    window = MainWindow(vault, chosen=Settings(), note="Dit is een voorbeeld.")
    assert "Dit is een voorbeeld." in [label.text() for label in window.findChildren(QLabel)]
    window.close()
    window.deleteLater()


@pytest.mark.parametrize("where", ["cases", "case"])
def test_tab_reaches_every_button_of_a_page(shell: Shell, where: str, qtbot: QtBot) -> None:
    shell.window.show_cases() if where == "cases" else shell.window.show_case(HADDAD)
    page = shell.window.page
    wanted = {
        button for button in page.findChildren(QPushButton) if button.isVisibleTo(page) and button.isEnabled()
    }
    reached = set()
    widget = page
    for _step in range(2000):
        widget = widget.nextInFocusChain()
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            reached.add(widget)
        if widget is page:
            break
    assert wanted <= reached


def test_a_window_that_can_only_open_on_the_room_s_screen_is_covered_as_it_opens(shell: Shell) -> None:
    known = astuple(ScreenIdentity.of(QGuiApplication.primaryScreen()))
    again = shell.another(Settings(wall_screen=known))
    again.show()
    assert again.guard.change is Change.IN_THE_ROOM
    assert again.guard.covered
    again.close()
    again.deleteLater()


def test_swapping_from_the_cover_covers_before_there_is_a_meeting_too(shell: Shell) -> None:
    shell.window.guard.swap_wanted.emit()
    assert shell.window.guard.change is Change.SWAPPED
    lift(shell.window)


def test_the_screen_that_the_room_looks_at_is_remembered(shell: Shell) -> None:
    screen = ("Epson", "EB-X49", "X8AB", "HDMI-1")
    shell.window.open_meeting(DE_WIT, "b2")
    page = shell.window.page
    assert isinstance(page, MeetingPage)
    assert page.wall_screen.placement is not None
    page.wall_screen.placement.choose(Screen(ScreenIdentity(*screen), PROJECTOR))
    assert settings.load(shell.settings_file).wall_screen == screen


@pytest.mark.parametrize("width", [960, 1366])
def test_the_sheet_of_keys_cuts_no_words_off(qtbot: QtBot, width: int) -> None:
    """On a small window the words beside the longest key lost their last line."""
    over = QWidget()
    qtbot.addWidget(over)
    over.resize(width, 600)
    words = "Kaart toevoegen: zorgen, wat goed gaat, wat moet gebeuren"
    lines = (("Ctrl + PageDown · Ctrl + PageUp", words),) * 4
    sheet = KeysSheet((("In het beraad", lines), ("Terwijl u typt", lines)), parent=over)
    with qtbot.waitExposed(sheet):
        sheet.show()
    wrapped = [label for label in sheet.findChildren(QLabel) if label.wordWrap() and label.isVisible()]
    assert wrapped
    assert all(label.height() >= label.heightForWidth(label.width()) for label in wrapped)


def test_spelling_is_switched_off_in_the_menu_and_stays_off(shell: Shell) -> None:
    shell.window.open_meeting(DE_WIT, "b2")
    page, action = shell.window.page, shell.window.menus.actions["spelling"]
    assert isinstance(page, MeetingPage)
    assert action.isChecked()
    assert page.spelling.wrong_in("Het politieburo.") == [(4, "politieburo")]
    action.trigger()
    assert not action.isChecked()
    assert page.spelling.wrong_in("Het politieburo.") == []
    assert not settings.load(shell.settings_file).spelling
    shell.window.show_cases()
    again = shell.another(settings.load(shell.settings_file))
    assert not again.menus.actions["spelling"].isChecked()
    again.close()
    again.deleteLater()


def test_the_manual_opens_from_help_and_leads_nowhere_else(
    shell: Shell, in_dialog: Callable[[Callable[[QDialog], None]], list[str]]
) -> None:
    read: list[str] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, Manual)
        (words,) = dialog.findChildren(QTextBrowser)
        assert dialog.focusWidget() is words
        assert not words.openLinks()
        read.append(words.toPlainText())
        dialog.accept()

    in_dialog(look)
    shell.window.menus.actions["manual"].trigger()
    assert "herstelcode" in read[0]
    assert "pictures/" not in read[0]
