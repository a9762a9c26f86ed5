"""On an X server two programs share a clipboard, and a selection: what the other one finds there."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not shutil.which("Xvfb"), reason="needs Xvfb"),
]
HINT = "x-kde-passwordManagerHint"
SECRET, WORD = "Bredaseweg", "Anders"
_SECONDS = 10


class Program:
    """One process with a clipboard."""

    def __init__(self, display: str, *how: str) -> None:
        left_out = ("WAYLAND_DISPLAY", "XAUTHORITY", "QT_SCALE_FACTOR")
        kept = {name: value for name, value in os.environ.items() if name not in left_out}
        self._process = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("copying.py")), *how],
            env=kept | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self._hear()

    def do(self, wish: str) -> dict[str, Any]:
        """Have it done; gives the answer."""
        assert self._process.stdin is not None
        self._process.stdin.write(wish + "\n")
        self._process.stdin.flush()
        return self._hear()

    def text(self, where: str) -> str:
        """What it finds there."""
        found = self.do("read")[where]
        return found["text"] if found else ""

    def finds(self, text: str, where: str) -> bool:
        """Whether it finds this there, at once or a little later.

        Until it has heard that somebody copied, what it asks is refused as too old.
        """
        until = time.monotonic() + _SECONDS
        while (found := self.text(where)) != text and time.monotonic() < until:
            time.sleep(0.01)
        return found == text

    def end(self) -> None:
        """Close it."""
        self._process.communicate(timeout=30)

    def _hear(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line, "the program ended"
        heard: dict[str, Any] = json.loads(line)
        return heard


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """An X server of its own."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "800x600x24", "-nolisten", "tcp"],
        pass_fds=(writing,),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        number = told.readline().strip()
    assert number, "the X server did not start"
    yield f":{number}"
    server.terminate()
    server.wait(30)


@pytest.fixture
def other(display: str) -> Iterator[Program]:
    """Another program."""
    program = Program(display)
    yield program
    program.end()


@pytest.fixture
def ours(display: str, other: Program) -> Iterator[Program]:
    """One that looks after what it copies."""
    program = Program(display, "watching")
    yield program
    program.end()


@pytest.mark.parametrize(("wish", "where"), [("copy", "copied"), ("select", "selected")])
def test_another_program_finds_the_text_and_the_hint_and_later_nothing(
    ours: Program, other: Program, wish: str, where: str
) -> None:
    ours.do(f"{wish} {SECRET}")
    assert other.finds(SECRET, where)
    assert HINT in other.do("read")[where]["formats"]
    ours.do("clear")
    assert other.text(where) == ""


@pytest.mark.parametrize(("wish", "where"), [("copy", "copied"), ("select", "selected")])
def test_what_the_other_put_there_since_stays(ours: Program, other: Program, wish: str, where: str) -> None:
    """Often within the same millisecond, in which Qt does not hear of it."""
    for turn in range(20):
        ours.do(f"{wish} {SECRET}")
        for word in (f"{WORD}{turn}", f"{WORD}{turn}bis"):
            other.do(f"{wish} {word}")
            assert ours.finds(word, where)
        ours.do("clear")
        assert other.text(where) == word
        assert HINT not in other.do("read")[where]["formats"]


@pytest.mark.parametrize(("wish", "where"), [("copy", "copied"), ("select", "selected")])
def test_what_is_copied_after_the_other_goes(ours: Program, other: Program, wish: str, where: str) -> None:
    for turn in range(20):
        other.do(f"{wish} {WORD}{turn}")
        ours.do(f"{wish} {SECRET}{turn}")
        assert other.finds(f"{SECRET}{turn}", where)
        ours.do("clear")
        assert other.text(where) == ""


def test_a_program_that_does_not_look_after_it_leaves_it_there(display: str, other: Program) -> None:
    """The control: without the watch there is no hint, and nothing is taken off."""
    careless = Program(display)
    careless.do(f"copy {SECRET}")
    assert other.finds(SECRET, "copied")
    assert HINT not in other.do("read")["copied"]["formats"]
    careless.do("clear")
    assert other.text("copied") == SECRET
    careless.end()
