"""Before the computer sleeps, where the desktop tells: heard on a bus of its own, with a false logind."""

import shutil
import subprocess
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from pytestqt.qtbot import QtBot

from beraad.ui.pages.cases import CasesPage
from beraad.ui.pages.unlock import UnlockPage
from beraad.ui.sleep_notice import _MANAGER, SleepNotice
from tests.ui.opened_window import Shell


@pytest.fixture
def bus() -> Iterator[str]:
    """The address of a message bus for this test alone."""
    if not sys.platform.startswith("linux") or not shutil.which("dbus-daemon"):
        pytest.skip("needs dbus-daemon")
    command = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as daemon:
        assert daemon.stdout is not None
        yield daemon.stdout.readline().strip()
        daemon.kill()


@pytest.fixture
def logind(bus: str) -> Iterator[QDBusConnection]:
    """Somebody on that bus who is called as logind is."""
    connection = QDBusConnection.connectToBus(bus, "a false logind")
    assert connection.registerService(_MANAGER[0])
    yield connection
    QDBusConnection.disconnectFromBus("a false logind")
    QDBusConnection.disconnectFromBus(bus)


def say(logind: QDBusConnection, *, begins: bool) -> None:
    """That the computer is going to sleep, or is awake again."""
    message = QDBusMessage.createSignal(*_MANAGER[1:], "PrepareForSleep")
    message.setArguments([begins])
    assert logind.send(message)


def test_it_is_heard_that_sleep_comes_and_not_that_it_is_over(
    logind: QDBusConnection, bus: str, qtbot: QtBot
) -> None:
    notice = SleepNotice(bus=bus)
    heard: list[bool] = []
    notice.falls_asleep.connect(lambda: heard.append(True))
    assert notice.begin()
    assert notice.begin(), "twice is once"
    say(logind, begins=False)
    with qtbot.waitSignal(notice.falls_asleep):
        say(logind, begins=True)
    assert heard == [True]


def test_without_a_bus_nothing_is_heard_and_nothing_fails() -> None:
    assert not SleepNotice(bus="unix:path=/nowhere/at/all").begin()


def test_the_window_is_locked_before_sleep(shell: Shell, logind: QDBusConnection, bus: str) -> None:
    shell.window.sleep_notice._bus, shell.window.sleep_notice._hears = bus, None
    assert isinstance(shell.window.page, CasesPage), "the control"
    assert shell.window.sleep_notice.begin()
    say(logind, begins=True)
    shell.qtbot.waitUntil(lambda: isinstance(shell.window.page, UnlockPage))
    shell.wait()
