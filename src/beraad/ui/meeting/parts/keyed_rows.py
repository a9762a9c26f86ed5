"""One widget an item, kept by key: what somebody is typing in is never made anew."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QBoxLayout, QWidget

from beraad.ui.widgets.reading_order import keep_reading_order

T = TypeVar("T")
W = TypeVar("W", bound=QWidget)


_FEW = 3
"""So many rows are put in the chain of the Tab key one by one; more at once, with all that stands there."""


class KeyedRows(Generic[T, W]):
    """The widgets of a list of items in a layout, from its `offset`-th place on."""

    def __init__(
        self,
        layout: QBoxLayout,
        *,
        key: Callable[[T], Hashable],
        make: Callable[[T], W],
        show: Callable[[W, T], None],
        offset: int = 0,
    ) -> None:
        self._layout, self._offset = layout, offset
        self._key, self._make, self._show = key, make, show
        self._rows: dict[Hashable, W] = {}

    def show(self, items: Iterable[T]) -> None:
        """Show these items: new ones get a widget, known ones are updated, those gone go."""
        wanted = {self._key(item): item for item in items}
        left: int | None = None
        moved: list[QWidget] = []
        for key in [key for key in self._rows if key not in wanted]:
            widget = self._rows.pop(key)
            focus = QApplication.focusWidget()
            if focus is not None and (focus is widget or widget.isAncestorOf(focus)):
                left = self._layout.indexOf(widget) - self._offset
            self._layout.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        for place, (key, item) in enumerate(wanted.items(), self._offset):
            row = self._rows.get(key)
            if row is None:
                row = self._rows[key] = self._make(item)
            if self._layout.indexOf(row) != place:
                self._layout.removeWidget(row)
                self._layout.insertWidget(place, row)
                # Left to the layout it would be seen, and could take the focus, only a moment later.
                row.show()
                moved.append(row)
            self._show(row, item)
        holder = self._layout.parentWidget()
        if len(moved) > _FEW and holder is not None:
            keep_reading_order(holder)
        else:
            for one in moved:
                keep_reading_order(one)
        if left is not None and self._rows:
            self._focus(min(left, len(self._rows) - 1))

    def get(self, key: Hashable) -> W | None:
        """The widget of this item, if it is shown."""
        return self._rows.get(key)

    def all(self) -> tuple[W, ...]:
        """The widgets, in no particular order."""
        return tuple(self._rows.values())

    def _focus(self, place: int) -> None:
        """The keyboard goes on where the row went that it was in."""
        place += self._offset
        row: QWidget | None = next(
            (row for row in self._rows.values() if self._layout.indexOf(row) == place), None
        )
        if row is None:
            return
        for field in (row, *row.findChildren(QWidget)):
            if field.focusPolicy() & Qt.FocusPolicy.TabFocus and field.isVisibleTo(row):
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def __len__(self) -> int:
        return len(self._rows)
