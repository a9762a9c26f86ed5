"""Box for one person's answer to a scale question: a row of the numbers 0 to 10, the own one filled."""

from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas
from typing_extensions import override

from beraad.export.document import Emphasis, OwnScale, Span
from beraad.export.pdf.boxes import Box, Row, Space, Stack, Text, Together, Whole, draw_dot
from beraad.export.pdf.styles import Sizes, TextStyle, bold, colours


def own_scale_box(scale: OwnScale, sizes: Sizes) -> Box:
    """Return the answer in words, the numbers, and what 0 and 10 mean."""
    style = sizes.style(sizes.table)
    boxes: list[Box] = [Text(line, style) for line in scale.said]
    if scale.value is not None:
        boxes += [Space(3), NumberRow(scale.value, style)]
        zero = Text((Span("0 = ", Emphasis.STRONG), Span(scale.zero)), style)
        right = sizes.style(sizes.table, to_right=True)
        ten = Text((Span("10 = ", Emphasis.STRONG), Span(scale.ten)), right)
        boxes.append(Row([zero, ten], [-1, -1], between=24))
    return Stack([Together(Stack(boxes, 1))])


class NumberRow(Whole):
    """Row of numbers, each in a ring; the given one white on black."""

    def __init__(self, value: int, style: TextStyle) -> None:
        self.value, self.style = value, style
        self.tall = style.size * 2.1

    @override
    def height(self, width: float) -> float:
        return self.tall + 2

    @override
    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        radius = self.tall / 2 - 1
        step = (width - 2 * radius) / 10
        for value in range(11):
            given = value == self.value
            middle = x + radius + value * step
            draw_dot(canvas, middle, top - self.tall / 2, radius, colours()["ink" if given else "soft"])
            if not given:
                draw_dot(canvas, middle, top - self.tall / 2, radius - 0.8, colours()["card"])
            ink = bold(self.style).in_colour(colours()["card"]) if given else self.style
            words = Text(str(value), ink)
            wide = words.natural_width()
            words.draw(canvas, middle - wide / 2, top - (self.tall - ink.leading) / 2, wide + 1)
