"""Menu of the kinds of a column, to choose one for a card that goes there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from beraad.i18n import _, spoken
from beraad.terms import KINDS_IN, Column, StatementKind
from beraad.words.plan import column_title, kind_label


class KindMenu(QMenu):
    """Menu for arrows and Enter or the number of a kind; Escape leaves the card where it was."""

    def __init__(self, column: Column, choose: Callable[[StatementKind], None], *, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(_("Wat voor kaart wordt dit?"))
        head = self.addAction(_("{column}: wat wordt dit?").format(column=column_title(column, spoken())))
        head.setEnabled(False)
        for number, kind in enumerate(KINDS_IN[column], 1):
            action = self.addAction(f"&{number}  {kind_label(kind, spoken())}")
            action.triggered.connect(lambda _checked, kind=kind: choose(kind))
        self.setActiveAction(self.actions()[1])

    def open_at(self, at: QPoint) -> None:
        """Show it at a place on the screen."""
        self.popup(at)
        self.setActiveAction(self.actions()[1])
