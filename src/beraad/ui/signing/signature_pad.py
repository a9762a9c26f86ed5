"""Pad to sign on, with mouse, finger or pen."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEventPoint,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QTabletEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from beraad.answer_rules import is_drawn
from beraad.i18n import _
from beraad.ui.signing.answer_given import Strokes
from beraad.ui.theme import Theme

_SHAPE = 0.3
"""Height of the pad as part of its width, as a signature is printed: it comes out as it was drawn."""

_NEAREST = 0.002
"""Least distance between two points, as part of the pad; nearer ones are left out."""

_MOST_POINTS = 5_000
"""Most points of a signature, which usually has some hundreds."""

_WIDTH = 2.5
"""Width of a line in pixels at 100 %, drawn by a device that measures no pressure."""

_USUAL = 0.5
"""Pressure (0 to 1) that stands for such a line."""


def no_line() -> str:
    """Return the sentence for somebody who tapped on the pad and drew no line."""
    return _("Een stip is geen handtekening. Trek een lijn in het vak.")


def line_width(pressure: float) -> float:
    """Return pixels at 100 %: half of the usual width at no pressure, one and a half at the hardest."""
    return _WIDTH * (0.5 + min(1.0, max(0.0, pressure)))


def _pressure_of(point: QEventPoint) -> float:
    """Return the pressure of a point.

    Screens that measure no pressure report none or all of it: that is the usual line.
    """
    return point.pressure() if 0.0 < point.pressure() < 1.0 else _USUAL


class SignaturePad(QWidget):
    """Pad that keeps lines as points in 0..1 of its width and height, drawn with mouse, finger or pen.

    The pressure of a pen or finger makes the line wider while it stands here. It is not saved: a case file
    has points only, and the printed line has one width.
    """

    strokes_changed = Signal()
    drawn_on = Signal()
    """Emitted when a point was added to the line that is being drawn."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strokes: list[list[tuple[float, float]]] = []
        self._pressed: list[list[float]] = []
        self._finger: int | None = None
        self._drawing = False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumHeight(round(120 * Theme.current().scale))
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setAccessibleName(_("Teken hier met muis, vinger of pen"))

    def strokes(self) -> Strokes:
        """Return the lines that were drawn."""
        return tuple(tuple(stroke) for stroke in self._strokes)

    def show_strokes(self, strokes: Sequence[Sequence[Sequence[float]]]) -> None:
        """Show these lines, drawn before."""
        self._drawing = False
        self._strokes = [[(float(x), float(y)) for x, y in stroke] for stroke in strokes]
        self._pressed = [[_USUAL] * len(stroke) for stroke in strokes]
        self._tell()

    def undo(self) -> None:
        """Remove the last line."""
        if self._strokes:
            self._drawing = False
            self._strokes.pop()
            self._pressed.pop()
            self._tell()

    def clear(self) -> None:
        """Remove every line."""
        if self._strokes:
            self._drawing = False
            self._strokes.clear()
            self._pressed.clear()
            self._tell()

    @override
    def sizeHint(self) -> QSize:
        width = round(420 * Theme.current().scale)
        return QSize(width, self.heightForWidth(width))

    @override
    def heightForWidth(self, width: int, /) -> int:
        return round(width * _SHAPE)

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
                self._begin(event.position(), event.pressure())
            case QEvent.Type.TabletMove:
                self._go_on(event.position(), event.pressure())
            case QEvent.Type.TabletRelease:
                self._end()
        # Accepted, so that Qt does not draw the same line again as a mouse.
        event.accept()

    @override
    def event(self, event: QEvent, /) -> bool:
        if isinstance(event, QTouchEvent):
            self._on_touch(event)
            # Accepted, so that Qt makes no mouse of it. One finger draws; a hand that lies there does not.
            event.accept()
            return True
        return super().event(event)

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
            for stroke, pressed in zip(self._strokes, self._pressed, strict=True):
                self._paint_stroke(painter, theme, stroke, pressed)
        painter.end()

    def _paint_stroke(
        self, painter: QPainter, theme: Theme, stroke: list[tuple[float, float]], pressed: list[float]
    ) -> None:
        pen = QPen(theme.colour("ink"), _WIDTH * theme.scale)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        if len(set(pressed)) == 1:
            pen.setWidthF(line_width(pressed[0]) * theme.scale)
            painter.setPen(pen)
            painter.drawPath(self._path(stroke))
            return
        for piece, pressure in zip(pairwise(stroke), pressed[1:], strict=True):
            pen.setWidthF(line_width(pressure) * theme.scale)
            painter.setPen(pen)
            painter.drawPath(self._path(list(piece)))

    def _on_touch(self, event: QTouchEvent) -> None:
        for point in event.points():
            match point.state():
                case QEventPoint.State.Pressed if self._finger is None:
                    self._finger = point.id()
                    self._begin(self.mapFromGlobal(point.globalPosition()), _pressure_of(point))
                case QEventPoint.State.Updated if point.id() == self._finger:
                    self._go_on(self.mapFromGlobal(point.globalPosition()), _pressure_of(point))
                case QEventPoint.State.Released if point.id() == self._finger:
                    self._finger = None
                    self._end()
        if event.type() is QEvent.Type.TouchCancel:
            self._finger = None
            self._end()

    def _paint_hint(self, painter: QPainter, theme: Theme) -> None:
        margin = theme.size("space", "medium")
        where = QRectF(self.rect()).adjusted(margin, margin, -margin, -margin)
        painter.setFont(theme.font())
        tapped = bool(self._strokes) and not self._drawing and not is_drawn(self.strokes())
        painter.setPen(theme.colour("danger" if tapped else "soft"))
        foot = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
        painter.drawText(where, foot, no_line() if tapped else _("Teken hier met muis, vinger of pen"))

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

    def _begin(self, at: QPointF, pressure: float = _USUAL) -> None:
        self._drawing = True
        self._strokes.append([self._point(at)])
        self._pressed.append([pressure])
        self.update()
        self.drawn_on.emit()

    def _go_on(self, at: QPointF, pressure: float = _USUAL) -> None:
        if not self._drawing:
            return
        x, y = self._point(at)
        last_x, last_y = self._strokes[-1][-1]
        far = abs(x - last_x) >= _NEAREST or abs(y - last_y) >= _NEAREST
        if far and sum(map(len, self._strokes)) < _MOST_POINTS:
            self._strokes[-1].append((x, y))
            self._pressed[-1].append(pressure)
            self.update()
            self.drawn_on.emit()

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
