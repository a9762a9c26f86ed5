"""Menu to choose which screen the room looks at."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from beraad.i18n import _
from beraad.ui.screens.identity import Screen
from beraad.ui.screens.words import screen_words

if TYPE_CHECKING:
    from beraad.ui.screens.wall_placement import WallPlacement


class ScreenMenu(QObject):
    """Menu that is filled each time it opens: screens come and go."""

    def __init__(self, menu: QMenu, placement: Callable[[], WallPlacement | None]) -> None:
        super().__init__(menu)
        self._menu, self._placement = menu, placement
        menu.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """Fill the menu with the screens there are now."""
        self._menu.clear()
        placement = self._placement()
        others = placement.others() if placement is not None else []
        if placement is None or not others:
            words = _("Er is nu geen ander scherm") if placement is not None else _("Kan in een beraad")
            self._menu.addAction(words).setEnabled(False)
            return
        group = QActionGroup(self._menu)
        known = placement.stands or placement.known()
        for screen in others:
            action = self._menu.addAction(screen_words(screen, placement.own_place()))
            action.setCheckable(True)
            action.setChecked(screen == known)
            group.addAction(action)
            action.triggered.connect(partial(_choose, placement, screen))
        self._menu.addSeparator()
        swap = self._menu.addAction(_("Wissel schermen") + "\tShift+F11")
        swap.triggered.connect(lambda _checked=False: placement.swap())


def _choose(placement: WallPlacement, screen: Screen, _checked: bool = False) -> None:
    # The screen may have gone while the menu was open.
    if screen.is_in(placement.others()):
        placement.choose(screen)
