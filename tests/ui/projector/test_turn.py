"""Who has the turn, at the foot of the wall."""

import dataclasses

import pytest
from PySide6.QtCore import QSize

from beraad.disclosure.views import PersonView, WallView
from beraad.terms import Circle, Column, Step
from beraad.ui.projector import WallWindow
from beraad.ui.projector.marks import Panel
from tests.ui.driving import pages_of
from tests.ui.projector.conftest import DANGER, SANNE, VIEWS, step

SAID = "Sanne is aan het woord"


@pytest.mark.parametrize("view", VIEWS.values(), ids=lambda view: view.step.value)
def test_the_name_stands_on_every_step(view: WallView, wall: WallWindow) -> None:
    wall.show_view(dataclasses.replace(view, turn=SANNE))
    assert SAID in wall.visible_texts()


@pytest.mark.parametrize("view", VIEWS.values(), ids=lambda view: view.step.value)
def test_without_a_turn_nobody_is_named(view: WallView, wall: WallWindow) -> None:
    wall.show_view(view)
    assert not [text for text in wall.visible_texts() if "is aan het woord" in text]


def test_it_stands_on_every_page(wall: WallWindow) -> None:
    cards = tuple(dataclasses.replace(DANGER[0], text=f"Zin nummer {number}.") for number in range(20))
    wall.show_view(step(Step.WORRIES, focus=Column.DANGER, danger=cards, turn=SANNE))
    assert wall.pages > 1
    for _page in range(wall.pages):
        assert SAID in wall.visible_texts()
        wall.next_page()


def test_it_is_gone_from_the_calm_picture(wall: WallWindow) -> None:
    wall.show_view(dataclasses.replace(VIEWS[Step.WORRIES], turn=SANNE))
    wall.show_calm()
    assert wall.visible_texts() == ()


@pytest.mark.parametrize("size", [QSize(1920, 1080), QSize(800, 600)])
def test_its_letters_are_no_smaller_than_the_rest_and_a_long_name_stays_on_the_wall(
    size: QSize, wall: WallWindow
) -> None:
    long = PersonView("tante Wilhelmina van den Berg-Oosterhuis", Circle.NETWORK)
    wall.resize(size)
    wall.show_view(dataclasses.replace(VIEWS[Step.WORRIES], turn=long))
    said = [
        mark
        for mark in pages_of(wall)[0]
        if "aan het woord" in getattr(getattr(mark, "words", 0), "text", "")
    ]
    assert said[0].words.size >= size.height() / 34
    assert said[0].where.x() + said[0].words.natural_width <= size.width()
    assert said[0].where.y() + said[0].words.height <= size.height()


def test_its_frame_stays_clear_of_the_edge_that_a_projector_may_cut(wall: WallWindow) -> None:
    wall.show_view(dataclasses.replace(VIEWS[Step.WORRIES], turn=SANNE))
    strip = [mark for mark in pages_of(wall)[0] if isinstance(mark, Panel)][-1]
    assert wall.height() - strip.where.bottom() >= wall.height() / 34 * 0.39
