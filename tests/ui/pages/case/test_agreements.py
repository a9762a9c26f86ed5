"""The time between meetings on the page of a case: what came of agreements, and a round by telephone."""

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QPushButton,
    QTextEdit,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from beraad.places import Place
from beraad.services import note_drafts
from beraad.store.errors import DiskFull
from beraad.terms import CheckResult
from beraad.ui.pages.case import CasePage
from beraad.ui.pages.case.agreements import AgreementsTab
from beraad.ui.pages.case.agreements.check_dialog import CheckDialog
from beraad.ui.pages.case.agreements.round_panel import RoundPanel
from beraad.ui.widgets.save_state import SaveState
from tests.ui.opened_window import DE_WIT, Shell

InDialog = Callable[[Callable[[QDialog], None]], list[str]]


def said(widget: QWidget) -> str:
    """Everything that the labels of a widget say."""
    QApplication.processEvents()
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def button(where: QWidget, words: str) -> QPushButton:
    """The one button in sight with these words, or this name."""
    QApplication.processEvents()
    (found,) = [
        item
        for item in where.findChildren(QPushButton)
        if item.isVisible() and words in (item.text(), item.accessibleName())
    ]
    return found


@pytest.fixture
def tab(shell: Shell, qtbot: QtBot) -> AgreementsTab:
    """The agreements of the De Wit family."""
    with qtbot.waitActive(shell.window):
        shell.window.show()
        shell.window.activateWindow()
    shell.window.show_case(DE_WIT)
    page = shell.window.page
    assert isinstance(page, CasePage)
    page.show_tab(page.agreements)
    return page.agreements


def begin_round(tab: AgreementsTab, called: str = "Kees") -> RoundPanel:
    """Call somebody, who can talk freely."""
    button(tab, f"{called} bellen").click()
    (panel,) = tab.findChildren(RoundPanel)
    button(panel, "Ja, begin").click()
    return panel


def results(shell: Shell) -> list[list[CheckResult]]:
    """What came of each agreement so far, as it is stored."""
    followed = shell.vault.cases().follow_up.followed(DE_WIT)
    return [[check.result for check in item.checks] for item in followed]


def press(panel: RoundPanel, *keys: Qt.Key) -> None:
    """Press these keys where the keyboard is."""
    for key in keys:
        QApplication.processEvents()
        focus = QApplication.focusWidget()
        assert focus is not None
        assert panel.isAncestorOf(focus) or focus is panel
        QTest.keyClick(focus, key)


def test_what_came_of_an_agreement_stands_with_it(tab: AgreementsTab) -> None:
    words = said(tab)
    assert "geen benzine; Kees rijdt de volgende keer mee" in words
    assert "✗ niet" in words


def test_agreements_that_were_kept_take_one_key_each(tab: AgreementsTab, shell: Shell, qtbot: QtBot) -> None:
    """Enter to call, Enter for "ja", and a key an agreement: five are seven keystrokes."""
    before = results(shell)
    panel = begin_round(tab)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is panel)
    press(panel, *[Qt.Key.Key_1] * len(before))
    assert results(shell) == [[*checks, CheckResult.KEPT] for checks in before]
    assert "Alles is gevraagd." in said(panel)


def test_who_is_on_the_telephone_said_it(tab: AgreementsTab, shell: Shell, qtbot: QtBot) -> None:
    panel = begin_round(tab)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is panel)
    press(panel, Qt.Key.Key_1)
    assert shell.vault.cases().follow_up.followed(DE_WIT)[0].checks[-1].called == "Kees"


def test_not_kept_brings_up_what_was_agreed_and_asks_why(
    tab: AgreementsTab, shell: Shell, qtbot: QtBot
) -> None:
    panel = begin_round(tab)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is panel)
    assert "Sanne belt Kees en gaat met Lisa naar oma Ans" not in said(panel)
    press(panel, Qt.Key.Key_3)
    assert "Sanne belt Kees en gaat met Lisa naar oma Ans" in said(panel)
    note = QApplication.focusWidget()
    assert isinstance(note, QTextEdit)
    QTest.keyClicks(note, "3 keer gebeld")
    press(panel, Qt.Key.Key_Return)
    (*_before, check) = shell.vault.cases().follow_up.followed(DE_WIT)[0].checks
    assert (check.result, check.note) == (CheckResult.NOT_KEPT, "3 keer gebeld")
    assert "Afspraak 2 van" in said(panel)


def begin_note(tab: AgreementsTab, qtbot: QtBot, words: str = "geen benz") -> RoundPanel:
    """A round in which the first agreement was not kept, and somebody is typing why."""
    panel = begin_round(tab)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is panel)
    press(panel, Qt.Key.Key_3)
    note = QApplication.focusWidget()
    assert isinstance(note, QTextEdit)
    QTest.keyClicks(note, words)
    return panel


def drafts(shell: Shell) -> list[str]:
    """The words of every note that was begun with Kees on the telephone, as they are stored."""
    case = shell.vault.cases()
    found = [
        case.note_drafts.at(DE_WIT, item.meeting, Place.check(item.agreement, asked="kees"))
        for item in case.follow_up.followed(DE_WIT)
    ]
    return [draft.text for draft in found if draft is not None]


def test_a_note_is_on_disk_while_one_types_and_the_line_says_so(
    tab: AgreementsTab, shell: Shell, qtbot: QtBot
) -> None:
    assert drafts(shell) == []
    panel = begin_note(tab, qtbot)
    (state,) = panel.findChildren(SaveState)
    assert state.text() == "Wordt opgeslagen …"
    qtbot.waitUntil(lambda: drafts(shell) == ["geen benz"])
    qtbot.waitUntil(lambda: state.text().startswith("Opgeslagen"))
    assert "nog niet geplaatst" in state.text()


def test_a_note_that_could_not_be_written_is_never_called_saved(
    tab: AgreementsTab, shell: Shell, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object) -> None:
        raise DiskFull

    with monkeypatch.context() as patch:
        patch.setattr(note_drafts, "write", full)
        panel = begin_note(tab, qtbot)
        (state,) = panel.findChildren(SaveState)
        qtbot.waitUntil(lambda: state.text() == "Niet opgeslagen")
    assert drafts(shell) == []
    state.retry_requested.emit()
    assert drafts(shell) == ["geen benz"]
    qtbot.waitUntil(lambda: state.text().startswith("Opgeslagen"))


def test_a_note_that_was_begun_is_offered_again_after_the_page_closed(
    tab: AgreementsTab, shell: Shell, qtbot: QtBot
) -> None:
    begin_note(tab, qtbot)
    shell.window.show_cases()
    shell.window.show_case(DE_WIT)
    page = shell.window.page
    assert isinstance(page, CasePage)
    page.show_tab(page.agreements)
    assert "een notitie wacht" in said(page.agreements)
    panel = begin_round(page.agreements)
    assert "„geen benz”" in said(panel)
    button(panel, "Verder met deze notitie").click()
    QApplication.processEvents()
    note = QApplication.focusWidget()
    assert isinstance(note, QTextEdit)
    assert note.toPlainText() == "geen benz"
    note.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(note, "ine")
    press(panel, Qt.Key.Key_Return)
    check = shell.vault.cases().follow_up.followed(DE_WIT)[0].checks[-1]
    assert (check.result, check.note) == (CheckResult.NOT_KEPT, "geen benzine")
    assert drafts(shell) == []


def test_who_is_called_next_sees_no_note_of_the_call_before(tab: AgreementsTab, qtbot: QtBot) -> None:
    """Control: the one it was begun with is offered it again."""
    panel = begin_note(tab, qtbot)
    panel.ended.emit()
    QApplication.processEvents()
    panel = begin_round(tab, "Sanne")
    assert "geen benz" not in said(panel)
    panel.ended.emit()
    QApplication.processEvents()
    assert "geen benz" in said(begin_round(tab))


def test_a_note_in_the_form_is_offered_again_after_it_was_left(
    tab: AgreementsTab, shell: Shell, in_dialog: InDialog
) -> None:
    begun: list[tuple[str, object]] = []

    def leave(dialog: QDialog) -> None:
        assert isinstance(dialog, CheckDialog)
        begun.append((dialog.note.text(), dialog.came_of.currentData()))
        dialog.came_of.setCurrentIndex(dialog.came_of.findData(CheckResult.PARTLY.value))
        QTest.keyClicks(dialog.note, "te laat")
        dialog.reject()

    def take(dialog: QDialog) -> None:
        assert isinstance(dialog, CheckDialog)
        begun.append((dialog.note.text(), dialog.came_of.currentData()))
        dialog.accept()

    followed = shell.vault.cases().follow_up.followed(DE_WIT)[0]
    for act in (leave, take, leave):
        in_dialog(act)
        tab.ask_check(followed)
    kept = CheckResult.KEPT.value
    assert begun == [("", kept), ("te laat", CheckResult.PARTLY.value), ("", kept)]
    check = shell.vault.cases().follow_up.followed(DE_WIT)[0].checks[-1]
    assert (check.result, check.note) == (CheckResult.PARTLY, "te laat")


def test_skipping_and_stopping_write_nothing(tab: AgreementsTab, shell: Shell, qtbot: QtBot) -> None:
    before = results(shell)
    panel = begin_round(tab)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is panel)
    press(panel, Qt.Key.Key_S, Qt.Key.Key_Escape)
    assert results(shell) == before
    QApplication.processEvents()
    assert not tab.in_round


@pytest.mark.parametrize("words", ["Nee", "Verkeerd nummer, of iemand anders"])
def test_a_call_that_cannot_go_on_leaves_a_day_and_nothing_else(
    tab: AgreementsTab, shell: Shell, words: str
) -> None:
    before, case = results(shell), shell.vault.cases()
    button(tab, "Kees bellen").click()
    (panel,) = tab.findChildren(RoundPanel)
    button(panel, words).click()
    button(panel, "Klaar").click()
    assert results(shell) == before
    QApplication.processEvents()
    assert not tab.in_round
    QApplication.processEvents()
    (kees,) = [one for one in case.follow_up.callers(DE_WIT, dt.date(2026, 11, 21)) if one.person == "kees"]
    assert kees.call_again_on is not None
    assert "weer bellen op" in said(tab)


def test_with_the_keyboard_on_a_button_of_it_a_digit_answers_nothing(
    tab: AgreementsTab, shell: Shell, qtbot: QtBot
) -> None:
    before = results(shell)
    panel = begin_round(tab)
    skip = button(panel, "S  sla over")
    skip.setFocus()
    for key in (Qt.Key.Key_1, Qt.Key.Key_3, Qt.Key.Key_S):
        QTest.keyClick(skip, key)
    assert results(shell) == before
    assert "Afspraak 1 van" in said(panel)


def test_an_answer_is_taken_back_by_undo(tab: AgreementsTab, shell: Shell, qtbot: QtBot) -> None:
    before = results(shell)
    panel = begin_round(tab)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is panel)
    press(panel, Qt.Key.Key_1)
    assert results(shell) != before
    QTest.keyClick(panel, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert results(shell) == before


def test_an_answer_is_corrected_and_says_so(tab: AgreementsTab, in_dialog: InDialog) -> None:
    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, CheckDialog)
        dialog.note.set_text("Kees reed mee.")
        dialog.accept()

    pens = [item for item in tab.findChildren(QToolButton) if "verbeteren" in item.accessibleName()]
    in_dialog(fill)
    pens[0].click()
    QApplication.processEvents()
    assert "Kees reed mee. · verbeterd" in said(tab)


def test_without_a_plan_it_says_where_agreements_come_from(shell: Shell) -> None:
    shell.vault.cases().create("Z-9", "Vos")
    shell.window.show_case("Z-9")
    page = shell.window.page
    assert isinstance(page, CasePage)
    tab = page.agreements
    page.show_tab(tab)
    assert any("Nog geen afspraken" in label.text() for label in tab.findChildren(QLabel))
