"""Killed at any moment, what was said to be on disk of what was being typed is there."""

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
from tests.services.conftest import HADDAD
from tests.services.typing_for_ever import PLACE
from tests.store.samples import CHEAP, PASSPHRASE, open_store

CHANCE = random.Random(20261130)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A closed data folder with the case of Haddad."""
    folder = tmp_path / "data"
    store, _code = Store.create(folder, PASSPHRASE, policy=CHEAP)
    with store:
        CaseService(store).import_file(
            Path(shutil.copy(assets.example_case("haddad"), tmp_path / "case.json"))
        )
    return folder


def killed_after(folder: Path, said: int) -> int:
    """Let it type on until it said this many letters, and kill it a moment later: the last it said."""
    program = subprocess.Popen(
        [sys.executable, "-m", "tests.services.typing_for_ever", str(folder)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert program.stdout is not None
    with program:
        last = [program.stdout.readline() for _ in range(said)][-1]
        threading.Event().wait(CHANCE.random() * 0.02)
        program.kill()
        rest = [line for line in program.stdout.read().splitlines() if line]
    return int(rest[-1] if rest else last)


@pytest.mark.slow
def test_what_was_said_to_be_typed_is_there_after_a_kill(data: Path) -> None:
    for _kill in range(6):
        last = killed_after(data, CHANCE.randrange(1, 30))
        with open_store(data) as store:
            service = MeetingService(store, HADDAD, "b1")
            draft = service.drafts.at(PLACE)
            assert draft is not None
            # One more letter may have been kept without being said.
            assert len(draft.text) in (last, last + 1)
            service._desk._work.close()
