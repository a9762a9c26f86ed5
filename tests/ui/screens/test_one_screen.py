"""One screen, or two that show the same: the wall lies over the private window, nothing is seen beside it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.ui.screens.room import Room
from tests.ui.screens.two_screens import LAPTOP, PROJECTOR, TwoScreens, wait_until

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def _room(screens: TwoScreens) -> Iterator[Room]:
    screens.plug_in_cables()
    with Room(screens) as room:
        yield room


@pytest.fixture
def room(_room: Room) -> Room:
    """A laptop and nothing else, with the wall over the private window. The projector was there before."""
    _room.begin()
    _room.unplugged()
    _room.program.ask("wall on")
    wait_until(lambda: _room.wall_is_on(LAPTOP), "the wall does not lie over the private window")
    return _room


def test_on_one_screen_nothing_private_is_beside_the_wall_and_f11_leads_back(room: Room) -> None:
    assert not room.sees_private(LAPTOP)
    room.program.ask("F11")
    wait_until(lambda: room.sees_private(LAPTOP), "F11 does not lead back")
    assert room.program.ask("state")["wall"] is None


def test_the_only_screen_gets_other_pixels_and_the_wall_still_covers_all_of_it(room: Room) -> None:
    room.happens("only screen", room.screens.change_only_screen, lambda: room.wall_is_on(LAPTOP))
    assert not room.sees_private(LAPTOP)


def test_the_projector_takes_the_wall_and_who_looked_at_the_laptop_sees_a_cover(room: Room) -> None:
    room.happens("projector comes", room.screens.side_by_side, room.wall_is_back)
    assert not room.sees_private(LAPTOP)
    assert not room.sees_private(PROJECTOR)
    assert room.covered()
    room.lift()
    assert not room.sees_private(PROJECTOR)


def test_a_projector_that_nobody_chose_leaves_the_wall_where_it_is(room: Room) -> None:
    room.screens.name(PROJECTOR, "EPS", "EB-X49", "E-1")
    try:
        told = lambda: room.program.ask("state")["notice"].startswith("Er is een scherm bij")  # noqa: E731
        room.happens("another projector", room.screens.side_by_side, told)
        assert room.wall_is_on(LAPTOP)
        assert not room.sees_private(LAPTOP)
        assert not room.sees_private(PROJECTOR)
        state = room.program.ask("F11")
        assert state["notice"].startswith("Er is een scherm bij gekomen.")
        assert room.program.ask("wall on")["wall"] is not None
        wait_until(room.wall_is_back, "the wall does not go to the projector that was chosen")
    finally:
        room.program.ask("wall off")


def test_a_wall_over_two_screens_that_show_the_same_goes_to_the_room_s_one_when_they_part(room: Room) -> None:
    room.program.ask("F11")
    room.screens.mirror()
    wait_until(room.covered, "two screens that show the same are not noticed")
    room.lift()
    room.program.ask("wall on")
    both = lambda: not room.sees_private(LAPTOP) and not room.sees_private(PROJECTOR)  # noqa: E731
    wait_until(both, "something private is seen beside the wall")
    room.happens("mirror ended", room.screens.side_by_side, room.wall_is_back)
    assert not room.sees_private(LAPTOP)
    assert room.covered()
