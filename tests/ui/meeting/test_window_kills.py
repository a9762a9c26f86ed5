"""The program is killed while somebody types in its window: at most 300 ms of typing is lost."""

import os
import random
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from beraad import assets
from beraad.services.cases import CaseService
from beraad.services.meeting import MeetingService
from beraad.store.store import Store
from beraad.ui.meeting.drafting import KEEP_WITHIN
from tests.store.samples import CHEAP, PASSPHRASE, open_store
from tests.ui.meeting.typing_in_the_window import MEETING, PLACE, REFERENCE, TICK

MOST = 300 // TICK
"""Ticks of typing that a kill may cost."""
CHANCE = random.Random(20261201)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A closed data folder with the case of De Wit."""
    folder = tmp_path / "data"
    store, _code = Store.create(folder, PASSPHRASE, policy=CHEAP)
    with store:
        CaseService(store).import_file(
            Path(shutil.copy(assets.example_case("de-wit"), tmp_path / "case.json"))
        )
    return folder


def killed(data: Path, within: int) -> list[tuple[int, str]]:
    """Let somebody type for a while, and kill the program: what stood in the field at each of its moments."""
    program = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "tests.ui.meeting.typing_in_the_window",
            str(data),
            str(CHANCE.random())[2:],
            str(within),
        ],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[3],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert program.stdout is not None
    with program:
        said = [program.stdout.readline() for _ in range(CHANCE.randrange(90, 260))]
        threading.Event().wait(CHANCE.random() * 0.05)
        program.kill()
        said += program.stdout.read().splitlines(keepends=True)
    assert said[0], "it ran"
    whole = [line.rstrip("\n") for line in said if line.endswith("\n")]
    return [(int(tick), text) for tick, _colon, text in (line.partition(":") for line in whole)]


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
        assert not lost(data, killed(data, KEEP_WITHIN))


@pytest.mark.slow
def test_a_later_write_would_cost_more(data: Path) -> None:
    """The control: nothing else writes it in time."""
    assert lost(data, killed(data, 60_000))


@pytest.mark.long
def test_any_kill_costs_a_moment_of_typing_at_most(data: Path) -> None:
    for _kill in range(40):
        assert not lost(data, killed(data, KEEP_WITHIN))
