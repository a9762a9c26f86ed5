"""The controls: what the tests beside this one look for can be seen, each time that it should be.

And what no program can prevent: the quickest one there can be, in the same dance.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from tests.ui.screens.program import PRIVATE
from tests.ui.screens.room import Room, Seen, Speaker
from tests.ui.screens.two_screens import LAPTOP, TwoScreens, wait_until

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
    unguarded.screens.side_by_side()
    unguarded.move_to_the_right()
    unguarded.happens("laptop shrinks", unguarded.screens.change_laptop, unguarded.sees_private)
    unguarded.screens.unplug()
    left = lambda: unguarded.screens.side_by_side(projector_first=True)  # noqa: E731
    unguarded.happens("plugged in on the left", left, unguarded.sees_private)
    assert {name: seen.after for name, seen in unguarded.seen.items()} == {
        "lid closed": 1,
        "mirrored": 1,
        "laptop shrinks": 1,
        "plugged in on the left": 1,
    }


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_without_the_guard_what_is_private_is_on_the_projector_each_time(
    unguarded: Room, capsys: pytest.CaptureFixture[str]
) -> None:
    screens = unguarded.screens
    unguarded.program.ask("wall off")
    for _number in range(20):
        unguarded.happens("lid closed", screens.close_lid, unguarded.sees_private)
        screens.side_by_side()
        wait_until(lambda: not unguarded.sees_private(), "the lid is open, and the console still there")
    for _number in range(20):
        screens.unplug()
        left = lambda: screens.side_by_side(projector_first=True)  # noqa: E731
        unguarded.happens("plugged in on the left", left, unguarded.sees_private)
        screens.unplug()
        screens.side_by_side()
    with capsys.disabled():
        unguarded.tell("control without the guard, ")
    assert [seen.after for seen in unguarded.seen.values()] == [20, 20]


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_what_is_seen_of_the_quickest_program_there_can_be_is_told(
    screens: TwoScreens, capsys: pytest.CaptureFixture[str]
) -> None:
    bare = Speaker("bare.py", PRIVATE, environment=screens.environment)
    eye = Speaker("eye.py", PRIVATE, environment=screens.environment)
    seen = Seen()
    try:
        for _number in range(50):
            _replug_bare(screens, bare, eye, seen)
    finally:
        bare.stop()
        eye.stop()
    with capsys.disabled():
        sys.stdout.write(f"\n  floor, a bare X client without Qt, plugged in on the left: {seen}\n")
    # A figure to measure this program by: what another one shows is no promise of this one.
    assert seen.times == 50


def _replug_bare(screens: TwoScreens, bare: Speaker, eye: Speaker, seen: Seen) -> None:
    screens.unplug()
    wait_until(lambda: not bare.ask("shown"), "the window does not go")
    bare.ask("show")
    wait_until(lambda: eye.ask(f"look {LAPTOP}")["private"], "the window does not stand on the laptop")
    eye.ask("start")
    screens.side_by_side(projector_first=True)
    wait_until(lambda: not bare.ask("shown"), "the window does not go")
    seen.count(eye.ask("stop"), afterwards=eye.ask("look")["private"])
