"""Controls of the wall for the facilitator, and its state in the top bar."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from beraad.step_facts import FIRST_STEP
from beraad.terms import Step
from beraad.ui.console.bars.top_bar import TopBar, WallState
from beraad.ui.console.wall.wall_screen import WallScreen
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.projector import WallWindow


class WallControls(QObject):
    """Freezes the wall or makes it calm, wherever that is asked, and shows its state in `bar`."""

    watched = Signal(bool)
    """True if the room has a wall to look at: it is on, and the meeting is not paused."""

    def __init__(self, model: MeetingModel, wall: WallWindow, screen: WallScreen, bar: TopBar) -> None:
        super().__init__(bar)
        self._model, self._wall, self._screen, self._bar = model, wall, screen, bar
        self._step: Step = FIRST_STEP
        self._watched = False
        self._connect()

    def begin(self, step: Step) -> None:
        """Begin with a meeting that was opened in this step."""
        self._step = step

    def calm(self) -> None:
        """Make the wall calm; only the facilitator brings it back."""
        self._wall.show_calm()

    def freeze(self) -> None:
        """Freeze the wall."""
        self._wall.set_frozen(True)
        self.show_state()

    def leave(self) -> None:
        """Close the wall."""
        self._wall.left.emit()

    def toggle_freeze(self) -> None:
        """Freeze the wall, or let it go on; do nothing while the program is locked."""
        if self._model.aside:
            return
        self._wall.set_frozen(not self._wall.frozen)
        self.show_state()

    def toggle_calm(self) -> None:
        """Make the wall calm, or bring it back; the latter not while the program is locked."""
        if self._wall.calm and not self._model.aside:
            self._wall.end_calm()
        else:
            self.calm()

    def show_state(self) -> None:
        """Show what the wall does now, and its step."""
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
