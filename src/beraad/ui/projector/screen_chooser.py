"""Asks which screen the room looks at."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from beraad.i18n import _
from beraad.ui.projector.screen_words import screen_words
from beraad.ui.screen_identity import Screen
from beraad.ui.theme import Theme, set_icon
from beraad.ui.widgets.text_label import TextLabel


class ScreenChooser(QDialog):
    """One button for each screen."""

    def __init__(self, screens: Sequence[Screen], own: QRect, *, parent: QWidget) -> None:
        super().__init__(parent)
        self.chosen: Screen | None = None
        theme = Theme.current()
        self.setWindowTitle("Beraad")
        column = QVBoxLayout(self)
        wide = theme.size("space", "wide")
        column.setContentsMargins(wide, wide, wide, wide)
        column.setSpacing(theme.size("space", "medium"))
        column.addWidget(TextLabel(_("Naar welk scherm kijkt de kamer?"), "title", wrap=False))
        column.addWidget(TextLabel(_("Beraad onthoudt dit scherm voor de volgende keer."), "soft"))
        for screen in screens:
            choice = QPushButton(screen_words(screen, own))
            set_icon(choice, "wall", "ink")
            choice.setAutoDefault(False)
            choice.clicked.connect(partial(self._take, screen))
            column.addWidget(choice)
        cancel = QPushButton(_("Annuleren"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(cancel)
        column.addLayout(foot)

    @classmethod
    def ask(cls, screens: Sequence[Screen], own: QRect, *, over: QWidget) -> Screen | None:
        """The screen that was chosen, if one was; `own` is where the console's own screen is."""
        dialog = cls(screens, own, parent=over)
        dialog.exec()
        chosen = dialog.chosen
        dialog.deleteLater()
        return chosen

    def _take(self, screen: Screen, _checked: bool = False) -> None:
        self.chosen = screen
        self.accept()
