"""How the time stands."""

import dataclasses

import pytest

from beraad.disclosure.console_views import ConsoleAgendaItem, ConsoleView
from beraad.services.meeting import MeetingService
from beraad.store.store import Store
from beraad.terms import Step
from beraad.ui.meeting.pace import Pace, agenda_of, following, held_steps, pace_of, pace_words
from tests.ui.opened_console import DE_WIT


@pytest.fixture
def view(store: Store) -> ConsoleView:
    service = MeetingService(store, DE_WIT, "b2")
    seen = service.console()
    service.close()
    return seen


def _with(view: ConsoleView, *items: ConsoleAgendaItem) -> ConsoleView:
    return dataclasses.replace(view, agenda=items)


def test_a_meeting_without_an_agenda_takes_the_usual_time(view: ConsoleView) -> None:
    assert [item.planned_minutes for item in agenda_of(_with(view))] == [10, 25, 20, 15, 20, 30, 30, 15, 10]


def test_a_step_that_took_less_than_planned_puts_the_meeting_ahead(view: ConsoleView) -> None:
    seen = _with(view, ConsoleAgendaItem(Step.WELCOME, 10, 6, skipped=False))
    assert pace_of(seen, Step.WORRIES, minutes_here=5) == Pace(elapsed=11, late=-4)


def test_staying_too_long_in_a_step_makes_the_meeting_late(view: ConsoleView) -> None:
    assert pace_of(_with(view), Step.WELCOME, minutes_here=13) == Pace(elapsed=13, late=3)


def test_going_back_to_the_welcome_does_not_make_the_meeting_late(view: ConsoleView) -> None:
    worries = ConsoleAgendaItem(Step.WORRIES, 25, 20, skipped=False)
    seen = _with(view, ConsoleAgendaItem(Step.WELCOME, 10, 10, skipped=False), worries)
    assert pace_of(seen, Step.WELCOME, minutes_here=0) == Pace(elapsed=30, late=0)


def test_the_meeting_goes_in_its_own_order_and_the_rest_in_the_usual_places(view: ConsoleView) -> None:
    first = (Step.WELCOME, Step.SCALE, Step.WORRIES, Step.GOING_WELL, Step.WHAT_MUST_HAPPEN)
    held = (*first, Step.EVALUATION)
    seen = _with(view, *(ConsoleAgendaItem(s, 15, None, skipped=s is Step.WORRIES) for s in held))
    rest = (Step.FAMILY_TIME, Step.AGREEMENTS, Step.DECIDE_AND_SIGN, Step.EVALUATION)
    assert [item.step for item in agenda_of(seen)] == [*first, *rest]
    assert following(seen, Step.WELCOME, 1) is Step.SCALE
    assert following(seen, Step.SCALE, 1) is Step.GOING_WELL
    assert following(seen, Step.GOING_WELL, -1) is Step.SCALE
    assert following(seen, Step.EVALUATION, 1) is None


def test_a_step_left_out_counts_no_time(view: ConsoleView) -> None:
    seen = _with(view, ConsoleAgendaItem(Step.WELCOME, 10, None, skipped=True))
    assert pace_of(seen, Step.WORRIES, minutes_here=0) == Pace(elapsed=0, late=0)
    assert Step.WELCOME not in held_steps(seen)


@pytest.mark.parametrize(
    ("pace", "words"),
    [
        (Pace(38, -4), "38 min · 4 min voor"),
        (Pace(38, 2), "38 min · 2 min achter"),
        (Pace(0, 0), "0 min · op tijd"),
    ],
)
def test_the_time_is_said_in_words(pace: Pace, words: str) -> None:
    assert pace_words(pace) == words
