"""The system ends the program while a participant has the laptop: at once, keeping what was written."""

import signal
import sys
from pathlib import Path

import pytest

from beraad.places import Place
from beraad.services.meeting import MeetingService
from tests.children import closed_data, started
from tests.inside import end_as_killed
from tests.store.samples import open_store
from tests.ui.being_handed_over import WROTE
from tests.ui.opened_window import HADDAD

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="signals of Unix"),
]
SIGNALS = [name for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A closed data folder with the case of Haddad."""
    return closed_data(tmp_path, "haddad")


def ended(data: Path, by: str, *how: str) -> tuple[list[str], str]:
    """Let somebody begin to answer, and end the program: what it said then, and who it was."""
    with started("tests.ui.being_handed_over", str(data), *how) as program:
        ready, _space, person = program.says.readline().strip().partition(" ")
        while ready == "console":
            ready, _space, person = program.says.readline().strip().partition(" ")
        assert ready == "ready"
        program.send_signal(getattr(signal, by))
        try:
            said, _nothing = program.communicate(timeout=60)
        finally:
            program.kill()
    assert program.returncode == 0
    return said.split(), person


@pytest.mark.parametrize("by", SIGNALS)
def test_it_ends_without_showing_the_console_and_the_words_are_kept(data: Path, by: str) -> None:
    said, person = ended(data, by)
    assert said == ["locked"]
    with open_store(data) as store:
        service = MeetingService(store, HADDAD, "b1")
        draft = service.drafts.at(Place.answer(person) / "remark")
        end_as_killed(service)
    assert draft is not None
    assert draft.text == WROTE


def test_a_console_that_comes_in_sight_is_told(data: Path) -> None:
    """The control."""
    said, _person = ended(data, "SIGTERM", "taken back")
    assert said[0] == "console"
    assert said[-1] == "locked"
