"""Test for going on from one field to another of the same page, which finishes the first."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget

STEP_PAGE = "step_page"
"""Property that marks a widget as the page of a step."""


def page_of(field: QWidget) -> QWidget:
    """Return the page of the step that contains a field; elsewhere its window."""
    at = field
    while (above := at.parentWidget()) is not None and not at.isWindow() and not at.property(STEP_PAGE):
        at = above
    return at


def moves_within_page(field: QWidget, new: QWidget | None) -> bool:
    """Return True if the focus moves from a visible field to something else on its page."""
    if new is None or new is field or not field.isVisible() or new.window() is not field.window():
        return False
    return page_of(field).isAncestorOf(new)


def has_moved_within_page(field: QWidget) -> bool:
    """Return True if the focus has moved on from this field. Call it while the field loses the focus."""
    return moves_within_page(field, QApplication.focusWidget())
