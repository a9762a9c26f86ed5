"""Searching in all cases, from the list and from a case."""

import gc
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from beraad.services.cases import CaseService
from beraad.services.vault import Vault
from beraad.store.errors import DatabaseDamaged, UnknownCase
from beraad.store.search import SearchIndex
from beraad.ui.dialogs.case_search import CaseSearchDialog
from beraad.ui.pages.case import CasePage
from beraad.ui.pages.case.people.person_card import PersonCard
from beraad.ui.pages.cases import CasesPage
from beraad.ui.pages.unlock import UnlockPage
from beraad.ui.theme import Theme
from tests.ui.heard import Heard
from tests.ui.opened_window import DE_WIT, HADDAD, PASSPHRASE, Shell

InDialog = Callable[[Callable[[QDialog], None]], list[str]]


@pytest.fixture
def search(shell: Shell, qtbot: QtBot, in_dialog: InDialog) -> Callable[..., list[str]]:
    """Press Ctrl+K, type words, and do something when they are searched; gives what was found, row by row."""

    def searched(
        words: str, then: Callable[[CaseSearchDialog], object] = lambda it: it.reject()
    ) -> list[str]:
        rows: list[str] = []

        def act(dialog: QDialog) -> None:
            assert isinstance(dialog, CaseSearchDialog)
            qtbot.waitUntil(lambda: shell.window.index.is_ready or bool(shell.window.index.trouble))
            qtbot.keyClicks(field(dialog), words)
            rows.extend(said(dialog))
            then(dialog)

        done = in_dialog(act)
        with qtbot.waitActive(shell.window):
            shell.window.activateWindow()
        # After a dialog the keyboard comes back a turn later.
        qtbot.waitUntil(lambda: QApplication.focusWindow() is shell.window.windowHandle())
        qtbot.keyClick(shell.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: bool(done))
        assert done == ["CaseSearchDialog"]
        return rows

    return searched


def said(dialog: QDialog) -> list[str]:
    """What a screen reader says of each row."""
    found = dialog.findChild(QListWidget)
    assert found is not None
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(found.item(row).data(role)) for row in range(found.count())]


def field(dialog: QDialog) -> QLineEdit:
    """The field to type in."""
    (found,) = dialog.findChildren(QLineEdit)
    return found


def told_by(dialog: QDialog) -> str:
    """The line that says what can be found, or how many were."""
    _title, told = dialog.findChildren(QLabel)
    return told.text()


def enter(dialog: CaseSearchDialog) -> None:
    press(dialog, Qt.Key.Key_Return)


def press(dialog: CaseSearchDialog, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(field(dialog), key)


def test_words_of_any_case_are_found_with_the_case_and_the_place(search: Callable[..., list[str]]) -> None:
    rows = search("verstopte trap")
    assert rows
    assert all("Gezin De Wit · IT-2026-014" in row and "beraad · Kaart" in row for row in rows)


@pytest.mark.parametrize("words", ["hadd", "HÁDDAD", "021"])
def test_a_name_or_number_is_found_by_how_it_begins(search: Callable[..., list[str]], words: str) -> None:
    assert any(HADDAD in row for row in search(words))


def test_names_come_before_other_texts(search: Callable[..., list[str]]) -> None:
    rows = search("mark")
    kinds = ["Mensen" in row for row in rows]
    assert any(kinds)
    assert not all(kinds)
    assert kinds == sorted(kinds, reverse=True)


def test_enter_opens_the_case_at_the_person(shell: Shell, search: Callable[..., list[str]]) -> None:
    search("lisa", enter)
    page = shell.window.page
    assert isinstance(page, CasePage)
    assert page.reference == DE_WIT
    card = page.window().focusWidget()
    assert isinstance(card, PersonCard)
    assert card.person.id == "lisa"


def test_enter_on_a_card_leads_to_the_meeting_in_which_it_stands(
    shell: Shell, search: Callable[..., list[str]]
) -> None:
    search("verstopte trap", enter)
    page = shell.window.page
    assert isinstance(page, CasePage)
    button = page.window().focusWidget()
    assert isinstance(button, QPushButton)
    assert button.accessibleName() == "1e beraad openen"


@pytest.mark.parametrize("words", ["verstopte trap", "joke smits"])
def test_what_was_chosen_is_in_sight_in_a_small_window_with_large_letters(
    shell: Shell, search: Callable[..., list[str]], qapp: QApplication, words: str
) -> None:
    Theme.load("light", scale=2).apply(qapp)
    try:
        shell.window.resize(944, 460)
        search(words, enter)
        found = shell.window.focusWidget()
        assert found is not None
        assert not found.visibleRegion().isEmpty()
        assert found.visibleRegion().boundingRect().height() > 20
    finally:
        Theme.load("light").apply(qapp)


def test_arrows_walk_and_enter_opens_what_is_chosen(shell: Shell, search: Callable[..., list[str]]) -> None:
    rows = search("IT-2026", lambda dialog: press(dialog, Qt.Key.Key_Down, Qt.Key.Key_Return))
    page = shell.window.page
    assert isinstance(page, CasePage)
    assert page.reference == rows[1].split(",")[0]


def test_esc_leads_back_and_nothing_moved(shell: Shell, search: Callable[..., list[str]]) -> None:
    page = shell.window.page
    search("haddad", lambda dialog: press(dialog, Qt.Key.Key_Escape))
    assert shell.window.page is page


def test_it_works_on_a_case_too_and_not_in_a_meeting(shell: Shell, search: Callable[..., list[str]]) -> None:
    shell.window.show_case(DE_WIT)
    search("haddad", enter)
    assert isinstance(shell.window.page, CasePage)
    assert shell.window.page.reference == HADDAD
    shell.window.open_meeting(DE_WIT, "b2")
    assert not shell.window.menus.actions["search"].isEnabled()


def test_before_and_without_a_hit_it_says_what_one_can_do(search: Callable[..., list[str]]) -> None:
    told: list[str] = []

    def look(dialog: CaseSearchDialog) -> None:
        told.append(told_by(dialog))
        dialog.type("")
        told.append(told_by(dialog))
        press(dialog, Qt.Key.Key_Return)
        assert dialog.isVisible()
        dialog.reject()

    search("zwembadtegel", look)
    assert told[0].startswith("Niets gevonden. ")
    assert told[1].startswith("Zoekt in namen, ")


def test_the_field_says_which_row_is_chosen(search: Callable[..., list[str]]) -> None:
    def look(dialog: CaseSearchDialog) -> None:
        assert field(dialog).accessibleDescription() == said(dialog)[0]
        press(dialog, Qt.Key.Key_Down)
        assert field(dialog).accessibleDescription() == said(dialog)[1]
        dialog.reject()

    search("mark", look)


def test_a_screen_reader_says_how_many_there_are_and_with_arrows_which_is_chosen(
    search: Callable[..., list[str]], heard: Heard
) -> None:
    rows: list[str] = []

    def look(dialog: CaseSearchDialog) -> None:
        assert heard()[-1] == told_by(dialog)
        rows.extend(said(dialog))
        press(dialog, Qt.Key.Key_Down)
        assert heard()[-1] == rows[1]
        dialog.reject()

    search("mark", look)
    assert rows[0] not in heard(), "each letter would say another row"


def test_a_case_that_is_gone_is_said_and_nothing_moves(
    shell: Shell, search: Callable[..., list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(_service: CaseService, reference: str) -> None:
        raise UnknownCase(reference=reference)

    page = shell.window.page
    monkeypatch.setattr(CaseService, "case", gone)
    search("haddad", enter)
    assert shell.messages.said[-1][:2] == ("warn", "Deze zaak gaat niet open")
    assert shell.window.page is page


def test_opening_a_meeting_stops_the_reading_and_the_list_begins_it_again(shell: Shell, qtbot: QtBot) -> None:
    index = shell.window.index
    index.catch_up()
    shell.window.open_meeting(DE_WIT, "b2")
    assert index._job is None
    shell.window.show_cases()
    qtbot.waitUntil(lambda: index.is_ready)


def test_what_was_changed_is_found_as_it_is_now(shell: Shell, search: Callable[..., list[str]]) -> None:
    assert search("zonnebloem") == []
    shell.vault.cases().create("X-9", "Zonnebloem")
    assert [row.split(",")[0] for row in search("zonnebloem")] == ["Gezin Zonnebloem"]


def test_the_index_is_read_by_itself_when_the_list_stands(shell: Shell, qtbot: QtBot) -> None:
    assert not shell.window.index.is_ready
    qtbot.waitUntil(lambda: shell.window.index.is_ready)


def test_while_it_is_read_the_window_says_how_far_it_is(shell: Shell, qtbot: QtBot) -> None:
    index = shell.window.index
    dialog = CaseSearchDialog(index, parent=shell.window)
    dialog.type("haddad")
    assert told_by(dialog).startswith("Zoeken wordt klaargezet")
    assert dialog.chosen() is None
    index._on_read(100, 300)
    assert "100 van 300 zaken" in told_by(dialog)
    qtbot.waitUntil(lambda: dialog.chosen() is not None)
    assert not told_by(dialog).startswith("Zoeken wordt klaargezet")


def test_what_went_wrong_is_said(
    shell: Shell, search: Callable[..., list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(*_arguments: object) -> None:
        raise DatabaseDamaged(file="beraad.db", pages=0, bad_pages=[], backups=0)

    monkeypatch.setattr(SearchIndex, "read", damaged)
    told: list[str] = []

    def look(dialog: CaseSearchDialog) -> None:
        told.append(told_by(dialog))
        dialog.reject()

    assert search("haddad", look) == []
    assert "beschadigd" in told[0]
    monkeypatch.undo()
    assert search("haddad")


# -- the lock ----------------------------------------------------------------------------------------


def lock(shell: Shell) -> None:
    shell.window.lock()
    shell.qtbot.waitUntil(lambda: isinstance(shell.window.page, UnlockPage) and not shell.vault.unlocked)
    shell.wait()


def indexes() -> list[SearchIndex]:
    gc.collect()
    return [item for item in gc.get_objects() if isinstance(item, SearchIndex)]


def test_locking_takes_the_window_and_the_index_away(shell: Shell, search: Callable[..., list[str]]) -> None:
    shown: list[CaseSearchDialog] = []

    def then(dialog: CaseSearchDialog) -> None:
        shown.append(dialog)
        assert len(indexes()) == 1, "the control: while it is open there is one"
        shell.window.lock()

    search("haddad", then)
    lock(shell)
    assert not shell.window.findChildren(CaseSearchDialog)
    assert indexes() == []
    assert not shell.window.menus.actions["search"].isEnabled()
    assert shell.window.index.find("haddad", 50) == ()


def test_after_unlocking_it_finds_again(shell: Shell, qtbot: QtBot, search: Callable[..., list[str]]) -> None:
    assert search("haddad")
    lock(shell)
    page = shell.window.page
    assert isinstance(page, UnlockPage)
    page.passphrase.setText(PASSPHRASE)
    qtbot.keyClick(page.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(shell.window.page, CasesPage))
    assert search("haddad")


def test_locking_waits_for_the_reading_and_stops_it(
    shell: Shell, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    stopped: list[type[BaseException]] = []
    read = SearchIndex.read

    def for_ever(self: SearchIndex, unit: object, keys: object, tell: Callable[[int, int], None]) -> None:
        try:
            while True:
                read(self, unit, keys, tell)  # type: ignore[arg-type]
        except BaseException as error:
            stopped.append(type(error))
            raise

    monkeypatch.setattr(SearchIndex, "read", for_ever)
    shell.window.index.catch_up()
    lock(shell)
    assert [kind.__name__ for kind in stopped] == ["Cancelled"]
    assert not vault.unlocked
