"""What the facilitator can do with the wall, and what the top bar says of it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from beraad.terms import Step
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.meeting.top_bar import TopBar, WallState
from beraad.ui.meeting.wall_screen import WallScreen
from beraad.ui.projector import WallWindow


class WallControls(QObject):
    """Lets the wall stand still or become calm, wherever that is asked, and shows in `bar` what it does."""

    watched = Signal(bool)
    """Whether the room has a wall to look at now: it is on, and the meeting is not paused."""

    def __init__(self, model: MeetingModel, wall: WallWindow, screen: WallScreen, bar: TopBar) -> None:
        super().__init__(bar)
        self._model, self._wall, self._screen, self._bar = model, wall, screen, bar
        self._step = Step.WELCOME
        self._watched = False
        self._connect()

    def begin(self, step: Step) -> None:
        """A meeting was opened, in this step."""
        self._step = step

    def calm(self) -> None:
        """Make the wall calm; nothing brings it back but the facilitator."""
        self._wall.show_calm()

    def freeze(self) -> None:
        """Let the wall stand still."""
        self._wall.set_frozen(True)
        self.show_state()

    def leave(self) -> None:
        """Take the wall away."""
        self._wall.left.emit()

    def toggle_freeze(self) -> None:
        """Let the wall stand still, or go on; nothing while the program is locked."""
        if self._model.aside:
            return
        self._wall.set_frozen(not self._wall.frozen)
        self.show_state()

    def toggle_calm(self) -> None:
        """Make the wall calm, or bring it back; only the former while the program is locked."""
        if self._wall.calm and not self._model.aside:
            self._wall.end_calm()
        else:
            self.calm()

    def show_state(self) -> None:
        """Show what the wall does now, and of which step."""
        shown = self._step if self._wall.frozen else self._model.step
        self._step = shown
        placed = self._screen.placement is not None and self._screen.is_open
        watched = placed and self._model.paused_at is None
        if watched is not self._watched:
            self._watched = watched
            self.watched.emit(watched)
        self._bar.show_wall(self._state(), shown, can_swap=placed and self._screen.can_swap)

    def _connect(self) -> None:
        self._bar.wall_requested.connect(self._screen.open)
        self._bar.swap_requested.connect(self._screen.swap)
        self._bar.freeze_requested.connect(self.toggle_freeze)
        self._bar.calm_requested.connect(self.toggle_calm)
        self._wall.changed.connect(self.show_state)
        self._wall.calm_requested.connect(self.calm)
        self._wall.freeze_requested.connect(self.toggle_freeze)
        self._screen.changed.connect(self.show_state)

    def _state(self) -> WallState:
        if self._screen.is_open and not self._screen.is_sure:
            return WallState.UNSURE
        if self._wall.calm:
            return WallState.CALM
        if self._wall.frozen:
            return WallState.FROZEN
        if self._screen.is_open:
            return WallState.SHOWING
        return WallState.LOST if self._screen.lost else WallState.OFF
