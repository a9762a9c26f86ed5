"""Lay a document out on pages, then draw them: the number of pages is known before the first is drawn."""

from __future__ import annotations

import dataclasses
import io
from collections.abc import Iterator, Sequence

from reportlab.pdfgen.canvas import Canvas
from typing_extensions import override

from beraad.export.direction import words_of
from beraad.export.document import Block, Document, NewPage, Overleaf
from beraad.export.pdf.blocks import box_of
from beraad.export.pdf.boxes import EASE, Box, Framed, Text, Whole
from beraad.export.pdf.styles import PAGE_HEIGHT, PAGE_WIDTH, ROOMIEST, SIZES, SMALLEST, Sizes, colours, paint

Placed = tuple[Box, float]
"""Box, and the distance of its top below the top of the text area."""

Pages = list[list[Placed]]

_LETTERS_A_PAGE = 5_500
"""Most letters on a page of the smallest print: a longer plan is not tried on one sheet."""
_FEW_LETTERS = 2_600
"""Most letters on a page for which the largest print is tried."""
_LEAST_ON_LAST = 0.25
"""Part of the last page that should be filled."""


@dataclasses.dataclass(frozen=True, slots=True)
class Rendered:
    """Finished PDF, with its number of pages."""

    data: bytes
    pages: int
    version: int = 0
    """Version that was drawn: 0 with all blocks of the document, from 1 the first, second … shorter one."""


class Turn(Whole):
    """Marker at which the first page must end."""

    @override
    def height(self, width: float) -> float:
        return 0

    @override
    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        """Draw nothing."""


def render(document: Document) -> Rendered:
    """Return the document as PDF: the same document always gives the same bytes."""
    sizes, pages = _laid_out(document)
    version = 0
    while len(pages) > 1 and version < len(document.shorter):
        sizes, pages = _laid_out(dataclasses.replace(document, blocks=document.shorter[version]))
        version += 1
    top = _top(document, sizes)
    file = io.BytesIO()
    canvas = _canvas(document, file)
    code = document.footer_right
    for number, page in enumerate(pages, start=1):
        for box, down in page:
            box.draw(canvas, sizes.margin, top - down, sizes.text_width)
        which = document.page_words.format(page=number, pages=len(pages))
        _draw_edges(canvas, document, sizes, " · ".join(filter(None, (code, which))))
        canvas.showPage()
    canvas.save()
    return Rendered(file.getvalue(), len(pages), version)


def paginate(
    boxes: Sequence[Box], width: float, page: float, gap: float, less: tuple[int, float] | None = None
) -> Pages:
    """Return the boxes on pages of a height.

    A box that fits on no page and cannot be cut runs over the edge. `less` names a page, from 0, and how much
    of it is left empty.
    """
    pages: Pages = [[]]
    used = 0.0
    for box in boxes:
        if isinstance(box, Turn):
            if len(pages) == 1 and pages[0]:
                pages.append([])
                used = 0.0
            continue
        left = box
        while True:
            short = less is not None and less[0] == len(pages) - 1
            room = page - used - (less[1] if short and less else 0)
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
    return pages if pages[-1] or len(pages) == 1 else pages[:-1]


def _laid_out(document: Document) -> tuple[Sizes, Pages]:
    """Return the pages in the first way without faults, or else with the fewest."""
    found: list[tuple[Sizes, Pages]] = []
    for sizes, front, back in _ways(document):
        runs = _runs(document.blocks)
        pages = [page for run in runs for page in _on_pages(run, document, (front, sizes), back=back)]
        found.append((sizes, pages))
        if not any(_faults(document, sizes, pages)):
            break
    # If the front goes on overleaf anyway, the smallest letters leave the least for the back.
    goes_on = all(_faults(document, *way)[1] for way in found)
    return min(reversed(found) if goes_on else found, key=lambda way: _faults(document, *way))


def _faults(document: Document, sizes: Sizes, pages: Pages) -> tuple[int, bool, bool]:
    """Return the pages too many, whether the front goes on overleaf, and if the last page is near empty."""
    if not document.most_pages:
        return 0, False, False
    too_many = max(len(pages) - document.most_pages, 0)
    overleaf = [box for page in pages[1:] for box, _ in page if isinstance(box, Framed)]
    cut = any(box.goes_on or box.onward for box in overleaf)
    return too_many, cut, not _filled(pages, sizes)


def _ways(document: Document) -> Iterator[tuple[Sizes, Sizes, bool]]:
    """Yield ways to lay out, the best first: sizes, those of the front, and whether to use the back."""
    names = words_of(document.names)
    roomy = dataclasses.replace(SIZES[document.style], names=names)
    smallest = SMALLEST.get(document.style)
    if not document.most_pages or smallest is None:
        yield roomy, roomy, True
        return
    smallest = dataclasses.replace(smallest, names=names)
    fronts = [roomy, smallest]
    if document.style in ROOMIEST and _is_short(document, _FEW_LETTERS):
        fronts.insert(0, dataclasses.replace(ROOMIEST[document.style], names=names))
    if not _is_short(document, _LETTERS_A_PAGE):
        yield smallest, smallest, False
        return
    # First what leaves the back as roomy as can be, and then, for as much on the sheet, its front.
    for rest in fronts[:-1]:
        yield from ((rest, front, True) for front in fronts[:-1] if front.body >= rest.body)
    yield from ((smallest, front, back) for front in fronts for back in (True, False))
    # At last a back that is filled by larger letters than the front has.
    yield from ((rest, front, True) for front in fronts[1:] for rest in fronts[:1] if len(fronts) > 2)


def _on_pages(
    run: Sequence[Block], document: Document, sizes_of: tuple[Sizes, Sizes], *, back: bool
) -> Pages:
    """Return the pages of a run of blocks; `sizes_of` are the sizes of the front and of the rest."""
    sizes, rest = sizes_of
    boxes: list[Box] = []
    for block in run:
        if isinstance(block, Overleaf):
            boxes += [Turn()] if back or not block.if_it_fits else []
            sizes = rest
        else:
            boxes.append(box_of(block, sizes, document.again_words))
    sizes = rest
    page = _top(document, sizes) - sizes.foot
    pages = paginate(boxes, sizes.text_width, page, sizes.gap)
    for left_empty in (0.1, 0.2, 0.3, 0.4):
        if len(pages) < 3 or _filled(pages, sizes):
            break
        again = paginate(boxes, sizes.text_width, page, sizes.gap, (len(pages) - 2, left_empty * page))
        pages = again if len(again) == len(pages) else pages
    return pages


def _filled(pages: Pages, sizes: Sizes) -> bool:
    """Return True if enough stands on the last page."""
    box, down = pages[-1][-1] if pages[-1] else (None, 0.0)
    tall = sizes.margin + down + (box.height(sizes.text_width) if box else 0)
    return len(pages) == 1 or tall >= _LEAST_ON_LAST * PAGE_HEIGHT


def _is_short(document: Document, letters_a_page: int) -> bool:
    """Return True if the letters of the document could fit on the pages that it may have."""
    room = document.most_pages * letters_a_page
    for letters in _letters(document.blocks):
        room -= letters
        if room < 0:
            return False
    return True


def _letters(value: object) -> Iterator[int]:
    """Yield the number of letters of each text of a document."""
    if isinstance(value, str):
        yield len(value)
    elif isinstance(value, tuple):
        for item in value:
            yield from _letters(item)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _letters(getattr(value, field.name))


def _runs(blocks: Sequence[Block]) -> list[list[Block]]:
    """Return the blocks in runs, one for each `NewPage`."""
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
    return PAGE_HEIGHT - sizes.margin - (sizes.banner if document.banner else 0)


def _draw_edges(canvas: Canvas, document: Document, sizes: Sizes, right: str) -> None:
    """Draw the foot of a page, and the banner at its top."""
    width = PAGE_WIDTH - 2 * sizes.margin
    foot = sizes.footer
    left = Text(document.footer_left, sizes.style(sizes.small, soft=True))
    left.draw(canvas, sizes.margin, foot, width * 0.6)
    right_text = Text(right, sizes.style(sizes.small, soft=True, to_right=True))
    right_text.draw(canvas, sizes.margin + width * 0.6, foot, width * 0.4)
    if document.banner:
        tall = sizes.body * 1.9
        top = PAGE_HEIGHT - sizes.margin
        canvas.setFillColor(paint(colours()["amber_wash"]))
        canvas.setStrokeColor(paint(colours()["amber"]))
        canvas.setLineWidth(1)
        canvas.roundRect(sizes.margin, top - tall, width, tall, 5, stroke=1, fill=1)
        banner = Text(document.banner, sizes.style(sizes.body, bold=True).in_colour(colours()["amber_text"]))
        banner.draw(canvas, sizes.margin + sizes.body, top - (tall - banner.style.leading) / 2, width)
