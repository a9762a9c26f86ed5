"""When an agreement is looked at again."""

import datetime as dt

import pytest

from beraad.models import Agreement, Case, Check, Ending, Meeting, PhaseEntry, Timing
from beraad.models import next_look as next_look_module
from beraad.models.next_look import NO_LOOK, Look, next_look
from beraad.terms import CheckResult, MeetingKind, Phase, TimingKind

HELD = dt.date(2026, 11, 2)


def day(of_november: int) -> dt.date:
    return HELD + dt.timedelta(days=of_november - HELD.day)


def case_in(phase: Phase) -> Case:
    case = Case(reference="Z-1", family_name="Vos")
    case.phases = [PhaseEntry(phase=phase, from_=HELD)]  # type: ignore[call-arg]
    return case


def look(
    *checks: Check,
    phase: Phase = Phase.INTENSIVE,
    kind: TimingKind = TimingKind.ALWAYS,
    starts_on: dt.date | None = None,
    rule: str | None = None,
    ended: bool = False,
) -> Look:
    meeting = Meeting(
        id="b1", number=1, kind=MeetingKind.FAMILY_NETWORK, facilitator="joke", starts_at="2026-11-02T14:00"
    )
    agreement = Agreement(id="a1", what="Bellen", owners=["ans"])
    agreement.timing = Timing(kind=kind, starts_on=starts_on, rule=rule)
    agreement.ended = Ending(on=HELD) if ended else None
    return next_look(case_in(phase), meeting, agreement, checks)


def check(on: dt.date | None, *, next_on: dt.date | None = None) -> Check:
    return Check(agreement="a1", on=on, result=CheckResult.KEPT, next_on=next_on)


def test_a_week_after_the_meeting_and_late_after_two() -> None:
    assert look() == Look(day(9), day(16))


def test_in_monitoring_after_a_month() -> None:
    assert look(phase=Phase.MONITOR) == Look(day(30), day(37))


def test_the_last_answer_counts() -> None:
    assert look(check(day(10)), check(day(4))) == Look(day(17), day(24))


def test_a_chosen_day_goes_before_the_rhythm_until_somebody_asked_again() -> None:
    chosen = check(day(4), next_on=day(20))
    assert look(chosen) == Look(day(20), day(20))
    assert look(chosen, check(day(20))) == Look(day(27), day(34))


def test_an_answer_without_a_day_says_nothing() -> None:
    assert look(check(None)) == look()


@pytest.mark.parametrize(
    ("rule", "on"),
    [
        ("FREQ=DAILY", 10),
        ("FREQ=WEEKLY;BYDAY=TU", 11),
        ("FREQ=MONTHLY;BYMONTHDAY=20", 21),
        ("FREQ=MONTHLY;BYDAY=3MO", 17),
        ("FREQ=WEEKLY;INTERVAL=3", 25),
        ("elke dinsdag", 10),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", 10),
        ("FREQ=MONTHLY;BYDAY=6MO", 10),
        ("FREQ=SECONDLY;BYMONTHDAY=31;BYMONTH=2", 10),
        ("FREQ=WEEKLY;INTERVAL=veel", 10),
        ("FREQ=MONTHLY;BYMONTHDAY=20;UNTIL=20270101T000000Z", 21),
    ],
)
def test_what_happens_less_often_than_people_are_asked_is_asked_about_afterwards(rule: str, on: int) -> None:
    assert look(kind=TimingKind.RECURRING, starts_on=day(3), rule=rule).on == day(on)


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=MONTHLY;INTERVAL=0",
        "FREQ=DAILY;BYMONTH=0",
        "FREQ=DAILY;BYMONTH=13",
        "FREQ=MONTHLY;BYDAY=FOOMO",
        "FREQ=MONTHLY;BYDAY=0MO",
        "FREQ=MONTHLY;BYMONTHDAY=--1",
        "FREQ=MONTHLY;BYMONTHDAY=31",
        "FREQ=YEARLY;BYWEEKNO=60",
        "FREQ=WEEKLY;INTERVAL=99999999999999999999",
        "FREQ=WEEKLY;COUNT=999999999999",
    ],
)
def test_a_rule_that_never_comes_or_cannot_be_read_is_as_none(
    rule: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The library is not even asked: it would look for the day until the year 9999, or for ever."""
    monkeypatch.setattr(next_look_module, "rrulestr", lambda *_args, **_options: pytest.fail("it was asked"))
    assert look(kind=TimingKind.RECURRING, starts_on=day(3), rule=rule) == look(starts_on=day(3))


def test_the_control_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    real = next_look_module.rrulestr
    monkeypatch.setattr(
        next_look_module,
        "rrulestr",
        lambda written, **options: asked.append(written) or real(written, **options),
    )
    look(kind=TimingKind.RECURRING, starts_on=day(3), rule="FREQ=MONTHLY;BYMONTHDAY=-1;INTERVAL=2")
    assert asked


@pytest.mark.parametrize("kind", [TimingKind.RECURRING, TimingKind.ONCE, TimingKind.ALWAYS])
@pytest.mark.parametrize("starts_on", [dt.date.min, dt.date.max])
def test_no_day_is_too_early_or_too_late(kind: TimingKind, starts_on: dt.date) -> None:
    found = look(kind=kind, starts_on=starts_on, rule="FREQ=DAILY")
    assert found.on is not None
    assert found.by is not None
    assert found.on <= found.by


def test_the_day_after_what_is_done_once_and_never_again() -> None:
    assert look(kind=TimingKind.ONCE, starts_on=day(12)) == Look(day(13), day(26))
    assert look(check(day(13)), kind=TimingKind.ONCE, starts_on=day(12)) == NO_LOOK
    assert look(check(day(5)), kind=TimingKind.ONCE, starts_on=day(12)).on == day(13)


def test_nothing_is_asked_of_what_ended_or_once_the_case_is_over() -> None:
    assert look(ended=True) == NO_LOOK
    assert look(phase=Phase.CLOSED) == NO_LOOK
