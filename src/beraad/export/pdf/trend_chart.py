"""Drawing of one question over the meetings: from 0 up to 10, a column a meeting, a lane a circle.

The shape of a token tells its circle (round, square, diamond), its letters the person; colour only repeats
it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from reportlab.graphics.shapes import Drawing, Line, Shape, String

from beraad.export.document import TrendChart, TrendColumn
from beraad.export.pdf.faces import BOLD, REGULAR, face
from beraad.export.pdf.scale_chart import token_shapes
from beraad.export.pdf.styles import colours, paint
from beraad.terms import Circle

_DASHES: dict[Circle, Sequence[float]] = {
    Circle.FAMILY: (),
    Circle.NETWORK: (5, 2.5),
    Circle.PROFESSIONAL: (1.5, 2),
}
"""Dashes of the line of each circle: solid, dashed, dotted."""
_TOP = 10
_WIDEST_LANE = 5.5
"""Widest lane of a circle, in sizes of the figures: a meeting stays together."""


@lru_cache(maxsize=64)
def trend_drawing(chart: TrendChart, width: float, size: float) -> Drawing:
    """Return the chart, `width` points wide, with figures of `size` points. Cached: do not change it."""
    left, under = size * 2.2, size * 3.2
    step = size * 1.35
    column = (width - left) / max(1, len(chart.columns))
    lane = min(column / len(Circle), size * _WIDEST_LANE)
    radius = min(size * 0.72, lane * 0.46)
    drawing = Drawing(width, under + step * _TOP + radius + size)
    for value in range(_TOP + 1):
        y = under + value * step
        drawing.add(Line(left, y, width, y, strokeColor=paint(colours()["line"]), strokeWidth=0.5))
        drawing.add(_words(str(value), left - size * 0.6, y - size * 0.36, size, "ink", anchor="end"))
    for shape in _means(chart, left, column, lane, under, step):
        drawing.add(shape)
    for place, item in enumerate(chart.columns):
        middle = left + (place + 0.5) * column
        for shape in _labels(item, middle, column, under, size):
            drawing.add(shape)
        for shape in _tokens(item, middle, lane, under, step, radius):
            drawing.add(shape)
    return drawing


def _means(
    chart: TrendChart, left: float, column: float, lane: float, under: float, step: float
) -> Iterator[Shape]:
    """Yield a line for each circle from mean to mean."""
    for circle in Circle:
        points = []
        for place, item in enumerate(chart.columns):
            values = [token.value for token in item.tokens if token.circle is circle]
            if values:
                x = _lane(left + (place + 0.5) * column, lane, circle)
                points.append((x, under + sum(values) / len(values) * step))
        for (from_x, from_y), (to_x, to_y) in pairwise(points):
            stroke = paint(colours()[circle.value])
            mean = Line(from_x, from_y, to_x, to_y, strokeColor=stroke, strokeWidth=1.2)
            mean.strokeDashArray = _DASHES[circle]
            yield mean


def _tokens(
    item: TrendColumn, middle: float, lane: float, under: float, step: float, radius: float
) -> Iterator[Shape]:
    """Yield everybody's token in the lane of the circle; equal answers stand side by side."""
    for circle in Circle:
        tokens = [token for token in item.tokens if token.circle is circle]
        x = _lane(middle, lane, circle)
        if len(tokens) > 1:
            low, high = (pick(token.value for token in tokens) for pick in (min, max))
            stroke = paint(colours()[circle.value])
            yield Line(x, under + low * step, x, under + high * step, strokeColor=stroke, strokeWidth=2.4)
        counts = Counter(token.value for token in tokens)
        placed: Counter[int] = Counter()
        for token in tokens:
            count = counts[token.value]
            apart = min(2 * radius + 1, (lane - 2 * radius) / (count - 1)) if count > 1 else 0.0
            shift = (placed[token.value] - (count - 1) / 2) * apart
            placed[token.value] += 1
            yield from token_shapes(token, x + shift, under + token.value * step, radius, filled=True)


def _lane(middle: float, lane: float, circle: Circle) -> float:
    circles = list(Circle)
    return middle + (circles.index(circle) - (len(circles) - 1) / 2) * lane


def _labels(item: TrendColumn, middle: float, column: float, under: float, size: float) -> Iterator[Shape]:
    """Yield the label of the meeting, and under it the day if there is room for it."""
    yield _words(item.title, middle, under - size * 2.0, size, "ink", anchor="middle", bold=True)
    day = size * 0.85
    if item.day and face(REGULAR).measure(item.day) * day / 1000 <= column - 4:
        yield _words(item.day, middle, under - size * 3.05, day, "soft", anchor="middle")


def _words(
    text: str,
    x: float,
    y: float,
    size: float,
    colour: str,
    *,
    anchor: Literal["start", "middle", "end"] = "start",
    bold: bool = False,
) -> String:
    words = String(x, y, text, fontName=BOLD if bold else REGULAR, fontSize=size, textAnchor=anchor)
    words.fillColor = paint(colours()[colour])
    return words
