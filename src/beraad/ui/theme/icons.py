"""Icons of buttons and labels: remembered by role, so that another theme draws them anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

if TYPE_CHECKING:
    from beraad.ui.theme.theme import Theme

_ROLE = "icon_role"
_COLOUR = "icon_colour"


def set_icon(widget: QAbstractButton | QLabel, role: str, colour: str = "ink") -> None:
    """Give a button or label the picture for a role, in a token colour, now and in every later theme."""
    from beraad.ui.theme.theme import Theme  # noqa: PLC0415 - the theme draws, and calls back to refresh

    widget.setProperty(_ROLE, role)
    widget.setProperty(_COLOUR, colour)
    _draw(widget, Theme.current())


def refresh_icons(theme: Theme) -> None:
    """Draw every icon that stands in the colours of this theme."""
    for widget in QApplication.allWidgets():
        if widget.property(_ROLE):
            _draw(widget, theme)


def _draw(widget: QWidget, theme: Theme) -> None:
    role, colour = str(widget.property(_ROLE)), str(widget.property(_COLOUR))
    if isinstance(widget, QLabel):
        widget.setPixmap(theme.pixmap(role, colour, round(18 * theme.scale)))
    elif isinstance(widget, QAbstractButton):
        widget.setIcon(theme.icon(role, colour))
