"""Dialog that asks which screen the room looks at."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from beraad.i18n import _
from beraad.ui.screens.identity import Screen
from beraad.ui.screens.words import screen_words
from beraad.ui.theme import Theme, set_icon
from beraad.ui.widgets.dialog_frame import DialogFrame
from beraad.ui.widgets.text_label import TextLabel
from beraad.ui.widgets.wrapping_button import WrappingButton

_WIDE = 440
"""Width in pixels at 100 %."""


class ScreenChooser(DialogFrame):
    """Dialog with one button for each screen."""

    def __init__(self, screens: Sequence[Screen], own: QRect, *, parent: QWidget) -> None:
        super().__init__(_("Naar welk scherm kijkt de kamer?"), parent=parent)
        self.chosen: Screen | None = None
        theme = Theme.current()
        column = QVBoxLayout(self.inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("space", "medium"))
        column.addWidget(TextLabel(_("Beraad onthoudt dit scherm voor de volgende keer."), "soft"))
        for screen in screens:
            choice = WrappingButton(screen_words(screen, own))
            set_icon(choice, "wall", "ink")
            choice.setAutoDefault(False)
            choice.clicked.connect(partial(self._take, screen))
            column.addWidget(choice)
        cancel = QPushButton(_("Annuleren"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.foot.addWidget(cancel)
        self.take_width(round(_WIDE * theme.scale))

    @classmethod
    def ask(cls, screens: Sequence[Screen], own: QRect, *, over: QWidget) -> Screen | None:
        """Return the chosen screen or None; `own` is the place of the console's own screen."""
        dialog = cls(screens, own, parent=over)
        dialog.exec()
        chosen = dialog.chosen
        dialog.deleteLater()
        return chosen

    def _take(self, screen: Screen, _checked: bool = False) -> None:
        self.chosen = screen
        self.accept()
