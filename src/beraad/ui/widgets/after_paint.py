"""Do something once a window was painted: what is in sight does not wait for what is not."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget
from typing_extensions import override

_AT_THE_LATEST = 500
"""Milliseconds; a window that nobody sees is not painted."""

_PAINTING = (QEvent.Type.UpdateRequest, QEvent.Type.Paint)


class AfterPaint(QObject):
    """Calls `then` once, after the window of `widget` was painted; never where the widget is gone by then."""

    def __init__(self, widget: QWidget, then: Callable[[], None]) -> None:
        super().__init__(widget)
        self._then = then
        self._window = widget.window()
        self._window.installEventFilter(self)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._on_time)
        self._timer.start(_AT_THE_LATEST)

    @override
    def eventFilter(self, _watched: QObject, event: QEvent, /) -> bool:
        if event.type() in _PAINTING:
            self._timer.start(0)
        return False

    def _on_time(self) -> None:
        self._window.removeEventFilter(self)
        self.deleteLater()
        self._then()
