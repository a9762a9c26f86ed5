"""Notice above the console that tells what happened to the room's screen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from beraad.i18n import _
from beraad.ui.theme import Theme, set_icon
from beraad.ui.widgets.announcing import announce
from beraad.ui.widgets.buttons import button, icon_button
from beraad.ui.widgets.flow_layout import FlowLayout
from beraad.ui.widgets.text_label import TextLabel

_WORDS = 260
"""Pixels at 100 % that the words need beside what one may want to do."""


class ScreenNotice(QFrame):
    """Notice that is hidden until there is something to say; it blocks nothing and can be put away."""

    wall_wanted = Signal()
    cover_wanted = Signal()
    """Emitted to cover this window before a screen is plugged in: the desktop may mirror it there."""

    swap_wanted = Signal()
    """Emitted to swap the screens of the wall and this window."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = Theme.current()
        self.setProperty("role", "bar")
        row = FlowLayout(self, gap=theme.size("space", "small"))
        row.setContentsMargins(theme.size("space", "large"), 6, theme.size("space", "large"), 6)
        picture = QLabel()
        set_icon(picture, "wall", "soft")
        self._words = TextLabel(tone="amber")
        self._wall_on = button(_("Scherm aan"), self.wall_wanted.emit, icon="wall")
        self._cover = button(_("Eerst dit venster afdekken"), self.cover_wanted.emit, icon="private")
        self._swap = button(_("Wissel schermen"), self.swap_wanted.emit, icon="swap")
        row.addWidget(picture)
        row.add_growing(self._words, round(_WORDS * theme.scale))
        row.addWidget(self._wall_on)
        row.addWidget(self._swap)
        row.addWidget(self._cover)
        row.addWidget(icon_button("close", _("Deze melding wegdoen"), self.hide))
        self.hide()

    @property
    def words(self) -> str:
        """Words it shows; empty while it is hidden."""
        return "" if self.isHidden() else self._words.text()

    @property
    def offers_wall(self) -> bool:
        """True while it offers a screen that the wall may go to."""
        return not self.isHidden() and not self._wall_on.isHidden()

    def say(
        self, words: str, *, offer_wall: bool = False, offer_cover: bool = False, offer_swap: bool = False
    ) -> None:
        """Show these words in place of those before, and offer what one may want to do now."""
        self._words.setText(words)
        self.setAccessibleName(words)
        self._wall_on.setVisible(offer_wall)
        self._cover.setVisible(offer_cover)
        self._swap.setVisible(offer_swap)
        self.show()
        announce(self, words, urgent=True)
