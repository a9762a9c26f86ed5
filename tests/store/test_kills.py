"""Killed at any moment, the store holds every edit that was acknowledged, and no half edit."""

import os
import random
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pytest

from beraad.codes import StoreState
from beraad.store.sqlite.state import store_state
from tests.children import started
from tests.store.samples import open_store

CHANCE = random.Random(20260302)

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="children are forked")


@contextmanager
def committing(folder: Path, *arguments: str) -> Iterator[tuple[IO[str], IO[str]]]:
    """The program that forks committing children: its input and its output."""
    with started("tests.store.committing", str(folder), *arguments) as program:
        yield program.wishes, program.says


def kill_one(wishes: IO[str], answers: IO[str], *, wait_for: int) -> int:
    """Let a child commit and kill it a moment after `wait_for` acknowledgements: the last number it said."""
    wishes.write("go\n")
    wishes.flush()
    said, last, child = 0, -1, 0
    for line in answers:
        if line == "ended\n":
            break
        if line.startswith("child "):
            child = int(line.split()[1])
        else:
            last, said = int(line), said + 1
        if said == wait_for and child:
            threading.Event().wait(CHANCE.random() * (0.004 if said else 0.3))
            os.kill(child, signal.SIGKILL)
            child = 0
            wait_for = -1
    return last


def found(folder: Path) -> int:
    """The last number in the store, after seeing that no edit is half."""
    assert store_state(folder) is StoreState.PRESENT
    with open_store(folder) as store, store.unit_of_work() as unit:
        case = unit.cases.get("2026-0007")
        numbers = [row.position for row in case.meetings[0].statements]
        assert numbers == list(range(len(numbers)))
        assert case.municipality in (None, str(numbers[-1]))
        return numbers[-1]


def lost_after_kills(folder: Path, kills: int) -> int:
    """How many of the kills lost an acknowledged edit."""
    lost, last = 0, 2
    with committing(folder) as (wishes, answers):
        for _ in range(kills):
            said = kill_one(wishes, answers, wait_for=CHANCE.choice([0, 1, 2, 5, 12]))
            there = found(folder)
            lost += there < max(said, last)
            last = there
    return lost


@pytest.mark.slow
@pytest.mark.first
def test_no_acknowledged_edit_is_lost_by_a_kill(data: Path) -> None:
    assert lost_after_kills(data, 25) == 0


@pytest.mark.long
@pytest.mark.timeout(900)
def test_no_acknowledged_edit_is_lost_by_many_kills(data: Path) -> None:
    assert lost_after_kills(data, 300) == 0


def test_an_edit_acknowledged_too_early_is_seen_to_be_lost(data: Path) -> None:
    """The control: this harness notices a loss."""
    with committing(data, "first") as (wishes, answers):
        said = kill_one(wishes, answers, wait_for=1)
    assert found(data) < said
