"""Killed at any moment, what was said to be on disk of what was being typed is there."""

import random
from pathlib import Path

import pytest

from beraad.services.meeting import MeetingService
from tests.children import closed_data, killed
from tests.services.conftest import HADDAD
from tests.services.typing_for_ever import PLACE
from tests.store.samples import open_store

CHANCE = random.Random(20261130)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A closed data folder with the case of Haddad."""
    return closed_data(tmp_path, "haddad")


def killed_after(folder: Path, said: int) -> int:
    """Let it type on until it said this many letters, and kill it a moment later: the last it said."""
    pause = CHANCE.random() * 0.02
    return int(killed("tests.services.typing_for_ever", str(folder), lines=said, seconds=pause)[-1])


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
