"""Time that is spent is counted by a clock that cannot jump; the clock on the wall may do as it likes."""

import datetime as dt
import time
from collections.abc import Iterator

import pytest

from beraad.clock import awake_seconds
from beraad.services.meeting import MeetingService
from beraad.store.store import Store
from beraad.terms import Step
from tests.services.conftest import DE_WIT, Clock


class Awake:
    """Seconds that pass when a test says so: those in which the computer is awake."""

    def __init__(self) -> None:
        self.seconds = 1_000.0

    def __call__(self) -> float:
        return self.seconds

    def later(self, minutes: float) -> None:
        """The computer is awake for so long."""
        self.seconds += minutes * 60


@pytest.fixture
def awake() -> Awake:
    """A computer that was awake for a while."""
    return Awake()


@pytest.fixture
def meeting(store: Store, clock: Clock, awake: Awake) -> Iterator[MeetingService]:
    """A meeting with both its clocks in the hands of the test."""
    service = MeetingService(store, DE_WIT, "b2", clock, awake)
    yield service
    service.close()


JUMPS = {
    "set forward a year": dt.timedelta(days=365),
    "set back a year": dt.timedelta(days=-365),
    "summer time": dt.timedelta(hours=1),
    "winter time": dt.timedelta(hours=-1),
    "asleep for a night": dt.timedelta(hours=14),
    "over midnight": dt.timedelta(hours=14, minutes=1),
}


@pytest.mark.parametrize("jump", JUMPS.values(), ids=JUMPS)
def test_a_clock_that_jumps_is_not_meeting_time(
    meeting: MeetingService, clock: Clock, awake: Awake, jump: dt.timedelta
) -> None:
    awake.later(minutes=4)
    clock.now += jump
    awake.later(minutes=3)
    assert meeting.minutes_here() == 7
    meeting.go_to(Step.WORRIES)
    spent = {item.step: item.spent_minutes for item in meeting.console().agenda}
    assert spent[Step.WELCOME] == 7


@pytest.mark.parametrize("jump", JUMPS.values(), ids=JUMPS)
def test_a_clock_that_jumps_in_a_pause_is_no_meeting_time_either(
    meeting: MeetingService, clock: Clock, awake: Awake, jump: dt.timedelta
) -> None:
    awake.later(minutes=4)
    meeting.pause()
    clock.now += jump
    awake.later(minutes=30)
    assert meeting.minutes_here() == 4
    meeting.resume()
    awake.later(minutes=2)
    assert meeting.minutes_here() == 6


def test_the_minutes_pass_although_the_clock_on_the_wall_stands_still(
    meeting: MeetingService, awake: Awake
) -> None:
    awake.later(minutes=9.99)
    assert meeting.minutes_here() == 9


def test_since_when_the_meeting_pauses_is_told_by_the_clock_on_the_wall(
    meeting: MeetingService, clock: Clock
) -> None:
    meeting.pause()
    clock.later(minutes=20)
    meeting.pause()
    assert meeting.paused_at == dt.datetime.fromisoformat("2026-11-19T10:00:00")


def test_the_computers_own_clock_goes_on_as_time_does() -> None:
    before, around = awake_seconds(), time.perf_counter()
    while time.perf_counter() - around < 0.01:
        pass
    assert awake_seconds() - before >= 0.009


def test_the_computers_own_clock_leaves_sleep_out(monkeypatch: pytest.MonkeyPatch) -> None:
    # CLOCK_BOOTTIME counts sleep, CLOCK_MONOTONIC does not; the first may never be asked.
    monkeypatch.setattr(time, "time", lambda: pytest.fail("the clock on the wall was asked"))
    first = time.clock_gettime(time.CLOCK_MONOTONIC)
    assert first <= awake_seconds() <= time.clock_gettime(time.CLOCK_MONOTONIC)
