"""Screen over the console with a list of things, and buttons below."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from beraad.i18n import _
from beraad.ui.steps.shared.step_page import scrolling
from beraad.ui.theme import Theme
from beraad.ui.widgets.buttons import button
from beraad.ui.widgets.flow_layout import FlowLayout
from beraad.ui.widgets.reading_order import keep_reading_order

_WIDEST = 860
"""Pixels at 100 %."""


class ListScreen(QWidget):
    """Screen with a `column` that scrolls, and a `foot` with `back` as its last button.

    Buttons that come behind `back` stand after it. Escape goes back too. Subclasses fill the column, and put
    their buttons in the foot.
    """

    back_requested = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = Theme.current()
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        wide, medium = theme.size("space", "wide"), theme.size("space", "medium")
        inside = QWidget()
        inside.setMaximumWidth(round(_WIDEST * theme.scale))
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(wide, wide, wide, wide)
        self.column.setSpacing(medium)
        area = scrolling(inside)
        area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        foot = QWidget()
        foot.setProperty("role", "bar")
        foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.foot = FlowLayout(foot, gap=medium, right=True)
        self.foot.setContentsMargins(wide, medium, wide, medium)
        self.back = button(_("Terug naar het beraad"), self.back_requested.emit)
        self.foot.addWidget(self.back)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(area, 1)
        outer.addWidget(foot)

    @override
    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        # The foot was made before what stands above it.
        keep_reading_order(self)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back_requested.emit()
        else:
            super().keyPressEvent(event)
