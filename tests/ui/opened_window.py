"""Main window on an encrypted store with the example cases, with scripted answers."""

import datetime as dt
from pathlib import Path

from pytestqt.qtbot import QtBot

from beraad.services.vault import Vault
from beraad.settings import Settings
from beraad.ui.dialogs.files import ScriptedFiles
from beraad.ui.main_window import MainWindow
from beraad.ui.messages import ScriptedMessages
from beraad.ui.printing.printers import ScriptedPrinters
from tests.ui.driving import is_working

PASSPHRASE = "een zin die niemand raadt"
TODAY = dt.date(2026, 11, 21)
DE_WIT, HADDAD = "IT-2026-014", "IT-2026-021"


class Shell:
    """A main window with scripted answers."""

    def __init__(self, vault: Vault, tmp_path: Path, qtbot: QtBot) -> None:
        self.vault, self.qtbot = vault, qtbot
        self.messages = ScriptedMessages()
        self.files = ScriptedFiles()
        self.printers = ScriptedPrinters()
        self.settings_file = tmp_path / "settings.json"
        self.window = self.another()

    def wait(self) -> None:
        """Until what is done beside the windows is done."""
        self.qtbot.waitUntil(lambda: not is_working(self.window))

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
