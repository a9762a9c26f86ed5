"""Console of a meeting that is open on a real encrypted store, with scripted answers and its own clock."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from beraad.services.meeting import MeetingService
from beraad.store.store import Store
from beraad.ui.console import MeetingPage
from beraad.ui.console.finding.open_points import OpenPoint
from beraad.ui.console.over.last_call import LastCall
from beraad.ui.dialogs.files import ScriptedFiles
from beraad.ui.meeting.keys import MeetingKey
from beraad.ui.messages import ScriptedMessages
from beraad.ui.projector import WallWindow

DE_WIT, HADDAD = "IT-2026-014", "IT-2026-021"


class Clock:
    """Local time that passes when a test says so."""

    def __init__(self) -> None:
        self.now = dt.datetime(2026, 11, 21, 14, 0)  # noqa: DTZ001 - local time, as a meeting has it

    def __call__(self) -> dt.datetime:
        return self.now

    def pass_minutes(self, minutes: int) -> None:
        self.now += dt.timedelta(minutes=minutes)


class Console:
    """The console of one meeting, with everything round it."""

    def __init__(self, store: Store, reference: str, meeting: str, qtbot: QtBot) -> None:
        self.clock = Clock()
        self.messages = ScriptedMessages()
        self.service = MeetingService(store, reference, meeting, self.clock)
        self.wall = WallWindow()
        self.window = QWidget()
        qtbot.addWidget(self.wall)
        qtbot.addWidget(self.window)
        self.files = ScriptedFiles()
        self.page = MeetingPage(messages=self.messages, wall=self.wall, files=self.files)
        self.left: list[bool] = []
        self.page.closed.connect(lambda *_args: self.left.append(True))
        self.page.open(self.service)
        qtbot.addWidget(self.page)
        self.page.resize(1366, 768)
        with qtbot.waitExposed(self.page):
            self.page.show()
        self.page.activateWindow()
        qtbot.waitUntil(self.page.isActiveWindow)
        self.model = self.page.model

    def close(self) -> None:
        if not self.left:
            self.messages.answer(True)
            self.page.close_meeting()


Opener = Callable[..., Console]


def chord(widget: QWidget, meant: MeetingKey) -> None:
    """Press a key of the meeting while a widget has the keyboard."""
    (keys,) = QKeySequence(meant)
    QTest.keyClick(widget, keys.key(), keys.keyboardModifiers())


def texts(widget: QWidget) -> str:
    """Everything that stands on labels and buttons one can see in a widget."""
    QCoreApplication.sendPostedEvents()  # a layout shows what was put in it a moment later
    seen = [*widget.findChildren(QLabel), *widget.findChildren(QPushButton)]
    return "\n".join(item.text() for item in seen if item.isVisible())


def take_back(console: Console) -> None:
    """What the facilitator does who gets the laptop: the button that says how, and then the key."""
    press(console.page, "Terug naar de gespreksleider")
    assert console.page.steps.private.open_screen is not None, "the button alone leads nowhere"
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert console.page.steps.private.open_screen is None


def lead_to(console: Console, point: OpenPoint) -> None:
    """Press what leads to an open point, on the screen before the meeting closes."""
    console.page.navigation.call_last()
    call = console.page.steps.private.open_screen
    assert isinstance(call, LastCall)
    call.point_chosen.emit(point)


def press(widget: QWidget, words: str, place: int = 0) -> None:
    """Click the button with these words, the `place`-th of those one can see."""
    QCoreApplication.sendPostedEvents()
    found = [item for item in widget.findChildren(QPushButton) if item.text() == words and item.isVisible()]
    found[place].click()
