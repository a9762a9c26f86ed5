"""Pictures of every page and of the wall in each of its states, on one size of screen, in one theme.

`python scripts/pictures.py FOLDER --size 1920x1080 --theme dark --language en --text 200`: the example is
played through the real windows, off-screen. The printed copies come with them, as PDF and as pictures.
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# The off-screen platform warns of what it cannot do, once a window.
os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")

from PySide6.QtCore import QSize

from beraad.app import example_vault, make_application
from beraad.settings import Settings
from beraad.ui.demo import Player
from beraad.ui.main_window import MainWindow


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
        window = MainWindow(vault, chosen=settings)
        player = Player(window, vault, chosen.folder, console=size, wall=size)
        player.play()
        window.close()
    print(f"{len(player.pictures)} pictures in {chosen.folder}")


if __name__ == "__main__":
    main()
