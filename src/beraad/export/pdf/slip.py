"""Boxes of the exchange slip: the old sheet crossed out beside the new one, and the strip to cut off."""

from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas
from typing_extensions import override

from beraad.export.document import Replaced, TearOff
from beraad.export.pdf.boxes import Box, Row, Space, Stack, Text, Whole
from beraad.export.pdf.styles import Sizes, bold, colours, paint

_SHEET = 92.0
"""Width in points of a drawn sheet."""
_TICK = 13.0
"""Size in points of a box to tick."""


def replaced_box(block: Replaced, sizes: Sizes) -> Box:
    """Return both sheets, an arrow between them, and the words beside."""
    words = Stack([Text(line, sizes.style(sizes.panel)) for line in block.lines], 4)
    old, new = _Sheet(block.old, sizes, crossed=True), _Sheet(block.new, sizes, crossed=False)
    tall = old.height(_SHEET)
    beside = Stack([Space(tall * 0.28), words])
    return Row([old, _Arrow(tall), new, beside], [_SHEET, 34, _SHEET, -1], between=12)


def tear_off_box(block: TearOff, sizes: Sizes) -> Box:
    """Return the dashed line, what the strip is for with its code, the boxes to tick and the lines."""
    style = sizes.style(sizes.small)
    code = sizes.style(sizes.small, soft=True, to_right=True)
    head = Row([Text(block.title, bold(style)), Text(block.code, code)], [-2, -3], between=10)
    ticks: list[Box] = [
        Row([_Tick(style.leading), Text(words, style)], [_TICK, -1], between=8) for words in block.ticks
    ]
    first, *rest = (_Line(words, sizes) for words in block.lines)
    cells: list[Box] = [*ticks, first]
    cells += [Space(0)] * (len(cells) % 2)
    cells += rest
    cells += [Space(0)] * (len(cells) % 2)
    rows = [Row(cells[place : place + 2], [-1, -1], between=18) for place in range(0, len(cells), 2)]
    return _Together([_Dashes(), head, *rows], 6)


class _Together(Whole):
    """Boxes below each other that stay on one page."""

    def __init__(self, boxes: list[Box], gap: float) -> None:
        self.body = Stack(boxes, gap)

    @override
    def height(self, width: float) -> float:
        return self.body.height(width)

    @override
    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        self.body.draw(canvas, x, top, width)


class _Sheet(Whole):
    """Sheet of paper with a word, a number and a day; the old one is crossed out."""

    def __init__(self, words: tuple[str, str, str], sizes: Sizes, *, crossed: bool) -> None:
        self.crossed = crossed
        small = sizes.style(sizes.small - 2, soft=crossed)
        number = sizes.style(sizes.title * 1.1, bold=True, soft=crossed)
        self.words = [Text(words[0], small), Text(words[1], number), Text(words[2], small)]

    @override
    def height(self, width: float) -> float:
        return sum(words.style.leading for words in self.words) + 22

    @override
    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        tall = self.height(width)
        canvas.saveState()
        canvas.setStrokeColor(paint(colours()["soft" if self.crossed else "ink"]))
        canvas.setLineWidth(1.2)
        canvas.roundRect(x, top - tall, width, tall, 5)
        canvas.restoreState()
        down = top - 9
        for words in self.words:
            wide = words.natural_width()
            words.draw(canvas, x + (width - wide) / 2, down, wide + 1)
            down -= words.style.leading
        if self.crossed:
            canvas.saveState()
            canvas.setStrokeColor(paint(colours()["danger"]))
            canvas.setLineWidth(2.6)
            canvas.line(x + 4, top - 4, x + width - 4, top - tall + 4)
            canvas.line(x + 4, top - tall + 4, x + width - 4, top - 4)
            canvas.restoreState()


class _Arrow(Whole):
    """Arrow to the right, in the middle of a height."""

    def __init__(self, tall: float) -> None:
        self.tall = tall

    @override
    def height(self, width: float) -> float:
        return self.tall

    @override
    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        middle = top - self.tall / 2
        canvas.saveState()
        canvas.setStrokeColor(paint(colours()["ink"]))
        canvas.setLineWidth(2.4)
        canvas.line(x + 3, middle, x + width - 3, middle)
        for up in (8, -8):
            canvas.line(x + width - 12, middle + up, x + width - 3, middle)
        canvas.restoreState()


class _Dashes(Whole):
    """Dashed line to cut along."""

    @override
    def height(self, width: float) -> float:
        return 8

    @override
    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        canvas.saveState()
        canvas.setStrokeColor(paint(colours()["ink"]))
        canvas.setLineWidth(1)
        canvas.setDash(4, 3)
        canvas.line(x, top - 3, x + width, top - 3)
        canvas.restoreState()


class _Tick(Whole):
    """Empty box to tick, in the middle of a line of text."""

    def __init__(self, tall: float) -> None:
        self.tall = tall

    @override
    def height(self, width: float) -> float:
        return self.tall

    @override
    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        canvas.saveState()
        canvas.setStrokeColor(paint(colours()["ink"]))
        canvas.setLineWidth(1)
        canvas.roundRect(x, top - (self.tall + _TICK) / 2, _TICK, _TICK, 2.5)
        canvas.restoreState()


class _Line(Whole):
    """Word with a line behind it to write on."""

    def __init__(self, words: str, sizes: Sizes) -> None:
        self.words = Text(words, sizes.style(sizes.small))

    @override
    def height(self, width: float) -> float:
        return self.words.style.leading

    @override
    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        wide = self.words.natural_width()
        self.words.draw(canvas, x, top, wide + 1)
        canvas.saveState()
        canvas.setStrokeColor(paint(colours()["ink"]))
        canvas.setLineWidth(0.8)
        foot = top - self.words.style.leading + 2
        canvas.line(x + wide + 6, foot, x + width, foot)
        canvas.restoreState()
