"""Goes to what was found or is still open."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from beraad.places import CASE, Place
from beraad.terms import MeetingMode, Step
from beraad.ui.console.finding.find_sheet import FindSheet
from beraad.ui.console.finding.finder import HitKind
from beraad.ui.console.finding.open_points import open_points
from beraad.ui.console.guide.guide import Guide
from beraad.ui.console.over.last_call import LastCall
from beraad.ui.console.over.release_list import ReleaseList
from beraad.ui.console.step_stack import StepStack
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.meeting.open_point import WAITING, OpenPoint
from beraad.ui.meeting.pace import following


class Navigation(QObject):
    """Handler that shows what can be gone to, and goes there; with nothing open, the meeting closes."""

    step_requested = Signal(object)
    close_requested = Signal()

    def __init__(self, model: MeetingModel, steps: StepStack, guide: Guide, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._model, self._steps, self._guide, self._page = model, steps, guide, parent
        steps.point_requested.connect(lambda point: self._go(point.step, point.card))

    def following(self, way: int) -> Step | None:
        """Return the next (1) or previous (-1) step that is held."""
        return following(self._model.view, self._model.step, way)

    def next_step(self) -> None:
        """Go to the next step; after the last one, call `call_last`."""
        if (step := self.following(1)) is not None:
            self.step_requested.emit(step)
        else:
            self.call_last()

    def step_before(self) -> None:
        """Go to the previous step, if there is one."""
        if (step := self.following(-1)) is not None:
            self.step_requested.emit(step)

    def call_last(self) -> None:
        """List what is still open before the meeting is closed; with nothing open, ask to close it."""
        self._steps.leave()
        groups = open_points(self._model)
        if not groups:
            self.close_requested.emit()
            return
        call = LastCall(groups)
        call.point_chosen.connect(self._on_point)
        call.back_requested.connect(self._steps.private.close_screen)
        call.close_requested.connect(self._on_close_all_the_same)
        self._steps.private.show_over(call)

    def show_waiting(self) -> None:
        """Show what one room said and has not released to the other; nothing unless the rooms alternate."""
        if self._model.view.mode is not MeetingMode.ALTERNATING:
            return
        self._steps.leave()
        waiting = ReleaseList(self._model)
        waiting.back_requested.connect(self._steps.private.close_screen)
        self._steps.private.show_over(waiting)

    def find(self) -> None:
        """Find something in the meeting, and go to it."""
        hit = FindSheet.ask(self._model, parent=self._page)
        if hit is None:
            return
        self._go(hit.step, CASE if hit.kind is HitKind.NOTE else hit.card)
        if hit.kind is HitKind.NOTE:
            self._guide.show()
            self._guide.show_note(int(hit.card.id))

    def _on_point(self, point: OpenPoint) -> None:
        self._steps.private.close_screen()
        if point.card == WAITING:
            self.show_waiting()
        else:
            self._go(point.step, point.card)

    def _on_close_all_the_same(self) -> None:
        self._steps.private.close_screen()
        self.close_requested.emit()

    def _go(self, step: Step, card: Place) -> None:
        self.step_requested.emit(step)
        self._steps.show_card(card)
