"""The control: what the tests beside this one look for can be seen, each time that it should be."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.ui.screens.room import Room
from tests.ui.screens.two_screens import TwoScreens, wait_until

pytestmark = pytest.mark.slow


@pytest.fixture
def unguarded(screens: TwoScreens) -> Iterator[Room]:
    """A meeting on the laptop and a wall on the projector, in a program that covers nothing."""
    with Room(screens, guarded=False) as room:
        yield room


def test_without_the_guard_the_eye_sees_what_is_private(unguarded: Room) -> None:
    unguarded.program.ask("wall off")
    assert not unguarded.sees_private()
    unguarded.happens("lid closed", unguarded.screens.close_lid, unguarded.sees_private)
    unguarded.screens.side_by_side()
    wait_until(lambda: not unguarded.sees_private(), "the lid is open, and the console still there")
    unguarded.happens("mirrored", unguarded.screens.mirror, unguarded.sees_private)
    unguarded.screens.unplug()
    left = lambda: unguarded.screens.side_by_side(projector_first=True)  # noqa: E731
    unguarded.happens("plugged in on the left", left, unguarded.sees_private)
    assert {name: seen.after for name, seen in unguarded.seen.items()} == {
        "lid closed": 1,
        "mirrored": 1,
        "plugged in on the left": 1,
    }
