"""View of one page of a scan, whole or as wide as the view."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget
from typing_extensions import override

from beraad.ui.theme import Theme

_TURNS = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class PageView(QScrollArea):
    """View of the whole page; with `large`, the page is as wide as the view, to scroll through."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._paper = _Paper(self)
        self.setWidget(self._paper)
        self._large = False

    @property
    def large(self) -> bool:
        """True while the page is as wide as the view."""
        return self._large

    @property
    def page_size(self) -> QSize:
        """Size of the page as shown, in pixels."""
        return self._paper.size()

    def show_page(self, picture: QImage) -> None:
        """Show this page from its top."""
        self._paper.picture = picture
        self._fit()
        self.verticalScrollBar().setValue(0)
        self._paper.update()

    def set_large(self, *, large: bool) -> None:
        """Show the page as wide as the view, or whole."""
        self._large = large
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def focusInEvent(self, event: QFocusEvent, /) -> None:
        super().focusInEvent(event)
        self._paper.update()

    @override
    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        super().focusOutEvent(event)
        self._paper.update()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in _TURNS:
            # Whoever holds this view turns the page; the arrows go through it.
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        picture = self._paper.picture
        if picture.isNull():
            return
        room = self.viewport().size()
        if self._large:
            # With the room that a bar takes, so that its coming and going changes nothing.
            bar = 0 if self.verticalScrollBar().isVisible() else self.verticalScrollBar().sizeHint().width()
            room = QSize(room.width() - bar, 1_000_000)
        size = picture.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        self._paper.setFixedSize(size.expandedTo(QSize(1, 1)))


class _Paper(QWidget):
    """The picture, with an edge that says where the paper ends, and whether the keyboard is here."""

    def __init__(self, view: QWidget) -> None:
        super().__init__()
        self._view = view
        self.picture = QImage()

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        paper = QRectF(self.rect())
        painter.drawImage(paper, self.picture, QRectF(0, 0, *QSizeF(self.picture.size()).toTuple()))
        theme, focused = Theme.current(), self._view.hasFocus()
        painter.setPen(QPen(theme.colour("focus" if focused else "field_line"), 4 if focused else 2))
        painter.drawRect(paper)
