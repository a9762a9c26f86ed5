"""Panels with a heading: the plain box that forms stand in, and one that says facts."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout

from beraad.ui.theme import Theme
from beraad.ui.widgets.section_heading import SectionHeading
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


def fact_panel(heading: str, icon: str) -> tuple[QFrame, QVBoxLayout]:
    """Make a box with an icon before its heading; return it and the column below the heading."""
    theme = Theme.current()
    box = QFrame()
    box.setProperty("role", "panel")
    large = theme.size("space", "large")
    column = QVBoxLayout(box)
    column.setContentsMargins(large, large, large, large)
    column.setSpacing(theme.size("space", "small"))
    column.addWidget(SectionHeading(heading, icon=icon))
    return box, column
