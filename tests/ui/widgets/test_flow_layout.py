"""A row that goes on in the next line lets its places go: a meeting makes and closes thousands of them."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLayoutItem, QPushButton, QWidget
from shiboken6 import isValid

from beraad.ui.widgets.flow_layout import FlowLayout


@pytest.fixture
def window(qapp: QApplication) -> Iterator[QWidget]:
    """A window with a row of three buttons."""
    made = QWidget()
    row = FlowLayout(made)
    for name in ("een", "twee", "drie"):
        row.addWidget(QPushButton(name))
    yield made
    if isValid(made):
        made.deleteLater()
        let_qt_delete()


def row_of(window: QWidget) -> FlowLayout:
    """The row of a window."""
    row = window.layout()
    assert isinstance(row, FlowLayout)
    return row


def places_in(row: FlowLayout) -> list[QLayoutItem | None]:
    """What holds each widget of a row."""
    return [row.itemAt(place) for place in range(row.count())]


def let_qt_delete() -> None:
    """What was to be deleted later is deleted now."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_place_goes_with_its_row(window: QWidget) -> None:
    places = places_in(row_of(window))
    assert all(isValid(place) for place in places)
    window.deleteLater()
    let_qt_delete()
    assert not any(isValid(place) for place in places)


def test_a_place_goes_when_its_row_is_emptied(window: QWidget) -> None:
    places = places_in(row_of(window))
    row_of(window).clear()
    assert not any(isValid(place) for place in places)
    let_qt_delete()
    assert row_of(window).widgets() == []


def test_a_place_goes_with_what_stood_in_it(window: QWidget) -> None:
    row_of(window).widgets()[1].deleteLater()
    let_qt_delete()
    assert len(row_of(window).widgets()) == 2


def test_a_row_that_went_with_its_window_holds_nothing(window: QWidget) -> None:
    row = row_of(window)
    window.deleteLater()
    let_qt_delete()
    assert row.widgets() == []


def test_what_is_kept_when_a_row_is_emptied_can_be_put_back(window: QWidget) -> None:
    row = row_of(window)
    first, second, _third = row.widgets()
    row.clear(keep=(first, second))
    row.addWidget(second)
    let_qt_delete()
    assert row.widgets() == [second]
    assert isValid(first)
