"""What every window test starts with, and what none may leave behind."""

import gc
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QThreadPool, QTimer
from PySide6.QtGui import QAccessible, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from beraad import assets
from beraad.services.cases import CaseService
from beraad.services.vault import Vault
from beraad.store.store import Store
from beraad.ui.console import MeetingPage
from beraad.ui.garbage_collection import collect_seldom
from beraad.ui.theme import Theme
from beraad.ui.when_released import catch_up
from tests.store.samples import CHEAP, LentStore
from tests.ui.heard import Heard
from tests.ui.opened_console import DE_WIT, Console, Opener
from tests.ui.opened_window import PASSPHRASE, Shell


@pytest.fixture(scope="session", autouse=True)
def _dressed(qapp: QApplication) -> None:
    """The light theme is on."""
    Theme.load("light").apply(qapp)


@pytest.fixture(scope="session", autouse=True)
def _the_desktop_sleeps_as_it_likes() -> Iterator[None]:
    """No test keeps the screens of whoever runs it awake."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setenv("WAKEPY_FAKE_SUCCESS", "1")
        yield


@pytest.fixture(scope="session", autouse=True)
def _collected_as_in_the_program(qapp: QApplication) -> Iterator[None]:
    """Python collects as seldom as in the program."""
    before = gc.get_threshold()
    collect_seldom()
    yield
    gc.set_threshold(*before)
    take_back()


@pytest.fixture(autouse=True)
def _light_again(qapp: QApplication) -> Iterator[None]:
    """A test may put on another theme."""
    yield
    if (Theme.current().name, Theme.current().scale) != ("light", 1.0):
        Theme.load("light").apply(qapp)


@pytest.fixture(autouse=True)
def _no_button_down(qapp: QApplication, _nothing_left: None) -> Iterator[None]:
    """A mouse button that a test left down is let go: what moves would wait for it in later tests."""
    yield
    if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
        window = QWindow()
        window.create()
        for button in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton):
            if QApplication.mouseButtons() & button:
                QTest.mouseRelease(window, button)
        window.destroy()
    catch_up()


@pytest.fixture(autouse=True)
def _nothing_left(qapp: QApplication) -> Iterator[None]:
    """No window, no running timer and no thread outlives its test.

    The collector goes not through what was there before: a look at what a test left behind then costs what
    that test made, and not all that was ever loaded.
    """
    set_aside()
    before = standing()
    yield
    assert left_behind(before) == []


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Heard:
    """What a screen reader would say from now on."""
    heard = Heard()
    monkeypatch.setattr(QAccessible, "updateAccessibility", heard.take)
    return heard


@pytest.fixture(scope="session")
def _filled_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LentStore]:
    folder = tmp_path_factory.mktemp("meetings") / "data"
    store, _code = Store.create(folder, PASSPHRASE, policy=CHEAP)
    with store:
        for path in assets.example_cases():
            CaseService(store).import_file(path)
    lent = LentStore(folder)
    yield lent
    lent.close()


@pytest.fixture
def store(_filled_store: LentStore) -> Iterator[Store]:
    """An open store with both example cases, as they were read in."""
    with _filled_store.lend() as lent:
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
    console.service.course.all_present()
    console.model.refresh()
    return console


@pytest.fixture(scope="session")
def _filled_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    vault = Vault(tmp_path_factory.mktemp("filled") / "data", policy=CHEAP)
    vault.create(PASSPHRASE)
    for path in assets.example_cases():
        vault.cases().import_file(path)
    vault.lock()
    return vault.folder


@pytest.fixture
def folder(_filled_folder: Path, tmp_path: Path) -> Path:
    """A locked store with both example cases."""
    return Path(shutil.copytree(_filled_folder, tmp_path / "data"))


@pytest.fixture
def vault(folder: Path) -> Iterator[Vault]:
    """The same, unlocked."""
    vault = Vault(folder, policy=CHEAP)
    vault.unlock(PASSPHRASE)
    yield vault
    vault.lock()


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


_ASIDE: list[QTimer] = []
"""Timers that were set aside: the collector does not show them any more."""


def set_aside() -> None:
    """Let the collector pass over everything that is there now."""
    gc.collect()
    _ASIDE[:] = [timer for timer in _timers() if isValid(timer)]
    gc.freeze()


def take_back() -> None:
    """Let the collector look at everything again."""
    gc.unfreeze()
    _ASIDE.clear()


Standing = tuple[set[QWidget], set[threading.Thread]]
"""Windows and threads."""


def standing() -> Standing:
    """What there is now."""
    return set(_windows()), set(_threads())


def left_behind(before: Standing) -> list[str]:
    """The windows and threads that came since, and every timer and worker that runs."""
    windows, threads = before
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = [f"window {type(window).__name__}" for window in _windows() if window not in windows]
    left += [f"timer of {owner}" for owner in _running_timers()]
    left += [f"thread {thread.name}" for thread in _threads() if thread not in threads]
    workers = QThreadPool.globalInstance().activeThreadCount()
    left += [f"{workers} workers"] if workers else []
    return left + ([] if gc.isenabled() else ["a collector that stands still"])


def _windows() -> list[QWidget]:
    # The one label that shows every tooltip stays, hidden, by Qt's own doing.
    return [
        window for window in QApplication.topLevelWidgets() if window.metaObject().className() != "QTipLabel"
    ]


def _threads() -> list[threading.Thread]:
    # A thread of Qt that asked for its name leaves a dummy; whether Qt's own still run is asked of Qt.
    return [thread for thread in threading.enumerate() if not isinstance(thread, threading._DummyThread)]


def _running_timers() -> list[str]:
    return [str(timer.parent()) for timer in _timers() if isValid(timer) and timer.isActive()]


def _timers() -> list[QTimer]:
    return [*_ASIDE, *(item for item in gc.get_objects() if type(item) is QTimer)]
