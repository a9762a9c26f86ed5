"""A bar over the step that says how the meeting stands, with what can be done about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from beraad.i18n import _
from beraad.ui.meeting.parts.buttons import button, icon_button
from beraad.ui.theme import Theme, set_icon
from beraad.ui.widgets.announcing import announce
from beraad.ui.widgets.text_label import TextLabel


class NoticeBar(QFrame):
    """Hidden until there is something to say."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wish: Callable[[], object] = lambda: None
        self._build()
        self.hide()

    def say(self, words: str, verb: str, wish: Callable[[], object], *, icon: str, closable: bool) -> None:
        """Say this, and offer `verb`; `closable`: it may be put aside."""
        if words != self.words():
            announce(self, words)
        self._wish = wish
        self._words.setText(words)
        self._verb.setText(verb)
        set_icon(self._icon, icon, "amber_text")
        self._away.setVisible(closable)
        self.show()

    def words(self) -> str:
        """What is said; nothing while it is hidden."""
        return "" if self.isHidden() else self._words.text()

    def _on_wish(self) -> None:
        self._wish()

    def _build(self) -> None:
        theme = Theme.current()
        self.setProperty("role", "panel")
        self.setProperty("tone", "amber")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.size("space", "large"), 6, theme.size("space", "large"), 6)
        row.setSpacing(theme.size("space", "medium"))
        self._icon = TextLabel(wrap=False)
        self._words = TextLabel()
        self._verb = button("", self._on_wish, role="primary")
        self._away = icon_button("close", _("Niet nu"), self.hide)
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        row.addWidget(self._verb)
        row.addWidget(self._away)
