"""Preview of the wall in the facilitator's console."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from beraad.i18n import _
from beraad.ui.projector.marks import kept
from beraad.ui.projector.wall_window import WallWindow
from beraad.ui.theme import Theme


class WallPreview(QWidget):
    """Small picture of the wall, by the same painter, also while the wall is on no screen."""

    def __init__(self, wall: WallWindow, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wall = wall
        self._texts: tuple[str, ...] | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(_("Wat er op het scherm staat"))
        wall.changed.connect(self._on_wall_changed)

    def visible_texts(self) -> tuple[str, ...]:
        """Return exactly the texts that stand in the preview now."""
        if not self.isVisible():
            return ()
        if self._texts is None:
            self.grab()  # paints now, also before the window system asked for it
        return self._texts or ()

    @override
    def sizeHint(self) -> QSize:
        width = round(240 * Theme.current().scale)
        return QSize(width, self.heightForWidth(width))

    @override
    def heightForWidth(self, width: int, /) -> int:
        # A layout asks with the whole width, even if this widget may not be that wide.
        return round(min(width, self.maximumWidth()) * self._wall.height() / max(1, self._wall.width()))

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        scale = min(self.width() / self._wall.width(), self.height() / self._wall.height())
        painter = QPainter(self)
        with kept(painter):
            painter.scale(scale, scale)
            painter.setClipRect(QRectF(self._wall.rect()))
            self._texts = self._wall.paint_on(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(Theme.current().colour("line"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        width, height = self._wall.width() * scale, self._wall.height() * scale
        painter.drawRect(QRectF(0.5, 0.5, width - 1, height - 1))
        painter.end()

    def _on_wall_changed(self) -> None:
        self._texts = None
        self.update()
