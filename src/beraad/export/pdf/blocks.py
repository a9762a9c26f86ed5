"""Boxes on the page for each kind of block of a document."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any, Generic, TypeVar

from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Drawing
from reportlab.pdfgen.canvas import Canvas
from typing_extensions import override

from beraad.export.document import (
    Alarm,
    Answer,
    Answers,
    Beside,
    Block,
    Columns,
    Contacts,
    Emphasis,
    EmptyFrame,
    Facts,
    Head,
    Line,
    Listing,
    NewPage,
    Numbers,
    Overleaf,
    OwnScale,
    Panel,
    Prose,
    Replaced,
    ScaleChart,
    Sheet,
    Span,
    Table,
    TableRow,
    TearOff,
    TextColumn,
    Tone,
    TrendChart,
)
from beraad.export.in_lines import row_in_lines
from beraad.export.pdf.boxes import (
    Box,
    Framed,
    Row,
    Space,
    Stack,
    Text,
    Titled,
    Together,
    Whole,
)
from beraad.export.pdf.empty_frame import empty_frame_box
from beraad.export.pdf.items import dial, joined, listing_box, panel_box
from beraad.export.pdf.own_scale import own_scale_box
from beraad.export.pdf.scale_chart import legend_drawing, scale_drawing
from beraad.export.pdf.scanned import Scanned
from beraad.export.pdf.signature import Signature
from beraad.export.pdf.slip import replaced_box, tear_off_box
from beraad.export.pdf.styles import PAGE_HEIGHT, FactsAs, Sizes, TextStyle, bold, colours, wash
from beraad.export.pdf.trend_chart import trend_drawing

C = TypeVar("C")


def box_of(block: Block, sizes: Sizes, again_words: str) -> Box:
    """Return the box for a block, in the sizes of a page style.

    `again_words` make the title of a block that goes on on the next page.
    """
    body: Box
    match block:
        case Head():
            body = _head(block, sizes)
        case Panel():
            body = panel_box(block, sizes, again_words.format(title=block.title))
        case Alarm():
            body = _alarm(block, sizes)
        case Numbers():
            body = _numbers(block, sizes)
        case Beside():
            left, right = panel_box(block.left, sizes, ""), panel_box(block.right, sizes, "")
            body = Row([left, right], [-5, -4], between=sizes.gap)
        case EmptyFrame() | Replaced() | TearOff():
            body = _drawn(block, sizes)
        case Columns():
            body = _columns(block, sizes, again_words)
        case Facts():
            body = _facts(block, sizes)
        case NewPage() | Overleaf():
            body = Space(0)
        case _:
            body = _titled(block.title, _under_title(block, sizes), sizes, again_words)
    return body


def _drawn(block: EmptyFrame | Replaced | TearOff, sizes: Sizes) -> Box:
    """Return the box for what only paper has: it is drawn on, cut off or given back."""
    if isinstance(block, Replaced):
        return replaced_box(block, sizes)
    return tear_off_box(block, sizes) if isinstance(block, TearOff) else empty_frame_box(block, sizes)


def _under_title(
    block: Prose | Listing | Table | ScaleChart | OwnScale | TrendChart | Answers | Contacts | Sheet,
    sizes: Sizes,
) -> Box:
    makers: dict[type, Callable[[Any, Sizes], Box]] = {
        Sheet: _sheet,
        Prose: _prose,
        Listing: listing_box,
        ScaleChart: _scale,
        OwnScale: own_scale_box,
        TrendChart: _trend,
        Answers: _answers,
        Contacts: _contacts,
    }
    if isinstance(block, Table):
        return (_table if sizes.columns_beside or block.stays_table else _list)(block, sizes)
    return makers[type(block)](block, sizes)


def _titled(title: str, body: Box, sizes: Sizes, again_words: str) -> Box:
    if not title:
        return body
    style = sizes.style(sizes.heading, bold=True)
    again = Text(again_words.format(title=title), style)
    return Titled(Text(title, style), body, sizes.heading * 0.4, again)


def _paragraphs(lines: tuple[Line, ...], style: TextStyle, gap: float = 0) -> Box:
    return Text(lines[0], style) if len(lines) == 1 else Stack([Text(line, style) for line in lines], gap)


def _head(head: Head, sizes: Sizes) -> Box:
    left = Stack(
        [
            Text(head.title, sizes.style(sizes.title, bold=True)),
            *([Text(head.subtitle, sizes.style(sizes.panel))] if head.subtitle else []),
            Space(9),
        ]
    )
    ink = colours()["ink"]
    if not head.side_name:
        return Row([left], [-1], rule=ink, rule_width=2)
    label = sizes.style(sizes.body, soft=True, to_right=True)
    side = [Text(head.side_label, label)] if head.side_label else []
    side.append(Text(head.side_name, sizes.style(sizes.heading, bold=True, to_right=True)))
    right = Stack([Space(sizes.title * 0.3), *side])
    wide = min(max(text.natural_width() for text in side) + 1, sizes.text_width * 0.45)
    return Row([left, right], [-1, wide], between=12, rule=ink, rule_width=2)


def _prose(prose: Prose, sizes: Sizes) -> Box:
    style = sizes.style(sizes.panel if prose.large else sizes.body)
    return _paragraphs(prose.lines, style, style.size * 0.3)


def _alarm(alarm: Alarm, sizes: Sizes) -> Box:
    tone = colours()[Tone.DANGER.value]
    size = sizes.title * 1.9
    number = Text(alarm.number, dataclasses.replace(sizes.style(size, bold=True), leading=size))
    words = Stack(
        [
            Space((number.style.leading - 2 * sizes.style(sizes.panel).leading) / 2),
            Text(alarm.title, sizes.style(sizes.panel, bold=True)),
            Text(alarm.words, sizes.style(sizes.panel)),
        ]
    )
    row = Row([words, number], [-1, number.natural_width() + 1], between=sizes.gap)
    return Framed(row, pad=sizes.pad, stroke=tone)


def _numbers(numbers: Numbers, sizes: Sizes) -> Box:
    tone = colours()[numbers.tone.value]
    style = sizes.style(sizes.panel, bold=True)
    cells: list[Box] = [
        Stack([Text(name, style), Text(number, dial(style))]) for name, number in numbers.numbers
    ]
    cells += [Space(0)] * (len(cells) % 2)
    rows = [Row(cells[place : place + 2], [-1, -1], between=sizes.gap) for place in range(0, len(cells), 2)]
    title = Text(numbers.title, sizes.style(sizes.heading, bold=True).in_colour(tone))
    return Titled(title, Stack(rows, sizes.body * 0.5), sizes.heading * 0.3)


def _columns(columns: Columns, sizes: Sizes, again_words: str) -> Box:
    """Return the columns side by side, kept together; below each other if no page can hold them."""
    boxes = [_column(column, sizes, again_words) for column in columns.columns]
    if not sizes.columns_beside:
        return Stack(boxes, sizes.gap)
    beside = Row(boxes, [-1] * len(boxes), between=16)
    fits = beside.height(sizes.text_width) <= sizes.text_height
    return Together(beside) if fits else Stack(boxes, sizes.gap)


def _column(column: TextColumn, sizes: Sizes, again_words: str) -> Box:
    tone = colours()[column.tone.value]
    heading = sizes.style(sizes.heading * 0.92, bold=True).in_colour(tone)
    style = sizes.style(sizes.body)
    label_style = sizes.style(sizes.label, soft=True)
    boxes: list[Box] = []
    for group in column.groups:
        entries = [_paragraphs(lines, style) for lines in group.entries]
        first = Titled(Text(group.label, label_style), entries[0], 1) if group.label else entries[0]
        boxes += [first, *entries[1:]]
    title, again = (
        Row([Stack([Text(words, heading), Space(3)])], [-1], rule=tone, rule_width=2.2)
        for words in (column.title, again_words.format(title=column.title))
    )
    return Titled(title, Stack(boxes, style.size * 0.5), 5, again)


def _table(table: Table, sizes: Sizes) -> Box:
    style = sizes.style(sizes.table)
    widths = [-share for share in table.shares]
    ink, rule = colours()["ink"], colours()["line"]
    header = None
    if any(table.header):
        cells = [Text(word, bold(style)) for word in table.header]
        header = Row(cells, widths, between=8, pad=2.5, rule=ink, rule_width=1.2)
    rows = [
        Row(
            [_paragraphs(lines, style) for lines in row.cells],
            widths,
            between=8,
            pad=3.5,
            rule=rule,
        )
        for row in table.rows
    ]
    return Stack(rows, lead=header, keep=2)


def _list(table: Table, sizes: Sizes) -> Box:
    """Return the rows of a table as a list, for large print, with the header's word before each cell."""
    style = sizes.style(sizes.table)
    rule = colours()["line"]
    boxes = [
        Row(
            [_list_row(table.header, row, style)],
            [-1],
            pad=7,
            rule=rule,
            rule_width=1,
        )
        for row in table.rows
    ]
    return Stack(boxes, keep=2)


def _list_row(header: tuple[str, ...], row: TableRow, style: TextStyle) -> Box:
    number, lines = row_in_lines(header, row)
    body = Stack([Text(line, style) for line in lines], style.size * 0.15)
    return Row([_paragraphs(number, bold(style)), body], [style.size * 1.9, -1]) if number else body


def _scale(chart: ScaleChart, sizes: Sizes) -> Box:
    style, right = sizes.style(sizes.table), sizes.style(sizes.table, to_right=True)
    zero = Text((Span("0 = ", Emphasis.STRONG), Span(chart.zero)), style)
    ten = Text((Span("10 = ", Emphasis.STRONG), Span(chart.ten)), right)
    ends = Row([zero, ten], [-1, -1], between=24)
    if not (chart.tokens or chart.before):
        return ends
    drawings = [Drawn(make, chart, sizes.table) for make in (scale_drawing, legend_drawing)]
    return Stack([Together(Stack([drawings[0], ends, drawings[1]], 3))])


def _trend(chart: TrendChart, sizes: Sizes) -> Box:
    style = sizes.style(sizes.table)
    zero = Text((Span("0 = ", Emphasis.STRONG), Span(chart.zero)), style)
    ten = Text((Span("10 = ", Emphasis.STRONG), Span(chart.ten)), style)
    drawing = Drawn(trend_drawing, chart, sizes.table)
    legend = Drawn(legend_drawing, chart, sizes.table)
    return Stack([Together(Stack([ten, drawing, zero, legend], 3))])


class Drawn(Whole, Generic[C]):
    """Drawing of the answers to a scale."""

    def __init__(self, make: Callable[[C, float, float], Drawing], chart: C, size: float) -> None:
        self.make, self.chart, self.size = make, chart, size

    @override
    def height(self, width: float) -> float:
        return float(self.make(self.chart, width, self.size).height)

    @override
    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        drawing = self.make(self.chart, width, self.size)
        renderPDF.draw(drawing, canvas, x, top - drawing.height)


def _facts(facts: Facts, sizes: Sizes) -> Box:
    style = sizes.style(sizes.panel if sizes.columns_beside else sizes.body)
    tone = colours()[facts.tone.value]
    title = Text(facts.title, sizes.style(sizes.heading, bold=True).in_colour(tone))
    soft = sizes.style(style.size, soft=True)
    labels = [Text(label, soft) for label, _ in facts.facts]
    wide = max(label.natural_width() for label in labels)
    rows = [
        Row([label, Text(line, style)], [wide + 1, -1], between=style.size) if wide else Text(line, style)
        for label, (_, line) in zip(labels, facts.facts, strict=True)
    ]
    body = Titled(title, Stack(rows, style.size * 0.25), style.size * 0.3)
    if facts.tone is Tone.INK:
        return body
    return Framed(body, pad=sizes.pad, fill=wash(facts.tone), bar=tone)


def _sheet(sheet: Sheet, sizes: Sizes) -> Box:
    # Beside it a page holds its margins and its foot, a title, two lines of words, and on top perhaps that
    # this is a concept.
    beside = 2 * sizes.margin + 2.4 * sizes.small + 2.2 * sizes.heading + 8 * sizes.body
    words = Text(sheet.words, sizes.style(sizes.body))
    return Together(Stack([words, Space(sizes.body), Scanned(sheet.jpeg, PAGE_HEIGHT - beside)]))


def _answers(answers: Answers, sizes: Sizes) -> Box:
    abreast = sizes.answers_a_row
    rows: list[Box] = []
    count = len(answers.answers)
    # About as many in each row: none stands alone in the last.
    number = -(-count // abreast)
    for row in range(number):
        group = answers.answers[row * count // number : (row + 1) * count // number]
        signed = any(answer.line or answer.strokes for answer in group)
        cells = [_answer(answer, sizes, signed=signed) for answer in group]
        cells += [Space(0)] * (abreast - len(cells))
        rows.append(Row(cells, [-1] * abreast, between=18))
    if answers.words:
        style = sizes.style(sizes.body)
        words = [joined(answers.words)] if sizes.facts is FactsAs.RUN else answers.words
        # With the last signatures, so that none of these stands alone.
        boxes = [*rows[-1:], *(Text(line, style) for line in words)]
        rows[-1:] = [Together(Stack(boxes, style.size * 0.2))]
    note = Text(answers.note, sizes.style(sizes.body))
    rows[0] = Titled(note, rows[0], sizes.body * 0.4)
    return Stack(rows, sizes.body * 0.6, keep=2)


def _contacts(contacts: Contacts, sizes: Sizes) -> Box:
    """Return the contacts, two people side by side, one in large print."""
    style = sizes.style(sizes.table)
    abreast = 2 if sizes.columns_beside and len(contacts.entries) > 1 else 1
    numbers = [Text(way, style).natural_width() for _, ways in contacts.entries for way in ways]
    wide = min(max(numbers, default=0) + 1, sizes.text_width * 0.25)
    widths = [-1.0, wide] * 2 if abreast == 2 else [-3.0, -2.2]
    rows = []
    for start in range(0, len(contacts.entries), abreast):
        cells: list[Box] = []
        for who, ways in contacts.entries[start : start + abreast]:
            cells += [Text(who, style), _paragraphs(ways, style)]
        cells += [Space(0)] * (len(widths) - len(cells))
        rows.append(Row(cells, widths, between=14, pad=1))
    return Stack(rows, keep=2)


def _answer(answer: Answer, sizes: Sizes, *, signed: bool) -> Box:
    """Return name and answer; if somebody in the row `signed`, all names stand equally low."""
    style = sizes.style(sizes.table)
    pad = Signature(answer.strokes, line=answer.line, share=sizes.signature, tallest=sizes.tallest_signature)
    top: list[Box] = [pad] if signed else []
    return Stack([*top, Text(answer.name, bold(style)), *(Text(words, style) for words in answer.words)], 1)
