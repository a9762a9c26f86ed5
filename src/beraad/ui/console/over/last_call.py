"""Screen before a meeting is closed: what was not discussed, each with a way to it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from beraad.i18n import _, ngettext
from beraad.ui.console.over.list_screen import ListScreen
from beraad.ui.meeting.open_point import OpenPoint
from beraad.ui.steps.shared.way_to import way_to
from beraad.ui.theme import Theme
from beraad.ui.widgets.announcing import announce
from beraad.ui.widgets.buttons import button
from beraad.ui.widgets.panels import panel
from beraad.ui.widgets.text_label import TextLabel


class LastCall(ListScreen):
    """List of open points; the facilitator goes to one, goes back, or closes all the same."""

    point_chosen = Signal(object)
    """The `OpenPoint` to go to."""
    close_requested = Signal()

    def __init__(
        self, groups: tuple[tuple[str, tuple[OpenPoint, ...]], ...], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._build(groups)

    def _build(self, groups: tuple[tuple[str, tuple[OpenPoint, ...]], ...]) -> None:
        column = self.column
        column.addWidget(TextLabel(_("Voor u sluit"), "title"))
        count = sum(len(points) for _heading, points in groups)
        words = ngettext(
            "{count} ding is nog niet besproken. U kunt er nog heen gaan. Sluiten kan altijd.",
            "{count} dingen zijn nog niet besproken. U kunt er nog heen gaan. Sluiten kan altijd.",
            count,
        )
        says = words.format(count=count)
        column.addWidget(TextLabel(says, "soft"))
        announce(self, says)
        for heading, points in groups:
            box, rows = panel(heading)
            rows.setSpacing(Theme.current().size("space", "tight"))
            for point in points:
                rows.addWidget(way_to(point, self.point_chosen))
            column.addWidget(box)
        column.addStretch(1)
        self.foot.addWidget(button(_("Toch sluiten"), self.close_requested.emit, role="primary"))
