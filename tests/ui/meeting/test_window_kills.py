"""The program is killed while somebody types or signs in its window: at most 300 ms of it is lost."""

import json
import random
from functools import partial
from pathlib import Path

import pytest

from beraad.places import Place
from beraad.services.meeting import MeetingService
from beraad.services.meeting.begun_answers import shown_by
from beraad.ui.meeting.drafting import KEEP_WITHIN
from tests.children import closed_data, killed
from tests.inside import end_as_killed, rows_of
from tests.store.samples import open_store
from tests.ui.meeting import answering_in_the_window as answering
from tests.ui.meeting.typing_in_the_window import MEETING, PLACE, REFERENCE, TICK

MOST = 300 // TICK
"""Ticks of typing that a kill may cost."""
CHANCE = random.Random(20261201)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A closed data folder with the case of De Wit."""
    return closed_data(tmp_path, "de-wit")


def until_killed(program: str, data: Path, within: int) -> list[tuple[int, str]]:
    """Let somebody go on for a while, and kill the program: what stood there at each of its moments."""
    seed, lines = str(CHANCE.random())[2:], CHANCE.randrange(90, 260)
    how = (str(data), seed, str(within))
    said = killed(program, *how, lines=lines, seconds=CHANCE.random() * 0.05)
    return [(int(tick), text) for tick, _colon, text in (line.partition(":") for line in said)]


typed_until_killed = partial(until_killed, "tests.ui.meeting.typing_in_the_window")
signed_until_killed = partial(until_killed, "tests.ui.meeting.answering_in_the_window")


def stood(moments: list[tuple[int, str]]) -> list[str]:
    """What may be on disk after the kill: nothing that is older."""
    end = moments[-1][0]
    before = [text for tick, text in moments if tick < end - MOST]
    return [*before[-1:], *(text for tick, text in moments if tick >= end - MOST)]


def lost(data: Path, moments: list[tuple[int, str]]) -> bool:
    """Whether what is on disk is older than it may be."""
    with open_store(data) as store:
        service = MeetingService(store, REFERENCE, MEETING)
        draft = service.drafts.at(PLACE)
        service.drafts.discard(PLACE)
        end_as_killed(service)
    return (draft.text if draft else "") not in stood(moments)


def lost_of_an_answer(data: Path, moments: list[tuple[int, str]]) -> bool:
    """The same of what was chosen and drawn; a new start offers it to who began it, and to nobody else."""
    with open_store(data) as store:
        service = MeetingService(store, REFERENCE, answering.MEETING)
        shows, place = shown_by(service.deciding.signing(answering.PERSON)), Place.answer(answering.PERSON)
        kept = service.begun.at(place, shows)
        assert {row.place for row in rows_of(service).meeting.begun_answers} <= {str(place)}
        service.begun.keep(place, shows, {})
        end_as_killed(service)
    return kept not in [json.loads(chosen) for chosen in stood(moments)]


@pytest.mark.slow
def test_a_kill_costs_a_moment_of_typing_at_most(data: Path) -> None:
    for _kill in range(2):
        assert not lost(data, typed_until_killed(data, KEEP_WITHIN))


@pytest.mark.slow
def test_a_later_write_would_cost_more(data: Path) -> None:
    """The control: nothing else writes it in time."""
    assert lost(data, typed_until_killed(data, 60_000))


@pytest.mark.slow
def test_a_kill_costs_a_moment_of_choosing_and_drawing_at_most(data: Path) -> None:
    assert not lost_of_an_answer(data, signed_until_killed(data, KEEP_WITHIN))


@pytest.mark.slow
def test_a_later_write_would_cost_more_of_an_answer(data: Path) -> None:
    """The control."""
    assert lost_of_an_answer(data, signed_until_killed(data, 60_000))


@pytest.mark.long
def test_any_kill_costs_a_moment_of_typing_at_most(data: Path) -> None:
    for _kill in range(40):
        assert not lost(data, typed_until_killed(data, KEEP_WITHIN))


@pytest.mark.long
def test_any_kill_costs_a_moment_of_choosing_and_drawing_at_most(data: Path) -> None:
    for _kill in range(40):
        assert not lost_of_an_answer(data, signed_until_killed(data, KEEP_WITHIN))
