"""The Tab key goes as one reads: in the order of the layout, not in that in which widgets were made."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QGridLayout,
    QLayout,
    QScrollArea,
    QWidget,
)


def keep_reading_order(root: QWidget) -> None:
    """Chain what takes the focus inside `root` in the order in which it stands there."""
    window = root.window()
    # What is just being put in its place may still be a window of its own.
    stops = [item for item in _inside(root) if _takes_focus(item) and item.window() is window]
    for one, other in pairwise([root, *stops]):
        QWidget.setTabOrder(one, other)


def _takes_focus(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None


def _inside(widget: QWidget) -> Iterator[QWidget]:
    if isinstance(widget, QAbstractSpinBox | QComboBox):
        return
    if isinstance(widget, QScrollArea):
        children = [held] if (held := widget.widget()) is not None else []
    elif (layout := widget.layout()) is not None:
        children = list(_of_layout(layout))
    else:
        # Not `children`: that makes a Python object of everything else that hangs below a widget too.
        children = widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    for child in children:
        yield child
        yield from _inside(child)


def _of_layout(layout: QLayout) -> Iterator[QWidget]:
    places = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        places.sort(key=lambda place: tuple(layout.getItemPosition(place)))  # type: ignore[arg-type]
    for place in places:
        item = layout.itemAt(place)
        if item is None:
            continue
        if (widget := item.widget()) is not None:
            yield widget
        elif (inner := item.layout()) is not None:
            yield from _of_layout(inner)
