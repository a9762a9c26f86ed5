"""Turning the pages of the wall from the console, where the picture has more than one."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from beraad.i18n import _
from beraad.ui.meeting.parts.buttons import icon_button
from beraad.ui.projector import WallWindow
from beraad.ui.theme import Theme
from beraad.ui.widgets.text_label import TextLabel


class WallPages(QWidget):
    """Which page the room sees, and one back or on. Nothing at all where there is one page."""

    def __init__(self, wall: WallWindow, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Theme.current().size("space", "tight"))
        self._words = TextLabel(role="small")
        row.addWidget(self._words, 1)
        back = _("Vorige bladzijde op het scherm, Ctrl + PageUp")
        row.addWidget(icon_button("back", back, wall.previous_page))
        on = _("Volgende bladzijde op het scherm, Ctrl + PageDown")
        row.addWidget(icon_button("next", on, wall.next_page))
        wall.page_changed.connect(self._on_page)
        self._on_page(wall.page, wall.pages)

    def _on_page(self, page: int, pages: int) -> None:
        self._words.setText(_("Bladzijde {number} van {pages}").format(number=page, pages=pages))
        self.setVisible(pages > 1)
