"""Signature as it was drawn, or the line for a pen."""

from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas
from typing_extensions import override

from beraad.export.document import Strokes
from beraad.export.pdf.boxes import Whole
from beraad.export.pdf.styles import colours, paint

_PAD_SHARE = 0.3
"""Height of the pad on which it was drawn, as a part of its width."""


class Signature(Whole):
    """Signature as it was drawn, on a line; only the line if a pen will write.

    `share` is its height as a part of its width, `tallest` the most that it has in points.
    """

    def __init__(self, strokes: Strokes, *, line: bool, share: float, tallest: float) -> None:
        self.strokes, self.line, self.share, self.tallest = strokes, line, share, tallest

    @override
    def height(self, width: float) -> float:
        return self._tall(width) + 4

    def _tall(self, width: float) -> float:
        return min(width * self.share, self.tallest)

    @override
    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        tall = self._tall(width)
        canvas.setStrokeColor(paint(colours()["ink"]))
        canvas.setLineWidth(0.6)
        if self.line:
            canvas.line(x, top - tall, x + width, top - tall)
        wide = min(width, tall / _PAD_SHARE)
        canvas.saveState()
        canvas.setLineWidth(1.3)
        canvas.setLineCap(1)
        canvas.setLineJoin(1)
        for stroke in self.strokes:
            _draw_stroke(canvas, [(x + at * wide, top - down * tall) for at, down in stroke])
        canvas.restoreState()


def _draw_stroke(canvas: Canvas, points: list[tuple[float, float]]) -> None:
    if not points:
        return
    path = canvas.beginPath()
    path.moveTo(*points[0])
    for point in points[1:] or points:
        path.lineTo(*point)
    canvas.drawPath(path, stroke=1, fill=0)
