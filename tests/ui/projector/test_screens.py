"""The wall stands where the room looks, and goes when its screen goes."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from beraad.terms import Step
from beraad.ui.projector import Placed, WallPlacement, WallWindow
from beraad.ui.projector.screens import other_screen
from tests.ui.projector.conftest import VIEWS

LAPTOP, PROJECTOR = QRect(0, 0, 1366, 768), QRect(1366, 0, 1920, 1080)


@pytest.mark.parametrize(
    ("screens", "own", "chosen"),
    [
        ([LAPTOP], 0, None),
        ([LAPTOP, PROJECTOR], 0, 1),
        ([LAPTOP, PROJECTOR], 1, 0),
        ([LAPTOP, LAPTOP], 0, None),
        ([LAPTOP, LAPTOP, PROJECTOR], 0, 2),
    ],
    ids=["one screen", "the projector", "the console stands on the projector", "mirrored", "three"],
)
def test_the_wall_goes_to_a_screen_that_is_not_the_facilitators(
    screens: list[QRect], own: int, chosen: int | None
) -> None:
    assert other_screen(screens, own) == chosen


TWO_SCREENS = {
    "synchronousWindowSystemEvents": False,
    "windowFrameMargins": True,
    "screens": [
        {"name": "laptop", "x": 0, "y": 0, "width": 1366, "height": 768}
        | {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1},
        {"name": "projector", "x": 1366, "y": 0, "width": 1920, "height": 1080}
        | {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1},
    ],
}
ON_TWO_SCREENS = """
import beraad.ui
from PySide6.QtWidgets import QApplication, QWidget
from beraad.ui.projector import WallPlacement, WallWindow
app = QApplication([])
laptop, projector = sorted(app.screens(), key=lambda screen: screen.name())
console, wall = QWidget(), WallWindow()
console.setScreen(laptop)
console.move(laptop.geometry().topLeft())
console.show()
placement = WallPlacement(wall, console)
print(placement.open().name, wall.screen().name(), wall.geometry() == projector.geometry())
placement._on_screen_removed(laptop)
print(wall.isVisible())
placement._on_screen_removed(projector)
print(wall.isVisible())
placement._on_screen_added(projector)
print(wall.isVisible(), wall.screen().name(), console.screen().name())
"""


def test_with_two_screens_the_wall_goes_comes_and_never_stands_on_the_console(tmp_path: Path) -> None:
    config = tmp_path / "screens.json"
    config.write_text(json.dumps(TWO_SCREENS), "utf-8")
    run = subprocess.run(
        [sys.executable, "-c", ON_TWO_SCREENS],
        env=os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={config}"},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert run.stdout.splitlines() == [
        "OTHER_SCREEN projector True",
        "True",
        "False",
        "True projector laptop",
    ]


@pytest.fixture
def placement(qtbot: QtBot) -> Iterator[WallPlacement]:
    """A console and its wall, on the one screen there is."""
    console, wall = QWidget(), WallWindow()
    for window in (console, wall):
        qtbot.addWidget(window)
    console.show()
    wall.show_view(VIEWS[Step.WORRIES])
    placement = WallPlacement(wall, console)
    placement.wall, placement.console = wall, console
    yield placement
    placement.close()


def test_on_one_screen_the_wall_covers_it_and_a_key_leads_back(
    placement: WallPlacement, qtbot: QtBot
) -> None:
    assert placement.open() is Placed.SAME_SCREEN
    assert placement.wall.isFullScreen()
    placement.wall.left.emit()
    assert not placement.is_open


def test_a_wall_that_the_window_system_closes_is_left_as_well(placement: WallPlacement) -> None:
    placement.open()
    placement.wall.close()
    assert not placement.is_open


def test_a_screen_that_goes_takes_the_wall_with_it(placement: WallPlacement, qtbot: QtBot) -> None:
    placement.open()
    with qtbot.waitSignal(placement.screen_lost):
        placement._on_screen_removed(QGuiApplication.primaryScreen())
    assert placement.wall.visible_texts() == ()


def test_another_screen_that_goes_leaves_the_wall(placement: WallPlacement, qtbot: QtBot) -> None:
    placement.open()
    with qtbot.assertNotEmitted(placement.screen_lost):
        placement._on_screen_removed(None)
    assert placement.is_open


def test_the_wall_comes_back_with_the_screen(
    placement: WallPlacement, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    placement.open()
    placement._on_screen_removed(QGuiApplication.primaryScreen())
    monkeypatch.setattr("beraad.ui.projector.screens.other_screen", lambda _screens, _own: 0)
    with qtbot.waitSignal(placement.screen_back):
        placement._on_screen_added(QGuiApplication.primaryScreen())
    assert placement.is_open


def test_without_another_screen_a_lost_wall_does_not_cover_the_console(placement: WallPlacement) -> None:
    placement.open()
    placement._on_screen_removed(QGuiApplication.primaryScreen())
    placement._on_screen_added(QGuiApplication.primaryScreen())
    assert not placement.is_open


def test_a_wall_that_was_closed_does_not_come_back_by_itself(
    placement: WallPlacement, monkeypatch: pytest.MonkeyPatch
) -> None:
    placement.open()
    placement.close()
    monkeypatch.setattr("beraad.ui.projector.screens.other_screen", lambda _screens, _own: 0)
    placement._on_screen_added(QGuiApplication.primaryScreen())
    assert not placement.is_open
