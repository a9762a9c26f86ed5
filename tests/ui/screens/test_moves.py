"""A window is put on a screen: moved where places are known, asked for where they are not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from beraad.ui.screens import moves
from beraad.ui.screens.moves import put_on
from tests.ui.paper_screens import PROJECTOR, PaperWatch, laptop, projector


class PaperWindow(QWidget):
    """A window on screens that Qt does not know, that writes down what it was asked."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[object] = []

    def setScreen(self, screen: object, /) -> None:  # noqa: N802 - Qt's name
        self.asked.append(screen)

    def setWindowState(self, state: Qt.WindowState, /) -> None:  # noqa: N802 - Qt's name
        self.asked.append(state)
        super().setWindowState(state)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[PaperWindow]:
    """Stands on the laptop."""
    window = PaperWindow()
    qtbot.addWidget(window)
    window.setGeometry(20, 20, 900, 600)
    window.show()
    return window


def test_where_places_are_known_it_goes_there_as_large_as_it_was(window: PaperWindow) -> None:
    wide = projector()
    watch = PaperWatch(laptop(), wide)
    put_on(window, wide.now, watch)
    assert PROJECTOR.contains(window.geometry())
    assert window.size().toTuple() == (900, 600)
    watch.deleteLater()


def test_on_a_smaller_screen_it_is_as_large_as_fits(window: PaperWindow) -> None:
    small = laptop()
    small.rect = QRect(2000, 0, 800, 480)
    watch = PaperWatch(small)
    put_on(window, small.now, watch)
    assert window.width() <= 800
    assert window.height() <= 480
    watch.deleteLater()


def test_on_wayland_it_is_asked_to_fill_the_screen(window: PaperWindow) -> None:
    wide = projector()
    watch = PaperWatch(laptop(), wide, tells_places=False)
    put_on(window, wide.now, watch)
    assert window.asked == [wide, Qt.WindowState.WindowFullScreen]
    watch.deleteLater()


def test_on_wayland_a_window_that_fills_a_screen_is_told_first_that_it_fills_none(
    window: PaperWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(moves, "_TOLD_AFTER", 10)
    window.setWindowState(Qt.WindowState.WindowFullScreen)
    window.asked.clear()
    wide = projector()
    watch = PaperWatch(laptop(), wide, tells_places=False)
    put_on(window, wide.now, watch)
    assert window.asked == [wide, Qt.WindowState.WindowNoState]
    qtbot.waitUntil(window.isFullScreen)
    assert window.asked[2:] == [wide, Qt.WindowState.WindowFullScreen]
    watch.deleteLater()


def test_a_screen_that_went_meanwhile_is_not_asked_for(window: PaperWindow) -> None:
    watch = PaperWatch(laptop(), tells_places=False)
    put_on(window, projector().now, watch)
    assert window.asked == []
    watch.deleteLater()
