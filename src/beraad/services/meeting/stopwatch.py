"""How long the meeting has been in its step."""

from __future__ import annotations

import datetime as dt

from beraad.clock import AwakeClock, WallClock

_MINUTE = 60.0
"""Seconds."""


class Stopwatch:
    """Counts the time in one step by a clock that cannot jump; a pause is left out.

    The clock on the wall is asked for one thing only: since when the meeting pauses. Nothing of a case is in
    here, so it goes on counting while the console is locked.
    """

    def __init__(self, awake: AwakeClock, wall: WallClock) -> None:
        self._awake, self._wall = awake, wall
        self._entered, self._kept = awake(), 0
        self._stopped: float | None = None
        self._paused_at: dt.datetime | None = None

    @property
    def minutes(self) -> int:
        """Whole minutes since it was begun, without those of a pause."""
        return int((self._now() - self._entered) // _MINUTE)

    @property
    def unkept(self) -> int:
        """The minutes of these that nobody wrote down yet."""
        return self.minutes - self._kept

    @property
    def paused_at(self) -> dt.datetime | None:
        """Since when (local) it stands still; None while it runs."""
        return self._paused_at

    def begin(self) -> None:
        """Count from here. What was paused stays so."""
        self._entered, self._kept = self._now(), 0

    def keep(self, minutes: int) -> None:
        """So many more of them are written down."""
        self._kept += minutes

    def pause(self) -> None:
        """Stand still."""
        if self._stopped is None:
            self._stopped, self._paused_at = self._awake(), self._wall()

    def resume(self) -> None:
        """Go on from where it stopped."""
        if self._stopped is not None:
            self._entered += self._awake() - self._stopped
            self._stopped = self._paused_at = None

    def _now(self) -> float:
        return self._awake() if self._stopped is None else self._stopped
