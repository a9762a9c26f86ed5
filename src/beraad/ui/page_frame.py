"""Frame for the page in the main window, under the note of an example."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from beraad.ui.widgets.text_label import TextLabel


class PageFrame(QWidget):
    """One page at a time, which scrolls as a whole in a window smaller than its minimum.

    A page must never make the window larger: nobody could reach what would then lie below the screen.
    """

    changed = Signal()
    """Another page is shown."""

    def __init__(self, note: str = "") -> None:
        super().__init__()
        self._page = QWidget()
        self._again: Callable[[], None] = _nothing
        self._had_focus: QWidget | None = None
        self._build(note)

    @property
    def page(self) -> QWidget:
        """Page that is shown."""
        return self._page

    def show_page(self, page: QWidget, again: Callable[[], None], *, kept: QWidget | None = None) -> None:
        """Show a page in place of the old one; `again` rebuilds it in another language or size.

        The old page is deleted, unless it is `kept`.
        """
        old, self._page, self._again = self._page, page, again
        page.setProperty("role", "page")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._room.hold(page)
        page.show()
        old.hide()
        if old is kept:
            # Take it out of the window, so that a screen reader, for one, does not find it there.
            old.setParent(None)
        else:
            old.deleteLater()
        self.changed.emit()

    def show_again(self) -> None:
        """Rebuild the page that is shown."""
        self._again()

    def set_busy(self, busy: bool) -> None:
        """Disable the page while the cases are changed; afterwards restore the focus."""
        if busy:
            self._had_focus = self._page.focusWidget()
        self._page.setEnabled(not busy)
        if not busy and self._had_focus is not None and isValid(self._had_focus):
            self._had_focus.setFocus()

    def _build(self, note: str) -> None:
        self._room = _Room()
        self._room.hold(self._page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if note:
            column.addWidget(_note(note))
        column.addWidget(self._room, 1)


class _Room(QScrollArea):
    """Scroll area that gives a page all its room, or the page's minimum if that is larger.

    QScrollArea by itself would give it the height in which nothing in it has to scroll.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def hold(self, page: QWidget) -> None:
        """Hold this page in place of the old one."""
        self.takeWidget()
        self.setWidget(page)
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        self._fit()
        super().resizeEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        if (page := self.widget()) is None:
            return
        room = self.maximumViewportSize()
        least = _least(page, room.width())
        # A scroll bar at the foot takes height, which may make one at the side necessary too.
        if least.width() > room.width():
            room -= QSize(0, self.horizontalScrollBar().sizeHint().height())
        if least.height() > room.height():
            room -= QSize(self.verticalScrollBar().sizeHint().width(), 0)
            least = _least(page, room.width())
        page.resize(room.expandedTo(least))


def _least(page: QWidget, width: int) -> QSize:
    """Return the minimum size of a page at this width: wrapped words take more lines than its own hint."""
    least, layout = page.minimumSizeHint().expandedTo(page.minimumSize()), page.layout()
    if layout is not None and layout.hasHeightForWidth():
        tall = layout.totalMinimumHeightForWidth(max(width, least.width()))
        least = least.expandedTo(QSize(0, tall))
    return least


def _note(text: str) -> QFrame:
    """Return a line over every page that says that this is an example."""
    bar = QFrame()
    bar.setProperty("role", "bar")
    row = QHBoxLayout(bar)
    row.setContentsMargins(16, 4, 16, 4)
    row.addWidget(TextLabel(text, "small", tone="amber"))
    return bar


def _nothing() -> None:
    pass
