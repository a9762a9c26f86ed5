"""On Wayland no program knows where its windows are: each compositor that is here, on two outputs.

Run by `make screens`. What an eye sees of an output is asked of the compositor.
"""

from __future__ import annotations

import hashlib
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any

import pytest
from PySide6.QtGui import QImage

from tests.ui.screens.program import PRIVATE
from tests.ui.screens.room import Speaker
from tests.ui.screens.wayland import EVERY, Compositor, Gnome, until

pytestmark = [pytest.mark.long, pytest.mark.slow, pytest.mark.timeout(600)]
SECRET = bytes.fromhex(PRIVATE)[::-1]


@dataclass
class WaylandRoom:
    """The program under one compositor, and an eye on its outputs. Use it in a `with`."""

    screens: Compositor
    frames: int = 0
    leaks: int = 0
    """Frames of the projector that were looked at meanwhile, and those with something private."""
    after: dict[str, int] = field(default_factory=dict)

    def __enter__(self) -> WaylandRoom:
        self.program = Speaker("program.py", environment=self.screens.environment)
        assert self.program.hear() == "ready"
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.program.stop()

    @property
    def state(self) -> Any:
        return self.program.ask("state")

    def begin(self) -> None:
        """Both screens, the wall on the projector, no cover."""
        self.screens.side_by_side()
        self.wait(self.knows_screens, "the program does not hear of the screens")
        self.program.ask("lift")
        self.wait(lambda: self.state["sure"], "the screens do not come to rest")
        # Anew: Qt may go on painting for the scale that the screen had (it says so itself on sway).
        self.program.ask("wall off")
        self.program.ask("wall on")
        self.wait(self.wall_stands, "the wall does not stand on the projector")
        self.program.ask("lift")

    def wait(self, true: Callable[[], bool], what: str) -> None:
        until(true, lambda: f"{self.screens.name}: {what}: {self.state}")

    def happens(self, name: str, change: Callable[[], None], settled: Callable[[], bool]) -> None:
        """Let the screens change, look at the projector until all has settled, and once more then."""
        change()
        end = time.monotonic() + 20
        while not settled():
            assert time.monotonic() < end, f"{self.screens.name}, {name}: {self.state}"
            self.frames += 1
            self.leaks += self.sees_private(self.screens.projector)
        self.after[name] = self.after.get(name, 0) + self.sees_private(self.screens.projector)

    def wall_stands(self, output: str = "") -> bool:
        """Whether the program says that the wall stands, and the output shows what its painter makes."""
        if not self.state["sure"] or self.state["wall"] is None:
            return False
        wall, seen = self.program.ask("wall"), _digest(self.screens.look(output or self.screens.projector))
        return bool(wall["size"] == seen["size"] and wall["digest"] == seen["digest"])

    def knows_screens(self) -> bool:
        """Whether Qt told the program where the screens are now."""
        layout = self.screens.layout
        told = {name: tuple(place[:2]) for name, place in self.state["screens"].items()}
        return told == {name: (x, y) for name, (x, y, _scale) in layout.items()}

    def is_told(self) -> bool:
        """Whether the wall was taken away, and that is said.

        Now and then Qt does not hear from GNOME where a screen is whose scale changed: two seem to show the
        same.
        """
        state = self.state
        return state["wall"] is None and state["notice"].startswith("Twee schermen tonen hetzelfde")

    def wall_fills(self) -> bool:
        """Whether the program says that the wall stands, in the size that the projector has now."""
        state, projector = self.state, self.screens.projector
        if not (state["sure"] and state["wall"] and projector in state["screens"] and self.knows_screens()):
            return False
        return bool(state["wall"][2:] == state["screens"][projector][2:])

    def covered(self) -> bool:
        return bool(self.state["covered"])

    def sees_private(self, output: str) -> bool:
        """Whether something private is on this output now."""
        pixels = _pixels(self.screens.look(output))
        at = pixels.find(SECRET)
        while at >= 0 and at % 4:
            at = pixels.find(SECRET, at + 1)
        return at >= 0


def _pixels(image: QImage) -> bytes:
    """Four bytes each, blue first; none of an output that is off."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    return b"" if plain.isNull() else bytes(plain.constBits())


def _digest(image: QImage) -> dict[str, object]:
    pixels = _pixels(image)
    digest = hashlib.sha256(b"".join(pixels[i::4] for i in range(3))).hexdigest()
    return {"size": [image.width(), image.height()], "digest": digest}


@pytest.fixture(scope="module", params=EVERY, ids=lambda kind: kind.name)
def _room(request: pytest.FixtureRequest) -> Iterator[WaylandRoom]:
    kind: type[Compositor] = request.param
    if missing := kind.what_is_missing():
        pytest.skip(f"{kind.name} was not run: it {missing}")
    with kind() as screens, WaylandRoom(screens) as room:
        yield room
        sys.__stdout__.write(
            f"\n  {kind.name}: private text in {room.leaks} of {room.frames} frames of the projector "
            f"meanwhile, afterwards in {sum(room.after.values())} of {len(room.after)} kinds of change\n"
        )


@pytest.fixture
def room(_room: WaylandRoom) -> WaylandRoom:
    """A meeting on the laptop, the wall on the projector, nothing covered."""
    _room.begin()
    return _room


def _needs_unplugging(room: WaylandRoom) -> None:
    if not room.screens.unplugs:
        pytest.skip(f"no output of {room.screens.name} can be switched off here")


def test_the_wall_stands_on_the_projector_and_the_keyboard_with_the_console(room: WaylandRoom) -> None:
    assert room.sees_private(room.screens.laptop)
    assert not room.sees_private(room.screens.projector)
    if not isinstance(room.screens, Gnome):
        # GNOME Shell gives it back only to a program that a hand was on before; its keys are handed on.
        room.wait(lambda: room.state["has_keyboard"], "the console has not the keyboard")


def test_a_projector_that_goes_and_comes_back_gets_its_wall_and_nothing_else(room: WaylandRoom) -> None:
    _needs_unplugging(room)
    for left in (False, True):
        room.happens("unplugged", room.screens.unplug, lambda: room.state["wall"] is None)
        assert room.covered()
        room.happens(
            "plugged in", lambda left=left: room.screens.side_by_side(projector_first=left), room.wall_stands
        )
        room.program.ask("lift")
        room.wait(lambda: room.sees_private(room.screens.laptop), "the console is not on the laptop")
        assert not room.sees_private(room.screens.projector)
    assert sum(room.after.values()) == 0


def test_a_lid_that_closes_and_opens_brings_nothing_private_to_the_projector(room: WaylandRoom) -> None:
    _needs_unplugging(room)
    room.happens("lid closed", room.screens.close_lid, lambda: room.covered() and room.state["sure"])
    room.happens("lid opened", room.screens.side_by_side, room.wall_stands)
    assert room.covered()
    room.program.ask("lift")
    room.wait(lambda: room.sees_private(room.screens.laptop), "the console does not come home")
    assert not room.sees_private(room.screens.projector)
    assert sum(room.after.values()) == 0


def test_screens_that_change_sides_or_scale_keep_their_parts(room: WaylandRoom) -> None:
    for name, change in (
        ("other side", lambda: room.screens.side_by_side(projector_first=True)),
        ("other scale", lambda: room.screens.side_by_side(scale=2.0)),
        ("scale back", room.screens.side_by_side),
    ):
        room.happens(name, change, lambda: room.covered() and (room.wall_fills() or room.is_told()))
        assert not room.sees_private(room.screens.projector)
        room.program.ask("lift")
    room.begin()
    assert sum(room.after.values()) == 0


def test_the_screens_are_swapped_and_swapped_back(room: WaylandRoom) -> None:
    laptop = lambda: room.wall_stands(room.screens.laptop)  # noqa: E731
    room.happens("swapped", lambda: room.program.ask("swap"), laptop)
    assert room.covered()
    assert not room.sees_private(room.screens.laptop)
    room.happens("swapped back", lambda: room.program.ask("swap"), room.wall_stands)
    room.program.ask("lift")
    room.wait(lambda: room.sees_private(room.screens.laptop), "the console does not come home")
    assert sum(room.after.values()) == 0


def test_nothing_is_lost_of_what_is_typed_while_the_wall_comes_on(room: WaylandRoom) -> None:
    if type(room.screens).type is Compositor.type:
        pytest.skip(f"no keyboard can be played in {room.screens.name}")
    sentence = "bob belt beppe bij brand b b b " * 3
    room.program.ask("wall off")
    room.program.ask("write")
    typing = threading.Thread(target=room.screens.type, args=(sentence,))
    typing.start()
    room.wait(lambda: len(room.program.ask("written")["text"]) > 5, "the keyboard is nowhere")
    room.program.ask("wall on")
    typing.join(60)
    whole = lambda: len(room.program.ask("written")["text"]) >= len(sentence)  # noqa: E731
    room.wait(whole, f"lost: {room.program.ask('written')}")
    assert room.program.ask("written") == {"text": sentence, "calm": False, "open": True}
