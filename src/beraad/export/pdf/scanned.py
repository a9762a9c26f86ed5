"""Box for a scanned page on a page of the copy."""

from __future__ import annotations

import io

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from typing_extensions import override

from beraad.export.pdf.boxes import Whole
from beraad.export.pdf.styles import colours, paint


class Scanned(Whole):
    """Scanned picture in the middle, in a thin frame that shows where the paper ended."""

    def __init__(self, jpeg: bytes, tallest: float) -> None:
        """Read the picture; `tallest` is the room on the page, in points."""
        self.tallest = tallest
        self.picture = ImageReader(io.BytesIO(jpeg))

    @override
    def height(self, width: float) -> float:
        return self._size(width)[1]

    @override
    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        wide, tall = self._size(width)
        left, bottom = x + (width - wide) / 2, top - tall
        canvas.drawImage(self.picture, left, bottom, wide, tall)
        canvas.setStrokeColor(paint(colours()["line"]))
        canvas.setLineWidth(0.6)
        canvas.rect(left, bottom, wide, tall, stroke=1, fill=0)

    def _size(self, width: float) -> tuple[float, float]:
        across, down = self.picture.getSize()
        fits = min(width / across, self.tallest / down)
        return across * fits, down * fits
