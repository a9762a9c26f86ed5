"""Layout that sets widgets side by side and goes on in the next line.

Only this layout may be asked for its items. PySide6 6.12 keeps an item that `itemAt` of a layout of Qt
returned, also after Qt deleted it: a later object then gets its address and class, or is freed twice, and the
program ends (measured). Ask for the place of a widget with `indexOf`.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import partial

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget
from shiboken6 import delete, isValid
from typing_extensions import override

_Line = list[tuple[QLayoutItem, QSize]]
"""Items beside each other, each with its size."""


class FlowLayout(QLayout):
    """Layout from left to right, then down, with `gap` pixels both ways.

    With `right`, lines end at the right-hand side. With `top`, the items of a line are aligned at their tops,
    else at their middles. With `wide`, its preferred size is one line.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        gap: int = 8,
        right: bool = False,
        top: bool = False,
        wide: bool = False,
    ) -> None:
        super().__init__(parent)
        self._right, self._top, self._wide = right, top, wide
        self._items: list[QLayoutItem] = []
        self._growing: dict[QWidget, int] = {}
        self._broken_at: dict[int, list[_Line]] = {}
        self._heights: dict[int, int] = {}
        self._least: QSize | None = None
        self._stands_in: QRect | None = None
        self.setSpacing(gap)
        self.setContentsMargins(QMargins())
        # Qt deletes the items of its own layouts; those of this one would never be freed.
        self.destroyed.connect(partial(_let_go, self._items))

    def add_growing(self, widget: QWidget, least: int = 0) -> None:
        """Add a widget that takes the rest of its line, or the next line if the rest is under `least`.

        `least` is in pixels; 0 stands for the widget's preferred width. Two in one line share the rest in
        proportion to their `least`.
        """
        self._growing[widget] = least
        self.addWidget(widget)

    def insertWidget(self, index: int, widget: QWidget) -> None:  # noqa: N802 - as layouts of Qt have it
        """Insert a widget before the item at `index`."""
        self.addWidget(widget)
        self._items.insert(index, self._items.pop())

    def clear(self, *, keep: Collection[QWidget] = ()) -> None:
        """Remove every widget, and delete it unless it is one of `keep`."""
        while (item := self.takeAt(0)) is not None:
            if (widget := item.widget()) is not None and widget not in keep:
                widget.hide()
                widget.deleteLater()
            delete(item)

    def widgets(self) -> list[QWidget]:
        """Return its widgets in order."""
        held = (item.widget() for item in self._items)
        return [widget for widget in held if widget is not None]

    @override
    def addItem(self, item: QLayoutItem, /) -> None:
        self._items.append(item)
        self._forget()

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int, /) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int, /) -> QLayoutItem | None:
        self._forget()
        if not 0 <= index < len(self._items):
            return None
        item = self._items.pop(index)
        if (widget := item.widget()) is not None:
            self._growing.pop(widget, None)
        return item

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int, /) -> int:
        # Cached: a column of cards asks each of its rows several times for every line that is typed.
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    @override
    def invalidate(self) -> None:
        self._forget()
        super().invalidate()

    @override
    def setGeometry(self, rect: QRect, /) -> None:
        super().setGeometry(rect)
        if rect != self._stands_in:
            self._stands_in = QRect(rect)
            self._arrange(rect, move=True)

    @override
    def sizeHint(self) -> QSize:
        if not self._wide:
            return self.minimumSize()
        sizes = [self._wanted(item) for item in self._items if not item.isEmpty()]
        across = sum(size.width() + self.spacing() for size in sizes) - self.spacing()
        margins = self.contentsMargins()
        around = QSize(margins.left() + margins.right(), margins.top() + margins.bottom())
        return QSize(max(0, across), max((size.height() for size in sizes), default=0)) + around

    @override
    def minimumSize(self) -> QSize:
        if self._least is None:
            size = QSize()
            for item in self._items:
                size = size.expandedTo(item.minimumSize())
            margins = self.contentsMargins()
            self._least = size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())
        return QSize(self._least)

    def _forget(self) -> None:
        self._broken_at.clear()
        self._heights.clear()
        self._least = self._stands_in = None

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """Place the items in `rect` (or only measure) and return the height they need."""
        inner = rect.marginsRemoved(self.contentsMargins())
        y = inner.y()
        for line in self._lines(inner.width()):
            height = max(size.height() for _item, size in line)
            used = sum(size.width() + self.spacing() for _item, size in line) - self.spacing()
            x = inner.x() + (max(0, inner.width() - used) if self._right else 0)
            for item, size in line:
                if move:
                    above = 0 if self._top else (height - size.height()) // 2
                    item.setGeometry(QRect(QPoint(x, y + above), size))
                x += size.width() + self.spacing()
            y += height + self.spacing()
        used = y - self.spacing() if y > inner.y() else y
        return used - rect.y() + self.contentsMargins().bottom()

    def _lines(self, width: int) -> list[_Line]:
        """Return the items of each line with their sizes."""
        if width not in self._broken_at:
            self._broken_at[width] = [self._grown(line, width) for line in self._broken(width)]
        return self._broken_at[width]

    def _grown(self, line: _Line, width: int) -> _Line:
        """Return the line with its growing items at their final width, and the height they need then."""
        growing = [(item, size.width()) for item, size in line if item.widget() in self._growing]
        used = sum(size.width() + self.spacing() for _item, size in line) - self.spacing()
        left, wanted, grown = max(0, width - used), sum(wide for _item, wide in growing), dict(line)
        # Items that reach their maximum first come first, so that the others share the rest.
        for item, wide in sorted(growing, key=lambda it: it[0].maximumSize().width() / max(1, it[1])):
            more = min(left * wide // max(1, wanted), max(0, item.maximumSize().width() - wide))
            grown[item] = _as_wide(item, wide + more)
            left, wanted = left - more, wanted - wide
        return list(grown.items())

    def _wanted(self, item: QLayoutItem) -> QSize:
        """Return the preferred width of an item, and its height at that width."""
        widget = item.widget()
        least = self._growing.get(widget, 0) if widget is not None else 0
        # The size hint has the height of another width if the width is fixed or a layout is inside.
        return _as_wide(item, max(least, item.minimumSize().width()) if least else item.sizeHint().width())

    def _broken(self, width: int) -> list[_Line]:
        """Return the items of each line at their preferred sizes."""
        lines: list[_Line] = []
        x = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = self._wanted(item)
            if size.width() > width > 0:
                size = _as_wide(item, width)
            if not lines or x + size.width() > width:
                lines.append([])
                x = 0
            lines[-1].append((item, size))
            x += size.width() + self.spacing()
        return lines


def _as_wide(item: QLayoutItem, width: int) -> QSize:
    """Return the size of an item at this width."""
    tall = item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
    return QSize(width, tall)


def _let_go(items: list[QLayoutItem]) -> None:
    """Delete the items left in a layout that is destroyed."""
    while items:
        if isValid(item := items.pop()):
            delete(item)
