"""The preview in the console is the wall, small: the same pixels in every mode. Calm is painted at once."""

import dataclasses
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot
from typing_extensions import override

from beraad.terms import Column, Step
from beraad.ui.projector import WallPreview, WallWindow
from tests.ui.projector.conftest import AGREEMENTS, DANGER, VIEWS, step

LONG = tuple(dataclasses.replace(DANGER[0], text=f"Zin {number} " + "woord " * 30) for number in range(12))
FORWARD = dataclasses.replace(VIEWS[Step.WORRIES], forward=DANGER[1])
PLAN_FORWARD = dataclasses.replace(VIEWS[Step.AGREEMENTS], forward=AGREEMENTS[0])


def paged(wall: WallWindow) -> None:
    wall.show_view(step(Step.WORRIES, focus=Column.DANGER, danger=LONG))
    wall.next_page()
    assert wall.page == 2


def frozen(wall: WallWindow) -> None:
    wall.show_view(VIEWS[Step.WORRIES])
    wall.set_frozen(True)
    wall.show_view(VIEWS[Step.AGREEMENTS])


def calm(wall: WallWindow) -> None:
    wall.show_view(VIEWS[Step.WORRIES])
    wall.show_calm()


MODES: dict[str, Callable[[WallWindow], object]] = {
    **{of.value: lambda wall, view=view: wall.show_view(view) for of, view in VIEWS.items()},
    "paged": paged,
    "frozen": frozen,
    "calm": calm,
    "forward": lambda wall: wall.show_view(FORWARD),
    "agreement forward": lambda wall: wall.show_view(PLAN_FORWARD),
}


@pytest.fixture
def preview(wall: WallWindow, qtbot: QtBot) -> WallPreview:
    """As large as the wall, so that pixels can be held next to each other."""
    made = WallPreview(wall)
    qtbot.addWidget(made)
    made.resize(wall.size())
    made.show()
    return made


def inside(picture: QImage) -> QImage:
    """Without the line that the preview draws round itself."""
    return picture.convertToFormat(QImage.Format.Format_RGB32).copy(picture.rect().adjusted(2, 2, -2, -2))


@pytest.mark.parametrize("mode", MODES)
def test_the_preview_has_the_pixels_of_the_wall(mode: str, wall: WallWindow, preview: WallPreview) -> None:
    MODES[mode](wall)
    assert inside(preview.grab().toImage()) == inside(wall.grab().toImage())
    assert preview.visible_texts() == wall.visible_texts()


def test_two_pictures_that_differ_are_told_apart(wall: WallWindow, preview: WallPreview) -> None:
    """The control: the comparison above can fail."""
    wall.show_view(VIEWS[Step.WORRIES])
    shown = inside(preview.grab().toImage())
    wall.show_view(VIEWS[Step.GOING_WELL])
    assert shown != inside(wall.grab().toImage())


@pytest.mark.parametrize("mode", MODES)
def test_a_small_preview_is_the_wall_scaled(mode: str, wall: WallWindow, preview: WallPreview) -> None:
    MODES[mode](wall)
    preview.resize(480, 270)
    drawn = QImage(480, 270, QImage.Format.Format_RGB32)
    painter = QPainter(drawn)
    painter.drawImage(QRectF(0, 0, 480, 270), wall.grab().toImage().smoothScaled(480, 270))
    painter.end()
    assert difference(inside(preview.grab().toImage()), inside(drawn)) < 6


def difference(one: QImage, other: QImage) -> float:
    """How far two pictures are apart on average, in levels of 0-255; a few where letters are hinted anew."""
    small = [image.smoothScaled(64, 36) for image in (one, other)]
    points = [(x, y) for x in range(64) for y in range(36)]
    apart = [
        abs(QColor(small[0].pixel(*at)).lightness() - QColor(small[1].pixel(*at)).lightness())
        for at in points
    ]
    return sum(apart) / len(apart)


class Paints(QObject):
    """Counts how often a wall was asked to paint."""

    count = 0

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def test_the_quiet_picture_is_painted_before_the_call_ends(wall: WallWindow, qtbot: QtBot) -> None:
    qtbot.waitExposed(wall)
    wall.show_view(VIEWS[Step.WORRIES])
    paints = Paints()
    wall.installEventFilter(paints)
    wall.show_calm()
    assert paints.count == 1
    assert wall.accessibleName() == "Beraad", "its own words, and no others"


def test_a_new_view_is_painted_before_the_call_ends(wall: WallWindow, qtbot: QtBot) -> None:
    qtbot.waitExposed(wall)
    paints = Paints()
    wall.installEventFilter(paints)
    wall.show_view(VIEWS[Step.WORRIES])
    assert paints.count == 1
    wall.show_calm()
    wall.show_view(VIEWS[Step.GOING_WELL])
    assert wall.visible_texts() == (), "the quiet picture stays whatever comes in"
