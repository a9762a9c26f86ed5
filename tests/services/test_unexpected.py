"""An error that nobody expected, at any step of a wish, leaves the next wish as good as ever."""

import inspect
import itertools
import json
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

import beraad
from beraad.exchange import MeetingDocuments
from beraad.services.acts import Acts
from beraad.services.meeting import MeetingService
from beraad.services.meeting.open_rows import OpenRows
from beraad.store.errors import NotSaved
from beraad.store.store import Store
from beraad.terms import Column, Step
from tests.inside import rows_of
from tests.services.conftest import DE_WIT, Opened
from tests.store.samples import LentStore

OURS = str(Path(beraad.__file__).parent)
MARK = "Dit is de volgende wens."
Wish = Callable[[MeetingService], object]


class Surprise(Exception):
    """Nobody expects this one."""


TOLD = (Surprise, NotSaved)
"""As it is told: SQLAlchemy wraps what goes wrong in a type of ours, and the commit gives that its name."""


class Stumble:
    """Raises at the call of ours that comes after so many others, once."""

    def __init__(self, after: int) -> None:
        self.calls, self._after = 0, after

    def __enter__(self) -> "Stumble":
        sys.settrace(self._look)
        return self

    def __exit__(self, *_ended: object) -> None:
        sys.settrace(None)

    def _look(self, frame: FrameType, event: str, _argument: object) -> None:
        # A generator that is let go is called once more, and nobody could be told of an error in that.
        called = event == "call" and not frame.f_code.co_flags & inspect.CO_GENERATOR
        if called and frame.f_code.co_filename.startswith(OURS):
            self.calls += 1
            if self.calls == self._after:
                raise Surprise


WISHES: dict[str, Wish] = {
    "a card": lambda meeting: meeting.statements.add(Column.DANGER, "Er was ruzie."),
    "a change": lambda meeting: meeting.statements.change(first(meeting), text="Anders gezegd."),
    "a card away": lambda meeting: meeting.statements.remove(first(meeting)),
    "an agreement": lambda meeting: meeting.agreements.add("Kees belt elke avond."),
    "a step": lambda meeting: meeting.go_to(Step.SCALE),
    "a note": lambda meeting: meeting.course.note(0, "Vraag naar school."),
    "undo": lambda meeting: meeting.undo(),
}


def first(meeting: MeetingService) -> str:
    """The first card."""
    return meeting.console().statements[0].id


def stored(store: Store) -> str:
    """What the disk holds of the meeting, but for the minutes and the place it was in."""
    with store.unit_of_work() as unit:
        meeting = unit.cases.get(DE_WIT).meeting("b2")
        assert meeting is not None
        document: dict[str, Any] = MeetingDocuments().of(meeting)
        return json.dumps({**document, "agenda": None}, default=str, sort_keys=True)


def in_memory(meeting: MeetingService) -> str:
    """The same, as the open meeting has it."""
    document = MeetingDocuments().of(rows_of(meeting).meeting)
    return json.dumps({**document, "agenda": None}, default=str, sort_keys=True)


def begun(opened: Opened) -> MeetingService:
    """An open meeting in which something was done already."""
    meeting = opened()
    meeting.statements.add(Column.SAFETY, "Oma is er.")
    return meeting


def stumble_at(step: int, wish: Wish, opened: Opened, store: Store) -> bool:
    """Let the wish fail there, and see that the next one is kept whole, alone, and undone alone.

    Whether it got that far: the calls of a wish are not always as many.
    """
    meeting = begun(opened)
    before = stored(store)
    failed = False
    with Stumble(step) as stumble:
        try:
            wish(meeting)
        except TOLD:
            failed = True
    assert failed is (stumble.calls >= step), "the error is told"
    then = stored(store)
    meeting.console()
    meeting.wall()
    meeting.course.note(1, MARK)
    assert MARK in stored(store), step
    assert stored(store) == in_memory(meeting), step
    meeting.undo()
    assert stored(store) == then, step
    assert in_memory(meeting) == then, step
    if then != before:
        meeting.undo()
    meeting.close()
    return failed


def steps_of(wish: Wish, meeting: MeetingService) -> int:
    """How many calls of ours the wish makes, more or less."""
    with Stumble(-1) as counted:
        wish(meeting)
    meeting.close()
    return counted.calls


@pytest.mark.slow
@pytest.mark.parametrize("name", WISHES)
def test_the_next_wish_is_kept_whole_and_alone_wherever_one_failed(
    name: str, opened: Opened, made_once: LentStore
) -> None:
    with made_once.lend():
        steps = steps_of(WISHES[name], begun(opened))
    assert steps > 100
    for step in range(1, steps + 1, steps // 20):
        with made_once.lend() as store:
            stumble_at(step, WISHES[name], opened, store)


@pytest.mark.long
@pytest.mark.parametrize("name", WISHES)
def test_the_next_wish_is_kept_whole_and_alone_at_every_step(
    name: str, opened: Opened, made_once: LentStore
) -> None:
    for step in itertools.count(1):
        with made_once.lend() as store:
            if not stumble_at(step, WISHES[name], opened, store):
                break
    assert step > 100


@pytest.mark.slow
def test_what_is_hidden_is_sought_as_it_is_on_disk_wherever_a_wish_failed(
    opened: Opened, made_once: LentStore
) -> None:
    def let_know(meeting: MeetingService) -> None:
        meeting.hidden.let_know(meeting.leaks()[0])

    def begin() -> MeetingService:
        meeting = opened()
        meeting.statements.add(Column.DANGER, "Lisa zit op basisschool De Linde.")
        assert meeting.leaks()
        return meeting

    with made_once.lend():
        steps = steps_of(let_know, begin())
    left = []
    for step in (*range(1, steps + 1, steps // 20), 2 * steps):
        with made_once.lend():
            meeting = begin()
            with Stumble(step), suppress(*TOLD):
                let_know(meeting)
            anew = opened()
            left.append(bool(anew.leaks()))
            assert meeting.leaks() == anew.leaks(), step
            meeting.close()
            anew.close()
    assert left[0]
    assert not left[-1]


def test_a_meeting_that_forgets_nothing_keeps_what_failed(
    opened: Opened, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: without reading again, the next wish keeps what the failed one left half."""
    monkeypatch.setattr(OpenRows, "_forget_changes", lambda _open: None)
    monkeypatch.setattr(Acts, "_keep", fail)
    meeting = opened()
    with pytest.raises(Surprise):
        meeting.agreements.add("Half.")
    monkeypatch.undo()
    meeting.course.note(1, MARK)
    assert "Half." in stored(store)


def fail(*_given: object) -> None:
    """Whatever it was."""
    raise Surprise
