"""What a story starts with: an empty data folder, a log, and the program's window with scripted answers."""

import datetime as dt
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from beraad import assets, logs
from beraad.services.vault import Vault
from tests.store.samples import CHEAP
from tests.stories.program import PASSPHRASE, Program
from tests.ui.conftest import (  # noqa: F401 - they hold here as well
    _collected_as_in_the_program,
    _dressed,
    _light_again,
    _no_button_down,
    _nothing_left,
    _the_desktop_sleeps_as_it_likes,
)

TODAY = dt.date(2026, 11, 21)


@pytest.fixture(scope="session")
def used(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The locked data folder of a computer on which one example case was read in; each is made once."""

    @cache
    def made(name: str) -> Path:
        vault = Vault(tmp_path_factory.mktemp("used") / "data", policy=CHEAP)
        vault.create(PASSPHRASE)
        vault.cases().import_file(assets.example_case(name))
        vault.lock()
        return vault.folder

    return made


@pytest.fixture
def program(tmp_path: Path, qtbot: QtBot, used: Callable[[str], Path]) -> Iterator[Program]:
    """Beraad as it stands on a computer on which it was never used."""
    fails_the_test = sys.excepthook
    logs.start(tmp_path / "logs")
    sys.excepthook = fails_the_test  # pytest-qt's own: an exception in a slot is not only logged
    program = Program(tmp_path, TODAY, qtbot, used)
    yield program
    program.close()
