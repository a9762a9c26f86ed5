"""On Wayland the wall counts as standing only when the compositor says that it is where it was put."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from beraad.ui.projector import WallWindow
from beraad.ui.screens.identity import Screen
from beraad.ui.screens.wall_placement import WallPlacement
from beraad.ui.screens.wall_stand import WallStand
from tests.ui.driving import timer
from tests.ui.paper_screens import PROJECTOR, PaperScreen, PaperWatch, laptop, projector, room


class PaperWall(WallWindow):
    """The wall, under a compositor that does as a test says."""

    def __init__(self) -> None:
        super().__init__()
        self.obeyed = True
        self.shown_on: list[object] = []

    def setScreen(self, screen: object, /) -> None:  # noqa: N802 - Qt's name
        self.wished = screen

    def setWindowState(self, _state: object, /) -> None:  # noqa: N802 - Qt's name
        if not self.isVisible():
            self.shown_on.append(self.wished)


@pytest.fixture
def wall(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[PaperWall]:
    """A wall that is where it was put as long as it is `obeyed`."""
    wall = PaperWall()
    qtbot.addWidget(wall)
    monkeypatch.setattr(WallStand, "is_there", lambda _stand: wall.obeyed)
    return wall


class Table:
    """A console on a laptop and a wall on a projector, on Wayland."""

    def __init__(self, wall: PaperWall, qtbot: QtBot) -> None:
        self.console = QWidget()
        qtbot.addWidget(self.console)
        self.console.show()
        self.small, self.wide = laptop(), projector()
        self.watch = PaperWatch(self.small, self.wide, tells_places=False)
        self.placement = WallPlacement(wall, self.console, watch=self.watch, room=room(self.watch))
        for waiting in (timer(self.placement, "settled"), timer(self.placement, "looked")):
            waiting.setInterval(20)
        self.told: list[bool] = []
        self.placement.sure_changed.connect(lambda: self.told.append(self.placement.is_sure))


@pytest.fixture
def table(wall: PaperWall, qtbot: QtBot) -> Iterator[Table]:
    table = Table(wall, qtbot)
    yield table
    table.watch.deleteLater()


def test_an_opened_wall_is_sure_only_when_it_was_looked_at(table: Table, qtbot: QtBot) -> None:
    table.placement.open()
    assert table.placement.is_open
    assert not table.placement.is_sure
    qtbot.waitUntil(lambda: table.placement.is_sure)
    assert table.told == [False, True]


def test_after_the_last_change_the_wall_is_shown_anew_and_looked_at(
    table: Table, wall: PaperWall, qtbot: QtBot
) -> None:
    table.placement.open()
    qtbot.waitUntil(lambda: table.placement.is_sure)
    table.watch.move(table.small, QRect(0, 0, 1280, 720))
    assert not table.placement.is_sure
    assert wall.shown_on == [table.wide]
    qtbot.waitUntil(lambda: table.placement.is_sure)
    assert wall.shown_on == [table.wide, table.wide]


def test_a_change_begins_the_wait_anew(table: Table, wall: PaperWall) -> None:
    table.placement.open()
    table.watch.changed.emit()
    assert not table.placement.is_sure
    settled = timer(table.placement, "settled")
    before = settled.remainingTime()
    settled.setInterval(60_000)
    table.watch.changed.emit()
    assert settled.remainingTime() > before
    table.placement.close()
    assert table.placement.is_sure  # there is nothing to be unsure of


def test_a_wall_that_is_put_elsewhere_is_put_there_again_and_then_taken_away(
    table: Table, wall: PaperWall, qtbot: QtBot
) -> None:
    wall.obeyed = False
    with qtbot.waitSignal(table.placement.astray):
        table.placement.open()
    assert len(wall.shown_on) == 4
    assert not table.placement.is_open
    assert table.placement.stands is None


def test_a_wall_that_is_moved_after_it_was_seen_to_stand_is_put_there_again(
    table: Table, wall: PaperWall, qtbot: QtBot
) -> None:
    table.placement.open()
    qtbot.waitUntil(lambda: table.placement.is_sure)
    wall.obeyed = False
    wall.resize(1366, 768)
    assert not table.placement.is_sure
    wall.obeyed = True
    qtbot.waitUntil(lambda: table.placement.is_sure)
    assert table.placement.is_open


def test_a_screen_that_comes_gets_its_wall_only_when_the_screens_have_come_to_rest(
    table: Table, wall: PaperWall, qtbot: QtBot
) -> None:
    table.placement.open()
    qtbot.waitUntil(lambda: table.placement.is_sure)
    table.watch.take(table.wide)
    assert not table.placement.is_open
    again = projector()
    table.watch.bring(again)
    assert not table.placement.is_open
    with qtbot.waitSignal(table.placement.screen_back, timeout=20_000):
        pass
    qtbot.waitUntil(lambda: table.placement.is_sure)
    assert wall.shown_on == [table.wide, again]


def test_where_places_are_known_nothing_has_to_be_looked_at(wall: PaperWall, qtbot: QtBot) -> None:
    console = QWidget()
    qtbot.addWidget(console)
    console.show()
    watch = PaperWatch(laptop(), PaperScreen("HDMI-1", QRect(PROJECTOR)))
    placement = WallPlacement(wall, console, watch=watch, room=room(watch))
    with qtbot.assertNotEmitted(placement.sure_changed):
        placement.open()
        watch.changed.emit()
    assert placement.is_sure
    watch.deleteLater()


def test_there_is_where_the_compositor_says_and_as_large_as_the_screen(qtbot: QtBot) -> None:
    real = WallWindow()
    qtbot.addWidget(real)
    watch = PaperWatch(laptop(), tells_places=False)
    stand = WallStand(real, watch, real)
    with qtbot.waitExposed(real):
        real.show()
    (screen,) = [Screen(watch._told(found).identity, real.geometry()) for found in QGuiApplication.screens()]
    stand._screen = screen
    assert stand.is_there()
    stand._screen = laptop().now
    assert not stand.is_there()  # another screen
    stand._screen = Screen(screen.identity, QRect(0, 0, 1280, 700))
    assert not stand.is_there()  # another size
    stand._screen = screen
    real.hide()
    assert not stand.is_there()
    watch.deleteLater()
