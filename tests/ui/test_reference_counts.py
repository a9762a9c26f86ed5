"""None, True and False live as long as the program."""

import subprocess
import sys

import pytest

MANY_CALLS = """
from PySide6.QtCore import QCoreApplication, QObject
app = QCoreApplication([])
thing = QObject()
for _ in range(200_000):
    thing.setObjectName("x")
"""


def run(code: str) -> int:
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=False, timeout=60
    ).returncode


def test_qt_can_be_called_as_often_as_one_likes() -> None:
    assert run("import beraad.ui" + MANY_CALLS) == 0


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal in this Python")
def test_without_the_guard_the_interpreter_aborts() -> None:
    """When this fails, PySide6 counts again, and `beraad.ui.reference_counts` can go."""
    assert run(MANY_CALLS) != 0
