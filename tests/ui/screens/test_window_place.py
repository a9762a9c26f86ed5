"""The private window is never put on the room's screen by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from beraad.ui.screens.room_screen import RoomScreen
from beraad.ui.screens.watch import ScreenWatch
from beraad.ui.screens.window_place import WindowPlace
from tests.ui.paper_screens import LAPTOP, PROJECTOR, PaperScreen, PaperWatch, laptop, projector, room

EPSON = ("Epson", "M1", "", "HDMI-1")
Placer = Callable[..., tuple[QWidget, WindowPlace]]


@pytest.fixture
def placed(qtbot: QtBot) -> Iterator[Placer]:
    """A window that is not shown yet, and its place on these screens."""
    watches: list[ScreenWatch] = []

    def place(*screens: PaperScreen, remembered: tuple[str, ...] = EPSON) -> tuple[QWidget, WindowPlace]:
        watch = PaperWatch(*screens)
        watches.append(watch)
        window = QWidget()
        qtbot.addWidget(window)
        return window, WindowPlace(window, watch, room(watch, *remembered))

    yield place
    for watch in watches:
        watch.deleteLater()


def stood_at(x: int, y: int, qtbot: QtBot, state: Qt.WindowState = Qt.WindowState.WindowNoState) -> str:
    """What is remembered of a window that stood there."""
    window = QWidget()
    qtbot.addWidget(window)
    window.setGeometry(x, y, 600, 400)
    window.setWindowState(state)
    watch = PaperWatch(laptop())
    told = WindowPlace(window, watch, RoomScreen(watch)).told()
    watch.deleteLater()
    return told


def test_a_place_on_the_laptop_is_taken_again(placed: Placer, qtbot: QtBot) -> None:
    window, place = placed(laptop(), projector())
    place.restore(stood_at(30, 40, qtbot))
    assert window.geometry() == QRect(30, 40, 600, 400)


@pytest.mark.parametrize("x", [0, 300], ids=["wholly", "in part"])
def test_a_place_on_the_room_s_screen_is_refused(placed: Placer, qtbot: QtBot, x: int) -> None:
    here, beside = PaperScreen("HDMI-1", QRect(500, 0, 800, 600), "Epson"), laptop()
    beside.rect = QRect(1300, 0, 1366, 768)
    window, place = placed(here, beside)
    place.restore(stood_at(x + 150, 40, qtbot))
    assert beside.rect.contains(window.geometry().center())


def test_without_another_screen_it_stays_and_the_guard_has_to_cover(placed: Placer, qtbot: QtBot) -> None:
    window, place = placed(PaperScreen("HDMI-1", QRect(LAPTOP), "Epson"))
    place.restore(stood_at(30, 40, qtbot))
    assert window.geometry() == QRect(30, 40, 600, 400)


def test_where_no_screen_was_ever_the_room_s_every_place_is_taken(placed: Placer, qtbot: QtBot) -> None:
    window, place = placed(PaperScreen("HDMI-1", QRect(LAPTOP), "Epson"), projector(), remembered=())
    place.restore(stood_at(30, 40, qtbot))
    assert window.geometry() == QRect(30, 40, 600, 400)


def test_a_window_that_filled_the_room_s_screen_fills_the_other(placed: Placer, qtbot: QtBot) -> None:
    small = PaperScreen("eDP-1", QRect(PROJECTOR))
    window, place = placed(PaperScreen("HDMI-1", QRect(LAPTOP), "Epson"), small)
    place.restore(stood_at(30, 40, qtbot, Qt.WindowState.WindowMaximized))
    assert window.isMaximized()
    window.setWindowState(Qt.WindowState.WindowNoState)
    assert small.rect.contains(window.geometry().center())


def test_swapping_before_a_meeting_moves_the_window_and_remembers_the_room_s_screen(
    placed: Placer, qtbot: QtBot
) -> None:
    small = laptop()
    window, place = placed(small, projector(), remembered=())
    window.setGeometry(20, 20, 600, 400)
    window.show()
    assert place.swap()
    assert PROJECTOR.contains(window.geometry().center())
    assert place._room.among_all(projector().now) == small.now


def test_the_first_time_the_window_fits_on_the_screen_with_its_title_bar(
    placed: Placer, qtbot: QtBot
) -> None:
    """On a laptop of 1366x768 the line that says whether all is kept stood below the edge."""
    window, place = placed(laptop(), remembered=())
    place.restore("")
    room = window.screen().availableGeometry().size()
    assert window.height() <= room.height() - 40
    assert window.width() <= room.width() - 8
