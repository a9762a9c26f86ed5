"""Manual to read beside one's work. It ships with the program; nothing is fetched."""

from __future__ import annotations

import re

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from beraad import assets
from beraad.i18n import _
from beraad.ui.theme import Theme

_PICTURE = re.compile(r"^!\[.*\n?", re.MULTILINE)
"""Pictures in the manual, which are left out: they show what is on the screen here."""
_WIDE, _HIGH = 760, 640
"""Size in pixels at 100 %, limited by the screen."""


class Manual(QDialog):
    """The whole manual, in Dutch."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Beraad")
        self.setAccessibleName(_("Handleiding"))
        self._words, self._close = QTextBrowser(), QPushButton(_("Sluiten"))
        self._build()
        self._close.clicked.connect(self.accept)

    @classmethod
    def show_over(cls, parent: QWidget) -> None:
        """Show the manual until it is closed."""
        manual = cls(parent=parent)
        manual.exec()
        manual.deleteLater()

    def _build(self) -> None:
        theme = Theme.current()
        wide = theme.size("space", "wide")
        # A link would leave the program.
        self._words.setOpenLinks(False)
        self._words.setAccessibleName(_("Handleiding"))
        # All of it wraps, but a long text is laid out bit by bit, and a bar would come and go meanwhile.
        self._words.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._words.setMarkdown(_PICTURE.sub("", assets.manual_path().read_text("utf-8")))
        self._close.setProperty("role", "primary")
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(wide, wide, wide, wide)
        column.setSpacing(theme.size("space", "medium"))
        column.addWidget(self._words, 1)
        column.addLayout(foot)
        room = self.screen().availableGeometry().size() - QSize(60, 80)
        self.resize(QSize(round(_WIDE * theme.scale), round(_HIGH * theme.scale)).boundedTo(room))
        self._words.setFocus()
