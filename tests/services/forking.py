"""Programs that are killed again and again: each forks what is killed, so that it is imported once."""

import os
import random
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import takewhile
from pathlib import Path

import pytest

from tests.children import started

FORKED = pytest.mark.skipif(not hasattr(os, "fork"), reason="children are forked")


def fork_for_each_line(work: Callable[[], None]) -> None:
    """Fork a child for each line on the input, which does this until it is killed; say when it has ended."""
    for _wish in sys.stdin:
        child = os.fork()
        if child == 0:
            say(str(os.getpid()))
            work()
            os._exit(0)
        os.waitpid(child, 0)
        say("ended")


def say(words: str) -> None:
    """One line, at once."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


@contextmanager
def killable(module: str, folder: Path, chance: random.Random) -> Iterator[Callable[[int], str]]:
    """Start such a program on a folder.

    Gives what lets a child go on until it said so many things, and kills it a moment later: the last it said.
    """
    with started(module, str(folder)) as program:

        def killed_after(said: int) -> str:
            program.wishes.write("go\n")
            program.wishes.flush()
            child = int(program.says.readline())
            last = [program.says.readline() for _ in range(said)][-1]
            threading.Event().wait(chance.random() * 0.02)
            os.kill(child, signal.SIGKILL)
            return [last, *takewhile(lambda line: line != "ended\n", program.says)][-1].strip()

        yield killed_after
