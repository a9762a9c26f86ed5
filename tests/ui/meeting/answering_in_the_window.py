"""Chooses and draws on the signing screen at random moments, and says what stands there, until killed.

Run as a program, with what `typing_in_the_window` takes; its clock is that of `typing_in_the_window` too.
"""

import json
import random
import sys

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest

from beraad.app import make_application
from beraad.settings import Settings
from beraad.ui.console import MeetingPage
from beraad.ui.signing import SignaturePad, SigningScreen
from beraad.ui.widgets.wrapping_button import WrappingButton
from tests.ui.driving import answer_form
from tests.ui.meeting.typing_in_the_window import TICK, opened_window

MEETING, PERSON = "b1", "sanne"
"""A plan that was agreed, and who answers for it."""


class Signer:
    """Chooses another answer now and then, and draws lines that go on for a while."""

    def __init__(self, screen: SigningScreen, seed: int) -> None:
        self._screen, self._chance, self._ticks, self._draws = screen, random.Random(seed), 0, False
        self._form = answer_form(screen)
        self._clock = QTimer(screen, interval=TICK, timerType=Qt.TimerType.PreciseTimer)
        self._clock.timeout.connect(self._tick)
        self._next = QTimer(screen, singleShot=True)
        self._next.timeout.connect(self._do)
        self._clock.start()
        self._next.start(0)

    def _tick(self) -> None:
        self._ticks += 1
        self._say()

    def _do(self) -> None:
        (pad,) = self._form.findChildren(SignaturePad)
        at = QPoint(self._chance.randrange(pad.width()), self._chance.randrange(pad.height()))
        if self._draws and self._chance.random() < 0.2:
            QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=at)
            self._draws = False
        elif self._draws:
            QTest.mouseMove(pad, at)
        elif self._chance.random() < 0.3:
            # Both are signed, so that there is a pad to draw on.
            self._form.findChildren(WrappingButton)[self._chance.randrange(2)].click()
        else:
            QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=at)
            self._draws = True
        self._say()
        self._next.start(self._chance.choice((5, 20, 60, 120, 250)))

    def _say(self) -> None:
        sys.stdout.write(f"{self._ticks}:{json.dumps(self._screen.chosen())}\n")
        sys.stdout.flush()


def main() -> None:
    """Open the signing screen of somebody, and begin to answer."""
    folder, seed, within = sys.argv[1:]
    app = make_application(Settings())
    window = opened_window(folder, int(within), MEETING)
    page = window.page
    assert isinstance(page, MeetingPage)
    page.steps.private.sign(PERSON)
    screen = page.steps.private.open_screen
    assert isinstance(screen, SigningScreen)
    signer = Signer(screen, int(seed))
    app.exec()
    assert signer


if __name__ == "__main__":
    main()
