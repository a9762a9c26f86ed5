"""Going on from one field to another of the same page, which is how one says that the first is finished."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget

STEP_PAGE = "step_page"
"""Property of a widget: the page of a step."""


def page_of(field: QWidget) -> QWidget:
    """The page of the step in which a field stands; elsewhere its window."""
    at = field
    while (above := at.parentWidget()) is not None and not at.isWindow() and not at.property(STEP_PAGE):
        at = above
    return at


def goes_on(field: QWidget, new: QWidget | None) -> bool:
    """Whether the keyboard goes from a field that stays in sight to something else of its page."""
    if new is None or new is field or not field.isVisible() or new.window() is not field.window():
        return False
    return page_of(field).isAncestorOf(new)


def is_gone_on_from(field: QWidget) -> bool:
    """Whether the keyboard went on from this field; asked while it learns that it lost it."""
    return goes_on(field, QApplication.focusWidget())
