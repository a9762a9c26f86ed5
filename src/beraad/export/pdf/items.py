"""Items with number, facts and a number to dial: in a frame, or below each other."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from reportlab.pdfgen.canvas import Canvas
from typing_extensions import override

from beraad.export.document import Emphasis, Item, Line, Listing, Mark, Panel, Span
from beraad.export.in_lines import fact_in_line
from beraad.export.pdf.boxes import Box, Framed, Row, Space, Stack, Text, Titled, Whole, draw_dot
from beraad.export.pdf.styles import FactsAs, Sizes, TextStyle, bold, colours, wash

_BETWEEN_FACTS = " · "


def panel_box(panel: Panel, sizes: Sizes, again: str) -> Box:
    """Return the frame with its items; `again` is its title on the next page."""
    tone = colours()[panel.tone.value]
    heading = sizes.style(sizes.heading, bold=True).in_colour(tone)
    style = sizes.style(sizes.panel)
    items = _Items(panel.items, style, sizes.style(sizes.body), sizes.facts, tone)
    gap = style.size * sizes.between
    body = Titled(
        Text(panel.title, heading), Stack(items.boxes(), gap), style.size * 0.45, Text(again, heading)
    )
    onward = Text(panel.onward, sizes.style(sizes.body, bold=True)) if panel.onward else None
    fill, stroke = ("", tone) if panel.outlined else (wash(panel.tone), "")
    bar = "" if panel.outlined else tone
    return Framed(body, pad=sizes.pad, fill=fill, stroke=stroke, bar=bar, onward=onward)


def listing_box(listing: Listing, sizes: Sizes) -> Box:
    """Return the items with a rule between them, and the note above."""
    style = sizes.style(sizes.body)
    facts = FactsAs.LINES if sizes.facts is FactsAs.LINES else FactsAs.RUN
    items = _Items(listing.items, style, style, facts, colours()["ink"])
    pad = sizes.body * sizes.between * 0.58
    rows: list[Box] = [Row([box], [-1], pad=pad, rule=colours()["line"]) for box in items.boxes()]
    if listing.note:
        note = Text(listing.note, sizes.style(sizes.body, soft=True))
        rows[0] = Titled(note, rows[0], 2)
    return Stack(rows, keep=2)


class _Items:
    """Items with a common width for their numbers and for the labels of their facts."""

    def __init__(
        self, items: Sequence[Item], style: TextStyle, smaller: TextStyle, facts: FactsAs, tone: str
    ) -> None:
        self.items, self.style, self.smaller, self.facts, self.tone = items, style, smaller, facts, tone
        marks = [item.mark for item in items if item.mark]
        self.mark = max((Text(mark, bold(style)).natural_width() for mark in marks), default=0.0)
        if any(item.style is not Mark.PLAIN for item in items):
            self.mark = max(self.mark, style.leading)
        self.label = 0.0
        if facts is FactsAs.BESIDE:
            labels = {label for item in items for label, _ in item.facts}
            self.label = max((Text(label, smaller).natural_width() for label in labels), default=0.0)

    def boxes(self) -> list[Box]:
        """Return a box for each item."""
        return [self._box(item) for item in self.items]

    def _box(self, item: Item) -> Box:
        cells: list[Box] = []
        widths: list[float] = []
        if self.mark:
            cells.append(self._mark(item))
            widths.append(self.mark + self.style.size * 0.15)
        said = item.lines
        if self.facts is FactsAs.RUN and len(said) > 1:
            said = (joined(said),)
        lines = [Text(line, self.smaller if place else self.style) for place, line in enumerate(said)]
        cells.append(Stack([*lines, *self._facts(item)]))
        widths.append(-1)
        if item.whose:
            soft = dataclasses.replace(
                self.smaller, leading=self.style.leading, colour=colours()["soft"], to_right=True
            )
            whose = Text(item.whose, soft)
            cells.append(whose)
            widths.append(min(whose.natural_width() + 1, self.style.size * 9))
        if item.aside:
            number = Text(item.aside, loud(self.style) if item.loud else dial(self.style))
            cells.append(number)
            widths.append(number.natural_width() + 1)
        return Row(cells, widths, between=self.style.size * 0.6) if len(cells) > 1 else cells[0]

    def _mark(self, item: Item) -> Box:
        if item.mark and item.style is not Mark.PLAIN:
            return Disc(item.mark, self.style, self.tone, full=item.style is Mark.FULL)
        return Text(item.mark, bold(self.style)) if item.mark else Space(0)

    def _facts(self, item: Item) -> list[Box]:
        if not item.facts:
            return []
        if self.facts is FactsAs.BESIDE:
            return [self._beside(label, line) for label, line in item.facts]
        labelled = [fact_in_line(label, line) for label, line in item.facts]
        if self.facts is FactsAs.LINES:
            return [Text(line, self.smaller) for line in labelled]
        return [Text(joined(labelled), self.smaller)]

    def _beside(self, label: str, line: Line) -> Box:
        soft = Text(label, self.smaller.in_colour(colours()["soft"]))
        return Row([soft, Text(line, self.smaller)], [self.label + 1, -1], between=self.style.size)


class Disc(Whole):
    """Number on a disc, or in a ring."""

    def __init__(self, mark: str, style: TextStyle, tone: str, *, full: bool) -> None:
        self.full, self.tone = full, tone
        self.words = Text(mark, bold(style).in_colour(colours()["card"] if full else colours()["ink"]))
        self.tall = style.leading

    @override
    def height(self, width: float) -> float:
        return self.tall

    @override
    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        wide = self.words.natural_width()
        radius = max(self.tall / 2, wide / 2 + 2)
        middle = x + self.tall / 2
        draw_dot(canvas, middle, top - self.tall / 2, radius, self.tone if self.full else colours()["soft"])
        if not self.full:
            draw_dot(canvas, middle, top - self.tall / 2, radius - 1, colours()["card"])
        self.words.draw(canvas, middle - wide / 2, top, wide + 1)


def joined(lines: Sequence[Line]) -> Line:
    """Return lines joined into one paragraph."""
    spans = list(lines[0])
    for line in lines[1:]:
        spans += [Span(_BETWEEN_FACTS, Emphasis.SOFT), *line]
    return tuple(spans)


def loud(style: TextStyle) -> TextStyle:
    """Return the style of a number that must catch the eye."""
    return dataclasses.replace(style, size=style.size * 1.7, leading=style.leading * 1.25, bold=True)


def dial(style: TextStyle) -> TextStyle:
    """Return the style of a number to dial: larger, on the same line."""
    return dataclasses.replace(style, size=style.size * 1.14, bold=True)
