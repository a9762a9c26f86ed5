"""The wall: it is given views of what the room may see, and can reach nothing else."""

from beraad.ui.projector.screen_chooser import ScreenChooser
from beraad.ui.projector.screens import Placed, WallPlacement
from beraad.ui.projector.wall_preview import WallPreview
from beraad.ui.projector.wall_window import WallWindow

__all__ = ["Placed", "ScreenChooser", "WallPlacement", "WallPreview", "WallWindow"]
