"""A screen is known by what it says of itself: on another connector, and when it was swapped."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.ui.screens.room import Room
from tests.ui.screens.two_screens import PROJECTOR, SECOND, TwoScreens

pytestmark = pytest.mark.slow
BENQ, EPSON = ("BNQ", "MX550", "B-1"), ("EPS", "EB-X49", "E-1")
OTHER_BENQ = ("BNQ", "MX550", "B-2")


@pytest.fixture(autouse=True)
def _at_first(screens: TwoScreens) -> Iterator[None]:
    """The BenQ hangs beside the laptop, and nothing else."""
    screens.plug_in_cables()
    screens.hang(*BENQ)
    yield
    screens.side_by_side()


@pytest.fixture(scope="module")
def _room(screens: TwoScreens) -> Iterator[Room]:
    with Room(screens) as room:
        yield room


@pytest.fixture
def room(_room: Room) -> Room:
    """The program, with the wall on the BenQ."""
    _room.begin()
    return _room


@pytest.mark.parametrize("other", [EPSON, OTHER_BENQ], ids=["another make", "another serial number"])
def test_a_swapped_projector_gets_nothing_until_somebody_says_so(
    room: Room, other: tuple[str, str, str]
) -> None:
    room.unplugged()
    room.screens.name(PROJECTOR, *other)
    told = lambda: room.program.ask("state")["notice"].startswith("Er is een ander scherm")  # noqa: E731
    room.happens("another projector", room.screens.side_by_side, told)
    assert not room.sees_private()
    assert not room.wall_is_back()
    assert room.program.ask("state")["wall"] is None
    room.happens("said so", lambda: room.program.ask("wall on"), room.wall_is_back)
    # From now on this is the one that the room looks at.
    room.unplugged()
    room.plugged_in()
    assert {name: seen.after for name, seen in room.seen.items() if seen.after} == {}


def test_the_room_s_own_projector_gets_its_wall_back_on_another_connector(room: Room) -> None:
    room.unplugged()
    room.screens.name(PROJECTOR, *EPSON)
    room.screens.name(SECOND, *BENQ)
    there = lambda: room.wall_is_on(SECOND)  # noqa: E731
    room.happens("on another connector", room.screens.two_beside_the_laptop, there)
    assert not room.sees_private(PROJECTOR)
    assert not room.sees_private(SECOND)
