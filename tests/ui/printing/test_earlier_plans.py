"""The dialog with earlier plans: a list, the chosen one to read, saved and printed as what it is."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from beraad.services.vault import Vault
from beraad.ui.dialogs.files import ScriptedFiles
from beraad.ui.messages import ScriptedMessages
from beraad.ui.printing.old_versions import OldVersionsDialog
from beraad.ui.printing.printers import ScriptedPrinters
from tests.ui.driving import is_working
from tests.ui.opened_window import DE_WIT, Shell
from tests.ui.pages.case.test_case import case_page
from tests.ui.printing.test_printing import FilePrinter, text_of


def agree_anew(vault: Vault) -> None:
    """The plan of De Wit gets a second version."""
    meeting = vault.meeting(DE_WIT, "b1")
    meeting.agreements.change("a2", fallback="Kees belt naar Lisa.")
    meeting.deciding.decide()
    meeting.close()


@pytest.fixture
def files() -> ScriptedFiles:
    """Files that a test chooses."""
    return ScriptedFiles()


@pytest.fixture
def printers() -> ScriptedPrinters:
    """Printers that a test chooses."""
    return ScriptedPrinters()


@pytest.fixture
def dialog(
    vault: Vault, files: ScriptedFiles, printers: ScriptedPrinters, qtbot: QtBot
) -> Iterator[OldVersionsDialog]:
    """Over De Wit with two versions."""
    agree_anew(vault)
    versions = vault.printing().old_versions(DE_WIT)
    made = OldVersionsDialog(versions, messages=ScriptedMessages(), files=files, printers=printers)
    made.show()
    yield made
    made.close()
    made.deleteLater()


def test_the_list_says_what_it_was_and_who_was_asked(dialog: OldVersionsDialog) -> None:
    assert dialog.list.count() == 1
    told = dialog.list.item(0).text()
    assert "versie 1 · vervallen · 5 oktober 2026 · " in told
    assert "Gevraagd: Sanne, Mark" in told


def test_the_chosen_one_is_read_as_what_it_is(dialog: OldVersionsDialog) -> None:
    said = " ".join(label.text() for label in dialog.reading.findChildren(QLabel))
    assert "Vervallen: er is een nieuwere versie" in said
    assert "Oma Ans belt Lisa elke avond om acht uur." in said


def test_it_is_saved_and_printed_under_a_name_that_says_so(
    dialog: OldVersionsDialog,
    files: ScriptedFiles,
    printers: ScriptedPrinters,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    files.answer(tmp_path / "old.pdf")
    dialog.save()
    qtbot.waitUntil(lambda: not is_working(dialog))
    assert "Vervallen" in text_of((tmp_path / "old.pdf").read_bytes())
    assert files.suggested == ["IT-2026-014_plan_2026-10-05_vervallen.pdf"]
    printers.answer(FilePrinter(tmp_path))
    dialog.print()
    qtbot.waitUntil(lambda: not is_working(dialog))
    assert (tmp_path / "IT-2026-014_plan_2026-10-05_vervallen.pdf").exists()


def test_the_page_of_the_case_leads_to_it_once_there_is_one(shell: Shell, vault: Vault) -> None:
    page = case_page(shell, DE_WIT)
    assert page.findChild(QPushButton, "old-versions") is None
    agree_anew(vault)
    page.refresh()
    asked: list[str] = []
    page.versions_requested.connect(asked.append)
    older = page.findChild(QPushButton, "old-versions")
    assert isinstance(older, QPushButton)
    older.click()
    assert asked == [DE_WIT]
    dialog = shell.window.findChild(OldVersionsDialog)
    assert isinstance(dialog, OldVersionsDialog)
    dialog.reject()
