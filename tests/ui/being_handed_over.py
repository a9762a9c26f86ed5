"""The program while Mark writes his answer on it, until it is told to end.

Run as a program: the data folder, and `taken back` for a console that comes in sight. It says `ready`, then
`console` whenever that comes in sight, and at last `locked`.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from beraad import app as program
from beraad.services.vault import Vault
from beraad.settings import Settings
from beraad.ui.console import MeetingPage
from beraad.ui.main_window import MainWindow
from beraad.ui.signing import SigningScreen
from tests.store.samples import CHEAP, PASSPHRASE
from tests.ui.opened_window import HADDAD

WROTE = "Ik wil er nog over praten."


class Watch(QObject):
    """Says when one widget comes in sight."""

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() in (QEvent.Type.Show, QEvent.Type.Paint):
            say("console")
        return False


def say(word: str) -> None:
    """Tell the test."""
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def hand_over(window: MainWindow) -> tuple[str, QWidget]:
    """Let the first person of the room begin to answer: the person, and the console underneath."""
    window.open_meeting(HADDAD, "b1")
    page = window.page
    assert isinstance(page, MeetingPage)
    page.model.show(lambda meeting: meeting.show_half(1))
    page.model.act(lambda meeting: meeting.course.all_present())
    page.model.act(lambda meeting: meeting.deciding.decide())
    person = page.model.in_room[0].id
    page.steps.private.sign(person)
    screen = page.steps.private.open_screen
    assert isinstance(screen, SigningScreen)
    (choice,) = [
        button
        for button in screen.findChildren(QPushButton)
        if button.text() == "Ik ga akkoord, met een opmerking"
    ]
    choice.click()
    QTest.keyClicks(screen.remark, WROTE)
    return person, page.steps.private._screens.widget(0)


def main() -> int:
    """Until the system ends it."""
    app = program.make_application(Settings())
    vault = Vault(Path(sys.argv[1]), policy=CHEAP)
    vault.unlock(PASSPHRASE)
    window = MainWindow(vault, chosen=Settings())
    watch = Watch(window)

    def begin() -> None:
        person, console = hand_over(window)
        console.installEventFilter(watch)
        if "taken back" in sys.argv:
            window.page.steps.private.take_back()
        say(f"ready {person}")

    QTimer.singleShot(0, begin)
    code = program._run(app, window)
    say("locked" if not vault.unlocked else "open")
    return code


if __name__ == "__main__":
    sys.exit(main())
