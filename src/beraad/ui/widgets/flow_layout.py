"""A layout that sets widgets side by side and goes on in the next line.

It alone may be asked for its items. PySide6 6.12 keeps what `itemAt` of a layout of Qt gave, also when Qt
took that item away: some later object then has another's address and class, or is freed twice, and the
program ends (measured). Where a widget stands is asked with `indexOf`.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import partial

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget
from shiboken6 import delete, isValid
from typing_extensions import override


class FlowLayout(QLayout):
    """Left to right, then down. `gap` in pixels, both ways."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self._stands_in: QRect | None = None
        self.setSpacing(gap)
        self.setContentsMargins(QMargins())
        # Qt deletes the items of its own layouts; of this one each stayed for ever when the layout went.
        self.destroyed.connect(partial(_let_go, self._items))

    def clear(self, *, keep: Collection[QWidget] = ()) -> None:
        """Take every widget out, and delete it unless it is one of `keep`."""
        while (item := self.takeAt(0)) is not None:
            if (widget := item.widget()) is not None and widget not in keep:
                widget.hide()
                widget.deleteLater()
            delete(item)

    def widgets(self) -> list[QWidget]:
        """What stands in it, in order."""
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
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int, /) -> int:
        # A column of cards asks each of its rows several times over for every line that is typed.
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
        return self.minimumSize()

    @override
    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _forget(self) -> None:
        self._heights.clear()
        self._stands_in = None

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """Place the items in `rect` (or only measure) and give the height they need."""
        inner = rect.marginsRemoved(self.contentsMargins())
        y = inner.y()
        for line in self._lines(inner.width()):
            height = max(size.height() for _item, size in line)
            x = inner.x()
            for item, size in line:
                if move:
                    item.setGeometry(QRect(QPoint(x, y + (height - size.height()) // 2), size))
                x += size.width() + self.spacing()
            y += height + self.spacing()
        used = y - self.spacing() if y > inner.y() else y
        return used - rect.y() + self.contentsMargins().bottom()

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """The items that stand beside each other, line by line, each with its size."""
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        x = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if size.width() > width > 0:
                size = QSize(width, item.heightForWidth(width) if item.hasHeightForWidth() else size.height())
            if not lines or x + size.width() > width:
                lines.append([])
                x = 0
            lines[-1].append((item, size))
            x += size.width() + self.spacing()
        return lines


def _let_go(items: list[QLayoutItem]) -> None:
    """Delete what is left in a layout that goes."""
    while items:
        if isValid(item := items.pop()):
            delete(item)
