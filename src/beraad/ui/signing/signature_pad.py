"""A pad to sign on, with mouse, finger or pen."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QTabletEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from beraad.i18n import _
from beraad.ui.signing.answer_given import Strokes
from beraad.ui.theme import Theme

_NEAREST = 0.002
"""Points closer to the last one than this part of the pad add nothing."""

_MOST_POINTS = 5_000
"""A signature has some hundreds; what goes on for ever is not kept."""


class SignaturePad(QWidget):
    """Keeps the lines as points in 0..1 of its width and height. Pressure is not looked at."""

    strokes_changed = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strokes: list[list[tuple[float, float]]] = []
        self._drawing = False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumHeight(round(120 * Theme.current().scale))
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(_("Teken hier met muis, vinger of pen"))

    def strokes(self) -> Strokes:
        """The lines that were drawn."""
        return tuple(tuple(stroke) for stroke in self._strokes)

    def undo(self) -> None:
        """Take the last line away."""
        if self._strokes:
            self._strokes.pop()
            self._tell()

    def clear(self) -> None:
        """Take every line away."""
        if self._strokes:
            self._strokes.clear()
            self._tell()

    @override
    def sizeHint(self) -> QSize:
        width = round(420 * Theme.current().scale)
        return QSize(width, self.heightForWidth(width))

    @override
    def heightForWidth(self, width: int, /) -> int:
        return round(width * 0.46)

    @override
    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._begin(event.position())

    @override
    def mouseMoveEvent(self, event: QMouseEvent, /) -> None:
        self._go_on(event.position())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._end()

    @override
    def tabletEvent(self, event: QTabletEvent, /) -> None:
        match event.type():
            case QEvent.Type.TabletPress:
                self._begin(event.position())
            case QEvent.Type.TabletMove:
                self._go_on(event.position())
            case QEvent.Type.TabletRelease:
                self._end()
        # Accepted, so that Qt does not draw the same line again as a mouse.
        event.accept()

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        theme = Theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        radius = theme.size("radius", "card")
        painter.setPen(QPen(theme.colour("ink" if self.isEnabled() else "line"), 2))
        painter.setBrush(theme.colour("card" if self.isEnabled() else "paper"))
        painter.drawRoundedRect(frame, radius, radius)
        if self.isEnabled():
            self._paint_hint(painter, theme)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            pen = QPen(theme.colour("ink"), 2.5 * theme.scale)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            for stroke in self._strokes:
                painter.drawPath(self._path(stroke))
        painter.end()

    def _paint_hint(self, painter: QPainter, theme: Theme) -> None:
        margin = theme.size("space", "medium")
        where = QRectF(self.rect()).adjusted(margin, margin, -margin, -margin)
        painter.setFont(theme.font())
        painter.setPen(theme.colour("soft"))
        foot = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
        painter.drawText(where, foot, _("Teken hier met muis, vinger of pen"))

    def _path(self, stroke: list[tuple[float, float]]) -> QPainterPath:
        """A smooth line: through the middle between each two points, bent towards the points."""
        points = [QPointF(x * self.width(), y * self.height()) for x, y in stroke]
        path = QPainterPath(points[0])
        if len(points) == 1:
            path.lineTo(points[0] + QPointF(0.1, 0))
        for before, point in pairwise(points):
            path.quadTo(before, (before + point) / 2)
        path.lineTo(points[-1])
        return path

    def _begin(self, at: QPointF) -> None:
        self._drawing = True
        self._strokes.append([self._point(at)])
        self.update()

    def _go_on(self, at: QPointF) -> None:
        if not self._drawing:
            return
        x, y = self._point(at)
        last_x, last_y = self._strokes[-1][-1]
        far = abs(x - last_x) >= _NEAREST or abs(y - last_y) >= _NEAREST
        if far and sum(map(len, self._strokes)) < _MOST_POINTS:
            self._strokes[-1].append((x, y))
            self.update()

    def _end(self) -> None:
        if self._drawing:
            self._drawing = False
            self._tell()

    def _point(self, at: QPointF) -> tuple[float, float]:
        return (
            round(min(1.0, max(0.0, at.x() / max(1, self.width()))), 4),
            round(min(1.0, max(0.0, at.y() / max(1, self.height()))), 4),
        )

    def _tell(self) -> None:
        self.update()
        self.strokes_changed.emit()
