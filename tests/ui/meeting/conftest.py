"""A meeting open on a real encrypted store, in the real console, with scripted answers and its own clock."""

import datetime as dt
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from beraad import assets
from beraad.services.cases import CaseService
from beraad.services.meeting import MeetingService
from beraad.store.store import Store
from beraad.ui.console import MeetingPage
from beraad.ui.dialogs.files import ScriptedFiles
from beraad.ui.meeting.keys import MeetingKey
from beraad.ui.messages import ScriptedMessages
from beraad.ui.projector import WallWindow
from tests.store.samples import CHEAP, PASSPHRASE, LentStore

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
        self.page.open(self.service)
        qtbot.addWidget(self.page)
        self.page.resize(1366, 768)
        with qtbot.waitExposed(self.page):
            self.page.show()
        self.page.activateWindow()
        qtbot.waitUntil(self.page.isActiveWindow)
        self.model = self.page.model

    def close(self) -> None:
        if not self.page._closing:
            self.messages._answers.append(True)
            self.page.close_meeting()


Opener = Callable[..., Console]


@pytest.fixture(scope="session")
def _filled_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LentStore]:
    folder = tmp_path_factory.mktemp("meetings") / "data"
    store, _code = Store.create(folder, PASSPHRASE, policy=CHEAP)
    with store:
        for path in assets.example_cases():
            CaseService(store).import_file(path)
    lent = LentStore(folder)
    yield lent
    lent.close()


@pytest.fixture
def store(_filled_once: LentStore) -> Iterator[Store]:
    """An open store with both example cases, as they were read in."""
    with _filled_once.lend() as lent:
        yield lent


@pytest.fixture
def open_console(store: Store, qtbot: QtBot) -> Iterator[Opener]:
    """Opens a meeting in the console; closes it after the test."""
    opened: list[Console] = []

    def opener(reference: str = DE_WIT, meeting: str = "b2", *, half: int | None = 1) -> Console:
        """Where two rooms ask for it, `half` is here; None: nobody said so yet."""
        opened.append(Console(store, reference, meeting, qtbot))
        if half is not None and opened[-1].model.asks_half:
            opened[-1].model.show(lambda meeting: meeting.show_half(half))
        return opened[-1]

    yield opener
    for console in opened:
        console.close()


@pytest.fixture
def console(open_console: Opener) -> Console:
    """The second meeting of the De Wit family, everybody at the table but Peter."""
    console = open_console()
    console.service.table.all_present()
    console.model.refresh()
    return console


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


def press(widget: QWidget, words: str, place: int = 0) -> None:
    """Click the button with these words, the `place`-th of those one can see."""
    QCoreApplication.sendPostedEvents()
    found = [item for item in widget.findChildren(QPushButton) if item.text() == words and item.isVisible()]
    found[place].click()
