"""Made-up scan of the last page of somebody's copy, with a signature in ink."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter, QPen, QPolygonF

from beraad.ui.printing.sheets import open_pdf

_A4 = QSize(1240, 1754)
"""Points at 150 dots per inch."""
_INK = QColor(24, 40, 120)
_ASKEW = 0.6
"""Degrees of rotation: nobody lays a sheet quite straight."""


def signed_paper(pdf: bytes, strokes: Sequence[Sequence[Sequence[float]]]) -> bytes:
    """Return the last page of a copy, signed with these strokes (x and y in 0..1), as JPEG."""
    document, _memory = open_pdf(pdf)
    page = document.render(document.pageCount() - 1, _A4)
    paper = QImage(_A4, QImage.Format.Format_RGB32)
    paper.fill(QColor(250, 249, 246))
    painter = QPainter(paper)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.rotate(_ASKEW)
    painter.drawImage(0, 0, page)
    painter.setPen(QPen(_INK, 5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    wide, tall = _A4.width() * 0.26, _A4.height() * 0.06
    left, top = _A4.width() * 0.36, _A4.height() * 0.53
    for stroke in strokes:
        painter.drawPolyline(QPolygonF([QPointF(left + x * wide, top + y * tall) for x, y in stroke]))
    painter.end()
    written = QByteArray()
    memory = QBuffer(written)
    memory.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(memory, QByteArray(b"jpeg")).write(paper)
    return bytes(written.data())
