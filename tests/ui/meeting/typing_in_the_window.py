"""Types a card in the real window, key by key at random moments, and says what stands in it, until killed.

Run as a program: the data folder, a seed, and after how many milliseconds what is typed is written. It says
how many hundredths of a second went by in its own event loop: where the computer is busy that clock is as
slow as its timers are.
"""

import random
import string
import sys
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtTest import QTest

from beraad.app import make_application
from beraad.places import NEW, Place
from beraad.services.vault import Vault
from beraad.settings import Settings
from beraad.terms import Column, Step
from beraad.ui.console import MeetingPage
from beraad.ui.main_window import MainWindow
from beraad.ui.messages import ScriptedMessages
from beraad.ui.steps.columns.page import ColumnsPage
from beraad.ui.widgets.growing_text_edit import GrowingTextEdit
from tests.store.samples import CHEAP, PASSPHRASE
from tests.ui.driving import timer

REFERENCE, MEETING = "IT-2026-014", "b2"
PLACE = Place.statement(NEW) / Column.DANGER / "text"
TICK = 10
"""Milliseconds."""
_LETTERS = string.ascii_letters + " .,-1234567890"


class Typist:
    """Presses a key every few moments, sometimes quickly and sometimes after a pause."""

    def __init__(self, field: GrowingTextEdit, seed: int) -> None:
        self._field, self._chance, self._ticks = field, random.Random(seed), 0
        self._clock = QTimer(field, interval=TICK, timerType=Qt.TimerType.PreciseTimer)
        self._clock.timeout.connect(self._tick)
        self._next = QTimer(field, singleShot=True)
        self._next.timeout.connect(self._press)
        self._clock.start()
        self._next.start(0)

    def _tick(self) -> None:
        self._ticks += 1
        self._say()

    def _press(self) -> None:
        if len(self._field.text()) > 3 and self._chance.random() < 0.1:
            QTest.keyClick(self._field, Qt.Key.Key_Backspace)
        else:
            QTest.keyClicks(self._field, self._chance.choice(_LETTERS))
        self._say()
        self._next.start(self._chance.choice((5, 20, 60, 120, 250)))

    def _say(self) -> None:
        sys.stdout.write(f"{self._ticks}:{self._field.text()}\n")
        sys.stdout.flush()


def opened_window(folder: str, within: int, meeting: str = MEETING) -> MainWindow:
    """The window on a meeting, in which what is typed is written after so many milliseconds."""
    vault = Vault(Path(folder), policy=CHEAP)
    vault.unlock(PASSPHRASE)
    window = MainWindow(vault, chosen=Settings(), messages=ScriptedMessages())
    window.resize(QSize(1366, 768))
    window.show()
    window.open_meeting(REFERENCE, meeting)
    assert isinstance(window.page, MeetingPage)
    timer(window.page, "keep").setInterval(within)
    return window


def main() -> None:
    """Open the window on the worries of the meeting, and type on."""
    folder, seed, within = sys.argv[1:]
    app = make_application(Settings())
    window = opened_window(folder, int(within))
    page = window.page
    assert isinstance(page, MeetingPage)
    page.go_to(Step.WORRIES)
    page.steps.of(ColumnsPage).begin(Column.DANGER)
    field = page.steps.of(ColumnsPage).column(Column.DANGER).add_statement.field
    typist = Typist(field, int(seed))
    app.exec()
    assert typist


if __name__ == "__main__":
    main()
