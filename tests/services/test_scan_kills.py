"""Killed at any moment, a scan that was kept is whole, and what was taken away leaves nothing behind."""

import random
from pathlib import Path

import pytest

from beraad.services.meeting import MeetingService
from tests.children import closed_data
from tests.inside import end_as_killed, engine_of
from tests.services.conftest import HADDAD
from tests.services.forking import FORKED, killable
from tests.services.scanning_for_ever import PAGES
from tests.store.samples import open_store

CHANCE = random.Random(20261127)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A closed data folder with the case of Haddad."""
    return closed_data(tmp_path, "haddad")


def found(folder: Path) -> tuple[int, int]:
    """How many pages the answer shows, all of them whole and in order; and how many the database holds."""
    with open_store(folder) as store:
        service = MeetingService(store, HADDAD, "b1")
        shown = next((item.scanned for item in service.answers() if item.person == "yousef"), 0)
        if shown:
            assert service.scans.pages("yousef") == tuple(PAGES[:shown])
        end_as_killed(service)
        with engine_of(store).connect() as connection:
            return shown, connection.exec_driver_sql("SELECT count(*) FROM scan_pages").scalar_one()


@pytest.mark.slow
@FORKED
def test_what_was_said_to_be_kept_is_there_whole_after_a_kill_and_nothing_else(data: Path) -> None:
    with killable("tests.services.scanning_for_ever", data, CHANCE) as killed_after:
        for _kill in range(8):
            last = killed_after(CHANCE.randrange(1, 12))
            shown, stored = found(data)
            kept = int(last[1:] or 0)
            # One more act may have been kept without being said.
            following = (kept + 1) % (len(PAGES) + 1)
            assert shown in (kept, following), last
            assert stored == shown, "pages that nothing shows went at the unlocking"
