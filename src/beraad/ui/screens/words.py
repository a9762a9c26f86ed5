"""Names of screens for somebody who has to choose one."""

from __future__ import annotations

from PySide6.QtCore import QRect

from beraad.i18n import _
from beraad.ui.screens.identity import Screen


def screen_name(screen: Screen) -> str:
    """Return its maker and model ("BenQ MX550"), or else its connector ("HDMI-1")."""
    said = " ".join(part for part in (screen.identity.maker, screen.identity.model) if part)
    return said or screen.name


def screen_words(screen: Screen, own: QRect) -> str:
    """Return its name, its size, and on which side of our own screen (in desktop pixels) it is."""
    place = screen.place
    size = f"{place.width()} × {place.height()}"
    return " · ".join(part for part in (screen_name(screen), size, _side(place, own)) if part)


def _side(place: QRect, own: QRect) -> str:
    if place.left() > own.right():
        return _("rechts van dit scherm")
    if place.right() < own.left():
        return _("links van dit scherm")
    if place.bottom() < own.top():
        return _("boven dit scherm")
    if place.top() > own.bottom():
        return _("onder dit scherm")
    return ""
