"""Before a meeting is closed: what was not discussed, each with a way to it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from beraad.i18n import _, ngettext
from beraad.ui.meeting.open_points import OpenPoint
from beraad.ui.meeting.parts.buttons import button
from beraad.ui.meeting.parts.panels import panel
from beraad.ui.meeting.parts.step_page import scrolling
from beraad.ui.theme import Theme
from beraad.ui.widgets.text_label import TextLabel

_WIDEST = 860
"""Pixels at 100 %."""


class LastCall(QWidget):
    """Lists, and leaves the choice: going to one of them, back, or closing all the same."""

    point_chosen = Signal(object)
    """The `OpenPoint` to go to."""
    close_requested = Signal()
    back_requested = Signal()

    def __init__(
        self, groups: tuple[tuple[str, tuple[OpenPoint, ...]], ...], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._build(groups)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back_requested.emit()
        else:
            super().keyPressEvent(event)

    def _build(self, groups: tuple[tuple[str, tuple[OpenPoint, ...]], ...]) -> None:
        theme = Theme.current()
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        wide = theme.size("space", "wide")
        inside = QWidget()
        inside.setMaximumWidth(round(_WIDEST * theme.scale))
        column = QVBoxLayout(inside)
        column.setContentsMargins(wide, wide, wide, wide)
        column.setSpacing(theme.size("space", "medium"))
        column.addWidget(TextLabel(_("Voor u sluit"), "title"))
        count = sum(len(points) for _heading, points in groups)
        words = ngettext(
            "{count} ding is nog niet besproken. U kunt er nog heen gaan. Sluiten kan altijd.",
            "{count} dingen zijn nog niet besproken. U kunt er nog heen gaan. Sluiten kan altijd.",
            count,
        )
        column.addWidget(TextLabel(words.format(count=count), "soft"))
        for heading, points in groups:
            box, rows = panel(heading)
            rows.setSpacing(theme.size("space", "tight"))
            for point in points:
                rows.addWidget(self._row(point))
            column.addWidget(box)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        area = scrolling(inside)
        area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        outer.addWidget(area, 1)
        outer.addWidget(self._build_foot())

    def _row(self, point: OpenPoint) -> QWidget:
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(Theme.current().size("space", "medium"))
        across.addWidget(TextLabel(point.words), 1)
        go = button(_("Ga erheen"), partial(self.point_chosen.emit, point))
        go.setAccessibleName(_("{what}: ga erheen").format(what=point.words))
        across.addWidget(go, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _build_foot(self) -> QWidget:
        theme = Theme.current()
        foot = QWidget()
        foot.setProperty("role", "bar")
        foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(foot)
        wide, medium = theme.size("space", "wide"), theme.size("space", "medium")
        row.setContentsMargins(wide, medium, wide, medium)
        row.addStretch(1)
        back = button(_("Terug naar het beraad"), self.back_requested.emit)
        row.addWidget(back)
        row.addWidget(button(_("Toch sluiten"), self.close_requested.emit, role="primary"))
        return foot
