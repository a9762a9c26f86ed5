"""Menu with undo and redo for whatever page is shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from beraad.i18n import _


class Undoing(Protocol):
    """Part of a page that takes acts back and does them again."""

    @property
    def undoable_words(self) -> str:
        """Name of the act that undo would take back; empty if there is none."""

    @property
    def redoable_words(self) -> str:
        """Name of the act that redo would do again; empty if there is none."""

    def undo(self) -> object:
        """Take the last act back."""

    def redo(self) -> object:
        """Do the act again that was taken back last."""


class UndoMenu(QObject):
    """Menu that is filled each time it opens. The keys are the page's own: a field may need them first."""

    def __init__(self, menu: QMenu, undoing: Callable[[], Undoing | None]) -> None:
        super().__init__(menu)
        self._menu, self._undoing = menu, undoing
        menu.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """Fill the menu with what can be taken back and done again now."""
        self._menu.clear()
        page = self._undoing()
        undo = page.undoable_words if page is not None else ""
        redo = page.redoable_words if page is not None else ""
        entries = (
            (undo, _("Ongedaan maken"), _("Ongedaan maken: {act}"), "Ctrl+Z", lambda: page and page.undo()),
            (redo, _("Opnieuw doen"), _("Opnieuw doen: {act}"), "Ctrl+Shift+Z", lambda: page and page.redo()),
        )
        for act, plain, named, key, wish in entries:
            action = self._menu.addAction(f"{named.format(act=act) if act else plain}\t{key}")
            action.setEnabled(bool(act))
            action.triggered.connect(lambda _checked=False, wish=wish: wish())
