"""Look of Beraad: tokens from the theme files, one style sheet, shipped fonts, icons by role."""

from beraad.ui.theme.theme import Theme, set_icon, set_styled

__all__ = ["Theme", "set_icon", "set_styled"]
