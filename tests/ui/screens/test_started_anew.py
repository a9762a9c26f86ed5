"""What a program finds that starts anew: the screen that was chosen, twins, or two that nobody chose from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from beraad import settings
from tests.ui.screens.room import Room
from tests.ui.screens.test_known_again import BENQ, EPSON
from tests.ui.screens.two_screens import LAPTOP, PROJECTOR, SECOND, TwoScreens

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def _at_first(screens: TwoScreens) -> Iterator[None]:
    """The BenQ hangs beside the laptop, and nothing else."""
    screens.plug_in_cables()
    screens.hang(*BENQ)
    yield
    screens.side_by_side()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the program keeps what was chosen."""
    return tmp_path / "settings.json"


def test_after_a_restart_the_wall_stands_on_the_screen_that_was_chosen_whatever_its_connector(
    screens: TwoScreens, file: Path
) -> None:
    with Room(screens, file=file):
        pass
    assert settings.load(file).wall_screen == (*BENQ, PROJECTOR)
    screens.name(PROJECTOR, *EPSON)
    screens.name(SECOND, *BENQ)
    screens.two_beside_the_laptop()
    with Room(screens, file=file, on=SECOND) as room:
        assert not room.program.ask("state")["asked"]
        assert not room.sees_private(SECOND)
        assert not room.sees_private(PROJECTOR)
        assert room.sees_private(LAPTOP)


def test_of_two_monitors_of_one_make_without_serial_number_each_keeps_its_part(screens: TwoScreens) -> None:
    twin = ("DEL", "U2415", "")
    screens.name(LAPTOP, *twin)
    screens.hang(*twin)
    try:
        with Room(screens) as room:
            for _time in range(2):
                room.unplugged()
                room.plugged_in()
                assert room.wall_is_back()
                assert not room.sees_private()
                assert room.sees_private(LAPTOP)
                room.happens("swapped", lambda: room.program.ask("swap"), lambda: room.wall_is_on(LAPTOP))
                assert not room.sees_private(LAPTOP)
                assert not room.sees_private(PROJECTOR)
                assert room.covered()
                room.happens("swapped back", lambda: room.program.ask("swap"), room.wall_is_back)
                room.lift()
            assert {name: seen.after for name, seen in room.seen.items() if seen.after} == {}
    finally:
        screens.name(LAPTOP, "AUO", "B140", "")


def test_nothing_chosen_before_and_two_screens_to_choose_from_is_a_question(
    screens: TwoScreens, file: Path
) -> None:
    screens.name(SECOND, *EPSON)
    screens.two_beside_the_laptop()
    with Room(screens, file=file, asks=True) as room:
        state = room.program.ask("state")
        assert (state["asked"], state["wall"]) == (True, None)
        room.program.ask("no screen")
        assert room.program.ask("state")["wall"] is None
