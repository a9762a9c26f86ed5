"""The overview of cases: what each line says, finding one, and bringing one in."""

import dataclasses
import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from beraad import assets
from beraad.services.vault import Vault
from beraad.ui.dialogs.new_case import NewCaseDialog
from beraad.ui.main_window import MainWindow
from beraad.ui.pages.case import CasePage
from beraad.ui.pages.cases import CasesPage
from beraad.ui.pages.cases.line_words import words_of
from beraad.ui.pages.cases.this_week import MOST, ThisWeek
from tests.services.case_lines import LINE
from tests.store.samples import CHEAP
from tests.ui.driving import press
from tests.ui.opened_window import DE_WIT, HADDAD, PASSPHRASE, TODAY, Shell
from tests.ui.pages.cases.listed import Listed, search_field


def texts(widget: QWidget) -> str:
    """Everything that the labels and buttons of a widget say."""
    labels = [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]
    buttons = [button.text() for button in widget.findChildren(QPushButton) if button.isVisibleTo(widget)]
    return "\n".join(labels + buttons)


def overview(shell: Shell) -> CasesPage:
    """The page that stands."""
    page = shell.window.page
    assert isinstance(page, CasesPage)
    return page


def test_a_line_says_name_colour_phase_contact_and_meeting(shell: Shell) -> None:
    said = Listed(overview(shell)).reads(DE_WIT)
    assert {"Gezin De Wit", "vaste hulp: Fatima", "vandaag 14:00 · 2e beraad"} <= set(said)
    assert any(words.startswith("oranje · intensieve fase") for words in said)


def test_a_screen_reader_hears_the_same_in_one_sentence(shell: Shell) -> None:
    sentence = Listed(overview(shell)).sentence(DE_WIT)
    for words in ("oranje", "vaste hulp: Fatima", "vandaag 14:00", "veiligheid gemiddeld"):
        assert words in sentence


def test_todays_meeting_has_the_one_button_that_leads_on(shell: Shell) -> None:
    listed = Listed(overview(shell))
    assert listed.offers_meeting(DE_WIT)
    assert listed.leads_on(DE_WIT)
    assert not listed.offers_meeting(HADDAD)


def test_typing_narrows_the_cases_down_without_accents_or_capitals(shell: Shell, qtbot: QtBot) -> None:
    page, listed = overview(shell), Listed(overview(shell))
    qtbot.keyClicks(search_field(page), "HÁDD")
    assert listed.references() == [HADDAD]
    search_field(page).setText("zzz")
    assert listed.references() == []
    assert "Geen zaak gevonden" in texts(page)


@pytest.mark.parametrize(
    ("family", "typed"),
    [
        ("Łuczak-Żółć", "luczak zolc"),
        ("Ørsted", "orsted"),
        ("Đurić", "DURIC"),
        ("Æbelø", "aebelo"),
        ("Yılmaz", "yilmaz"),
    ],
)
def test_a_name_is_found_without_the_letters_that_no_keyboard_has(
    shell: Shell, family: str, typed: str
) -> None:
    shell.vault.cases().create("X-1", family)
    overview(shell).refresh()
    search_field(overview(shell)).setText(typed)
    assert Listed(overview(shell)).references() == ["X-1"]


def test_ctrl_f_goes_to_the_search_field(shell: Shell, qtbot: QtBot) -> None:
    assert shell.window.menus.actions["search_list"].shortcut().toString() == "Ctrl+F"
    shell.window.menus.actions["search_list"].trigger()
    assert search_field(overview(shell)).hasFocus() or shell.window.focusWidget() is search_field(
        overview(shell)
    )


def test_enter_on_a_line_opens_the_case(shell: Shell, qtbot: QtBot) -> None:
    search_field(overview(shell)).setText("wit")
    Listed(overview(shell)).key(Qt.Key.Key_Return)
    page = shell.window.page
    assert isinstance(page, CasePage)
    assert page.reference == DE_WIT


def test_beside_stand_this_week_and_what_there_is_to_hand_out(shell: Shell) -> None:
    week = overview(shell).findChild(ThisWeek)
    assert week is not None
    said = texts(week)
    assert "Vandaag 14:00" in said
    assert "Gezin De Wit · 2e beraad" in said
    assert "Gezin Haddad: 6 exemplaren" in said


@pytest.mark.parametrize(
    ("values", "shown", "said"),
    [
        ((3.3,), "veiligheid 3,3", "veiligheid gemiddeld: 3,3"),
        ((5.0, 4.0), "veiligheid 4", "veiligheid gemiddeld: 5 → 4"),
        ((), "", "nog geen cijfers"),
    ],
)
def test_a_mean_says_what_it_is_of(values: tuple[float, ...], shown: str, said: str) -> None:
    words = words_of(dataclasses.replace(LINE, trend=values), TODAY)
    assert words.safety == shown
    assert said in words.sentence


def test_a_meeting_of_another_week_is_not_of_this_week(qtbot: QtBot) -> None:
    week = ThisWeek((LINE,), today=dt.date(2026, 11, 24))
    qtbot.addWidget(week)
    assert "Geen beraad deze week." in texts(week)


def test_what_stands_beside_the_list_is_bounded_however_many_cases_there_are(qtbot: QtBot) -> None:
    lines = tuple(dataclasses.replace(LINE, reference=f"IT-{number}") for number in range(MOST + 12))
    week = ThisWeek(lines, today=dt.date(2026, 11, 28))
    qtbot.addWidget(week)
    said = texts(week)
    assert said.count("2e beraad") == said.count("5 exemplaren") == MOST
    assert said.count("en nog 12") == 2


@pytest.fixture
def empty(tmp_path: Path, qtbot: QtBot) -> object:
    """A main window on a store without cases."""
    vault = Vault(tmp_path / "empty", policy=CHEAP)
    vault.create(PASSPHRASE)
    shell = Shell(vault, tmp_path, qtbot)
    shell.window.show()
    yield shell
    shell.window.close()
    shell.window.deleteLater()


def test_without_cases_three_ways_to_begin_are_offered(empty: Shell) -> None:
    said = texts(overview(empty))
    for words in ("Nieuwe zaak", "Zaak inlezen…", "Voorbeeld openen"):
        assert words in said


def test_the_examples_are_opened_with_one_button(empty: Shell) -> None:
    press(overview(empty), "Voorbeeld openen")
    empty.wait()
    assert set(Listed(overview(empty)).references()) == {DE_WIT, HADDAD}


def test_a_case_file_is_read_and_its_danger_said(empty: Shell) -> None:
    empty.files.answer(assets.example_case("de-wit"))
    overview(empty).import_case()
    empty.wait()
    assert Listed(overview(empty)).references() == [DE_WIT]
    assert "niet versleuteld" in empty.messages.said[0][2]


def test_a_bad_case_file_is_refused_in_a_sentence_and_nothing_comes_in(empty: Shell, tmp_path: Path) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text('{"format": "beraad-case"')
    empty.files.answer(bad)
    overview(empty).import_case()
    empty.wait()
    assert empty.messages.said[0][:2] == ("warn", "Deze zaak is niet ingelezen")
    assert "bad.json" in empty.messages.said[0][2]
    assert Listed(overview(empty)).references() == []


def test_a_case_that_is_there_already_is_not_read_again(shell: Shell) -> None:
    shell.files.answer(assets.example_case("de-wit"))
    overview(shell).import_case()
    shell.wait()
    assert "al een zaak" in shell.messages.said[0][2]


def test_calling_off_the_choice_of_a_file_changes_nothing(shell: Shell) -> None:
    shell.files.answer(None)
    overview(shell).import_case()
    shell.wait()
    assert shell.messages.said == []


def fill_new_case(dialog: object) -> None:
    """Fill in a new case."""
    assert isinstance(dialog, NewCaseDialog)
    dialog.accept()
    assert "naam" in dialog.said()
    dialog.family_name.setText("Jansen")
    dialog.reference.setText(DE_WIT)
    dialog.accept()
    assert "al een zaak" in dialog.said()
    assert dialog.family_name.text() == "Jansen"
    dialog.reference.setText("IT-2026-099")
    dialog.accept()


def test_a_new_case_is_made_and_opened_and_a_refusal_loses_nothing(
    shell: Shell, in_dialog: Callable[[Callable[[object], None]], list[str]]
) -> None:
    done = in_dialog(fill_new_case)
    shell.window.menus.actions["new_case"].trigger()
    assert done == ["NewCaseDialog"]
    page = shell.window.page
    assert isinstance(page, CasePage)
    assert page.reference == "IT-2026-099"


def test_every_field_and_button_of_the_overview_has_a_name(shell: Shell) -> None:
    page = overview(shell)
    nameless = [
        widget
        for widget in (*page.findChildren(QLineEdit), *page.findChildren(QPushButton))
        if not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert nameless == []


def test_the_window_title_names_nobody(shell: Shell) -> None:
    assert isinstance(shell.window, MainWindow)
    assert shell.window.windowTitle() == "Beraad"
    shell.window.show_case(DE_WIT)
    assert shell.window.windowTitle() == "Beraad"


@pytest.mark.parametrize("days_ago", [0, 1])
def test_a_meeting_of_which_the_plan_was_agreed_today_can_be_opened_again(days_ago: int) -> None:
    """After a crash people still sign: the way back was behind the page of the case."""
    day = TODAY - dt.timedelta(days=days_ago)
    line = dataclasses.replace(LINE, meeting_agreed=True, meeting_agreed_on=day)
    assert words_of(line, TODAY).offers_meeting is (days_ago == 0)
