"""What the X server says of a cable: it comes before the desktop uses the screen at its end.

The dummy driver has no cables, so what a server says of one is written here byte for byte.
"""

import ctypes
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from beraad.ui.screens.watch import ScreenWatch
from beraad.ui.screens.x_monitors import XMonitors, _OutputChange
from tests.ui.screens.two_screens import TwoScreens

pytestmark = pytest.mark.slow
CABLE, NO_CABLE = 0, 1
OFF, A_MODE = 0, 103


@pytest.fixture
def server(screens: TwoScreens, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[XMonitors]:
    """What the program knows of the real server."""
    monkeypatch.setenv("DISPLAY", screens.display)
    server = XMonitors()
    yield server
    server.close()
    server.deleteLater()


def _said(server: XMonitors, connection: int, mode: int, output: int) -> bool:
    word = _OutputChange(
        response_type=server._first_event + 1, sub_code=1, output=output, connection=connection, mode=mode
    )
    return server._is_plugged_in(ctypes.addressof(word))


def test_a_watch_tells_where_the_server_has_screens_that_qt_does_not_know(server: XMonitors) -> None:
    watch = ScreenWatch()
    assert watch._server is None  # Qt itself is off-screen here: it knows none of the server's
    watch._server = server
    (own,) = [watch._told(screen) for screen in QGuiApplication.screens()]
    assert watch.newest(own) == [QRect(0, 0, 1368, 768), QRect(1368, 0, 1920, 1080)]
    watch.deleteLater()


def test_the_server_says_which_outputs_have_a_cable(server: XMonitors) -> None:
    assert set(server._connected.values()) == {True, False}


def test_a_cable_that_was_not_there_is_plugged_in(server: XMonitors) -> None:
    free = next(output for output, cable in server._connected.items() if not cable)
    assert _said(server, CABLE, OFF, free)
    assert not _said(server, CABLE, OFF, free)
    assert not _said(server, NO_CABLE, OFF, free)
    assert _said(server, CABLE, OFF, free)


def test_a_screen_that_is_switched_off_and_on_is_not_plugged_in(server: XMonitors) -> None:
    used = next(output for output, cable in server._connected.items() if cable)
    assert not _said(server, CABLE, OFF, used)
    assert not _said(server, CABLE, A_MODE, used)
