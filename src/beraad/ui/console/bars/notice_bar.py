"""Bar over the step that says how the meeting stands, with what can be done about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from beraad.i18n import _
from beraad.ui.theme import Theme, set_icon
from beraad.ui.widgets.announcing import announce
from beraad.ui.widgets.buttons import icon_button
from beraad.ui.widgets.fitting_button import FittingButton
from beraad.ui.widgets.reading_order import keep_reading_order
from beraad.ui.widgets.text_label import TextLabel

_AT_MOST = 0.4
"""Part of the bar's width that its button may take from the words."""


class NoticeBar(QFrame):
    """Notice that is hidden until there is something to say."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wish: Callable[[], object] = lambda: None
        self._below = False
        self._build()
        self.hide()

    def say(self, words: str, verb: str, wish: Callable[[], object], *, icon: str, closable: bool) -> None:
        """Show these words and the button `verb`; with `closable` it can be put aside."""
        if words != self.words():
            announce(self, words)
        self._wish = wish
        self._words.setText(words)
        self._verb.set_wordings(verb)
        set_icon(self._icon, icon, "amber_text")
        self._away.setVisible(closable)
        self._place_verb()
        self.show()

    def put_away(self) -> None:
        """Hide the notice; if it had the focus, that goes to the page it stands in.

        Qt would give the focus to what stands beside it, and an Enter would press that.
        """
        focus, page = QApplication.focusWidget(), self.parentWidget()
        had_keyboard = focus is not None and self.isAncestorOf(focus)
        self.hide()
        while page is not None and page.focusPolicy() is Qt.FocusPolicy.NoFocus:
            page = page.parentWidget()
        if had_keyboard and page is not None:
            page.setFocus()

    def words(self) -> str:
        """Return the words shown; empty while hidden."""
        return "" if self.isHidden() else self._words.text()

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._place_verb()

    def _place_verb(self) -> None:
        """Put the button beside the words, or below them where they would have too little room."""
        below = self._verb.sizeHint().width() > self.width() * _AT_MOST
        if below is self._below:
            return
        self._below = below
        for line in (self._line, self._lines):
            line.removeWidget(self._verb)
        if below:
            self._lines.addWidget(self._verb)
        else:
            self._line.insertWidget(self._line.indexOf(self._away), self._verb)
        keep_reading_order(self)

    def _on_wish(self) -> None:
        self._wish()

    def _build(self) -> None:
        theme = Theme.current()
        self.setProperty("role", "panel")
        self.setProperty("tone", "amber")
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(theme.size("space", "large"), 6, theme.size("space", "large"), 6)
        self._line = row = QHBoxLayout()
        self._lines.addLayout(row)
        row.setSpacing(theme.size("space", "medium"))
        self._icon = TextLabel(wrap=False)
        self._words = TextLabel()
        self._verb = FittingButton(role="primary")
        self._verb.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._verb.clicked.connect(lambda _checked: self._on_wish())
        self._away = icon_button("close", _("Niet nu"), self.put_away)
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        row.addWidget(self._verb)
        row.addWidget(self._away)
