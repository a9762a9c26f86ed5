"""A room with a laptop and a projector: what happens there, what the eye sees, what the program says."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any

from tests.ui.screens.program import PRIVATE
from tests.ui.screens.two_screens import LAPTOP, PROJECTOR, TwoScreens, wait_until

HERE = Path(__file__).parent
SETTLES_WITHIN = 20.0
"""Seconds."""
ENDS_WITHIN = 180.0
"""Seconds. A busy computer takes long; a program that hangs takes longer."""


@dataclass
class Seen:
    """What the eye saw of one kind of happening."""

    times: int = 0
    after: int = 0
    """Frames with something private, when all had settled."""
    frames: int = 0
    """Frames taken while it went on."""
    during: int = 0
    """Those with something private."""
    longest: float = 0.0
    """Seconds from the first to the last of those, the longest time."""

    def count(self, looked: Any, *, afterwards: bool) -> None:
        """Count what the eye told, and whether it saw something private when all had settled."""
        leaks: list[float] = looked["leaks"]
        self.times += 1
        self.frames += looked["frames"]
        self.during += len(leaks)
        if leaks:
            self.longest = max(self.longest, leaks[-1] - leaks[0])
        self.after += afterwards

    def __str__(self) -> str:
        return (
            f"{self.times} times, private text in {self.after} of {self.times} frames afterwards and in "
            f"{self.during} of {self.frames} frames meanwhile (longest {self.longest * 1000:.0f} ms)"
        )


class Speaker:
    """A process that answers lines."""

    def __init__(self, script: str, *arguments: str, environment: dict[str, str]) -> None:
        self.process = subprocess.Popen(
            [sys.executable, str(HERE / script), *arguments],
            env=environment | {"PYTHONPATH": str(HERE.parents[2])} | _same_source(environment),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def ask(self, wish: str) -> Any:
        """Say a wish, hear the answer."""
        assert self.process.stdin is not None
        self.process.stdin.write(wish + "\n")
        self.process.stdin.flush()
        return self.hear()

    def hear(self) -> Any:
        """The next answer."""
        assert self.process.stdout is not None
        return json.loads(self.process.stdout.readline())

    def stop(self) -> None:
        """Let it end, and wait for that. It must not fall over on its way out."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.close()
        try:
            self.process.wait(ENDS_WITHIN)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait(10)
        self.process.stdout.close()
        assert self.process.returncode == 0, f"it ended with {self.process.returncode}"


@dataclass
class Room:
    """Use it in a `with`: everything goes afterwards."""

    screens: TwoScreens
    guarded: bool = True
    file: Path | None = None
    """The settings of the program."""
    asks: bool = False
    """Whether the program begins with a question."""
    on: str = PROJECTOR
    """The screen that the wall stands on at first."""
    seen: dict[str, Seen] = field(default_factory=dict)

    def __enter__(self) -> Room:
        environment = self.screens.environment
        how = (() if self.guarded else ("unguarded",)) + ((str(self.file),) if self.file else ())
        self.program = Speaker("program.py", *how, environment=environment)
        self.eye = Speaker("eye.py", PRIVATE, environment=environment)
        assert self.program.hear() == "ready"
        try:
            if not self.asks:
                wait_until(lambda: self.wall_is_on(self.on), "the wall never stood on its screen")
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.eye.stop()
        self.program.stop()

    def begin(self) -> None:
        """Both screens, no dialog, no cover, the wall open, and nothing seen yet."""
        self.screens.side_by_side()
        for wish in ("no dialog", "lift", "wall on"):
            self.program.ask(wish)
        wait_until(self.wall_is_back, "the wall does not stand on the projector")
        self.seen.clear()

    def happens(self, name: str, change: Callable[[], None], settled: Callable[[], bool]) -> None:
        """Let the screens change, look all the while, and once more when `settled`."""
        seen = self.seen.setdefault(name, Seen())
        self.eye.ask("start")
        change()
        try:
            wait_until(settled, f"{name}: {self.program.ask('state')}", SETTLES_WITHIN)
        finally:
            looked = self.eye.ask("stop")
        seen.count(looked, afterwards=bool(self.eye.ask("look")["private"]))

    def tell(self, how: str = "") -> None:
        """Print what the eye saw."""
        for name, seen in self.seen.items():
            sys.stdout.write(f"\n  {how}{name}: {seen}")
        sys.stdout.write("\n")

    def unplugged(self) -> None:
        """The projector goes."""
        self.happens("unplugged", self.screens.unplug, lambda: self.program.ask("state")["wall"] is None)

    def plugged_in(self, *, left: bool = False) -> None:
        """The projector comes back, on the right or on the left."""
        name = "plugged in on the left" if left else "plugged in"
        self.happens(name, lambda: self.screens.side_by_side(projector_first=left), self.wall_is_back)

    def lid_closed(self) -> None:
        """The laptop's own screen goes, with the private window on it."""
        self.happens("lid closed", self.screens.close_lid, lambda: self.covered() and self.wall_is_back())

    def lid_opened(self, *, left: bool = False) -> None:
        """The laptop's own screen comes back."""
        self.happens("lid opened", lambda: self.screens.side_by_side(projector_first=left), self.wall_is_back)

    def covered(self) -> bool:
        """Whether the private window is covered."""
        return bool(self.program.ask("state")["covered"])

    def wall_is_back(self) -> bool:
        """Whether the projector shows what the wall's painter makes, pixel for pixel."""
        return self.wall_is_on(PROJECTOR)

    def wall_is_on(self, screen: str) -> bool:
        """Whether this screen shows what the wall's painter makes, pixel for pixel."""
        wall, seen = self.program.ask("wall"), self.eye.ask(f"look {screen}")
        return wall["size"] == seen["size"] and wall["digest"] == seen["digest"]

    def sees_private(self, screen: str = PROJECTOR) -> bool:
        """Whether something private is on this screen now."""
        return bool(self.eye.ask(f"look {screen}")["private"])

    def move_to_the_right(self) -> None:
        """The private window reaches nearly to the right edge of the laptop."""
        self.program.ask("to the right")
        there = lambda: self.program.ask("state")["console"][0] >= 120  # noqa: E731
        wait_until(there, "the window does not move")

    def lift(self) -> None:
        """Somebody says that the right eyes are looking."""
        self.program.ask("lift")
        # It stands there for who looks at the laptop, so whatever happens next could bring it to the room.
        wait_until(lambda: self.sees_private(LAPTOP), "the cover does not lift")


def _same_source(environment: dict[str, str]) -> dict[str, str]:
    """The program under test is the one that the suite runs on."""
    import beraad  # noqa: PLC0415

    source = str(Path(beraad.__file__).parents[1])
    return {"PYTHONPATH": f"{HERE.parents[2]}:{source}"}
