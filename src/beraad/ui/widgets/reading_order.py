"""Order of the Tab key and of a screen reader: that of the layout, not that of construction."""

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
    QStackedWidget,
    QWidget,
)

from beraad.ui.widgets.flow_layout import FlowLayout

_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


def keep_reading_order(root: QWidget) -> None:
    """Chain the widgets that take the focus inside `root` in the order of the layout.

    A screen reader is given the same order, of the widgets inside `root` and of `root` among those beside it.
    """
    window, holder = root.window(), root.parentWidget()
    if holder is not None and root is not window:
        _tell_in_order(holder, _children(holder))
    # A widget that is just being added may still be a window of its own.
    stops = [item for item in stops_in(root) if item.window() is window]
    # Qt cannot put a widget behind one that takes no focus.
    before = root if _takes_focus(root) else _stop_before(root)
    for one, other in pairwise(stops if before is None else [before, *stops]):
        QWidget.setTabOrder(one, other)


def stops_in(root: QWidget) -> Iterator[QWidget]:
    """Iterate over the widgets that take the focus inside `root`, in the order of the layout."""
    return filter(_takes_focus, _inside(root))


def _takes_focus(widget: QWidget) -> bool:
    # In a row with one Tab stop another button may become the stop later: include all of them.
    return widget.focusPolicy() is not Qt.FocusPolicy.NoFocus and widget.focusProxy() is None


def _stop_before(widget: QWidget) -> QWidget | None:
    """Return the Tab stop before those inside `widget`; None if it is the first."""
    while not widget.isWindow() and (holder := widget.parentWidget()) is not None:
        # Only one page of a stack is visible: the widget before it is the one before the stack.
        beside = [] if isinstance(holder, QStackedWidget) else _children(holder)
        before = beside[: beside.index(widget)] if widget in beside else []
        for child in reversed(before):
            if (found := _last_stop(child)) is not None:
                return found
        if _takes_focus(holder):
            return holder
        widget = holder
    return None


def _last_stop(widget: QWidget) -> QWidget | None:
    for child in reversed(_children(widget)):
        if (found := _last_stop(child)) is not None:
            return found
    return widget if _takes_focus(widget) else None


def _inside(widget: QWidget) -> Iterator[QWidget]:
    children = _children(widget)
    _tell_in_order(widget, children)
    for child in children:
        yield child
        yield from _inside(child)


def _tell_in_order(widget: QWidget, children: list[QWidget]) -> None:
    """Stack the children in this order, which is the order that a screen reader uses.

    No child is raised: a widget that covers others still does.
    """
    places = {child: at for at, child in enumerate(widget.findChildren(QWidget, options=_DIRECT))}
    held = [child for child in children if child in places]
    if all(places[one] < places[other] for one, other in pairwise(held)):
        return
    for one, other in pairwise(reversed(held)):
        other.stackUnder(one)


def _children(widget: QWidget) -> list[QWidget]:
    """Return its children in reading order."""
    if isinstance(widget, QAbstractSpinBox | QComboBox):
        return []
    if isinstance(widget, QScrollArea):
        return [held] if (held := widget.widget()) is not None else []
    # Not `children`: that would create a Python object for every other child object too.
    inside = widget.findChildren(QWidget, options=_DIRECT)
    layout = widget.layout()
    return inside if layout is None else list(_of_layout(layout, inside))


def _of_layout(layout: QLayout, inside: list[QWidget]) -> Iterator[QWidget]:
    """Iterate over the widgets of `inside` that are in this layout, without its items: see `flow_layout`."""
    if isinstance(layout, FlowLayout):
        yield from layout.widgets()
        return
    found: list[tuple[int, QWidget | QLayout]] = [(layout.indexOf(widget), widget) for widget in inside]
    found += [(layout.indexOf(inner), inner) for inner in layout.findChildren(QLayout, options=_DIRECT)]
    placed = [(_place(layout, at), part) for at, part in found if at >= 0]
    for _at, part in sorted(placed, key=lambda pair: pair[0]):
        if isinstance(part, QLayout):
            yield from _of_layout(part, inside)
        else:
            yield part


def _place(layout: QLayout, at: int) -> tuple[int, ...]:
    return tuple(layout.getItemPosition(at)) if isinstance(layout, QGridLayout) else (at,)  # type: ignore[arg-type]
