"""Buttons that turn the pages of the wall from the console, where it has more than one."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from beraad.i18n import _
from beraad.ui.projector import TURN_AFTER, WallWindow
from beraad.ui.theme import Theme
from beraad.ui.widgets.buttons import icon_button
from beraad.ui.widgets.text_label import TextLabel
from beraad.ui.widgets.wrapping_check_box import WrappingCheckBox


class WallPages(QWidget):
    """Page number on the wall, one back or on, and turning by itself; hidden for one page."""

    def __init__(self, wall: WallWindow, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Theme.current().size("space", "tight"))
        row = QHBoxLayout()
        column.addLayout(row)
        row.setSpacing(Theme.current().size("space", "tight"))
        self._words = TextLabel(role="small")
        row.addWidget(self._words, 1)
        back = _("Vorige bladzijde op het scherm, Ctrl + PageUp")
        row.addWidget(icon_button("back", back, wall.previous_page))
        on = _("Volgende bladzijde op het scherm, Ctrl + PageDown")
        row.addWidget(icon_button("next", on, wall.next_page))
        self._turning = WrappingCheckBox(_("Bladzijden slaan vanzelf om"))
        self._turning.setToolTip(
            _("Elke {count} seconden toont het scherm de volgende bladzijde.").format(
                count=TURN_AFTER // 1000
            )
        )
        column.addWidget(self._turning)
        self._turning.setChecked(wall.turning)
        self._turning.clicked.connect(wall.set_turning)
        wall.turning_changed.connect(self._turning.setChecked)
        wall.page_changed.connect(self._on_page)
        self._on_page(wall.page, wall.pages)

    def _on_page(self, page: int, pages: int) -> None:
        self._words.setText(_("Bladzijde {number} van {pages}").format(number=page, pages=pages))
        self.setVisible(pages > 1)
