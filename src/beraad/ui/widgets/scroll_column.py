"""Page or form that scrolls up and down."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget
from typing_extensions import override


class ScrollColumn(QScrollArea):
    """Scroll area that gives its content the full width and the exact height needed at that width.

    QScrollArea asks only once, for the narrowest width: wrapped text then leaves empty space below.
    """

    def __init__(self, inside: QWidget, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        inside.setProperty("role", "inside")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The widgets inside take the focus, and scroll into view by themselves.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        holder = _Holder(inside)
        self.setWidget(holder)


class _Holder(QWidget):
    """Holder as tall as its content needs to be at this width, or as the room there is."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.setProperty("role", "inside")
        self._inside = inside
        inside.setParent(self)
        inside.installEventFilter(self)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        self._fit()
        super().resizeEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return False

    def _fit(self) -> None:
        layout = self._inside.layout()
        if layout is None:
            return
        width = self.width()
        tall = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else -1
        tall = tall if tall >= 0 else layout.totalMinimumSize().height()
        self.setMinimumHeight(tall)
        self._inside.setGeometry(0, 0, width, max(tall, self.height()))


def scroll_all_to(widget: QWidget) -> None:
    """Scroll every area around a widget so that it is seen, the innermost first; settle layouts before."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget)
        around = around.parentWidget()
