"""Makes the pages of later steps while nobody does anything."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer

from beraad.services.meeting import MeetingService
from beraad.terms import Step
from beraad.ui.console.step_stack import StepStack
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.steps.shared.step_page import StepPage
from beraad.ui.when_released import is_pressed

IDLE = 500
"""Milliseconds without anything new: nobody notices the tenth of a second that the longest part takes."""


class PagesAhead(QObject):
    """Maker that builds, fills and lays out each page out of sight: going to its step then only shows it.

    It works in parts, with a pause before each, and waits while somebody types, while the meeting changes,
    while a mouse button is down, while somebody signs or answers on this screen, and while nobody said yet
    which room is here.
    """

    def __init__(
        self, model: MeetingModel, steps: StepStack, *, first: Callable[[], None], parent: QObject
    ) -> None:
        """Prepare to make pages; `first` is called in the first idle moment."""
        super().__init__(parent)
        self._first = first
        self._model, self._steps = model, steps
        self._parts: Iterator[None] = iter(())
        self._idle = QTimer(self, interval=IDLE, singleShot=True)
        self._idle.setObjectName("idle")
        self._idle.timeout.connect(self._on_idle)

    @property
    def busy(self) -> bool:
        """True while some pages are still to be made."""
        return self._idle.isActive()

    def begin(self) -> None:
        """Begin with a meeting that was just opened."""
        self._parts = self._all_parts()
        self._model.changed.connect(self._put_off)
        self._idle.start()

    def stop(self) -> None:
        """Stop making pages."""
        self._model.changed.disconnect(self._put_off)
        self._idle.stop()

    def _put_off(self) -> None:
        if self._idle.isActive():
            self._idle.start()

    def _on_idle(self) -> None:
        typing = self._model.drafting.typing
        waiting = typing or is_pressed() or self._model.asks_half or not self._steps.isVisible()
        if waiting or next(self._parts, self) is None:
            self._idle.start()

    def _all_parts(self) -> Iterator[None]:
        self._model.ask(MeetingService.look_ahead)
        yield
        self._first()
        yield
        stand: set[StepPage] = {self._steps.current()}
        for step in Step:
            page = self._steps.page(step)
            if page not in stand:
                stand.add(page)
                yield
                page.refresh()
                yield
                # At once in its own size, and dressed: both are not done for what is out of sight.
                page.resize(self._steps.size())
                page.grab()
                yield
