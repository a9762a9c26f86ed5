"""Function that puts other widgets in the place of those in a holder."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget


def replace_in(holder: QWidget, *widgets: QWidget) -> None:
    """Put these widgets into a holder in place of the old ones, none of which is emitting a signal."""
    layout = holder.layout()
    if layout is None:
        return
    while (item := layout.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.setParent(None)
            old.deleteLater()
    for widget in widgets:
        layout.addWidget(widget)
        if holder.isVisible():
            # A layout shows it only later: until then nothing can scroll to it or focus it.
            widget.show()
    if isinstance(layout, QVBoxLayout):
        layout.addStretch(1)
