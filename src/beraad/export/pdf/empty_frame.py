"""Dashed frame that is empty except for a few words about its purpose."""

from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas
from typing_extensions import override

from beraad.export.document import EmptyFrame
from beraad.export.pdf.boxes import Box, Text, Whole
from beraad.export.pdf.styles import Sizes, colours, paint


class Dashed(Whole):
    """Dashed frame, `tall` points high, with its words at the foot."""

    def __init__(self, words: Box, tall: float, pad: float) -> None:
        self.words, self.tall, self.pad = words, tall, pad

    @override
    def height(self, width: float) -> float:
        return self.tall

    @override
    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        canvas.saveState()
        canvas.setStrokeColor(paint(colours()["soft"]))
        canvas.setLineWidth(1)
        canvas.setDash(4, 3)
        canvas.roundRect(x, top - self.tall, width, self.tall, 6)
        canvas.restoreState()
        inside = width - 2 * self.pad
        foot = top - self.tall + self.pad + self.words.height(inside)
        self.words.draw(canvas, x + self.pad, foot, inside)


def empty_frame_box(frame: EmptyFrame, sizes: Sizes) -> Box:
    """Return the frame with its words."""
    return Dashed(Text(frame.words, sizes.style(sizes.body, soft=True)), frame.height, sizes.pad)
