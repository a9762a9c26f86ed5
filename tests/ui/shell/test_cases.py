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
from beraad.services.cases import CaseLine
from beraad.services.vault import Vault
from beraad.terms import Colour, Phase
from beraad.ui.dialogs.new_case import NewCaseDialog
from beraad.ui.main_window import MainWindow
from beraad.ui.pages.case import CasePage
from beraad.ui.pages.cases import CasesPage
from beraad.ui.pages.cases.case_row import CaseRow
from beraad.ui.pages.cases.this_week import ThisWeek
from beraad.ui.pages.cases.trend import TrendLine
from tests.store.samples import CHEAP
from tests.ui.shell.conftest import DE_WIT, HADDAD, PASSPHRASE, TODAY, Shell

LINE = CaseLine(
    reference="IT-1",
    family_name="Yılmaz",
    municipality="Breda",
    phase=Phase.INTENSIVE,
    phase_began=dt.date(2026, 7, 23),
    colour=Colour.YELLOW,
    contact_person="Piet",
    meeting="b2",
    meeting_number=2,
    meeting_starts_at="2026-12-02T14:00:00",
    meeting_agreed=False,
    meeting_agreed_on=None,
    agreed_next=False,
    agreed_next_at=None,
    agreed_next_place=None,
    agreed=True,
    agreed_on=dt.date(2026, 10, 1),
    changed_since_agreed=False,
    to_answer=0,
    copies=5,
    trend=(3.0, 4.5),
    fell=(),
    fell_on=None,
    running=(),
)


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
    row = next(row for row in overview(shell).rows() if row.line.reference == DE_WIT)
    said = texts(row)
    for words in ("Gezin De Wit", "oranje · intensieve fase", "Fatima", "vandaag 14:00 · 2e beraad"):
        assert words in said


def test_a_screen_reader_hears_the_same_in_one_name(shell: Shell) -> None:
    row = next(row for row in overview(shell).rows() if row.line.reference == DE_WIT)
    assert "oranje" in row.accessibleName()
    assert "vandaag 14:00" in row.accessibleName()


def test_todays_meeting_has_the_one_button_that_leads_on(shell: Shell) -> None:
    rows = {row.line.reference: row for row in overview(shell).rows()}
    assert rows[DE_WIT].open_meeting.property("role") == "primary"
    assert not rows[HADDAD].open_meeting.isVisibleTo(rows[HADDAD])


def test_typing_narrows_the_cases_down_without_accents_or_capitals(shell: Shell, qtbot: QtBot) -> None:
    page = overview(shell)
    qtbot.keyClicks(page._search, "HÁDD")
    assert [row.line.reference for row in page.rows()] == [HADDAD]
    page._search.setText("zzz")
    assert page.rows() == ()
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
    overview(shell)._search.setText(typed)
    assert [row.line.reference for row in overview(shell).rows()] == ["X-1"]


def test_ctrl_k_goes_to_the_search_field(shell: Shell, qtbot: QtBot) -> None:
    shell.window.menus.actions["search"].trigger()
    assert overview(shell)._search.hasFocus() or shell.window.focusWidget() is overview(shell)._search


def test_enter_on_a_line_opens_the_case(shell: Shell, qtbot: QtBot) -> None:
    row = next(row for row in overview(shell).rows() if row.line.reference == DE_WIT)
    qtbot.keyClick(row, Qt.Key.Key_Return)
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


def test_a_trend_says_its_numbers_to_a_screen_reader(qtbot: QtBot) -> None:
    trend = TrendLine((3.0, 4.5))
    qtbot.addWidget(trend)
    assert trend.accessibleName() == "veiligheid gemiddeld: 3 → 4,5"


@pytest.mark.parametrize(("values", "words"), [((3.3,), "veiligheid 3,3"), ((5.0, 4.0), "veiligheid 4")])
def test_a_mean_says_on_screen_what_it_is_of(values: tuple[float, ...], words: str, qtbot: QtBot) -> None:
    trend = TrendLine(values)
    qtbot.addWidget(trend)
    trend.show()
    assert texts(trend) == words


def test_a_meeting_of_another_week_is_not_of_this_week(qtbot: QtBot) -> None:
    week = ThisWeek((LINE,), today=dt.date(2026, 11, 24))
    qtbot.addWidget(week)
    assert "Geen beraad deze week." in texts(week)


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
    overview(empty)._examples.click()
    empty.wait()
    assert {row.line.reference for row in overview(empty).rows()} == {DE_WIT, HADDAD}


def test_a_case_file_is_read_and_its_danger_said(empty: Shell) -> None:
    empty.files._answers.append(assets.example_case("de-wit"))
    overview(empty).import_case()
    empty.wait()
    assert [row.line.reference for row in overview(empty).rows()] == [DE_WIT]
    assert "niet versleuteld" in empty.messages.said[0][2]


def test_a_bad_case_file_is_refused_in_a_sentence_and_nothing_comes_in(empty: Shell, tmp_path: Path) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text('{"format": "beraad-case"')
    empty.files._answers.append(bad)
    overview(empty).import_case()
    empty.wait()
    assert empty.messages.said[0][:2] == ("warn", "Deze zaak is niet ingelezen")
    assert "bad.json" in empty.messages.said[0][2]
    assert overview(empty).rows() == ()


def test_a_case_that_is_there_already_is_not_read_again(shell: Shell) -> None:
    shell.files._answers.append(assets.example_case("de-wit"))
    overview(shell).import_case()
    shell.wait()
    assert "al een zaak" in shell.messages.said[0][2]


def test_calling_off_the_choice_of_a_file_changes_nothing(shell: Shell) -> None:
    shell.files._answers.append(None)
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


def test_a_meeting_of_which_the_plan_was_agreed_today_can_be_opened_again(qtbot: QtBot) -> None:
    """After a crash people still sign: the way back was behind the page of the case."""
    for day in (TODAY, TODAY - dt.timedelta(days=1)):
        line = dataclasses.replace(LINE, meeting_agreed=True, meeting_agreed_on=day)
        row = CaseRow(line, today=TODAY)
        qtbot.addWidget(row)
        assert row.open_meeting.isVisibleTo(row) is (day == TODAY)
