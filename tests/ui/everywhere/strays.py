"""Notices windows that nobody meant to open."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override


class _Strays(QObject):
    def __init__(self, meant: tuple[type[QWidget], ...]) -> None:
        super().__init__()
        self._meant = meant
        self.found: list[str] = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        # What an event is costs more to ask than whom it is for, and every event of the program comes here.
        if isinstance(watched, QWidget) and watched.isWindow() and event.type() == QEvent.Type.Show:
            popup = watched.windowType() in (Qt.WindowType.Popup, Qt.WindowType.ToolTip)
            if not popup and not isinstance(watched, self._meant):
                opened = [frame for frame in traceback.extract_stack() if "/beraad/ui/" in frame.filename]
                self.found.append(f"{type(watched).__name__} from {opened[-1:]}")
        return False


@contextmanager
def strays(*meant: type[QWidget]) -> Iterator[list[str]]:
    """The windows that open meanwhile and are none of these, in words.

    A part that is shown before it has its place in a window opens as a window of its own, on some screen.
    """
    watch, app = _Strays(meant), QApplication.instance()
    assert app is not None
    app.installEventFilter(watch)
    try:
        yield watch.found
    finally:
        app.removeEventFilter(watch)
