"""What a page is laid out from: boxes that know their height, can be split at its end, and draw themselves.

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
from beraad.export.pdf.looks import Look, paint

EASE = 0.01
"""Rounding is not a reason for a new page."""
_LONG = 0.4
"""A box taller than this part of a page may be cut in two; a shorter one moves to the next page whole."""


_OVERHANG = 4
"""How far the tint of a row reaches beside its text."""


class Box(ABC):
    """A part of a page."""

    @abstractmethod
    def height(self, width: float) -> float:
        """How tall it is when it is this wide."""

    @abstractmethod
    def split(self, width: float, room: float, page: float) -> tuple[Box | None, Box]:
        """What fits in `room`, if anything, and the rest; `page` is the room on a page of its own."""

    @abstractmethod
    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        """Put it on the page."""


class Whole(Box):
    """A box that is never cut: it moves to the next page."""

    @override
    def split(self, width: float, room: float, page: float) -> tuple[Box | None, Box]:
        return None, self


class Together(Whole):
    """Another box that is never cut."""

    def __init__(self, body: Box) -> None:
        self.body = body

    @override
    def height(self, width: float) -> float:
        return self.body.height(width)

    @override
    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        self.body.draw(canvas, x, top, width)


class Space(Whole):
    """Nothing, so tall."""

    def __init__(self, tall: float) -> None:
        self.tall = tall

    @override
    def height(self, width: float) -> float:
        return self.tall

    @override
    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        """Nothing to draw."""


class Text(Box):
    """A paragraph, or some of its lines. This is the only place that puts words of a document on a page."""

    def __init__(self, line: Line | str, look: Look) -> None:
        self.line = (Span(line),) if isinstance(line, str) else line
        self.look = look
        self.first, self.last = 0, 1_000_000_000
        self._broken: dict[float, Sequence[PrintedLine]] = {}

    @override
    def height(self, width: float) -> float:
        return len(self._lines(width)) * self.look.leading

    def natural_width(self) -> float:
        """The width of the paragraph on one line."""
        return max((line.width for line in lines_of(self.line, self.look, 1e6)), default=0.0)

    @override
    def split(self, width: float, room: float, page: float) -> tuple[Box | None, Box]:
        lines = len(self._lines(width))
        fits = min(int((room + EASE) / self.look.leading), lines - 2)
        if fits < min(2, lines):
            return None, self
        cut = self.first + fits
        return self._part(self.first, cut), self._part(cut, self.last)

    def _part(self, first: int, last: int) -> Text:
        part = Text(self.line, self.look)
        part.first, part.last, part._broken = first, last, self._broken
        return part

    @override
    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        look = self.look
        baseline = top - (look.leading + look.size * 0.7) / 2
        text = canvas.beginText()
        face = colour = ""
        for number, line in enumerate(self._lines(width)):
            to_right = look.to_right or line.from_right
            start = x + width - line.width if to_right else x
            text.setTextOrigin(start, baseline - number * look.leading)
            for run in line.runs:
                if run.face != face:
                    face = run.face
                    text.setFont(face, look.size)
                if run.colour != colour:
                    colour = run.colour
                    text.setFillColor(paint(colour))
                _write(text, run)
        canvas.drawText(text)

    def _lines(self, width: float) -> Sequence[PrintedLine]:
        if width not in self._broken:
            self._broken[width] = lines_of(self.line, self.look, width)
        return self._broken[width][self.first : self.last]


def _write(text: PDFTextObject, run: Run) -> None:
    """Put a run on the page; one whose glyphs are no letters says what it reads as, for who copies it."""
    if not run.letters:
        text.textOut(run.text)
        return
    # ReportLab has no call for this: its list of what goes into the file is added to.
    code: list[str] = vars(text)["_code"]
    code.append(f"/Span <</ActualText <FEFF{run.letters.encode('utf-16-be').hex().upper()}>>> BDC")
    text.textOut(run.text)
    code.append("EMC")


class Stack(Box):
    """Boxes below each other. `lead` is repeated on each page; no page ends with a lead alone."""

    def __init__(self, boxes: Iterable[Box], gap: float = 0, lead: Box | None = None) -> None:
        self.boxes = tuple(boxes)
        self.gap = gap
        self.lead = lead

    @override
    def height(self, width: float) -> float:
        lead = self.lead.height(width) if self.lead else 0
        return lead + sum(box.height(width) for box in self.boxes) + self.gap * (len(self.boxes) - 1)

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
            if fresh or tall > _LONG * page or (isinstance(box, Row) and box.flows):
                part, rest = box.split(width, room - used, page)
            before = self.boxes[:number] if part is None else (*self.boxes[:number], part)
            if not before:
                return None, self
            return self._again(before), self._again((rest, *self.boxes[number + 1 :]))
        return None, self

    def _again(self, boxes: Sequence[Box]) -> Stack:
        return Stack(boxes, self.gap, self.lead)

    @override
    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        for box in (self.lead, *self.boxes) if self.lead else self.boxes:
            box.draw(canvas, x, top, width)
            top -= box.height(width) + (0 if box is self.lead else self.gap)


class Titled(Box):
    """A box under its title. They stay together; the title is not repeated where the box is cut."""

    def __init__(self, title: Box, body: Box, gap: float) -> None:
        self.title, self.body, self.gap = title, body, gap

    @override
    def height(self, width: float) -> float:
        return self.title.height(width) + self.gap + self.body.height(width)

    @override
    def split(self, width: float, room: float, page: float) -> tuple[Box | None, Box]:
        taken = self.title.height(width) + self.gap
        part, rest = self.body.split(width, room - taken, page - taken)
        return (None, self) if part is None else (Titled(self.title, part, self.gap), rest)

    @override
    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        self.title.draw(canvas, x, top, width)
        self.body.draw(canvas, x, top - self.title.height(width) - self.gap, width)


class Row(Box):
    """Boxes beside each other. A width above 0 is in points, below 0 a share of what the others leave.

    `flows`: may be cut at any page's end, as columns of text are; what is left of one column alone gets the
    whole width.
    """

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
        flows: bool = False,
    ) -> None:
        self.cells, self.widths, self.between, self.pad = tuple(cells), tuple(widths), between, pad
        self.fill, self.rule, self.rule_width, self.flows = fill, rule, rule_width, flows

    def _measured(self, width: float) -> list[tuple[Box, float]]:
        """Cells with their widths; a negative width is a part of what the fixed ones leave."""
        left = width - self.between * (len(self.cells) - 1) - sum(wide for wide in self.widths if wide > 0)
        parts = -sum(wide for wide in self.widths if wide < 0)
        return [
            (cell, wide if wide > 0 else left * -wide / parts)
            for cell, wide in zip(self.cells, self.widths, strict=True)
        ]

    @override
    def height(self, width: float) -> float:
        return max(cell.height(wide) for cell, wide in self._measured(width)) + 2 * self.pad

    @override
    def split(self, width: float, room: float, page: float) -> tuple[Box | None, Box]:
        room, page = room - 2 * self.pad, page - 2 * self.pad
        parts: list[Box | None] = []
        rests: list[Box] = []
        for cell, wide in self._measured(width):
            fits = cell.height(wide) <= room + EASE
            part, rest = (cell, _NOTHING) if fits else cell.split(wide, room, page)
            if part is None and not self.flows:
                return None, self
            parts.append(part)
            rests.append(rest)
        if not any(parts):
            return None, self
        left = [rest for rest in rests if rest is not _NOTHING]
        last = left[0] if self.flows and len(left) == 1 else self._again(rests)
        return self._again([part or _NOTHING for part in parts]), last

    def _again(self, cells: Sequence[Box]) -> Row:
        return Row(
            cells,
            self.widths,
            between=self.between,
            pad=self.pad,
            fill=self.fill,
            rule=self.rule,
            rule_width=self.rule_width,
            flows=self.flows,
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


class Framed(Box):
    """A box in a rounded frame, tinted or outlined. Goes to the next page whole when a page can hold it."""

    def __init__(self, body: Box, *, pad: float, fill: str = "", stroke: str = "") -> None:
        self.body, self.pad, self.fill, self.stroke = body, pad, fill, stroke

    @override
    def height(self, width: float) -> float:
        return self.body.height(width - 2 * self.pad) + 2 * self.pad

    @override
    def split(self, width: float, room: float, page: float) -> tuple[Box | None, Box]:
        taken = 2 * self.pad
        if self.height(width) <= page and room < page - EASE:
            return None, self
        part, rest = self.body.split(width - taken, room - taken, page - taken)
        return (None, self) if part is None else (self._again(part), self._again(rest))

    def _again(self, body: Box) -> Framed:
        return Framed(body, pad=self.pad, fill=self.fill, stroke=self.stroke)

    @override
    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        tall = self.height(width)
        if self.fill:
            canvas.setFillColor(paint(self.fill))
        if self.stroke:
            canvas.setStrokeColor(paint(self.stroke))
            canvas.setLineWidth(1.8)
        canvas.roundRect(x, top - tall, width, tall, 6, stroke=bool(self.stroke), fill=bool(self.fill))
        self.body.draw(canvas, x + self.pad, top - self.pad, width - 2 * self.pad)


_NOTHING = Space(0)
