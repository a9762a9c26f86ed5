"""How Beraad looks: tokens from the theme files, one style sheet, shipped fonts, icons by role."""

from beraad.ui.theme.icons import set_icon
from beraad.ui.theme.theme import Theme

__all__ = ["Theme", "set_icon"]
