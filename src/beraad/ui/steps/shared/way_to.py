"""Line with the words of an open point, and a button that goes to it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QWidget

from beraad.i18n import _
from beraad.texts import set_in
from beraad.ui.meeting.open_point import OpenPoint
from beraad.ui.theme import Theme
from beraad.ui.widgets.buttons import button
from beraad.ui.widgets.text_label import TextLabel


def way_to(point: OpenPoint, chosen: SignalInstance) -> QWidget:
    """Make a line for `point`; its button emits `chosen` with it."""
    row = QWidget()
    across = QHBoxLayout(row)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(Theme.current().size("space", "medium"))
    across.addWidget(TextLabel(point.words), 1)
    go = button(_("Ga erheen"), partial(chosen.emit, point))
    go.setAccessibleName(set_in(_("{what}: ga erheen"), what=point.words))
    across.addWidget(go, 0, Qt.AlignmentFlag.AlignTop)
    return row
