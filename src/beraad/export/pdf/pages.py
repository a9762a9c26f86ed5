"""Lays a document out on pages, then puts ink on them: the total is known before the first page is drawn."""

from __future__ import annotations

import dataclasses
import io
from collections.abc import Sequence

from reportlab.pdfgen.canvas import Canvas

from beraad.export.document import Block, Document, NewPage
from beraad.export.pdf.blocks import box_of
from beraad.export.pdf.boxes import EASE, Box, Text
from beraad.export.pdf.looks import PAGE_HEIGHT, PAGE_WIDTH, SIZES, Sizes, colours, paint
from beraad.export.pdf.order import words_of

Placed = tuple[Box, float]
"""A box, and how far its top is below the top of the text area."""


@dataclasses.dataclass(frozen=True, slots=True)
class Rendered:
    """A finished PDF, and how many pages it has."""

    data: bytes
    pages: int


def render(document: Document) -> Rendered:
    """The document as PDF: the same document always gives the same bytes."""
    sizes = dataclasses.replace(SIZES[document.style], names=words_of(document.names))
    width = PAGE_WIDTH - 2 * sizes.margin
    tall = _top(document, sizes) - _bottom(sizes)
    pages = _laid_out(document.blocks, sizes, width, tall)
    for blocks in document.shorter:
        if len(pages) == 1:
            break
        pages = _laid_out(blocks, sizes, width, tall)
    file = io.BytesIO()
    canvas = _canvas(document, file)
    for number, page in enumerate(pages, start=1):
        for box, down in page:
            box.draw(canvas, sizes.margin, _top(document, sizes) - down, width)
        _draw_edges(canvas, document, sizes, document.page_words.format(page=number, pages=len(pages)))
        canvas.showPage()
    canvas.save()
    return Rendered(file.getvalue(), len(pages))


def _laid_out(blocks: Sequence[Block], sizes: Sizes, width: float, tall: float) -> list[list[Placed]]:
    return [
        page
        for run in _runs(blocks)
        for page in paginate([box_of(block, sizes) for block in run], width, tall, sizes.gap)
    ]


def paginate(boxes: Sequence[Box], width: float, page: float, gap: float) -> list[list[Placed]]:
    """The boxes on pages of a height; a box that no page can hold and no cut can help runs over the edge."""
    pages: list[list[Placed]] = [[]]
    used = 0.0
    for box in boxes:
        left = box
        while True:
            room = page - used
            tall = left.height(width)
            part: Box | None = left
            rest: Box | None = None
            if tall > room + EASE:
                part, rest = left.split(width, room, page)
                if part is None and not used:
                    part, rest = left, None
            if part is not None:
                pages[-1].append((part, used))
            if rest is None:
                used += tall + gap
                break
            pages.append([])
            used, left = 0.0, rest
    return pages


def _runs(blocks: Sequence[Block]) -> list[list[Block]]:
    """The blocks, parted where a new page begins."""
    runs: list[list[Block]] = [[]]
    for block in blocks:
        if isinstance(block, NewPage):
            runs.append([])
        else:
            runs[-1].append(block)
    return [run for run in runs if run] or [[]]


def _canvas(document: Document, file: io.BytesIO) -> Canvas:
    canvas = Canvas(
        file, pagesize=(PAGE_WIDTH, PAGE_HEIGHT), pageCompression=1, invariant=1, lang=document.language
    )
    canvas.setTitle(document.title)
    canvas.setAuthor("")
    canvas.setSubject("")
    canvas.setCreator("Beraad")
    canvas.setProducer("Beraad")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return canvas


def _top(document: Document, sizes: Sizes) -> float:
    banner = sizes.body * 3.2 if document.banner else 0
    return PAGE_HEIGHT - sizes.margin - banner


def _bottom(sizes: Sizes) -> float:
    return sizes.margin + sizes.small * 2.4


def _draw_edges(canvas: Canvas, document: Document, sizes: Sizes, page: str) -> None:
    """The foot of a page, and what is said at the top of each."""
    width = PAGE_WIDTH - 2 * sizes.margin
    foot = sizes.margin + sizes.small * 1.4
    left = Text(document.footer_left, sizes.look(sizes.small, soft=True))
    right = " · ".join(part for part in (document.footer_right, page) if part)
    left.draw(canvas, sizes.margin, foot, width * 0.6)
    right_text = Text(right, sizes.look(sizes.small, soft=True, to_right=True))
    right_text.draw(canvas, sizes.margin + width * 0.6, foot, width * 0.4)
    if document.banner:
        tall = sizes.body * 1.9
        top = PAGE_HEIGHT - sizes.margin
        canvas.setFillColor(paint(colours()["amber_wash"]))
        canvas.setStrokeColor(paint(colours()["amber"]))
        canvas.setLineWidth(1)
        canvas.roundRect(sizes.margin, top - tall, width, tall, 5, stroke=1, fill=1)
        banner = Text(document.banner, sizes.look(sizes.body, bold=True).in_colour(colours()["amber_text"]))
        banner.draw(canvas, sizes.margin + sizes.body, top - (tall - banner.look.leading) / 2, width)
