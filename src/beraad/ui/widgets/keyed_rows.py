"""Rows of widgets, one per item, kept by key: a row that somebody types in is never made anew."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QBoxLayout, QWidget

from beraad.ui.when_released import WhenReleased
from beraad.ui.widgets.laid_out_once import laid_out_once
from beraad.ui.widgets.reading_order import keep_reading_order

T = TypeVar("T")
W = TypeVar("W", bound=QWidget)


_FEW = 3
"""Most rows put into the Tab order one by one; with more, the order of the whole holder is set."""


_AT_ONCE = 12
"""Rows made before the page is painted for the first time; most screens hold no more."""

_A_MOMENT = 80
"""Milliseconds in which the first rows are painted; nobody notices that the rest comes after."""


class KeyedRows(Generic[T, W]):
    """Widgets of a list of items in a layout, from its `offset`-th place on.

    A long list is made in parts: what is in sight is painted, and can be used, before the rest is made. A
    row further down is made at once when it is asked for.
    """

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
        self._spare: list[W] = []
        self._items: dict[Hashable, T] = {}
        self._to_come: list[Hashable] = []
        """Keys of the items at the end of the list that have no widget yet."""
        self._moment: QTimer | None = None

    def stand_by(self, rows: Iterable[W]) -> None:
        """Take rows that were made ahead for the first items; rows left over are hidden then."""
        for row in rows:
            self._layout.insertWidget(self._offset + len(self._rows) + len(self._spare), row)
            self._spare.append(row)

    def show(self, items: Iterable[T]) -> None:
        """Show these items: make widgets for new ones, update known ones, delete those that are gone."""
        first = not self._rows
        self._items = {self._key(item): item for item in items}
        left = self._let_go([key for key in self._rows if key not in self._items])
        keys = list(self._items)
        going_on = first or bool(self._to_come)
        until = max(_AT_ONCE, len(self._rows)) if going_on and self._layout.parentWidget() else len(keys)
        self._to_come = keys[until:]
        self._bring(keys[:until], 0)
        if left is not None and self._rows:
            self._focus(min(left, len(self._rows) - 1))
        self._go_on_soon()

    def get(self, key: Hashable) -> W | None:
        """Return the widget of this item, or None if it is not shown."""
        if key in self._to_come:
            self._bring_all()
        return self._rows.get(key)

    def made(self) -> tuple[W, ...]:
        """Return the widgets made so far, in no particular order; the others were never touched."""
        return tuple(self._rows.values())

    def all(self) -> tuple[W, ...]:
        """Return all widgets, in no particular order."""
        self._bring_all()
        return tuple(self._rows.values())

    def _let_go(self, keys: Iterable[Hashable]) -> int | None:
        """Remove rows; return the place of the one that had the focus."""
        left: int | None = None
        for key in keys:
            widget = self._rows.pop(key)
            focus = QApplication.focusWidget()
            if focus is not None and (focus is widget or widget.isAncestorOf(focus)):
                left = self._layout.indexOf(widget) - self._offset
            self._layout.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        return left

    def _bring(self, keys: Iterable[Hashable], start: int) -> None:
        """Put the rows of these items in their places, from the `start`-th on."""
        with laid_out_once(self._layout):
            moved = self._place(keys, start)
        holder = self._layout.parentWidget()
        if len(moved) > _FEW and holder is not None:
            keep_reading_order(holder)
        else:
            for one in moved:
                keep_reading_order(one)

    def _place(self, keys: Iterable[Hashable], start: int) -> list[W]:
        """The same; gives the rows that came to stand elsewhere."""
        moved: list[W] = []
        for place, key in enumerate(keys, self._offset + start):
            item, row = self._items[key], self._rows.get(key)
            if row is None:
                row = self._rows[key] = self._spare.pop(0) if self._spare else self._make(item)
            if self._layout.indexOf(row) != place:
                self._layout.removeWidget(row)
                self._layout.insertWidget(place, row)
                moved.append(row)
            self._show(row, item)
            if row.isHidden():
                # Left to the layout it would be seen, and could take the focus, only a moment later.
                row.show()
        for left_over in self._spare:
            left_over.hide()
        return moved

    def _go_on_soon(self) -> None:
        holder = self._layout.parentWidget()
        if self._to_come and holder is not None:
            if self._moment is None:
                self._moment = QTimer(holder, interval=_A_MOMENT, singleShot=True)
                self._moment.timeout.connect(WhenReleased(self._go_on, parent=self._moment).ask)
            self._moment.start()

    def _go_on(self) -> None:
        start = len(self._items) - len(self._to_come)
        keys, self._to_come = self._to_come[:_AT_ONCE], self._to_come[_AT_ONCE:]
        self._bring(keys, start)
        self._go_on_soon()

    def _bring_all(self) -> None:
        if self._to_come:
            keys, self._to_come = self._to_come, []
            self._bring(keys, len(self._items) - len(keys))

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
        return len(self._items)
