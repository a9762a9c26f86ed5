"""Pages with the three columns: the one that is talked about large, the others softer beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial

from PySide6.QtCore import QRectF

from beraad.disclosure.views import StatementView, WallView
from beraad.i18n import _, spoken
from beraad.terms import Column
from beraad.ui.projector.blocks import Block, CardBlock, Cell, HeadingBlock, fill_pages, standing
from beraad.ui.projector.frame import head, wall_title
from beraad.ui.projector.marks import Later, Mark, Page, Words
from beraad.ui.projector.measure import Measure
from beraad.ui.tones import column_tone
from beraad.words.plan import column_title, differs, room_kind_label


def column_pages(view: WallView, measure: Measure) -> Sequence[Page]:
    """Return the pages with the three columns.

    A column with fewer pages than another keeps showing its last page. On an upright wall the columns come
    one after the other, the one in focus first.
    """
    if measure.upright:
        first = sorted(Column, key=lambda column: column is not view.focus)
        return [page for column in first for page in _alone(view, column, measure)]
    stand = _stand(view, measure)

    def page(number: int) -> list[Mark]:
        marks = head(view, measure, wall_title(view))
        for column, box in stand.boxes.items():
            marks += stand.headings[column].place(box.x(), box.y())
            pages = stand.filled[column]
            for y, block in pages[min(number, len(pages) - 1)]:
                marks += block.place(box.x(), box.y() + stand.below + y)
        return marks

    return [Later(partial(page, number)) for number in range(stand.pages)]


@dataclass(frozen=True, slots=True)
class Air:
    """Space within and between cards, and size of the letters in focus, in units.

    `wide` is the width of the column in focus, as a multiple of that of another.
    """

    padding: float
    gap: float
    letters: float
    wide: float


_AIRS = (
    Air(0.6, 0.65, 1.15, 1.5),
    Air(0.6, 0.65, 1.15, 2.0),
    Air(0.4, 0.4, 1.05, 1.5),
    Air(0.3, 0.3, 1.0, 1.2),
    Air(0.3, 0.3, 1.0, 2.0),
)
"""From the most space to the least. The smallest letters can be read from five metres."""

_SAVES = 1.4
"""Most that a column may need, as a multiple of its room, to be tried with less space."""


@dataclass(frozen=True, slots=True)
class _Stand:
    """Columns in their places, with their headings and, for each page, the cards and their distance down."""

    boxes: dict[Column, QRectF]
    headings: dict[Column, HeadingBlock]
    below: float
    filled: dict[Column, list[list[tuple[float, Block]]]]
    tried: tuple[_Stand, ...] = ()
    """Other arrangements that were measured, kept so that their cards need not be set again."""

    @property
    def pages(self) -> int:
        """Number of pages of the longest column."""
        return max(map(len, self.filled.values()))

    @property
    def nearly_fits(self) -> bool:
        """True if less space might be enough; longer columns are not measured again at every edit."""
        return all(
            sum(block.height for page in pages for _y, block in page)
            < _SAVES * (self.boxes[column].height() - self.below)
            for column, pages in self.filled.items()
        )


def _stand(view: WallView, measure: Measure) -> _Stand:
    """Arrange the columns, with less space between cards if that avoids a second page."""
    tried = [_stand_in(_AIRS[0], view, measure)]
    if tried[0].nearly_fits:
        for air in _AIRS[1:]:
            if tried[-1].pages == 1:
                break
            tried.append(_stand_in(air, view, measure))
    chosen = tried[-1] if tried[-1].pages == 1 else tried[0]
    return replace(chosen, tried=tuple(tried))


def _stand_in(air: Air, view: WallView, measure: Measure) -> _Stand:
    boxes = _boxes(view.focus, measure, air.wide)
    times = _heading_size(
        tuple((column_title(column, spoken()), box.width()) for column, box in boxes.items()), measure
    )
    headings = {
        column: _heading(column, box, measure, times, in_focus=view.focus in (None, column))
        for column, box in boxes.items()
    }
    below = max(heading.height for heading in headings.values()) + 0.4 * measure.unit
    filled = {
        column: fill_pages(
            [_card(item, view.focus, box.width(), measure, air) for item in view.column(column)],
            box.height() - below,
            air.gap * measure.unit,
        )
        for column, box in boxes.items()
    }
    return _Stand(boxes, headings, below, filled)


def _alone(view: WallView, column: Column, measure: Measure) -> list[list[Mark]]:
    """Return the pages of one column; none if it is empty and another column is in focus."""
    items = view.column(column)
    if not items and view.focus not in (None, column):
        return []
    box = measure.content
    blocks = [
        _heading(column, box, measure, 1.0),
        *(_card(item, None, box.width(), measure) for item in items),
    ]
    pages = []
    for placed in fill_pages(blocks, box.height(), 0.65 * measure.unit):
        marks = head(view, measure, wall_title(view))
        for y, block in placed:
            marks += block.place(box.x(), box.y() + y)
        pages.append(marks)
    return pages


def _boxes(focus: Column | None, measure: Measure, wide: float) -> dict[Column, QRectF]:
    content, gap = measure.content, 1.15 * measure.unit
    shares = {column: wide if column is focus else 1.0 for column in Column}
    free = content.width() - gap * (len(Column) - 1)
    boxes, x = {}, content.x()
    for column, share in shares.items():
        width = free * share / sum(shares.values())
        boxes[column] = QRectF(x, content.y(), width, content.height())
        x += width + gap
    return boxes


@lru_cache(maxsize=16)
def _heading_size(headings: tuple[tuple[str, float], ...], measure: Measure) -> float:
    """Return the size in units, 1.0 to 1.25, at which every heading stays on one line; else 1.0.

    Each heading comes with the width of its column in pixels. The result is cached, since it is the same at
    each edit.
    """
    for times in (1.25, 1.2, 1.15, 1.1, 1.05):
        lines = (_heading_words(title, width, measure, times) for title, width in headings)
        if all(words.height <= words.line_height for words in lines):
            return times
    return 1.0


def _heading_words(title: str, width: float, measure: Measure, times: float, colour: str = "ink") -> Words:
    """Return the words of a heading that stands beside its picture in a column of this width."""
    size = measure.letters(times)
    return Words(title, width=width - size * 1.35, size=size, bold=True, colour=colour)


def _heading(
    column: Column, box: QRectF, measure: Measure, times: float, *, in_focus: bool = True
) -> HeadingBlock:
    """Return the heading of a column; out of focus it loses its colour but stays readable."""
    tone = column_tone(column)
    words = _heading_words(
        column_title(column, spoken()), box.width(), measure, times, colour=tone if in_focus else "soft"
    )
    return HeadingBlock(words, icon=tone)


def _card(
    statement: StatementView, focus: Column | None, width: float, measure: Measure, air: Air = _AIRS[0]
) -> Block:
    in_focus = focus is None or statement.column is focus
    label = statement_label(statement)
    key = statement, label, in_focus, width, measure, air
    if (known := standing.get(key)) is not None:
        return known
    padding = air.padding * measure.unit
    left = 0.9 * measure.unit
    room = width - left - padding
    letters = measure.letters(air.letters if in_focus else 1.0)
    parts = [Words(statement.text, width=room, size=letters, colour="ink" if in_focus else "soft")]
    tone = column_tone(statement.column)
    # Letters have the same size, so a label in the text's colour would read as its last line.
    parts.append(Words(label, width=room, size=measure.letters(), colour="soft" if in_focus else tone))
    card = CardBlock(
        width, (Cell(left, tuple(parts), gap=0.12 * measure.unit),), f"{tone}_wash", tone, padding=padding
    )
    standing[key] = card
    return card


def statement_label(statement: StatementView) -> str:
    """Return the kind of a statement and the names of those who see it differently."""
    label = room_kind_label(statement.kind, spoken())
    if not statement.disputed_by:
        return label
    return _("{label} · {remark}").format(label=label, remark=differs(statement.disputed_by, spoken()))
