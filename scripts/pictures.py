"""Pictures of every page, form and dialog, and of the wall in each of its states, in one size and theme.

`python scripts/pictures.py FOLDER --size 1920x1080 --theme dark --language en --text 200`: the example is
played through the real windows, off-screen. The printed copies come with them, as PDF and as pictures. Where
one comes is what the tests of every page come past.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# The off-screen platform warns of what it cannot do, once a window.
os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from typing_extensions import override

sys.path.insert(0, str(Path(__file__).parents[1]))

from beraad.app import example_vault, make_application
from beraad.services.vault import Vault
from beraad.settings import Settings
from beraad.ui.main_window import MainWindow
from beraad.ui.messages import ScriptedMessages
from tests.ui.everywhere.seldom import SeldomSeen


class Photographer(SeldomSeen):
    """Takes a picture at each stop, of the wall as well."""

    def __init__(self, window: MainWindow, vault: Vault, folder: Path, size: QSize) -> None:
        super().__init__(window, vault, self._photograph, folder=folder, console=size, wall=size)

    @override
    def _look_at_wall(self, name: str, wall: QWidget) -> None:
        self._photograph(name, wall)

    def _photograph(self, name: str, window: QWidget) -> None:
        self._keep(window.grab().toImage(), name)


def main() -> None:
    """Take them."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--size", default="1366x768", help="of the console and of the wall, in pixels")
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    parser.add_argument("--language", choices=("nl", "en"), default="nl")
    parser.add_argument("--text", type=int, default=100, help="size of the letters, percent")
    chosen = parser.parse_args()
    size = QSize(*map(int, chosen.size.split("x")))
    settings = Settings(text_size=chosen.text, theme=chosen.theme, language=chosen.language)
    make_application(settings)
    with example_vault() as vault:
        window = MainWindow(vault, chosen=settings, messages=ScriptedMessages([True] * 20))
        chosen.folder.mkdir(parents=True, exist_ok=True)
        player = Photographer(window, vault, chosen.folder, size)
        player.play()
        window.close()
    print(f"{len(player.pictures)} pictures in {chosen.folder}")


if __name__ == "__main__":
    main()
