"""The keyboard stays with the console: a real one, on an X server with a window manager."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator

import pytest

from tests.ui.screens.room import Room
from tests.ui.screens.two_screens import TwoScreens, wait_until

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not shutil.which("xdotool"), reason="needs xdotool"),
]
SENTENCE = "bob belt beppe bij brand b b b "


@pytest.fixture(scope="module")
def _room(screens: TwoScreens) -> Iterator[Room]:
    screens.side_by_side()
    with Room(screens) as room:
        yield room


@pytest.fixture
def room(_room: Room) -> Room:
    """A meeting on the laptop, the wall on the projector, and an empty field that has the keyboard."""
    _room.begin()
    _room.program.ask("write")
    return _room


def _press(room: Room, *what: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(["xdotool", *what], env=room.screens.environment)


def _type(room: Room, times: int = 3) -> subprocess.Popen[bytes]:
    return _press(room, "type", "--delay", "15", SENTENCE * times)


def _all_is_there(room: Room, times: int = 3) -> bool:
    return len(room.program.ask("written")["text"]) >= len(SENTENCE) * times


def test_nothing_is_lost_of_what_is_typed_while_the_wall_comes_on(room: Room) -> None:
    room.program.ask("wall off")
    typing = _type(room)
    wait_until(lambda: len(room.program.ask("written")["text"]) > 5, "the keyboard is nowhere")
    room.program.ask("wall on")
    assert typing.wait(60) == 0
    wait_until(lambda: _all_is_there(room), f"lost: {room.program.ask('written')}")
    assert room.program.ask("written") == {"text": SENTENCE * 3, "calm": False, "open": True}
    assert room.wall_is_back()


def test_nothing_is_lost_of_what_is_typed_while_the_wall_goes_and_comes_back(room: Room) -> None:
    typing = _type(room, 8)
    room.unplugged()
    room.plugged_in()
    assert typing.wait(60) == 0
    wait_until(lambda: _all_is_there(room, 8), f"lost: {room.program.ask('written')}")
    assert room.program.ask("written") == {"text": SENTENCE * 8, "calm": False, "open": True}


def test_one_key_takes_the_wall_away_and_brings_it_back(room: Room) -> None:
    for is_open in (False, True):
        assert _press(room, "key", "F11").wait(60) == 0
        wait_until(lambda is_open=is_open: room.program.ask("written")["open"] is is_open, "F11 does nothing")
    assert room.program.ask("written")["text"] == ""
