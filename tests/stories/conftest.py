"""What a story starts with: an empty data folder, a log, and the program's window with scripted answers."""

import datetime as dt
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from beraad import logs
from tests.stories.program import Program
from tests.ui.conftest import (  # noqa: F401 - they hold here as well
    _collected_as_in_the_program,
    _dressed,
    _light_again,
    _nothing_left,
)

TODAY = dt.date(2026, 11, 21)


@pytest.fixture
def program(tmp_path: Path, qtbot: QtBot) -> Iterator[Program]:
    """Beraad as it stands on a computer on which it was never used."""
    fails_the_test = sys.excepthook
    logs.start(tmp_path / "logs")
    sys.excepthook = fails_the_test  # pytest-qt's own: an exception in a slot is not only logged
    program = Program(tmp_path, TODAY, qtbot)
    yield program
    program.close()
