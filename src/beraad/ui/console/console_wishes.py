"""Carries out in the meeting what is asked for around the page of a step."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from beraad.services.meeting import MeetingService
from beraad.terms import Step
from beraad.ui.console.bars.status_line import StatusLine
from beraad.ui.console.bars.top_bar import TopBar
from beraad.ui.console.guide.guide import Guide
from beraad.ui.console.over.room_question import RoomQuestion
from beraad.ui.console.rail import MeetingRail
from beraad.ui.console.step_stack import StepStack
from beraad.ui.meeting.keys import MeetingKey
from beraad.ui.meeting.model import MeetingModel

_HALVES = {MeetingKey.DANGER: 1, MeetingKey.SAFETY: 2}
"""Half that each key chooses while it is asked which one is in the room."""


class ConsoleWishes(QObject):
    """Handler of wishes: the half in the room, turns, moved or left-out steps, notes, undo."""

    def __init__(
        self,
        model: MeetingModel,
        steps: StepStack,
        *,
        top_bar: TopBar,
        question: RoomQuestion,
        rail: MeetingRail,
        guide: Guide,
        status: StatusLine,
    ) -> None:
        super().__init__(steps)
        self._model, self._steps = model, steps
        for asking in (top_bar, question):
            asking.half_chosen.connect(self.choose_half)
        rail.move_requested.connect(self._on_moved)
        rail.left_out_requested.connect(self._on_left_out)
        rail.turn_chosen.connect(model.give_turn)
        rail.next_turn_requested.connect(model.give_next_turn)
        rail.spoken_changed.connect(self._on_spoken)
        guide.note_changed.connect(self._on_note)
        status.undo_requested.connect(model.undo)
        status.save_state.retry_requested.connect(model.retry)

    def choose_half(self, half: int) -> None:
        """Note that this half is in the room now."""
        # What is being written was said in the room that is left: it is a draft for those who sat there.
        self._steps.leave()
        self._model.show(lambda meeting: meeting.show_half(half))

    def press(self, key: MeetingKey) -> None:
        """Carry out a key of the step; while it is asked which half is in the room, 1 and 2 choose it."""
        if not self._model.asks_half:
            self._steps.press(key)
        elif key in _HALVES:
            self.choose_half(_HALVES[key])

    def _on_moved(self, step: Step, place: int) -> None:
        self._model.act(lambda meeting: meeting.course.move_step(step, place))

    def _on_left_out(self, step: Step, left_out: bool) -> None:
        self._model.act(lambda meeting: meeting.course.skip(step, skipped=left_out))

    def _on_spoken(self, person: str, spoken: bool) -> None:
        self._model.mark_spoken(person, spoken=spoken)

    def _on_note(self, place: int, text: str, goes_on: bool) -> None:
        wish = partial(_write_note, place, text, goes_on)
        self._model.act(wish, seen=not goes_on)


def _write_note(place: int, text: str, goes_on: bool, meeting: MeetingService) -> None:
    meeting.course.note(place, text, goes_on=goes_on)
