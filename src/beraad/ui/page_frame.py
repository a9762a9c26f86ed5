"""Holds the page that stands in the main window, under the note of an example."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from beraad.ui.widgets.text_label import TextLabel


class PageFrame(QWidget):
    """One page at a time."""

    changed = Signal()
    """Another page stands."""

    def __init__(self, note: str = "") -> None:
        super().__init__()
        self._page = QWidget()
        self._again: Callable[[], None] = _nothing
        self._had_focus: QWidget | None = None
        self._build(note)

    @property
    def page(self) -> QWidget:
        """The page that stands."""
        return self._page

    def show_page(self, page: QWidget, again: Callable[[], None], *, kept: QWidget | None = None) -> None:
        """Put a page in place of the one that stood; `again` makes it anew in another language or size.

        The one that stood goes for good, unless it is the one that has to be `kept`.
        """
        old, self._page, self._again = self._page, page, again
        page.setProperty("role", "page")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._column.replaceWidget(old, page)
        page.show()
        old.hide()
        if old is kept:
            # In no window: nothing that looks into this one, such as a screen reader, finds it.
            old.setParent(None)
        else:
            old.deleteLater()
        self.changed.emit()

    def show_again(self) -> None:
        """Make the page that stands anew."""
        self._again()

    def set_busy(self, busy: bool) -> None:
        """While something is done to the cases the page stands still; then the keyboard is where it was."""
        if busy:
            self._had_focus = self._page.focusWidget()
        self._page.setEnabled(not busy)
        if not busy and self._had_focus is not None and isValid(self._had_focus):
            self._had_focus.setFocus()

    def _build(self, note: str) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        if note:
            self._column.addWidget(_note(note))
        self._column.addWidget(self._page, 1)


def _note(text: str) -> QFrame:
    """A line over every page: this is an example."""
    bar = QFrame()
    bar.setProperty("role", "bar")
    row = QHBoxLayout(bar)
    row.setContentsMargins(16, 4, 16, 4)
    row.addWidget(TextLabel(text, "small", tone="amber"))
    return bar


def _nothing() -> None:
    pass
