"""Frame of every dialog: its content scrolls, and its buttons are always visible."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSlider, QDialog, QVBoxLayout, QWidget
from typing_extensions import override

from beraad.ui.theme import Theme
from beraad.ui.widgets.flow_layout import FlowLayout
from beraad.ui.widgets.scroll_column import ScrollColumn
from beraad.ui.widgets.text_label import TextLabel

_BORDERS = QSize(16, 48)
"""Pixels of the screen that a title bar and borders take."""

_LEAST = QSize(240, 160)
"""Smallest readable size, in pixels at 100 %. On a smaller screen the dialog may be smaller."""

_PAGES = {
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
}


class DialogFrame(QDialog):
    """Dialog with a heading and an `inside` that scroll together, and a `foot` of buttons that wraps.

    It is never larger than the screen it opens on.
    """

    def __init__(self, heading: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = Theme.current()
        # The task bar shows window titles: no words of the case there.
        self.setWindowTitle("Beraad")
        wide, medium = theme.size("space", "wide"), theme.size("space", "medium")
        scrolled = QWidget()
        self._whole = QVBoxLayout(scrolled)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(medium)
        if heading:
            self.setAccessibleName(heading)
            self._whole.addWidget(TextLabel(heading, "title"))
        self.inside = QWidget()
        self._whole.addWidget(self.inside, 1)
        self.area = ScrollColumn(scrolled)
        self.foot = FlowLayout(gap=theme.size("space", "small"), right=True)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(wide, wide, wide, medium)
        self.column.setSpacing(medium)
        self.column.addWidget(self.area, 1)
        self.column.addLayout(self.foot)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        # A text that is only to be read has no widget that Tab could scroll to.
        if event.key() in _PAGES:
            self.area.verticalScrollBar().triggerAction(_PAGES[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def room(self) -> QSize:
        """Return the size that the screen has for it, at least that of the window below it."""
        room, over = self.screen().availableSize(), self.parentWidget()
        return (room if over is None else room.expandedTo(over.window().size())) - _BORDERS

    def take(self, wanted: QSize) -> None:
        """Resize to this size in pixels, at most that of the screen."""
        room = self.room()
        self.setMinimumSize((_LEAST * Theme.current().scale).boundedTo(room))
        self.resize(wanted.boundedTo(room))

    def take_width(self, width: int) -> None:
        """Resize to this width in pixels and the height that this needs, at most those of the screen."""
        width = min(width, self.room().width())
        margins = self.column.contentsMargins()
        across = width - margins.left() - margins.right()
        foot = self.foot.heightForWidth(across)
        around = margins.top() + margins.bottom() + self.column.spacing() + foot
        self.take(QSize(width, self._height(across) + around))

    def _height(self, across: int) -> int:
        """Return the height of the content at this width."""
        tall = self._whole.totalHeightForWidth(across) if self._whole.hasHeightForWidth() else -1
        return tall if tall >= 0 else self._whole.totalSizeHint().height()
