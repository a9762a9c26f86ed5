"""Screens of the main window: its place, its cover, and the place of its wall."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from beraad.ui.choices import Choices
from beraad.ui.screens.guard import ScreenGuard
from beraad.ui.screens.room_screen import RoomScreen
from beraad.ui.screens.stay_awake import StayAwake
from beraad.ui.screens.watch import ScreenWatch
from beraad.ui.screens.window_place import WindowPlace

if TYPE_CHECKING:
    from beraad.ui.projector import WallWindow
    from beraad.ui.screens.wall_placement import WallPlacement


class OwnScreens(QObject):
    """Screens for one window that only the facilitator may see."""

    def __init__(self, window: QWidget, choices: Choices) -> None:
        super().__init__(window)
        self._window = window
        self.watch = ScreenWatch(window)
        self.room = RoomScreen(self.watch, choices.chosen.wall_screen, parent=self)
        self.place = WindowPlace(window, self.watch, self.room)
        self.guard = ScreenGuard(window, self.watch, self.room)
        self.awake = StayAwake(self)
        self.placement: WallPlacement | None = None
        self.room.chosen.connect(choices.look_at)
        self.guard.swap_wanted.connect(self.swap)

    def place_wall(self, wall: WallWindow) -> WallPlacement:
        """Manage the place of this wall until `drop_wall`."""
        from beraad.ui.screens.wall_placement import WallPlacement  # noqa: PLC0415 - only in a meeting

        self.placement = WallPlacement(wall, self._window, watch=self.watch, room=self.room)
        self.placement.about_to_bare.connect(self.guard.cover_what_was_under_the_wall)
        self.placement.about_to_swap.connect(self.guard.cover_for_swap)
        return self.placement

    def drop_wall(self) -> None:
        """Stop managing the wall, as the meeting was closed."""
        self.awake.set(on=False)
        if self.placement is not None:
            self.placement.deleteLater()
            self.placement = None

    def swap(self) -> None:
        """Swap the screens of the window and the room's picture, also before there is a picture."""
        if self.placement is not None:
            self.placement.swap()
        else:
            self.guard.cover_for_swap()
            self.place.swap()
