"""Line that says whether everything was saved."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from beraad.i18n import _
from beraad.ui.theme import Theme, set_icon
from beraad.ui.when_released import WhenReleased
from beraad.ui.widgets.announcing import announce
from beraad.ui.widgets.elided_label import ElidedLabel


class _Said(NamedTuple):
    icon: str
    tone: str
    words: str
    retry: bool


class SaveState(QWidget):
    """Saved at a time, not saved yet, or not saved (with a button to try again)."""

    retry_requested = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = QLabel()
        self._words = ElidedLabel(takes=False)
        self._retry = QPushButton(_("Opnieuw proberen"))
        self._retry.setProperty("role", "link")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Theme.current().size("space", "tight"))
        for widget in (self._icon, self._words, self._retry):
            row.addWidget(widget)
        row.addStretch(1)
        self._retry.clicked.connect(self.retry_requested)
        self._when_released = WhenReleased(self._say, parent=self)
        self.set_pending()

    def set_saved(
        self,
        at: dt.time | dt.datetime,
        *,
        waits: bool = False,
        half_typed: bool = False,
    ) -> None:
        """Show that everything was saved at this time; with `waits`, some words still wait to be placed.

        With `half_typed`, a number, time or day that is being typed is not saved yet.
        """
        words = _("Opgeslagen {time}").format(time=f"{at:%H:%M:%S}")
        if waits:
            words = _("{saved} · nog niet geplaatst").format(saved=words)
        if half_typed:
            words = _("{saved} · half getypt nog niet").format(saved=words)
        if not self._retry.isHidden():
            announce(self, words)
        self._show("saving" if half_typed else "saved", "soft" if half_typed else "safety", words)

    def set_pending(self) -> None:
        """Show that something is being typed and may not be saved yet."""
        self._show("saving", "soft", _("Wordt opgeslagen …"))

    def set_failed(self) -> None:
        """Show that saving failed. The reason was given when it happened."""
        words = _("Niet opgeslagen")
        announce(self, words, urgent=True)
        self._show("error", "danger", words, retry=True)

    def text(self) -> str:
        """Return the words of the line, or those it will show when the mouse button is released."""
        return self._said.words

    def _show(self, icon: str, tone: str, words: str, *, retry: bool = False) -> None:
        self._said = _Said(icon, tone, words, retry)
        # The widgets beside it move with the length of its words.
        self._when_released.ask()

    def _say(self) -> None:
        said = self._said
        if said.words == self._words.words:
            return
        set_icon(self._icon, said.icon, said.tone)
        self._words.set_words(said.words)
        self._words.set_tone(said.tone)
        self._retry.setVisible(said.retry)
        self.setAccessibleName(said.words)
