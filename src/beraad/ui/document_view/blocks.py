"""Make a widget of each kind of block of a document."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

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
    Item,
    Line,
    Listing,
    Mark,
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
    TearOff,
    TextColumn,
    Tone,
    TrendChart,
)
from beraad.export.in_lines import fact_in_line, row_in_lines
from beraad.ui.document_view.marks import NumberMark, NumberRow
from beraad.ui.document_view.paragraph import ParagraphLabel
from beraad.ui.document_view.scan_picture import ScanPicture
from beraad.ui.document_view.signature_picture import SignaturePicture
from beraad.ui.theme import Theme
from beraad.ui.widgets.card import Card
from beraad.ui.widgets.chart_picture import ChartPicture
from beraad.ui.widgets.flow_layout import FlowLayout
from beraad.ui.widgets.section_heading import SectionHeading
from beraad.ui.widgets.text_label import TextLabel

_ONLY_ON_PAPER = (EmptyFrame, NewPage, Overleaf, Replaced, TearOff)
_CHART, _FIGURES = 520.0, 11.0
"""Width of a chart and size of its figures in points: as wide as the text of an A4 page."""
_LEAST_BESIDE = 200
"""Pixels at 100 % that a text has beside a number to be dialled; else the number stands under it."""


@dataclass(frozen=True, slots=True)
class Letters:
    """Roles of labels for one size of letters."""

    title: str
    heading: str
    text: str
    label: str
    number: str
    """Of a number that must be seen at once."""


LARGE = Letters(title="display", heading="title", text="large", label="soft", number="display")
NORMAL = Letters(title="title", heading="heading", text="body", label="small", number="title")


class BlockWidgets:
    """Makes widgets of blocks in one size of letters; the words of `names` give no line its direction."""

    def __init__(self, letters: Letters, names: Collection[str]) -> None:
        self._letters, self._names = letters, names
        self._gap = Theme.current().size("space", "tight")

    def of(self, block: Block) -> QWidget | None:
        """Return the widget for a block; None for what only paper has."""
        if isinstance(block, _ONLY_ON_PAPER):
            return None
        makers: dict[type, Callable[[Any], QWidget]] = {
            Head: self._head,
            Prose: self._prose,
            Panel: self._panel,
            Alarm: self._alarm,
            Listing: self._listing,
            Numbers: self._numbers,
            Beside: self._beside,
            Columns: self._columns,
            Table: self._table,
            ScaleChart: self._scale,
            OwnScale: self._own_scale,
            TrendChart: self._trend,
            Facts: self._facts,
            Answers: self._answers,
            Contacts: self._contacts,
            Sheet: self._sheet,
        }
        return makers[type(block)](block)

    # -- the front of a copy ---------------------------------------------------------------------------

    def _head(self, head: Head) -> QWidget:
        lines: list[QLabel] = [TextLabel(head.title, self._letters.title)]
        if head.subtitle:
            lines.append(self._said(head.subtitle, tone="soft"))
        if head.side_name:
            label = [Span(f"{head.side_label} ", Emphasis.SOFT)] if head.side_label else []
            lines.append(self._paragraph((*label, Span(head.side_name, Emphasis.STRONG))))
        return self._stack(lines)

    def _prose(self, prose: Prose) -> QWidget:
        return self._under(prose.title, map(self._paragraph, prose.lines))

    def _alarm(self, alarm: Alarm) -> QWidget:
        number = TextLabel(alarm.number, self._letters.number, tone="danger")
        said = self._stack([self._strong(alarm.title), self._said(alarm.words)])
        return self._card("danger", [self._with_number(said, [number])])

    def _panel(self, panel: Panel) -> QWidget:
        tone = _tone(panel.tone)
        heading = TextLabel(panel.title, self._letters.heading, tone=tone)
        return self._card(tone, [heading, *self._items(panel.items)], wash=not panel.outlined)

    def _listing(self, listing: Listing) -> QWidget:
        note = [self._said(listing.note, tone="soft")] if listing.note else []
        items = self._stack(self._ruled(self._items(listing.items)), gap="small")
        return self._under(listing.title, [*note, items])

    def _numbers(self, numbers: Numbers) -> QWidget:
        tone = _tone(numbers.tone)
        rows = [
            self._with_number(self._strong(name), [self._strong(number)]) for name, number in numbers.numbers
        ]
        return self._card(tone, [TextLabel(numbers.title, self._letters.heading, tone=tone), *rows])

    def _beside(self, beside: Beside) -> QWidget:
        return self._stack([self._panel(beside.left), self._panel(beside.right)], gap="small")

    def _facts(self, facts: Facts) -> QWidget:
        tone = _tone(facts.tone)
        lines = [self._paragraph(fact_in_line(*fact) if fact[0] else fact[1]) for fact in facts.facts]
        if not tone:
            return self._under(facts.title, lines)
        heading = TextLabel(facts.title, self._letters.heading, tone=tone)
        return self._card(tone, [heading, *lines], wash=True)

    def _items(self, items: Collection[Item]) -> list[QWidget]:
        """Return a widget for each item, with the same indent if one has a number."""
        numbered = any(item.mark for item in items)
        return [self._marked(item.mark, item.style, self._item(item), indent=numbered) for item in items]

    def _item(self, item: Item) -> QWidget:
        """Return the text of an item, its telephone number beside it and its facts below."""
        said = self._stack(map(self._paragraph, item.lines))
        beside: list[QLabel] = [self._said(item.whose, tone="soft")] if item.whose else []
        if item.aside:
            beside.append(
                TextLabel(item.aside, self._letters.number) if item.loud else self._strong(item.aside)
            )
        facts = [self._paragraph(fact_in_line(label, line)) for label, line in item.facts]
        first = self._with_number(said, beside) if beside else said
        return self._stack([*([first] if item.lines else []), *facts])

    # -- the back --------------------------------------------------------------------------------------

    def _columns(self, columns: Columns) -> QWidget:
        return self._stack(map(self._column, columns.columns), gap="medium")

    def _column(self, column: TextColumn) -> QWidget:
        large = self._letters is LARGE
        parts: list[QWidget] = [
            SectionHeading(column.title, tone=_tone(column.tone), underline=True, large=large)
        ]
        for group in column.groups:
            label = [TextLabel(group.label, self._letters.label)] if group.label else []
            entries = [self._stack(map(self._paragraph, entry)) for entry in group.entries]
            parts.append(self._stack([*label, *entries]))
        return self._stack(parts, gap="small")

    def _table(self, table: Table) -> QWidget:
        if table.stays_table:
            return self._under(table.title, [self._grid(table)])
        rows = []
        for row in table.rows:
            number, lines = row_in_lines(table.header, row)
            mark = "".join(span.text for line in number for span in line)
            rows.append(self._marked(mark, Mark.PLAIN, self._stack(map(self._paragraph, lines))))
        return self._under(table.title, [self._stack(self._ruled(rows), gap="small")])

    def _grid(self, table: Table) -> QWidget:
        held = QWidget()
        grid = QGridLayout(held)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(Theme.current().size("space", "small"))
        header = [self._strong(word) for word in table.header] if any(table.header) else []
        rows: list[list[QWidget]] = [[*header]] if header else []
        rows += [[self._stack(map(self._paragraph, cell)) for cell in row.cells] for row in table.rows]
        for at, cells in enumerate(rows):
            for place, (cell, share) in enumerate(zip(cells, table.shares, strict=True)):
                grid.addWidget(cell, at, place)
                grid.setColumnStretch(place, round(10 * share))
        return held

    def _scale(self, chart: ScaleChart) -> QWidget:
        ends = self._ends(chart.zero, chart.ten)
        if not (chart.tokens or chart.before):
            return self._under(chart.title, ends)
        drawing, legend = self._pictures(chart, [words for _circle, words in chart.legend])
        return self._under(chart.title, [drawing, *ends, legend])

    def _trend(self, chart: TrendChart) -> QWidget:
        zero, ten = self._ends(chart.zero, chart.ten)
        drawing, legend = self._pictures(chart, chart.in_words)
        return self._under(chart.title, [ten, drawing, zero, legend])

    def _pictures(self, chart: ScaleChart | TrendChart, in_words: Iterable[str]) -> tuple[QWidget, QWidget]:
        """Return the drawing of a chart and its legend, as they are printed."""
        # Loads what prints: few documents on screen hold a chart.
        from beraad.export.pdf import chart_svg, legend_svg  # noqa: PLC0415

        drawing, legend = (make(chart, _CHART, _FIGURES) for make in (chart_svg, legend_svg))
        said = ". ".join(words for _circle, words in chart.legend)
        return ChartPicture(drawing, chart.title, ". ".join(in_words)), ChartPicture(legend, said, "")

    def _own_scale(self, scale: OwnScale) -> QWidget:
        parts: list[QWidget] = [*map(self._paragraph, scale.said)]
        if scale.value is not None:
            parts += [NumberRow(scale.value), *self._ends(scale.zero, scale.ten)]
        return self._under(scale.title, parts)

    def _ends(self, zero: str, ten: str) -> list[QLabel]:
        ends = (("0 = ", zero), ("10 = ", ten))
        return [self._paragraph((Span(number, Emphasis.STRONG), Span(words))) for number, words in ends]

    def _answers(self, answers: Answers) -> QWidget:
        each = map(self._answer, answers.answers)
        said = [self._paragraph(answers.note), *each, *map(self._paragraph, answers.words)]
        return self._under(answers.title, said)

    def _answer(self, answer: Answer) -> QWidget:
        drawn = [SignaturePicture(answer.strokes, answer.name)] if answer.strokes else []
        return self._stack([*drawn, self._strong(answer.name), *map(self._paragraph, answer.words)])

    def _contacts(self, contacts: Contacts) -> QWidget:
        rows = [
            self._with_number(self._paragraph(who), [self._stack(map(self._paragraph, ways))])
            for who, ways in contacts.entries
        ]
        return self._under(contacts.title, rows)

    def _sheet(self, sheet: Sheet) -> QWidget:
        page = ScanPicture(sheet.jpeg, sheet.title)
        shown = [] if page.page.isNull() else [page]
        return self._under(sheet.title, [self._paragraph(sheet.words), *shown])

    # -- parts -----------------------------------------------------------------------------------------

    def _paragraph(self, line: Line) -> QLabel:
        return ParagraphLabel(line, self._letters.text, names=self._names)

    def _said(self, text: str, *, tone: str = "") -> QLabel:
        return ParagraphLabel((Span(text),), self._letters.text, tone=tone, names=self._names)

    def _strong(self, text: str) -> QLabel:
        return self._paragraph((Span(text, Emphasis.STRONG),))

    def _under(self, title: str, parts: Iterable[QWidget]) -> QWidget:
        heading = TextLabel(title, self._letters.heading)
        return self._stack([*([heading] if title else []), *parts])

    def _card(self, tone: str, parts: Iterable[QWidget], *, wash: bool = False) -> QWidget:
        card = Card(tone=tone, wash=wash)
        for part in parts:
            card.body.addWidget(part)
        card.setAccessibleName(" ".join(label.text() for label in card.findChildren(QLabel) if label.text()))
        return card

    def _stack(self, parts: Iterable[QWidget], gap: str = "") -> QWidget:
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Theme.current().size("space", gap) if gap else self._gap)
        for part in parts:
            column.addWidget(part)
        return held

    def _ruled(self, parts: Iterable[QWidget]) -> list[QWidget]:
        """Return the parts with a line between each two."""
        ruled: list[QWidget] = []
        for part in parts:
            if ruled:
                line = QFrame()
                line.setProperty("role", "line")
                line.setFixedHeight(1)
                ruled.append(line)
            ruled.append(part)
        return ruled

    def _marked(self, mark: str, style: Mark, part: QWidget, *, indent: bool = False) -> QWidget:
        """Return a part with its number before it, or with room for one."""
        number: QWidget
        if not mark and not indent:
            return part
        if mark and style is Mark.PLAIN:
            number = self._strong(mark)
        else:
            number = NumberMark(mark, self._letters.text, full=style is Mark.FULL)
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Theme.current().size("space", "small"))
        row.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(part, 1)
        return held

    def _with_number(self, said: QWidget, beside: Iterable[QWidget]) -> QWidget:
        """Return a text with what is dialled at its right, or under it if there is no room."""
        held = QWidget()
        row = FlowLayout(held, gap=Theme.current().size("space", "small"), top=True)
        row.add_growing(said, round(_LEAST_BESIDE * Theme.current().scale))
        for part in beside:
            row.addWidget(part)
        return held


def _tone(tone: Tone) -> str:
    """Return the tone of a widget; ink is none."""
    return {Tone.INK: "", Tone.AMBER: "amber"}.get(tone, tone.value)
