"""Panel with a heading: the plain box that forms stand in."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout

from beraad.ui.theme import Theme
from beraad.ui.widgets.text_label import TextLabel


def panel(title: str) -> tuple[QFrame, QVBoxLayout]:
    """Make the box; return it and the column below its heading."""
    theme = Theme.current()
    box = QFrame()
    box.setProperty("role", "panel")
    column = QVBoxLayout(box)
    gap = theme.size("space", "medium")
    column.setContentsMargins(gap + 4, gap, gap, gap)
    column.setSpacing(theme.size("space", "small"))
    column.addWidget(TextLabel(title, "heading"))
    return box, column
