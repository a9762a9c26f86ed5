"""Panel that says, before a plan is agreed, which texts are not in it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from beraad.i18n import _
from beraad.ui.meeting.open_point import OpenPoint
from beraad.ui.steps.shared.way_to import way_to
from beraad.ui.theme import Theme
from beraad.ui.widgets.keyed_rows import KeyedRows
from beraad.ui.widgets.text_label import TextLabel


class WaitingPanel(QFrame):
    """Panel with a line per text, and a way to it; hidden where everything was placed."""

    point_requested = Signal(object)
    """`OpenPoint` to go to."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setProperty("tone", "amber")
        column = QVBoxLayout(self)
        gap = Theme.current().size("space", "small")
        column.setContentsMargins(gap + 4, gap, gap, gap)
        column.setSpacing(gap)
        column.addWidget(TextLabel(_("Nog niet geplaatst"), "strong"))
        column.addWidget(
            TextLabel(_("Deze tekst staat niet in het plan, ook niet na het vaststellen."), "soft")
        )
        self._rows: KeyedRows[OpenPoint, QWidget] = KeyedRows(
            column,
            key=lambda point: point,
            make=lambda point: way_to(point, self.point_requested),
            show=lambda _row, _point: None,
            offset=2,
        )
        self.hide()

    def show_points(self, points: tuple[OpenPoint, ...]) -> None:
        """Show these points."""
        self._rows.show(points)
        self.setVisible(bool(points))
