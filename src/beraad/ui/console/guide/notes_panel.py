"""Panel for the facilitator's notes: always visible, and never so high that the guide has no room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget
from typing_extensions import override

from beraad.ui.console.guide.notes import Notes
from beraad.ui.steps.shared.step_page import scrolling
from beraad.ui.theme import Theme


class NotesPanel(QWidget):
    """Panel as high as its notes, up to its maximum height; from there on they scroll.

    Where not all of them fit, the last ones are visible, with the empty field for the next one.
    """

    def __init__(self, notes: Notes, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notes = notes
        self._area = scrolling(notes)
        self._area.setParent(self)
        self._hold()
        notes.installEventFilter(self)
        self._area.verticalScrollBar().rangeChanged.connect(self._on_range)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def take_back(self) -> None:
        """Show the notes here again after `lend`."""
        self._hold()
        self.show()

    def _hold(self) -> None:
        large, small = Theme.current().size("space", "large"), Theme.current().size("space", "small")
        self._notes.setContentsMargins(large, small, large, small)
        self._area.setWidget(self._notes)

    def lend(self) -> Notes:
        """Return the notes, to be shown elsewhere, and hide this panel."""
        self._area.takeWidget()
        self._notes.setContentsMargins(0, 0, 0, 0)
        self.hide()
        return self._notes

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int, /) -> int:
        return max(self._notes.heightForWidth(width), self._notes.minimumSizeHint().height())

    @override
    def sizeHint(self) -> QSize:
        width = self.width() or self._notes.sizeHint().width()
        return QSize(width, self.heightForWidth(width))

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._area.setGeometry(self.rect())

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if watched is self._notes and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def _on_range(self, _least: int, most: int) -> None:
        # The field somebody types in is kept in sight by the view itself.
        if not self._notes.isAncestorOf(QApplication.focusWidget() or self):
            self._area.verticalScrollBar().setValue(most)
