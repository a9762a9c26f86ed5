"""What takes its time runs beside the windows: Argon2, backups, PDFs, files and printers."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from beraad import assets
from beraad.services import printing
from beraad.services.cases import CaseService
from beraad.services.vault import Vault
from beraad.store import keys
from beraad.store.store import Store
from beraad.ui import unlocked_pages
from beraad.ui.pages.case import CasePage
from beraad.ui.pages.cases import CasesPage
from beraad.ui.pages.unlock import UnlockPage
from beraad.ui.print_actions import PrintActions
from beraad.ui.printing import PrintDialog, dialog, sheets
from tests.store.samples import CHEAP
from tests.ui.driving import is_working, the
from tests.ui.opened_window import DE_WIT, PASSPHRASE, Shell
from tests.ui.printing.test_printing import FilePrinter

CODE = "7K3QD-ABCDE-12345-FGHJK-ZZZZZ-99999"
SLOW: dict[str, tuple[Any, str]] = {
    "argon2": (keys, "hash_secret_raw"),
    "backup": (Store, "back_up"),
    "import": (CaseService, "import_file"),
    "export": (CaseService, "export_file"),
    "calendar": (CaseService, "save_calendar"),
    "pdf": (printing, "render"),
    "copies": (printing, "replace_file"),
    "copy": (dialog, "replace_file"),
    "printer": (sheets, "_print_one"),
    "code": (unlocked_pages, "print_code"),
}
"""What can take longer than a picture on the screen may wait, by the place where it is called."""

Ran = dict[str, set[str]]


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> Ran:
    """Beside the windows, or in the way of them: where each slow thing ran since."""
    found: Ran = {}

    def watched(name: str, real: Callable[..., object]) -> Callable[..., object]:
        def run(*given: object, **named: object) -> object:
            in_the_way = threading.current_thread() is threading.main_thread()
            found.setdefault(name, set()).add("in the way" if in_the_way else "beside")
            return real(*given, **named)

        return run

    for name, (place, attribute) in SLOW.items():
        monkeypatch.setattr(place, attribute, watched(name, getattr(place, attribute)))
    return found


def print_dialog(shell: Shell, qtbot: QtBot) -> PrintDialog:
    shell.window.print_copies(DE_WIT)
    found = shell.window.findChild(PrintDialog)
    assert isinstance(found, PrintDialog)
    qtbot.waitUntil(lambda: not is_working(found))
    return found


def test_opening_and_locking(folder: Path, tmp_path: Path, qtbot: QtBot, ran: Ran) -> None:
    shell = Shell(Vault(folder, policy=CHEAP), tmp_path, qtbot)
    shell.window.show()
    page = shell.window.page
    assert isinstance(page, UnlockPage)
    page.passphrase.setText(PASSPHRASE)
    page.ask_form.submit.click()
    shell.wait()
    shell.window.lock()
    shell.wait()
    shell.window.close()
    shell.window.deleteLater()
    assert ran == {"argon2": {"beside"}, "backup": {"beside"}}


def test_making_a_new_store(tmp_path: Path, qtbot: QtBot, ran: Ran) -> None:
    shell = Shell(Vault(tmp_path / "new"), tmp_path, qtbot)
    page = shell.window.page
    assert isinstance(page, UnlockPage)
    page.choose_form.first.setText(PASSPHRASE)
    page.choose_form.second.setText(PASSPHRASE)
    page.choose_form.submit.click()
    shell.wait()
    assert ran == {"argon2": {"beside"}, "backup": {"beside"}}
    shell.window.close()
    shell.window.deleteLater()


def test_a_case_in_and_out(shell: Shell, tmp_path: Path, ran: Ran) -> None:
    shell.files.answer(assets.example_case("de-wit"), tmp_path / "out.json", tmp_path / "agenda.ics")
    cases = shell.window.page
    assert isinstance(cases, CasesPage)
    cases.import_case()
    shell.wait()
    shell.window.show_case(DE_WIT)
    case = shell.window.page
    assert isinstance(case, CasePage)
    shell.messages.answer(True)
    case.export()
    shell.wait()
    shell.window.menus.actions["calendar"].trigger()
    shell.wait()
    assert ran == {"import": {"beside"}, "export": {"beside"}, "calendar": {"beside"}}


def test_copies_on_the_screen_in_a_folder_and_on_paper(
    shell: Shell, tmp_path: Path, qtbot: QtBot, ran: Ran
) -> None:
    found = print_dialog(shell, qtbot)
    shell.files.answer(tmp_path / "one.pdf", tmp_path / "all")
    shell.printers.answer(FilePrinter(tmp_path))
    for wish in (found.save_shown, found.save_all, found.print_all):
        wish()
        qtbot.waitUntil(lambda: not is_working(found))
    found.reject()
    assert ran == {name: {"beside"} for name in ("pdf", "copy", "copies", "printer")}


def test_the_code_on_paper(shell: Shell, tmp_path: Path, ran: Ran) -> None:
    shell.printers.answer(FilePrinter(tmp_path))
    (printing,) = shell.window.findChildren(PrintActions)
    printing.print_code(CODE)
    shell.wait()
    assert ran == {"code": {"beside"}}


def test_what_stands_in_the_way_is_noticed(folder: Path, ran: Ran) -> None:
    """The control: the same, called from a window."""
    vault = Vault(folder, policy=CHEAP)
    vault.unlock(PASSPHRASE)
    vault.lock()
    assert ran == {"argon2": {"in the way"}, "backup": {"in the way"}}


def test_while_it_runs_nothing_else_is_done_to_the_cases(shell: Shell, tmp_path: Path) -> None:
    shell.window.show_case(DE_WIT)
    shell.files.answer(tmp_path / "out.json")
    case = shell.window.page
    assert isinstance(case, CasePage)
    button = the(case, "Exporteren…", QPushButton)
    button.setFocus()
    shell.messages.answer(True)
    case.export()
    assert not case.isEnabled()
    assert not shell.window.menuBar().isEnabled()
    shell.wait()
    assert case.isEnabled()
    assert shell.window.menuBar().isEnabled()
    assert shell.window.focusWidget() is button


def test_to_lock_waits_for_it(shell: Shell, tmp_path: Path, qtbot: QtBot) -> None:
    shell.window.show_case(DE_WIT)
    shell.files.answer(tmp_path / "out.json")
    case = shell.window.page
    assert isinstance(case, CasePage)
    shell.messages.answer(True)
    case.export()
    shell.window.lock()
    assert shell.window.page is case
    qtbot.waitUntil(lambda: isinstance(shell.window.page, UnlockPage))
    shell.wait()
    assert (tmp_path / "out.json").exists()
    assert not shell.vault.unlocked


def test_closing_waits_for_it_and_tells_what_came_of_it(shell: Shell, tmp_path: Path, qtbot: QtBot) -> None:
    shell.files.answer(assets.example_case("de-wit"))
    page = shell.window.page
    assert isinstance(page, CasesPage)
    page.import_case()
    shell.window.close()
    qtbot.waitUntil(lambda: not shell.window.isVisible())
    assert "al een zaak" in shell.messages.said[0][2]
    assert not shell.vault.unlocked
