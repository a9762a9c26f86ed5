"""The clock by which time that was spent is counted: set by nobody, and standing still while asleep.

The clock on the wall is set, changes with the season, and goes on while a laptop sleeps: it tells when
something was, never for how long.
"""

from __future__ import annotations

import datetime as dt
import sys
import time
from collections.abc import Callable

AwakeClock = Callable[[], float]
"""Gives seconds from any beginning. It never goes back, never jumps, and stands still while asleep."""

SUNDAY = 6


def not_on_sunday(day: dt.date) -> dt.date:
    """The day to suggest for a meeting: this one, or the Monday after a Sunday."""
    return day + dt.timedelta(days=1) if day.weekday() == SUNDAY else day


WallClock = Callable[[], dt.datetime]
"""Gives the local time, without offset."""

if sys.platform == "win32":
    import ctypes

    def awake_seconds() -> float:
        """Seconds that this computer was awake. `time.monotonic` counts sleep on Windows, this does not."""
        ticks = ctypes.c_ulonglong()
        # Hundreds of nanoseconds: learn.microsoft.com/windows/win32/api/realtimeapiset
        if not ctypes.windll.kernel32.QueryUnbiasedInterruptTime(ctypes.byref(ticks)):
            return time.monotonic()
        return ticks.value / 10_000_000

elif sys.platform == "darwin":

    def awake_seconds() -> float:
        """Seconds that this computer was awake (mach_absolute_time, clock_gettime(3))."""
        return time.clock_gettime(time.CLOCK_UPTIME_RAW)

else:

    def awake_seconds() -> float:
        """Seconds that this computer was awake: on Linux sleep is left out (clock_gettime(2))."""
        return time.monotonic()


def seconds_of(clock: WallClock) -> AwakeClock:
    """The seconds of a clock that shows the local time and never jumps: one that is set by hand."""
    beginning = clock()

    def seconds() -> float:
        return (clock() - beginning).total_seconds()

    return seconds


def wall_seconds() -> float:
    """Seconds by the clock on the wall, whatever the season: it goes on while asleep, and may be set."""
    return time.time()


class Elapsed:
    """Counts how long ago something was, by the clock on the wall and by the one that cannot be set.

    For locking the one that says more is believed: to lock too early does no harm.
    """

    def __init__(self) -> None:
        self.begin()

    def begin(self) -> None:
        """Count from here."""
        self._wall_began, self._awake_began = wall_seconds(), awake_seconds()

    @property
    def seconds(self) -> float:
        """Seconds since it began, asleep or not."""
        return max(self._by_wall(), self._by_awake())

    @property
    def asleep(self) -> float:
        """How many of these seconds the computer slept, or its clock was set forward."""
        return self._by_wall() - self._by_awake()

    def _by_wall(self) -> float:
        return wall_seconds() - self._wall_began

    def _by_awake(self) -> float:
        return awake_seconds() - self._awake_began
