"""Programs of their own that tests start, listen to and kill, and the data folder that they work on."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from beraad import assets
from beraad.services.cases import CaseService
from beraad.store.store import Store
from tests.store.samples import CHEAP, PASSPHRASE


class Child(subprocess.Popen[str]):
    """A module that runs as a program off-screen, with lines in and out."""

    def __init__(self, module: str, *arguments: str) -> None:
        super().__init__(
            [sys.executable, "-m", module, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[1],
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        )

    @property
    def wishes(self) -> IO[str]:
        """What it reads."""
        assert self.stdin is not None
        return self.stdin

    @property
    def says(self) -> IO[str]:
        """What it writes."""
        assert self.stdout is not None
        return self.stdout


@contextmanager
def started(module: str, *arguments: str) -> Iterator[Child]:
    """Start it; at the end it is let go, and waited for."""
    with Child(module, *arguments) as child:
        yield child


def killed(module: str, *arguments: str, lines: int, seconds: float) -> list[str]:
    """Let it go on until it said so many lines and so much longer, and kill it: every whole line it said."""
    with started(module, *arguments) as child:
        said = [child.says.readline() for _ in range(lines)]
        threading.Event().wait(seconds)
        child.kill()
        said += child.says.read().splitlines(keepends=True)
    assert said[0], "it ran"
    assert child.returncode == -signal.SIGKILL, "it fell over before it was killed"
    return [line.rstrip("\n") for line in said if line.endswith("\n")]


def closed_data(folder: Path, case: str) -> Path:
    """A closed data folder in this one, with an example case."""
    data = folder / "data"
    store, _code = Store.create(data, PASSPHRASE, policy=CHEAP)
    with store:
        CaseService(store).import_file(Path(shutil.copy(assets.example_case(case), folder / "case.json")))
    return data
