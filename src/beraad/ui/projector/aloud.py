"""Page of the wall with one agreement, as large as it fits, while it is read aloud."""

from __future__ import annotations

from beraad.disclosure.views import AgreementView, WallView
from beraad.export.wording import facts_aloud
from beraad.i18n import _, format_list, spoken
from beraad.ui.projector.blocks import Block, CardBlock, Cell, fill_pages
from beraad.ui.projector.frame import head
from beraad.ui.projector.marks import Mark, Words
from beraad.ui.projector.measure import Measure
from beraad.words import headings

_LARGEST = 3.0
"""Largest letters of what was agreed, in units."""

_SMALLER = 0.62
"""Size of the letters of who, when and how, as a part of those."""


def aloud_pages(view: WallView, agreement: AgreementView, measure: Measure) -> list[list[Mark]]:
    """Return the pages with this agreement: one, unless it is too long even in the smallest letters."""
    content = measure.content
    times = _LARGEST
    blocks = _blocks(agreement, measure, times)
    while times > 1.0 and _height(blocks, measure) > content.height():
        times = max(1.0, times - 0.2)
        blocks = _blocks(agreement, measure, times)
    title = _("Afspraak {number} van {count}").format(number=agreement.number, count=len(view.agreements))
    filled = fill_pages(blocks, content.height(), _gap(measure))
    # A single page is centred vertically.
    down = max(0.0, (content.height() - _height(blocks, measure)) / 2) if len(filled) == 1 else 0.0
    pages = []
    for placed in filled:
        marks = head(view, measure, title)
        for y, block in placed:
            marks += block.place(content.x(), content.y() + down + y)
        pages.append(marks)
    return pages


def _gap(measure: Measure) -> float:
    return 0.7 * measure.unit


def _height(blocks: list[Block], measure: Measure) -> float:
    return sum(block.height for block in blocks) + _gap(measure) * (len(blocks) - 1)


def _blocks(agreement: AgreementView, measure: Measure, times: float) -> list[Block]:
    """Return a card with what was agreed, the owners, and one line each for when and how."""
    width = measure.content.width()
    pad = 0.5 * times * measure.unit
    what = Words(agreement.what, width=width - 3 * pad, size=measure.letters(times), bold=True)
    blocks: list[Block] = [CardBlock(width, (Cell(1.5 * pad, (what,)),), "card", "next", "line", padding=pad)]
    blocks.append(_owners(agreement, width, measure, times))
    blocks += [
        _line(label, text, width, measure, times) for label, text in facts_aloud(agreement, spoken()) if text
    ]
    return blocks


def _owners(agreement: AgreementView, width: float, measure: Measure, times: float) -> Block:
    side = measure.letters(times * _SMALLER) * 1.6
    names = format_list([owner.called for owner in agreement.owners]) or _(headings.NOBODY_YET)
    # Tokens take up to half of the width; an owner without a token is still named.
    shown = agreement.owners[: max(1, int(width * 0.5 / (side * 1.15)))]
    tokens = tuple((index * side * 1.15, side, owner) for index, owner in enumerate(shown))
    left = len(tokens) * side * 1.15 + 0.4 * side
    words = Words(names, width=width - left, size=measure.letters(times * _SMALLER), bold=True)
    return CardBlock(width, (Cell(left, (words,)),), "card", padding=0.0, tokens=tokens, centred=True)


def _line(label: str, text: str, width: float, measure: Measure, times: float) -> Block:
    """Return a line with a soft label at the left and its text at the right."""
    at = 0.27 * width
    letters = measure.letters(times * _SMALLER)
    said = Words(label, width=at - measure.unit, size=letters, colour="soft")
    words = Words(text, width=width - at, size=letters)
    return CardBlock(width, (Cell(0.0, (said,)), Cell(at, (words,))), "card", padding=0.0)
