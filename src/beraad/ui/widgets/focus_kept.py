"""Keeping of the keyboard focus while a page is rebuilt."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from beraad.ui.widgets.reading_order import stops_in


@contextmanager
def focus_kept(page: QWidget) -> Iterator[None]:
    """Give the focus back to the widget of the same name after `page` was rebuilt inside the context.

    A widget with another name now is found by its place among those of its kind, if their number is the same.
    Otherwise the page takes the focus: an Enter meant for a widget that is gone must not press another.
    """
    had: QWidget | None = page.window().focusWidget()
    if had is None or not page.isAncestorOf(had):
        yield
        return
    kind, name = type(had), _name(had)
    before = [stop for stop in stops_in(page) if type(stop) is kind]
    place = before.index(had) if had in before else len(before)
    yield
    if page.window().focusWidget() is had and page.isAncestorOf(had):
        return
    stops = [stop for stop in stops_in(page) if type(stop) is kind]
    same = stops[place : place + 1] if len(stops) == len(before) else []
    there = [stop for stop in (*same, *stops) if _name(stop) == name]
    (there or same or [page])[0].setFocus(Qt.FocusReason.OtherFocusReason)


def _name(stop: QWidget) -> tuple[str, ...]:
    """Return the names of a widget and of the widgets around it."""
    words = stop.text() if isinstance(stop, QAbstractButton) else ""
    names = [stop.accessibleName() or words]
    at: QWidget | None = stop
    while at is not None and not at.isWindow():
        names.append(at.objectName())
        at = at.parentWidget()
    return tuple(filter(None, names))
