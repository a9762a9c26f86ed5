"""Measures how long the meeting has been in its step."""

from __future__ import annotations

import datetime as dt

from beraad.clock import AwakeClock, WallClock

_MINUTE = 60.0
"""Seconds."""


class Stopwatch:
    """Stopwatch for one step, on a clock that cannot jump; a pause is left out.

    The clock on the wall is only read for the moment at which the pause began. The stopwatch holds nothing of
    a case, so it goes on while the console is locked.
    """

    def __init__(self, awake: AwakeClock, wall: WallClock) -> None:
        self._awake, self._wall = awake, wall
        self._entered, self._kept = awake(), 0
        self._stopped: float | None = None
        self._paused_at: dt.datetime | None = None

    @property
    def minutes(self) -> int:
        """Whole minutes since `begin`, without those of a pause."""
        return int((self._now() - self._entered) // _MINUTE)

    @property
    def unkept(self) -> int:
        """Part of `minutes` that is not saved yet."""
        return self.minutes - self._kept

    @property
    def paused_at(self) -> dt.datetime | None:
        """Local time at which it was paused; None while it runs."""
        return self._paused_at

    def begin(self) -> None:
        """Count from now; a pause goes on."""
        self._entered, self._kept = self._now(), 0

    def keep(self, minutes: int) -> None:
        """Note that this many more minutes were saved."""
        self._kept += minutes

    def pause(self) -> None:
        """Pause."""
        if self._stopped is None:
            self._stopped, self._paused_at = self._awake(), self._wall()

    def resume(self) -> None:
        """Go on from where it was paused."""
        if self._stopped is not None:
            self._entered += self._awake() - self._stopped
            self._stopped = self._paused_at = None

    def _now(self) -> float:
        return self._awake() if self._stopped is None else self._stopped
