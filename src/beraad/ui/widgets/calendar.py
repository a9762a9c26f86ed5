"""Month calendar that opens below a field for a day."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QWidget
from typing_extensions import override

from beraad.ui.theme import Theme

_WEEKEND = (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)

_BAR = "qt_calendar_navigationbar"
"""Qt's name for the bar above the weeks."""
_DAYS = 7
_ROWS = 7
"""Names of the days, and at most six weeks."""


class Calendar(QCalendarWidget):
    """Month in the colours of the theme. Week-ends are softer, not red, which looks like a warning."""

    opened = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self._dress()

    @override
    def sizeHint(self, /) -> QSize:
        return self.minimumSizeHint()

    @override
    def minimumSizeHint(self, /) -> QSize:
        """Return a size with room for every week: Qt ignores the space the style sheet adds above them."""
        row = self.fontMetrics().height() + Theme.current().size("space", "small")
        bar = self.findChild(QWidget, _BAR)
        above = bar.sizeHint().height() if isinstance(bar, QWidget) else 0
        return super().minimumSizeHint().expandedTo(QSize(_DAYS * 2 * row, above + _ROWS * row))

    @override
    def showEvent(self, event: QShowEvent, /) -> None:
        self.opened.emit()
        super().showEvent(event)

    @override
    def hideEvent(self, event: QHideEvent, /) -> None:
        super().hideEvent(event)
        self.closed.emit()

    @override
    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()

    def _dress(self) -> None:
        theme = Theme.current()
        weekend, header = QTextCharFormat(), QTextCharFormat()
        weekend.setForeground(theme.colour("soft"))
        header.setForeground(theme.colour("soft"))
        header.setBackground(theme.colour("paper"))
        self.setHeaderTextFormat(header)
        for day in _WEEKEND:
            self.setWeekdayTextFormat(day, weekend)
