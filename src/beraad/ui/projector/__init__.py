"""The wall: windows for the room, made only from views of what the room may see."""

from beraad.ui.projector.wall_preview import WallPreview
from beraad.ui.projector.wall_window import TURN_AFTER, WallWindow

__all__ = ["TURN_AFTER", "WallPreview", "WallWindow"]
