"""An encrypted store with the example cases, and the main window on it."""

import datetime as dt
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from beraad import assets
from beraad.services.vault import Vault
from beraad.settings import Settings
from beraad.ui.console import MeetingPage
from beraad.ui.dialogs.files import ScriptedFiles
from beraad.ui.main_window import MainWindow
from beraad.ui.messages import ScriptedMessages
from beraad.ui.printing.printers import ScriptedPrinters
from tests.store.samples import CHEAP

PASSPHRASE = "een zin die niemand raadt"
TODAY = dt.date(2026, 11, 21)
DE_WIT, HADDAD = "IT-2026-014", "IT-2026-021"


@pytest.fixture(scope="session")
def _filled_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    vault = Vault(tmp_path_factory.mktemp("filled") / "data", policy=CHEAP)
    vault.create(PASSPHRASE)
    for path in assets.example_cases():
        vault.cases().import_file(path)
    vault.lock()
    return vault.folder


@pytest.fixture
def folder(_filled_once: Path, tmp_path: Path) -> Path:
    """A locked store with both example cases."""
    return Path(shutil.copytree(_filled_once, tmp_path / "data"))


@pytest.fixture
def vault(folder: Path) -> Iterator[Vault]:
    """The same, unlocked."""
    vault = Vault(folder, policy=CHEAP)
    vault.unlock(PASSPHRASE)
    yield vault
    vault.lock()


class Shell:
    """A main window with scripted answers."""

    def __init__(self, vault: Vault, tmp_path: Path, qtbot: QtBot) -> None:
        self.vault, self._qtbot = vault, qtbot
        self.messages = ScriptedMessages()
        self.files = ScriptedFiles()
        self.printers = ScriptedPrinters()
        self.settings_file = tmp_path / "settings.json"
        self.window = self.another()

    def wait(self) -> None:
        """Until what is done beside the windows is done."""
        self._qtbot.waitUntil(lambda: not self.window._work.busy)

    def another(self, chosen: Settings | None = None) -> MainWindow:
        """A main window on the same store."""
        return MainWindow(
            self.vault,
            chosen=chosen or Settings(),
            settings_file=self.settings_file,
            messages=self.messages,
            files=self.files,
            printers=self.printers,
            today=lambda: TODAY,
        )


@pytest.fixture
def shell(vault: Vault, tmp_path: Path, qtbot: QtBot) -> Iterator[Shell]:
    """The main window on the unlocked examples, shown."""
    shell = Shell(vault, tmp_path, qtbot)
    shell.window.resize(1366, 768)
    shell.window.show()
    yield shell
    if isinstance(shell.window.page, MeetingPage):
        # While somebody else has the laptop nothing closes it.
        shell.window.page.steps.private.take_back()
    shell.window.close()
    shell.window.deleteLater()


@pytest.fixture
def in_dialog(qapp: QApplication) -> Callable[[Callable[[QDialog], None]], list[str]]:
    """Do something in the next dialog that waits for an answer, as soon as it stands."""

    def when_it_stands(act: Callable[[QDialog], None]) -> list[str]:
        done: list[str] = []
        timer = QTimer(qapp)

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, QDialog) and dialog.isVisible():
                timer.stop()
                timer.deleteLater()
                done.append(type(dialog).__name__)
                try:
                    act(dialog)
                finally:
                    if dialog.isVisible():
                        done.append("still open")
                        dialog.reject()

        timer.timeout.connect(look)
        timer.start(0)
        return done

    return when_it_stands
