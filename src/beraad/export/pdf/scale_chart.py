"""Drawing of the answers to a scale question: a line from 0 to 10 with everybody's token on it.

The shape of a token tells its circle (round, square, diamond), its letters the person; colour only repeats
it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal

from reportlab.graphics.shapes import Circle as Round
from reportlab.graphics.shapes import Drawing, Line, Polygon, Rect, Shape, SolidShape, String

from beraad.export.direction import from_right
from beraad.export.document import ScaleChart, Token, TrendChart
from beraad.export.pdf.faces import BOLD, REGULAR, face
from beraad.export.pdf.styles import colours, paint
from beraad.terms import Circle


@lru_cache(maxsize=64)
def scale_drawing(chart: ScaleChart, width: float, size: float) -> Drawing:
    """Return the chart, `width` points wide, with figures of `size` points. Cached: do not change it."""
    radius = size * 0.95
    step, figures = width / 11, size * 1.7
    under = _reach(chart.before, step, radius)
    axis = under + figures
    drawing = Drawing(width, axis + _reach(chart.tokens, step, radius) + 6)
    ink = paint(colours()["ink"])
    drawing.add(Line(step / 2, axis, width - step / 2, axis, strokeColor=ink, strokeWidth=1.2))
    for value in range(11):
        x = step * (value + 0.5)
        drawing.add(Line(x, axis - 3, x, axis, strokeColor=ink, strokeWidth=0.8))
        drawing.add(_words(str(value), x, axis - figures + size * 0.45, size, "ink", anchor="middle"))
    for x, y, token in _placed(chart.tokens, step, radius):
        _add(drawing, token_shapes(token, x, axis + 4 + y, radius, filled=True))
    for x, y, token in _placed(chart.before, step, radius):
        _add(drawing, token_shapes(token, x, under - y, radius, filled=False))
    return drawing


@lru_cache(maxsize=64)
def legend_drawing(chart: ScaleChart | TrendChart, width: float, size: float) -> Drawing:
    """Return the legend: the shapes, with the spread of each circle. Cached: do not change it."""
    lines = _legend_lines(chart, width, size)
    drawing = Drawing(width, len(lines) * size * 1.6)
    for number, line in enumerate(lines):
        _add(drawing, _legend_shapes(line, drawing.height - (number + 0.8) * size * 1.6, size))
    return drawing


def _reach(tokens: Iterable[Token], step: float, radius: float) -> float:
    """Return how far the tallest pile of tokens reaches from the line."""
    return max(_rows(tokens, step, radius).values(), default=0) * (2 * radius + 2)


def _words(
    text: str, x: float, y: float, size: float, colour: str, *, anchor: Literal["start", "middle"] = "start"
) -> String:
    words = String(x, y, text, fontName=REGULAR, fontSize=size, textAnchor=anchor)
    words.fillColor = paint(colours()[colour])
    return words


LegendLine = list[tuple[float, Circle | None, str]]
"""Position of each entry, its shape (None for words alone), and its words."""


def _legend_lines(chart: ScaleChart | TrendChart, width: float, size: float) -> list[LegendLine]:
    """Return the entries of the legend, on as many lines as they need."""
    entries: list[tuple[Circle | None, str]] = [*chart.legend]
    if isinstance(chart, ScaleChart) and chart.before and chart.before_label:
        entries.append((None, chart.before_label))
    lines: list[LegendLine] = []
    x = width
    for circle, words in entries:
        wide = face(REGULAR).measure(words) * size / 1000 + (size * 1.4 if circle else 0)
        if x + wide > width:
            lines.append([])
            x = 0.0
        lines[-1].append((x, circle, words))
        x += wide + size * 1.5
    return lines


def _legend_shapes(line: LegendLine, y: float, size: float) -> Iterator[Shape]:
    for x, circle, words in line:
        if circle:
            radius = size * 0.42
            yield from token_shapes(Token("", circle, 0), x + radius, y + size * 0.33, radius, filled=True)
        yield _words(words, x + (size * 1.4 if circle else 0), y, size, "soft")


def token_shapes(token: Token, x: float, y: float, radius: float, *, filled: bool) -> Iterator[Shape]:
    """Yield the shapes of a token round (x, y): solid for an answer of now, open for one of last time."""
    colour = paint(colours()[token.circle.value])
    shape = _shape(token.circle, x, y, radius)
    shape.fillColor = colour if filled else paint(colours()["card"])
    shape.strokeColor, shape.strokeWidth = colour, 1
    yield shape
    size = radius * (0.86 if token.circle is Circle.PROFESSIONAL else 0.95)
    size *= 2 / max(2, len(token.initials))
    name, letters = _letters(token.initials)
    if not letters:
        return
    text = String(x, y - size * 0.36, letters, fontName=name, fontSize=size, textAnchor="middle")
    text.fillColor = paint(colours()["on_circle"]) if filled else colour
    yield text


def _shape(circle: Circle, x: float, y: float, radius: float) -> SolidShape:
    match circle:
        case Circle.FAMILY:
            return Round(x, y, radius)
        case Circle.NETWORK:
            side = radius * 1.8
            return Rect(x - side / 2, y - side / 2, side, side, rx=2, ry=2)
        case Circle.PROFESSIONAL:
            reach = radius * 1.2
            return Polygon([x, y + reach, x + reach, y, x, y - reach, x - reach, y])


def _add(drawing: Drawing, shapes: Iterable[Shape]) -> None:
    for shape in shapes:
        drawing.add(shape)


def _letters(initials: str) -> tuple[str, str]:
    """Return face and letters of a token; a dot if the letters cannot be drawn in the space."""
    own = face(BOLD)
    if own.is_straight(initials):
        return BOLD, initials
    faces = {own.drawn_by(letter) for letter in initials}
    name = faces.pop() if len(faces) == 1 else None
    if name is None:
        return BOLD, "•"
    return name, initials[::-1] if from_right(initials) else initials


def _abreast(step: float, radius: float) -> int:
    return max(1, int(step / (2 * radius + 2)))


def _rows(tokens: Iterable[Token], step: float, radius: float) -> dict[int, int]:
    """Return how many rows of tokens each value needs."""
    counts: dict[int, int] = defaultdict(int)
    for token in tokens:
        counts[token.value] += 1
    return {value: -(-count // _abreast(step, radius)) for value, count in counts.items()}


def _placed(tokens: Iterable[Token], step: float, radius: float) -> Iterator[tuple[float, float, Token]]:
    """Yield each token with its centre: x from the left, y from the line outwards; full rows first."""
    by_value: dict[int, list[Token]] = defaultdict(list)
    for token in tokens:
        by_value[token.value].append(token)
    abreast, wide = _abreast(step, radius), 2 * radius + 2
    for value, group in by_value.items():
        for number, token in enumerate(group):
            row, place = divmod(number, abreast)
            in_row = min(abreast, len(group) - row * abreast)
            x = step * (value + 0.5) + (place - (in_row - 1) / 2) * wide
            yield x, row * wide + radius, token
