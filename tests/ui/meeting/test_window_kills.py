"""The program is killed while somebody types in its window: at most 300 ms of typing is lost."""

import random
from pathlib import Path

import pytest

from beraad.services.meeting import MeetingService
from beraad.ui.meeting.drafting import KEEP_WITHIN
from tests.children import closed_data, killed
from tests.store.samples import open_store
from tests.ui.meeting.typing_in_the_window import MEETING, PLACE, REFERENCE, TICK

MOST = 300 // TICK
"""Ticks of typing that a kill may cost."""
CHANCE = random.Random(20261201)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A closed data folder with the case of De Wit."""
    return closed_data(tmp_path, "de-wit")


def typed_until_killed(data: Path, within: int) -> list[tuple[int, str]]:
    """Let somebody type for a while, and kill the program: what stood in the field at each of its moments."""
    seed, lines = str(CHANCE.random())[2:], CHANCE.randrange(90, 260)
    how = (str(data), seed, str(within))
    program = "tests.ui.meeting.typing_in_the_window"
    said = killed(program, *how, lines=lines, seconds=CHANCE.random() * 0.05)
    return [(int(tick), text) for tick, _colon, text in (line.partition(":") for line in said)]


def lost(data: Path, moments: list[tuple[int, str]]) -> bool:
    """Whether what is on disk is older than it may be."""
    with open_store(data) as store:
        service = MeetingService(store, REFERENCE, MEETING)
        draft = service.drafts.at(PLACE)
        service.drafts.discard(PLACE)
        service._desk._work.close()
    end = moments[-1][0]
    before = [text for tick, text in moments if tick < end - MOST]
    stood = [*before[-1:], *(text for tick, text in moments if tick >= end - MOST)]
    return (draft.text if draft else "") not in stood


@pytest.mark.slow
def test_a_kill_costs_a_moment_of_typing_at_most(data: Path) -> None:
    for _kill in range(2):
        assert not lost(data, typed_until_killed(data, KEEP_WITHIN))


@pytest.mark.slow
def test_a_later_write_would_cost_more(data: Path) -> None:
    """The control: nothing else writes it in time."""
    assert lost(data, typed_until_killed(data, 60_000))


@pytest.mark.long
def test_any_kill_costs_a_moment_of_typing_at_most(data: Path) -> None:
    for _kill in range(40):
        assert not lost(data, typed_until_killed(data, KEEP_WITHIN))
