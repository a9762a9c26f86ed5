"""Boxes of which a page is laid out: they know their height, split at its end, and draw themselves.

Measures are points; `top` is the upper edge, counted upwards from the bottom of the page as PDF does.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence

from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject
from typing_extensions import override

from beraad.export.document import Line, Span
from beraad.export.pdf.lines import PrintedLine, Run, lines_of
from beraad.export.pdf.styles import TextStyle, paint

EASE = 0.01
"""Tolerance in points: a rounding error must not cause a new page."""
_LONG = 0.4
"""Part of a page: a taller box may be cut in two; a shorter one moves to the next page whole."""


_BAR = 3.5
"""Width in points of the bar at the left of a frame."""

_OVERHANG = 4
"""Points by which the tint of a row reaches beside its text."""


class Box(ABC):
    """Part of a page."""

    @abstractmethod
    def height(self, width: float) -> float:
        """Return its height at this width."""

    @abstractmethod
    def split(self, width: float, room: float, page: float) -> tuple[Box | None, Box]:
        """Return the part that fits in `room`, if any, and the rest; `page` is the room on a new page."""

    @abstractmethod
    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        """Draw it on the page."""


class Whole(Box):
    """Box that is never cut: it moves to the next page."""

    @override
    def split(self, width: float, room: float, page: float) -> tuple[Box | None, Box]:
        return None, self


class Together(Whole):
    """Wrapper that keeps another box from being cut."""

    def __init__(self, body: Box) -> None:
        self.body = body

    @override
    def height(self, width: float) -> float:
        return self.body.height(width)

    @override
    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        self.body.draw(canvas, x, top, width)


class Space(Whole):
    """Empty space, `tall` points high."""

    def __init__(self, tall: float) -> None:
        self.tall = tall

    @override
    def height(self, width: float) -> float:
        return self.tall

    @override
    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        """Draw nothing."""


class Text(Box):
    """Paragraph, or some of its lines. Only this class puts words of a document on a page."""

    def __init__(self, line: Line | str, style: TextStyle) -> None:
        self.line = (Span(line),) if isinstance(line, str) else line
        self.style = style
        self.first, self.last = 0, 1_000_000_000
        self._broken: dict[float, Sequence[PrintedLine]] = {}

    @override
    def height(self, width: float) -> float:
        return len(self._lines(width)) * self.style.leading

    def natural_width(self) -> float:
        """Return the width of the paragraph on one line."""
        return max((line.width for line in lines_of(self.line, self.style, 1e6)), default=0.0)

    @override
    def split(self, width: float, room: float, page: float) -> tuple[Box | None, Box]:
        lines = len(self._lines(width))
        fits = min(int((room + EASE) / self.style.leading), lines - 2)
        if fits < min(2, lines):
            return None, self
        cut = self.first + fits
        return self._part(self.first, cut), self._part(cut, self.last)

    def _part(self, first: int, last: int) -> Text:
        part = Text(self.line, self.style)
        part.first, part.last, part._broken = first, last, self._broken
        return part

    @override
    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        style = self.style
        baseline = top - (style.leading + style.size * 0.7) / 2
        text = canvas.beginText()
        face = colour = ""
        for number, line in enumerate(self._lines(width)):
            to_right = style.to_right or line.from_right
            start = x + width - line.width if to_right else x
            text.setTextOrigin(start, baseline - number * style.leading)
            for run in line.runs:
                if run.face != face:
                    face = run.face
                    text.setFont(face, style.size)
                if run.colour != colour:
                    colour = run.colour
                    text.setFillColor(paint(colour))
                _write(text, run)
        canvas.drawText(text)

    def _lines(self, width: float) -> Sequence[PrintedLine]:
        if width not in self._broken:
            self._broken[width] = lines_of(self.line, self.style, width)
        return self._broken[width][self.first : self.last]


def _write(text: PDFTextObject, run: Run) -> None:
    """Draw a run; if its glyphs are no letters, add the text that a reader can copy."""
    if not run.letters:
        text.textOut(run.text)
        return
    # ReportLab has no call for this: its list of what goes into the file is added to.
    code: list[str] = vars(text)["_code"]
    code.append(f"/Span <</ActualText <FEFF{run.letters.encode('utf-16-be').hex().upper()}>>> BDC")
    text.textOut(run.text)
    code.append("EMC")


class Stack(Box):
    """Boxes below each other. `lead` is repeated on each page; no page ends with a lead alone.

    If it is cut between two boxes, at least `keep` of them go on, if possible.
    """

    def __init__(self, boxes: Iterable[Box], gap: float = 0, lead: Box | None = None, keep: int = 1) -> None:
        self.boxes = tuple(boxes)
        self.gap = gap
        self.lead = lead
        self.keep = keep
        self._heights: dict[float, float] = {}

    @override
    def height(self, width: float) -> float:
        if width not in self._heights:
            lead = self.lead.height(width) if self.lead else 0
            boxes = sum([box.height(width) for box in self.boxes])
            self._heights[width] = lead + boxes + self.gap * (len(self.boxes) - 1)
        return self._heights[width]

    @override
    def split(self, width: float, room: float, page: float) -> tuple[Box | None, Box]:
        lead = self.lead.height(width) if self.lead else 0
        room, page = room - lead, page - lead
        used = 0.0
        for number, box in enumerate(self.boxes):
            tall = box.height(width)
            if used + tall <= room + EASE:
                used += tall + self.gap
                continue
            part, rest = None, box
            fresh = not number and room >= page - EASE
            if fresh or tall > _LONG * page:
                part, rest = box.split(width, room - used, page)
            if part is not None:
                before, after = (*self.boxes[:number], part), (rest, *self.boxes[number + 1 :])
            else:
                place = self._between(number, fresh=room >= page - EASE)
                before, after = self.boxes[:place], self.boxes[place:]
            return (self._again(before), self._again(after)) if before else (None, self)
        return None, self

    def _between(self, number: int, *, fresh: bool) -> int:
        """Return how many boxes stay if `number` of them would fit: no box should go on alone."""
        place = min(number, len(self.boxes) - self.keep)
        return number if place <= 0 and fresh else max(place, 0)

    def _again(self, boxes: Sequence[Box]) -> Stack:
        return Stack(boxes, self.gap, self.lead, self.keep)

    @override
    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        for box in (self.lead, *self.boxes) if self.lead else self.boxes:
            box.draw(canvas, x, top, width)
            top -= box.height(width) + (0 if box is self.lead else self.gap)


class Titled(Box):
    """Box under its title. They stay together; the part on the next page gets the title `again`, if any."""

    def __init__(self, title: Box, body: Box, gap: float, again: Box | None = None) -> None:
        self.title, self.body, self.gap, self.again = title, body, gap, again

    @override
    def height(self, width: float) -> float:
        return self.title.height(width) + self.gap + self.body.height(width)

    @override
    def split(self, width: float, room: float, page: float) -> tuple[Box | None, Box]:
        taken = self.title.height(width) + self.gap
        part, rest = self.body.split(width, room - taken, page - taken)
        if part is None:
            return None, self
        following = Titled(self.again, rest, self.gap, self.again) if self.again else rest
        return Titled(self.title, part, self.gap), following

    @override
    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        self.title.draw(canvas, x, top, width)
        self.body.draw(canvas, x, top - self.title.height(width) - self.gap, width)


class Row(Box):
    """Boxes side by side. A width above 0 is in points, below 0 a share of the room that is left."""

    def __init__(
        self,
        cells: Sequence[Box],
        widths: Sequence[float],
        *,
        between: float = 0,
        pad: float = 0,
        fill: str = "",
        rule: str = "",
        rule_width: float = 0.5,
    ) -> None:
        self.cells, self.widths, self.between, self.pad = tuple(cells), tuple(widths), between, pad
        self.fill, self.rule, self.rule_width = fill, rule, rule_width
        self._heights: dict[float, float] = {}

    def _measured(self, width: float) -> list[tuple[Box, float]]:
        """Return the cells with their widths; a negative width is a share of what the fixed ones leave."""
        left = width - self.between * (len(self.cells) - 1) - sum(wide for wide in self.widths if wide > 0)
        parts = -sum(wide for wide in self.widths if wide < 0)
        return [
            (cell, wide if wide > 0 else left * -wide / parts)
            for cell, wide in zip(self.cells, self.widths, strict=True)
        ]

    @override
    def height(self, width: float) -> float:
        if width not in self._heights:
            tallest = max([cell.height(wide) for cell, wide in self._measured(width)])
            self._heights[width] = tallest + 2 * self.pad
        return self._heights[width]

    @override
    def split(self, width: float, room: float, page: float) -> tuple[Box | None, Box]:
        room, page = room - 2 * self.pad, page - 2 * self.pad
        parts: list[Box] = []
        rests: list[Box] = []
        for cell, wide in self._measured(width):
            fits = cell.height(wide) <= room + EASE
            part, rest = (cell, _NOTHING) if fits else cell.split(wide, room, page)
            if part is None:
                return None, self
            parts.append(part)
            rests.append(rest)
        return self._again(parts), self._again(rests)

    def _again(self, cells: Sequence[Box]) -> Row:
        return Row(
            cells,
            self.widths,
            between=self.between,
            pad=self.pad,
            fill=self.fill,
            rule=self.rule,
            rule_width=self.rule_width,
        )

    @override
    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        bottom = top - self.height(width)
        if self.fill:
            canvas.setFillColor(paint(self.fill))
            canvas.rect(x - _OVERHANG, bottom, width + 2 * _OVERHANG, top - bottom, stroke=0, fill=1)
        if self.rule:
            canvas.setStrokeColor(paint(self.rule))
            canvas.setLineWidth(self.rule_width)
            canvas.line(x, bottom, x + width, bottom)
        for cell, wide in self._measured(width):
            cell.draw(canvas, x, top - self.pad, wide)
            x += wide + self.between


def draw_dot(canvas: Canvas, x: float, y: float, radius: float, colour: str) -> None:
    """Draw a disc round (x, y) as the round ends of a line without length: a tenth of a circle's bytes."""
    canvas.setLineCap(1)
    canvas.setLineWidth(2 * radius)
    canvas.setStrokeColor(paint(colour))
    canvas.line(x, y, x, y)
    canvas.setLineCap(0)


class Framed(Box):
    """Box in a rounded frame, tinted or outlined. Goes to the next page whole if a page can hold it.

    With `onward` it may be cut anywhere; `onward` then stands below the first part. `bar` is the colour of
    its left edge.
    """

    def __init__(
        self,
        body: Box,
        *,
        pad: float,
        fill: str = "",
        stroke: str = "",
        bar: str = "",
        onward: Box | None = None,
    ) -> None:
        self.body, self.pad, self.fill, self.stroke = body, pad, fill, stroke
        self.bar, self.onward = bar, onward
        self.goes_on = False
        """True if it goes on from the page before."""

    @override
    def height(self, width: float) -> float:
        return self.body.height(width - 2 * self.pad) + 2 * self.pad

    @override
    def split(self, width: float, room: float, page: float) -> tuple[Box | None, Box]:
        if not self.onward and self.height(width) <= page and room < page - EASE:
            return None, self
        wide = width - 2 * self.pad
        taken = 2 * self.pad + (self.onward.height(wide) + self.pad / 2 if self.onward else 0)
        part, rest = self.body.split(wide, room - taken, page - taken)
        if part is None:
            return None, self
        before = Stack([part, self.onward], self.pad / 2) if self.onward else part
        following = self._again(rest)
        following.goes_on = True
        return self._again(before), following

    def _again(self, body: Box) -> Framed:
        return Framed(body, pad=self.pad, fill=self.fill, stroke=self.stroke, bar=self.bar)

    @override
    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        tall = self.height(width)
        if self.fill:
            canvas.setFillColor(paint(self.fill))
        if self.stroke:
            canvas.setStrokeColor(paint(self.stroke))
            canvas.setLineWidth(1.8)
        canvas.roundRect(x, top - tall, width, tall, 6, stroke=bool(self.stroke), fill=bool(self.fill))
        if self.bar:
            canvas.setFillColor(paint(self.bar))
            canvas.roundRect(x, top - tall, _BAR, tall, _BAR / 2, stroke=0, fill=1)
        self.body.draw(canvas, x + self.pad, top - self.pad, width - 2 * self.pad)


_NOTHING = Space(0)
