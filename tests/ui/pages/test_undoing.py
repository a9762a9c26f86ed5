"""Undo and redo on the page of a case and in the list: by their keys, in words, and until one leaves."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from beraad import assets
from beraad.services.printing import Copies
from beraad.terms import Colour, Column
from beraad.ui import unlocked_pages
from beraad.ui.case_pages import CasePages
from beraad.ui.console import MeetingPage
from beraad.ui.dialogs.person import PersonDialog
from beraad.ui.pages.case import CasePage
from beraad.ui.pages.cases import CasesPage
from beraad.ui.pages.unlock import UnlockPage
from beraad.ui.undo_menu import UndoMenu
from tests.ui.driving import the
from tests.ui.heard import Heard
from tests.ui.opened_window import DE_WIT, HADDAD, PASSPHRASE, Shell
from tests.ui.pages.cases.listed import search_field

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Press = Callable[..., None]


@pytest.fixture
def press(shell: Shell, qtbot: QtBot) -> Press:
    """Presses Z with Ctrl, or with more, wherever the keyboard is."""
    with qtbot.waitActive(shell.window):
        shell.window.show()
        shell.window.activateWindow()

    def press(*more: Qt.KeyboardModifier) -> None:
        QCoreApplication.processEvents()
        modifiers = CTRL
        for one in more:
            modifiers |= one
        qtbot.keyClick(shell.window.focusWidget() or shell.window.page, Qt.Key.Key_Z, modifiers)

    return press


def case_page(shell: Shell, reference: str = HADDAD) -> CasePage:
    shell.window.show_case(reference)
    page = shell.window.page
    assert isinstance(page, CasePage)
    page.setFocus()
    return page


def page_of(shell: Shell) -> CasePage | CasesPage:
    """The page that is shown now."""
    page = shell.window.page
    assert isinstance(page, CasePage | CasesPage)
    return page


def said(widget: QWidget) -> set[str]:
    """What the line under a page says."""
    links = {link.accessibleName() for link in widget.findChildren(QPushButton) if link.isVisibleTo(widget)}
    return links | {label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)}


def give_green(page: CasePage) -> None:
    """Choose green in the list of colours."""
    box = the(page, "Kleurcode", QComboBox)
    box.setCurrentIndex(box.findData(Colour.GREEN.value))
    box.activated.emit(box.currentIndex())


def colour(shell: Shell) -> Colour | None:
    return shell.vault.cases().case(HADDAD).colour


def menu(shell: Shell) -> list[QAction]:
    """Undo and redo, as the menu has them when it opens."""
    shell.window.menus.undo.aboutToShow.emit()
    return shell.window.menus.undo.actions()


def test_a_colour_is_taken_back_and_given_again_by_keys_and_the_line_says_it(
    shell: Shell, press: Press, heard: Heard
) -> None:
    page, before = case_page(shell), colour(shell)
    assert page.undoing.isHidden()
    give_green(page)
    assert said(page.undoing) == {"Ctrl+Z maakt ongedaan: Kleur gegeven"}
    press()
    assert colour(shell) is before
    assert said(page.undoing) == {"Ctrl+Shift+Z doet opnieuw: Kleur gegeven"}
    assert "Ongedaan gemaakt: Kleur gegeven" in heard()
    press(SHIFT)
    assert colour(shell) is Colour.GREEN
    assert said(page.undoing) == {"Ctrl+Z maakt ongedaan: Kleur gegeven"}
    the(page.undoing, "Ctrl+Z maakt ongedaan: Kleur gegeven", QPushButton).click()
    assert colour(shell) is before
    assert "Opnieuw gedaan: Kleur gegeven" in heard()


def test_who_left_the_case_hears_why_nothing_is_taken_back(shell: Shell, press: Press, heard: Heard) -> None:
    give_green(case_page(shell))
    shell.window.show_cases()
    page = case_page(shell)
    press()
    assert colour(shell) is Colour.GREEN
    why = "Er is niets om ongedaan te maken. Het kan alleen zolang u op deze bladzijde blijft."
    assert said(page.undoing) == {why}
    assert why in heard()


def test_another_size_of_text_keeps_what_can_be_taken_back(shell: Shell, press: Press) -> None:
    before = colour(shell)
    give_green(case_page(shell))
    shell.window.menus.actions["larger"].trigger()
    page = page_of(shell)
    assert said(page.undoing) == {"Ctrl+Z maakt ongedaan: Kleur gegeven"}
    page.setFocus()
    press()
    assert colour(shell) is before


def test_locking_ends_it(shell: Shell, qtbot: QtBot) -> None:
    give_green(case_page(shell))
    (pages,) = shell.window.findChildren(CasePages)
    undo = pages._undo
    shell.window.lock()
    qtbot.waitUntil(lambda: not shell.vault.unlocked)
    shell.wait()
    assert undo is not None
    assert pages._undo is None
    asking = shell.window.page
    assert isinstance(asking, UnlockPage)
    asking.passphrase.setText(PASSPHRASE)
    qtbot.keyClick(asking.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not isinstance(shell.window.page, UnlockPage))
    page = page_of(shell)
    assert isinstance(page, CasePage)
    assert page.undoing.undoable_words == ""


def test_the_menu_says_what_each_would_do(shell: Shell) -> None:
    before = colour(shell)
    page = case_page(shell)
    undo, redo = menu(shell)
    assert [undo.text(), redo.text()] == ["Ongedaan maken\tCtrl+Z", "Opnieuw doen\tCtrl+Shift+Z"]
    assert (undo.isEnabled(), redo.isEnabled()) == (False, False)
    give_green(page)
    undo, redo = menu(shell)
    assert undo.text() == "Ongedaan maken: Kleur gegeven\tCtrl+Z"
    undo.trigger()
    assert colour(shell) is before
    undo, redo = menu(shell)
    assert (undo.isEnabled(), redo.isEnabled()) == (False, True)
    redo.trigger()
    assert colour(shell) is Colour.GREEN


def test_in_a_meeting_the_menu_is_that_of_the_meeting(shell: Shell, qtbot: QtBot) -> None:
    give_green(case_page(shell, DE_WIT))
    shell.window.open_meeting(DE_WIT, "b2")
    page = shell.window.page
    assert isinstance(page, MeetingPage)
    page.model.act(lambda meeting: meeting.statements.add(Column.SAFETY, "Oma haalt Daan op."))
    undo, _redo = menu(shell)
    assert undo.text() == "Ongedaan maken: Goed punt toegevoegd\tCtrl+Z"
    undo.trigger()
    assert page.model.undoable is None
    shell.window.show_case(DE_WIT)
    assert page_of(shell).undoing.undoable_words == "", "the case was left"


def test_what_was_changed_again_elsewhere_stays_and_that_is_said(
    shell: Shell, press: Press, in_dialog: Callable[[Callable[[QDialog], None]], list[str]], qtbot: QtBot
) -> None:
    page, cases = case_page(shell), shell.vault.cases()
    rima = next(item for item in cases.case(HADDAD).people if item.id == "rima")

    def call_otherwise(dialog: QDialog) -> None:
        assert isinstance(dialog, PersonDialog)
        dialog.called.setText("Rima H.")
        dialog.accept()

    in_dialog(call_otherwise)
    page.people.change_person("rima")
    assert said(page.undoing), "it was kept, and can be taken back"
    with qtbot.waitActive(shell.window):
        shell.window.activateWindow()
    page.setFocus()
    cases.save_person(HADDAD, replace(rima, called="Iemand"))
    press()
    assert shell.messages.said[-1][1] == "Dit kan niet meer ongedaan worden gemaakt"
    assert [item.called for item in cases.case(HADDAD).people if item.id == "rima"] == ["Iemand"]
    assert page.undoing.isHidden()


def test_what_is_answered_before_printing_is_taken_back_on_the_page(
    shell: Shell, press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(copies: Copies, **_given: object) -> None:
        copies.spell("rima", "Rima H")

    def letters() -> str | None:
        return next(item.in_letters for item in shell.vault.cases().case(HADDAD).people if item.id == "rima")

    page = case_page(shell)
    monkeypatch.setattr(unlocked_pages.PrintDialog, "show_over", answer)
    page.print_requested.emit(HADDAD, "")
    assert letters() == "Rima H"
    assert said(page.undoing) == {"Ctrl+Z maakt ongedaan: Gezegd hoe een naam geschreven wordt"}
    press()
    assert letters() is None


@pytest.fixture
def imported(shell: Shell, tmp_path: Path) -> CasesPage:
    """The list, just after a case was read in."""
    path = tmp_path / "zaak.json"
    path.write_text(assets.example_case("de-wit").read_text("utf-8").replace(DE_WIT, "IT-9"))
    shell.window.show_cases()
    page = shell.window.page
    assert isinstance(page, CasesPage)
    shell.files.answer(path)
    page.import_case()
    shell.wait()
    page.setFocus()
    return page


def references(shell: Shell) -> set[str]:
    return {line.reference for line in shell.vault.cases().overview()}


def test_a_case_that_was_read_in_goes_only_when_one_says_so_and_comes_again(
    shell: Shell, imported: CasesPage, press: Press
) -> None:
    assert said(imported.undoing) == {"Ctrl+Z maakt ongedaan: Zaak ingelezen"}
    shell.messages.answer(False, True)
    press()
    assert references(shell) == {DE_WIT, HADDAD, "IT-9"}
    press()
    assert shell.messages.said[-1][1] == "De ingelezen zaak weer weghalen?"
    assert references(shell) == {DE_WIT, HADDAD}
    press(SHIFT)
    assert references(shell) == {DE_WIT, HADDAD, "IT-9"}


def test_in_the_search_field_the_keys_are_those_of_what_is_typed(
    shell: Shell, imported: CasesPage, press: Press, qtbot: QtBot
) -> None:
    search_field(imported).setFocus()
    qtbot.keyClicks(search_field(imported), "had")
    press()
    assert search_field(imported).text() == ""
    assert references(shell) == {DE_WIT, HADDAD, "IT-9"}


def test_while_somebody_answers_the_menu_does_not_open(shell: Shell) -> None:
    assert shell.window.menus.undo.isEnabled()
    shell.window.menus.allow(unlocked=True, case=False, cases=False, anew=True, handed_over=True)
    assert not shell.window.menus.undo.isEnabled()
    assert isinstance(shell.window.menus.undo.findChild(UndoMenu), UndoMenu)
