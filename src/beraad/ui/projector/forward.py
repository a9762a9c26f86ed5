"""Page of the wall with one card, put forward alone and as large as it fits."""

from __future__ import annotations

from beraad.disclosure.views import AgreementView, StatementView, WallView
from beraad.export.timing import timing_in_words
from beraad.i18n import format_list, spoken
from beraad.ui.projector.blocks import Block, CardBlock, Cell, HeadingBlock, fill_pages
from beraad.ui.projector.columns import statement_label
from beraad.ui.projector.frame import head, wall_title
from beraad.ui.projector.marks import Mark, Words
from beraad.ui.projector.measure import Measure
from beraad.ui.tones import column_tone
from beraad.words.plan import column_title

_SIZES = (4.0, 3.5, 3.0, 2.7, 2.4, 2.1, 1.8, 1.6, 1.4, 1.2, 1.0)
"""Letter sizes in units. The first at which the card fits one page with no word broken is taken."""


def forward_pages(view: WallView, card: StatementView | AgreementView, measure: Measure) -> list[list[Mark]]:
    """Return the page with the card in the middle; more pages if the smallest letters do not fit one."""
    content, gap = measure.content, 0.65 * measure.unit
    for times in _SIZES:
        blocks = _blocks(card, times, measure)
        # Compare heights instead of filling pages: a long text in the largest letters has a hundred pages.
        fits = sum(block.height for block in blocks) + gap * (len(blocks) - 1) <= content.height()
        if fits and not _breaks(_words(card), content.width(), measure.letters(times)):
            break
    filled = fill_pages(blocks, content.height(), gap)
    last_y, last = filled[0][-1]
    air = max(0.0, content.height() - last_y - last.height) if len(filled) == 1 else 0.0
    pages = []
    for placed in filled:
        marks = head(view, measure, wall_title(view))
        for y, block in placed:
            # Above the middle, since people's heads hide the lower part of the wall first.
            marks += block.place(content.x(), content.y() + y + air * 0.4)
        pages.append(marks)
    return pages


def _words(card: StatementView | AgreementView) -> str:
    return card.text if isinstance(card, StatementView) else card.what


def _breaks(text: str, width: float, letters: float) -> bool:
    """Return True if a word is wider than a line at this size, less the padding."""
    longest = max(text.split(), key=len, default="")
    return Words(longest, width=1e6, size=letters, bold=True).natural_width > width - 4 * letters


def _blocks(card: StatementView | AgreementView, times: float, measure: Measure) -> list[Block]:
    return (
        _statement(card, times, measure)
        if isinstance(card, StatementView)
        else [_agreement(card, times, measure)]
    )


def _statement(card: StatementView, times: float, measure: Measure) -> list[Block]:
    width, tone = measure.content.width(), column_tone(card.column)
    size = measure.letters(1.25)
    title = Words(
        column_title(card.column, spoken()), width=width - 2 * size, size=size, bold=True, colour=tone
    )
    pad = 0.6 * times * measure.unit
    room = width - 2.5 * pad
    parts = (
        Words(card.text, width=room, size=measure.letters(times)),
        Words(statement_label(card), width=room, size=measure.letters(times * 0.55), colour="soft"),
    )
    block = CardBlock(width, (Cell(1.5 * pad, parts),), f"{tone}_wash", tone, padding=pad)
    return [HeadingBlock(title, icon=tone), block]


def _agreement(card: AgreementView, times: float, measure: Measure) -> Block:
    width = measure.content.width()
    pad = 0.6 * times * measure.unit
    letters, small = measure.letters(times), measure.letters(times * 0.65)
    what_at = 1.5 * pad + 1.9 * letters
    room = width - what_at - pad
    number = Words(str(card.number), width=1.8 * letters, size=letters, bold=True, colour="next")
    lines = (
        Words(card.what, width=room, size=letters, bold=True),
        Words(format_list([owner.called for owner in card.owners]), width=room, size=small),
        Words(timing_in_words(card.timing, spoken()), width=room, size=small, colour="soft"),
    )
    cells = (Cell(1.5 * pad, (number,)), Cell(what_at, lines))
    return CardBlock(width, cells, "card", "next", "line", padding=pad)
