"""Clock for elapsed time, which nobody can set and which stands still while the computer sleeps.

The clock on the wall is set, changes with the season, and goes on during sleep: it tells when something was,
never for how long.
"""

from __future__ import annotations

import datetime as dt
import sys
import time
from collections.abc import Callable

AwakeClock = Callable[[], float]
"""Callback that returns seconds from any start. It never goes back or jumps, and stops during sleep."""

SUNDAY = 6


def not_on_sunday(day: dt.date) -> dt.date:
    """Return the day to suggest for a meeting: this one, or the Monday after a Sunday."""
    return day + dt.timedelta(days=1) if day.weekday() == SUNDAY else day


WallClock = Callable[[], dt.datetime]
"""Callback that returns the local time, without offset."""

if sys.platform == "win32":
    import ctypes

    def awake_seconds() -> float:
        """Return the seconds that this computer was awake. `time.monotonic` counts sleep on Windows."""
        ticks = ctypes.c_ulonglong()
        # Hundreds of nanoseconds: learn.microsoft.com/windows/win32/api/realtimeapiset
        if not ctypes.windll.kernel32.QueryUnbiasedInterruptTime(ctypes.byref(ticks)):
            return time.monotonic()
        return ticks.value / 10_000_000

elif sys.platform == "darwin":

    def awake_seconds() -> float:
        """Return the seconds that this computer was awake (mach_absolute_time, clock_gettime(3))."""
        return time.clock_gettime(time.CLOCK_UPTIME_RAW)

else:

    def awake_seconds() -> float:
        """Return the seconds that this computer was awake: on Linux without sleep (clock_gettime(2))."""
        return time.monotonic()


def seconds_of(clock: WallClock) -> AwakeClock:
    """Return the seconds of a clock that shows the local time and never jumps, such as one set by hand."""
    beginning = clock()

    def seconds() -> float:
        return (clock() - beginning).total_seconds()

    return seconds


def wall_seconds() -> float:
    """Return seconds by the clock on the wall, whatever the season. It runs during sleep, and may be set."""
    return time.time()


class Elapsed:
    """Time since a moment, by the clock on the wall and by the one that cannot be set.

    A lock uses the larger of the two: to lock too early does no harm.
    """

    def __init__(self) -> None:
        self.begin()

    def begin(self) -> None:
        """Start to count."""
        self._wall_began, self._awake_began = wall_seconds(), awake_seconds()

    @property
    def seconds(self) -> float:
        """Seconds since the start, asleep or not; the larger of both clocks."""
        return max(self._by_wall(), self._by_awake())

    @property
    def asleep(self) -> float:
        """Seconds of these that the computer slept, or that its clock was set forward."""
        return self._by_wall() - self._by_awake()

    def _by_wall(self) -> float:
        return wall_seconds() - self._wall_began

    def _by_awake(self) -> float:
        return awake_seconds() - self._awake_began
