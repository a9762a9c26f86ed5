"""Killed at any moment, what was said to be on disk of what was being typed is there."""

import random
from pathlib import Path

import pytest

from beraad.services.meeting import MeetingService
from tests.children import closed_data
from tests.inside import end_as_killed
from tests.services.conftest import HADDAD
from tests.services.forking import FORKED, killable
from tests.services.typing_for_ever import PLACE
from tests.store.samples import open_store

CHANCE = random.Random(20261130)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A closed data folder with the case of Haddad."""
    return closed_data(tmp_path, "haddad")


@pytest.mark.slow
@FORKED
def test_what_was_said_to_be_typed_is_there_after_a_kill(data: Path) -> None:
    with killable("tests.services.typing_for_ever", data, CHANCE) as killed_after:
        for _kill in range(6):
            last = int(killed_after(CHANCE.randrange(1, 30)))
            with open_store(data) as store:
                service = MeetingService(store, HADDAD, "b1")
                draft = service.drafts.at(PLACE)
                assert draft is not None
                # One more letter may have been kept without being said.
                assert len(draft.text) in (last, last + 1)
                end_as_killed(service)
