"""On two real outputs: nothing private on the projector, and the wall is back each time.

The short form runs with every test; `make screens` runs the long one and prints what was seen.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.ui.screens.room import Room
from tests.ui.screens.two_screens import OTHER, TwoScreens

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def _room(screens: TwoScreens) -> Iterator[Room]:
    screens.side_by_side()
    with Room(screens) as room:
        yield room


@pytest.fixture
def room(_room: Room) -> Room:
    """The program with a meeting on the laptop and the wall on the projector, and nothing seen yet."""
    _room.begin()
    return _room


def _unplug(room: Room, times: int) -> None:
    for number in range(times):
        left = number % 2 == 1
        room.unplugged()
        room.plugged_in(left=left)
        assert not room.sees_private()
        room.lift()
        assert room.wall_is_back()
        assert not room.sees_private()


def _unplug_covered(room: Room, times: int) -> None:
    """As the notice offers when the projector went: cover first, then plug in."""
    for number in range(times):
        room.unplugged()
        assert room.program.ask("cover first")["covered"]
        room.plugged_in(left=number % 2 == 0)
        room.lift()
        assert room.wall_is_back()


def _seen_meanwhile(room: Room) -> dict[str, int]:
    return {name: seen.during for name, seen in room.seen.items() if seen.during}


def _close_the_lid(room: Room, times: int) -> None:
    for _number in range(times):
        room.lid_closed()
        assert not room.sees_private()
        room.lid_opened()
        room.lift()
        assert room.wall_is_back()
        assert not room.sees_private()


def _seen_afterwards(room: Room) -> dict[str, int]:
    return {name: seen.after for name, seen in room.seen.items() if seen.after}


def test_an_unplugged_projector_gets_its_wall_back_and_nothing_else(room: Room) -> None:
    _unplug(room, 3)
    assert _seen_afterwards(room) == {}


def test_a_window_that_was_covered_first_is_never_on_the_projector_also_meanwhile(room: Room) -> None:
    _unplug_covered(room, 3)
    assert _seen_afterwards(room) == {}
    assert _seen_meanwhile(room) == {}


def test_a_closed_lid_brings_nothing_private_to_the_projector(room: Room) -> None:
    _close_the_lid(room, 2)
    assert _seen_afterwards(room) == {}


def test_a_closed_lid_without_a_wall_brings_the_cover_and_nothing_else(room: Room) -> None:
    room.program.ask("wall off")
    room.happens("lid closed", room.screens.close_lid, room.covered)
    assert not room.sees_private()


def test_a_private_dialog_is_covered_with_its_window(room: Room) -> None:
    room.program.ask("wall off")
    room.program.ask("dialog")
    room.happens("lid closed", room.screens.close_lid, room.covered)
    assert not room.sees_private()
    room.program.ask("no dialog")


def test_mirrored_screens_show_the_cover_and_are_told(room: Room) -> None:
    room.happens("mirrored", room.screens.mirror, room.covered)
    state = room.program.ask("state")
    assert not room.sees_private()
    assert (state["change"], state["wall"]) == ("MIRRORED", None)
    assert state["notice"].startswith("Twee schermen tonen hetzelfde.")
    room.happens("mirror ended", room.screens.side_by_side, room.wall_is_back)


def test_another_resolution_refits_the_wall(room: Room) -> None:
    room.happens("resolution", room.screens.change_resolution, room.wall_is_back)
    assert f"{'x'.join(map(str, room.eye.ask('look')['size']))}" == OTHER
    assert room.program.ask("state")["notice"].startswith("Het scherm van de kamer kreeg een andere maat")


def test_a_laptop_with_fewer_pixels_brings_no_part_of_its_window_to_the_projector(room: Room) -> None:
    room.program.ask("wall off")
    room.move_to_the_right()
    room.happens("laptop shrinks", room.screens.change_laptop, room.covered)
    assert not room.sees_private()


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_fifty_unplugs_and_twenty_lids(room: Room, capsys: pytest.CaptureFixture[str]) -> None:
    try:
        _unplug(room, 50)
        _close_the_lid(room, 20)
    finally:
        with capsys.disabled():
            room.tell()
    assert _seen_afterwards(room) == {}


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_fifty_unplugs_with_the_window_covered_first(room: Room, capsys: pytest.CaptureFixture[str]) -> None:
    try:
        _unplug_covered(room, 50)
    finally:
        with capsys.disabled():
            room.tell("covered first, ")
    assert _seen_afterwards(room) == {}
    assert _seen_meanwhile(room) == {}
