"""Trend of safety: the last number with its word, and over it a small line through the meetings."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from beraad.ui.theme import Theme

_TOP = 10.0
_DOT = 2


def paint_trend(
    painter: QPainter, box: QRect, values: tuple[float, ...], words: str, *, fell: bool = False
) -> None:
    """Draw mean answers (0-10), oldest first; a single one as a number without a line.

    The line is amber if the last mean, or with `fell` somebody's answer, went down: no line is a good sign
    then.
    """
    theme = Theme.current()
    painter.setFont(theme.font("small"))
    painter.setPen(theme.colour("soft"))
    if len(values) < 2:
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        return
    half = box.height() // 2
    painter.drawText(
        box.adjusted(0, half, 0, 0), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words
    )
    wide = min(box.width(), round(84 * theme.scale))
    points = _points(values, QRectF(box.left(), box.top(), wide, half).adjusted(_DOT, _DOT, -4, -_DOT))
    colour = theme.colour("amber" if fell or values[-1] < values[-2] else "safety")
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawPolyline(QPolygonF(points))
    painter.setBrush(colour)
    painter.drawEllipse(points[-1], _DOT, _DOT)
    painter.restore()


def _points(values: tuple[float, ...], box: QRectF) -> list[QPointF]:
    step = box.width() / (len(values) - 1)
    return [
        QPointF(box.left() + index * step, box.bottom() - box.height() * value / _TOP)
        for index, value in enumerate(values)
    ]
