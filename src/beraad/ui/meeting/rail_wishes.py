"""What is asked for in the rail, done in the meeting."""

from __future__ import annotations

from PySide6.QtCore import QObject

from beraad.terms import Step
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.meeting.rail import MeetingRail


class RailWishes(QObject):
    """Gives turns, and moves or leaves out steps."""

    def __init__(self, model: MeetingModel, rail: MeetingRail) -> None:
        super().__init__(rail)
        self._model = model
        rail.move_requested.connect(self._on_moved)
        rail.left_out_requested.connect(self._on_left_out)
        rail.turn_chosen.connect(model.give_turn)
        rail.next_turn_requested.connect(model.give_next_turn)
        rail.spoken_changed.connect(self._on_spoken)

    def _on_moved(self, step: Step, place: int) -> None:
        self._model.act(lambda meeting: meeting.table.move_step(step, place))

    def _on_left_out(self, step: Step, left_out: bool) -> None:
        self._model.act(lambda meeting: meeting.table.skip(step, skipped=left_out))

    def _on_spoken(self, person: str, spoken: bool) -> None:
        self._model.mark_spoken(person, spoken=spoken)
