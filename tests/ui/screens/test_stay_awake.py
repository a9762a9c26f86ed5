"""No screen saver and no sleep while the wall is on; let go when it goes, at a pause and at the end."""

from __future__ import annotations

import logging
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from beraad.ui.console import MeetingPage
from beraad.ui.screens.stay_awake import StayAwake
from tests.ui.opened_window import DE_WIT, Shell


class Desktop:
    """Notes when it is asked to stay awake, and on which thread."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.threads: set[int] = set()
        self.refuses = self.holds_on = False

    @contextmanager
    def hold(self) -> Iterator[None]:
        self.threads.add(threading.get_ident())
        if self.refuses:
            raise OSError("no")
        self.said.append("held off")
        yield
        self.threads.add(threading.get_ident())
        if self.holds_on:
            raise OSError("no")
        self.said.append("let go")


@pytest.fixture
def desktop() -> Desktop:
    return Desktop()


@pytest.fixture
def awake(desktop: Desktop, qtbot: QtBot) -> Iterator[StayAwake]:
    awake = StayAwake(hold=desktop.hold)
    yield awake
    awake.stop()
    awake.deleteLater()


def test_it_is_held_off_once_and_let_go_once(awake: StayAwake, desktop: Desktop, qtbot: QtBot) -> None:
    for on, said in ((True, "held off"), (False, "let go"), (True, "held off")):
        awake.set(on=on)
        awake.set(on=on)
        qtbot.waitUntil(lambda said=said: desktop.said[-1:] == [said])
    awake.stop()
    assert desktop.said == ["held off", "let go", "held off", "let go"]


def test_the_desktop_is_asked_on_one_thread_that_is_not_the_windows(
    awake: StayAwake, desktop: Desktop, qtbot: QtBot
) -> None:
    awake.set(on=True)
    qtbot.waitUntil(lambda: bool(desktop.said))
    awake.stop()
    assert desktop.said == ["held off", "let go"]
    assert len(desktop.threads) == 1
    assert threading.get_ident() not in desktop.threads


def test_a_desktop_that_refuses_is_logged_and_stops_nothing(
    awake: StayAwake, desktop: Desktop, caplog: pytest.LogCaptureFixture, qtbot: QtBot
) -> None:
    desktop.refuses = True
    awake.set(on=True)
    qtbot.waitUntil(lambda: bool(caplog.records))
    awake.stop()
    assert [record.message for record in caplog.records] == ["awake.refused"]


def test_a_desktop_that_does_not_let_go_is_logged_as_well(
    awake: StayAwake, desktop: Desktop, caplog: pytest.LogCaptureFixture, qtbot: QtBot
) -> None:
    desktop.holds_on = True
    awake.set(on=True)
    qtbot.waitUntil(lambda: bool(desktop.said))
    awake.stop()
    assert [record.message for record in caplog.records] == ["awake.not_let_go"]


def test_after_the_end_nothing_is_asked(awake: StayAwake, desktop: Desktop) -> None:
    awake.stop()
    awake.set(on=True)
    assert (desktop.said, awake.wished) == ([], False)


# -- in a meeting ------------------------------------------------------------------------------------


def _awake(shell: Shell) -> StayAwake:
    (awake,) = shell.window.findChildren(StayAwake)
    return awake


def _open_the_wall(shell: Shell) -> MeetingPage:
    shell.window.open_meeting(DE_WIT, "b2")
    page = shell.window.page
    assert isinstance(page, MeetingPage)
    shell.messages.answer(True)  # there is one screen: the wall may lie over the window
    page.wall_screen.open()
    return page


def test_the_wall_keeps_the_screens_on_until_it_goes(shell: Shell) -> None:
    awake = _awake(shell)
    page = _open_the_wall(shell)
    assert awake.wished
    page.wall_controls.leave()
    assert not awake.wished


def test_a_pause_lets_go_and_going_on_holds_again(shell: Shell) -> None:
    awake = _awake(shell)
    page = _open_the_wall(shell)
    page.pausing.pause()
    assert not awake.wished
    page.pausing.resume()
    assert awake.wished


def test_closing_the_meeting_lets_go(shell: Shell) -> None:
    awake = _awake(shell)
    page = _open_the_wall(shell)
    page.close_meeting()
    assert not awake.wished


# -- on a real session -------------------------------------------------------------------------------


class ScreenSaver:
    """A D-Bus session of its own, with a screen saver on it."""

    def __init__(self) -> None:
        self._bus = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self._bus.stdout is not None
        self.address = self._bus.stdout.readline().strip()
        script = str(Path(__file__).with_name("screen_saver.py"))
        self._saver = subprocess.Popen(
            [sys.executable, script, self.address], stdout=subprocess.PIPE, text=True
        )
        assert self.hear() == "ready"

    def hear(self) -> str:
        """The next thing that it says."""
        assert self._saver.stdout is not None
        return self._saver.stdout.readline().strip()

    def stop(self) -> None:
        for process in (self._saver, self._bus):
            process.terminate()
            process.wait(20)
            if process.stdout is not None:
                process.stdout.close()


@pytest.fixture
def saver(monkeypatch: pytest.MonkeyPatch) -> Iterator[ScreenSaver]:
    if not sys.platform.startswith("linux") or not shutil.which("dbus-daemon"):
        pytest.skip("needs dbus-daemon")
    saver = ScreenSaver()
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", saver.address)
    monkeypatch.delenv("WAKEPY_FAKE_SUCCESS")
    yield saver
    saver.stop()


def test_a_real_session_hears_that_the_wall_comes_and_goes(saver: ScreenSaver, shell: Shell) -> None:
    page = _open_the_wall(shell)
    assert saver.hear() == "held off"
    page.pausing.pause()
    assert saver.hear() == "let go"
    page.pausing.resume()
    assert saver.hear() == "held off"
    shell.window.close()
    assert saver.hear() == "let go"


def test_where_there_is_no_session_the_wall_stands_all_the_same(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, qtbot: QtBot
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/at/all")
    monkeypatch.delenv("WAKEPY_FAKE_SUCCESS")
    with caplog.at_level(logging.WARNING, "beraad"):
        page = _open_the_wall(shell)
        qtbot.waitUntil(lambda: "awake.refused" in [record.message for record in caplog.records])
        assert page.wall_screen.is_open
