"""The wall: it is given views of what the room may see, and can reach nothing else."""

from beraad.ui.projector.screen_chooser import ScreenChooser
from beraad.ui.projector.screens import Placed, WallPlacement
from beraad.ui.projector.wall_preview import WallPreview
from beraad.ui.projector.wall_window import TURN_AFTER, WallWindow

__all__ = ["TURN_AFTER", "Placed", "ScreenChooser", "WallPlacement", "WallPreview", "WallWindow"]
