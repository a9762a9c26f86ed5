"""What has no words yet stays from the wall until they are placed."""

import dataclasses

import pytest

from beraad.places import Place
from beraad.readers import FACILITATOR
from beraad.services.meeting import MeetingService
from beraad.terms import Column, Step
from tests.services.conftest import Opened


def _statement(service: MeetingService, words: str) -> Place:
    return Place.statement(service.statements.add(Column.DANGER, words))


def _scale(service: MeetingService, words: str) -> Place:
    return Place.scale(service.scales.add(words, "slecht", "goed"))


def _agreement(service: MeetingService, words: str) -> Place:
    return Place.agreement(service.agreements.add(words))


def _emergency(service: MeetingService, words: str) -> Place:
    return Place.emergency_step(service.emergency.add(words) + 1)


def _time_out(service: MeetingService, words: str) -> Place:
    service.emergency.remove_time_out()
    service.emergency.begin_time_out("mark")
    begun = next(iter(service.console().time_outs), None)
    assert begun is not None
    if words:
        service.emergency.set_time_out(dataclasses.replace(begun, signal=words))
    return Place.time_out(1)


@pytest.mark.parametrize(
    ("make", "step"),
    [
        (_statement, Step.WORRIES),
        (_scale, Step.SCALE),
        (_agreement, Step.AGREEMENTS),
        (_emergency, Step.AGREEMENTS),
        (_time_out, Step.AGREEMENTS),
    ],
)
def test_what_has_no_words_yet_is_not_on_the_wall(opened: Opened, make: object, step: Step) -> None:
    assert callable(make)
    meeting = opened()
    meeting.go_to(step)
    before = meeting.wall()
    empty = make(meeting, "")
    if empty.kind != "time_out":
        assert meeting.wall() == before
    assert empty not in meeting.on_wall()
    filled = make(meeting, "De tas staat bij de buren.")
    assert filled in meeting.on_wall(), "the control"
    assert "De tas staat bij de buren." in repr(meeting.wall())


def test_a_card_that_is_made_for_the_facilitator_is_never_on_the_wall(opened: Opened) -> None:
    meeting = opened()
    meeting.go_to(Step.WORRIES)
    meeting.statements.add(Column.DANGER, "Zij sliep in de auto.", visible_to=FACILITATOR)
    assert "Zij sliep in de auto." not in [item.text for item in meeting.wall().danger]
    meeting.statements.add(Column.DANGER, "Hij sloeg met de deur.")
    assert "Hij sloeg met de deur." in [item.text for item in meeting.wall().danger]
