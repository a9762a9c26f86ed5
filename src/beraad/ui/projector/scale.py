"""Pages of the scale: the question, both ends in words, and the answers that the room may see.

`RoomSees` decides: ALL shows everybody's token on the line, CIRCLES a band for each circle, WORDS what was
said without a number, NOTHING no answers.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import zip_longest

from PySide6.QtCore import QRectF, Qt

from beraad.disclosure.views import PersonView, SpreadView, WallScaleView, WallView
from beraad.i18n import _, ngettext, spoken
from beraad.initials import initials_apart
from beraad.terms import RoomSees, Said
from beraad.ui.projector.blocks import Block, CardBlock, Cell, HeadingBlock, fill_pages
from beraad.ui.projector.frame import fitted, head, wall_title
from beraad.ui.projector.marks import Mark, Panel, ScaleBar, Token, Words
from beraad.ui.projector.measure import Measure
from beraad.words.meeting import step_title
from beraad.words.people import circles_title
from beraad.words.scale import said_question

_TOKEN = 2.35
"""Diameter of a token in units. Its letters are 0.43 of it, a little over one unit."""

_BAND = 0.75
"""Height of the band of a circle in units; the band of the last time is half as high."""


def scale_pages(view: WallView, measure: Measure) -> list[list[Mark]]:
    """Return a page for each scale question; more if its words leave no room for the line."""
    if not view.scales:
        return [head(view, measure, wall_title(view))]
    return [page for scale in view.scales for page in _pages(view, scale, measure)]


def _pages(view: WallView, scale: WallScaleView, measure: Measure) -> list[list[Mark]]:
    if scale.sees is RoomSees.WORDS:
        return _own_words(view, scale, measure)
    page = _page(scale, measure)
    if page is not None:
        return [page]
    bare = dataclasses.replace(scale, question=step_title(view.step, spoken()), zero="", ten="")
    return [*_question_alone(view, scale, measure), _page(bare, measure) or []]


def _question_alone(view: WallView, scale: WallScaleView, measure: Measure) -> list[list[Mark]]:
    """Return pages with the words of the question and nothing else."""
    words = [
        Words(text, width=measure.content.width(), size=measure.letters(times), colour=colour, bold=times > 1)
        for text, times, colour in (
            (scale.question, 1.3, "ink"),
            (_("0 = {meaning}").format(meaning=scale.zero), 1.0, "danger"),
            (_("10 = {meaning}").format(meaning=scale.ten), 1.0, "safety"),
        )
    ]
    card = CardBlock(measure.content.width(), (Cell(0.0, tuple(words)),), "card", padding=0.0)
    pages = []
    for placed in fill_pages([card], measure.content.height(), 0.0):
        marks = head(view, measure, wall_title(view))
        for y, block in placed:
            marks += block.place(measure.content.x(), measure.content.y() + y)
        pages.append(marks)
    return pages


def _page(scale: WallScaleView, measure: Measure) -> list[Mark] | None:
    """Return a page with question, line and answers, set from the foot up; None if there is no room."""
    unit, content = measure.unit, measure.content
    question = fitted(scale.question, width=content.width(), height=5 * unit, measure=measure, times=1.8)
    marks: list[Mark] = [question.at(content.x(), 1.5 * unit)]
    top = 1.8 * unit + question.height
    notice = _notice(scale, measure)
    if notice is not None:
        marks.append(notice.at(content.x(), top))
        top += notice.height
    foot = content.center().y() + 6 * unit if scale.sees is RoomSees.NOTHING else content.bottom()
    if scale.sees is RoomSees.ALL:
        boxes, foot = _boxes(scale.spreads, foot, measure)
        marks += boxes
    ends, bar_y = _ends(scale, foot, measure)
    bar = QRectF(content.x() + 1.2 * unit, bar_y, content.width() - 2.4 * unit, 0.55 * unit)
    bands = _bands(scale.spreads, bar, measure) if scale.sees is RoomSees.CIRCLES else []
    needed = max(_TOKEN + 0.7, _BAND_ROW * len(bands)) * unit
    if bar.y() - top < needed:
        return None
    marks += [*ends, ScaleBar(bar), *_numbers(bar, measure)]
    for band in bands:
        marks += band
    if scale.sees is RoomSees.ALL:
        marks += _tokens(scale.given, bar, measure, top=top)
    return marks


def _notice(scale: WallScaleView, measure: Measure) -> Words | None:
    """Return what the room waits for before the reveal; after it how many declined, never who."""
    times = 1.0
    if scale.sees is RoomSees.NOTHING:
        text, times = _("Iedereen kiest zelf een cijfer. We laten ze straks samen zien."), 1.2
    elif scale.sees is RoomSees.CIRCLES:
        text = _("Van het laagste tot het hoogste cijfer.")
    elif scale.declined:
        text = ngettext(
            "{count} zegt het liever niet", "{count} zeggen het liever niet", scale.declined
        ).format(count=scale.declined)
    else:
        return None
    return Words(text, width=measure.content.width(), size=measure.letters(times), colour="soft")


def _numbers(bar: QRectF, measure: Measure) -> list[Mark]:
    slot = bar.width() / 10
    marks: list[Mark] = []
    for number in range(11):
        words = Words(
            str(number),
            width=slot,
            size=measure.letters(1.2),
            bold=True,
            align=Qt.AlignmentFlag.AlignHCenter,
        )
        marks.append(words.at(bar.x() + (number - 0.5) * slot, bar.bottom() + 0.35 * measure.unit))
    return marks


def _ends(scale: WallScaleView, foot: float, measure: Measure) -> tuple[list[Mark], float]:
    """Return the words of 0 and 10, ending at `foot`, and the top of the line above them."""
    content, size = measure.content, measure.letters()
    width = content.width() * 0.47
    zero = Words(scale.zero, width=width, size=size, colour="danger")
    ten = Words(scale.ten, width=width, size=size, colour="safety", align=Qt.AlignmentFlag.AlignRight)
    y = foot - 0.5 * measure.unit - max(zero.height, ten.height)
    return [zero.at(content.x(), y), ten.at(content.right() - width, y)], y - 2.75 * measure.unit


def _tokens(
    scores: Sequence[tuple[PersonView, int]], bar: QRectF, measure: Measure, *, top: float
) -> list[Mark]:
    """Return tokens above their number: one stack, a second beside it, then the count of the rest."""
    side, step = _TOKEN * measure.unit, (_TOKEN + 0.2) * measure.unit
    rows = max(1, int((bar.y() - 0.5 * measure.unit - top) // step))
    slot = bar.width() / 10
    given = Counter(value for _person, value in scores)
    letters = initials_apart(person.called for person, _value in scores)
    marks: list[Mark] = []
    placed: Counter[int] = Counter()
    for person, value in scores:
        count = given[value]
        place = placed[value]
        placed[value] += 1
        stack, row = divmod(place, rows)
        shift = (stack - 0.5) * side if count > rows else 0.0
        x = bar.x() + value * slot + shift - side / 2
        y = bar.y() - 0.5 * measure.unit - (row + 1) * step
        last = place == 2 * rows - 1
        if last and count > 2 * rows:
            more = Words(
                _("+{count}").format(count=count - place),
                width=side,
                size=measure.letters(),
                align=Qt.AlignmentFlag.AlignHCenter,
            )
            marks.append(more.at(x, y + side * 0.2))
        elif place < 2 * rows:
            marks.append(Token(QRectF(x, y, side, side), person, letters[person.called]))
    return marks


# -- per circle ----------------------------------------------------------------------------------------

_BAND_ROW = 3.2
"""Height in units of a circle's words and bands with the space below."""


def _bands(spreads: Sequence[SpreadView], bar: QRectF, measure: Measure) -> list[list[Mark]]:
    """Return for each circle its words, and below them a band from its lowest to its highest number.

    The band of the last time is thinner and hollow, and stands below it.
    """
    unit, rows = measure.unit, []
    for place, spread in enumerate(reversed(spreads)):
        y = bar.y() - 0.6 * unit - (place + 1) * _BAND_ROW * unit
        tone = spread.circles[0].value if len(spread.circles) == 1 else "soft"
        name = _tight(circles_title(spread.circles, spoken()), bar, measure, 1.1, bold=True, colour=tone)
        numbers = _tight(_numbers_of(spread.lowest, spread.highest), bar, measure, 1.1, bold=True)
        row: list[Mark] = []
        parts = [name, numbers]
        if spread.before:
            parts.append(_tight(_last_time(spread), bar, measure, 1.0, colour="soft"))
        gap = 0.6 * unit
        long = sum(part.width for part in parts) + gap * (len(parts) - 1)
        start = _at(bar, spread.lowest) - _BAND * unit / 2
        x = max(bar.x() - 1.2 * unit, min(start, bar.right() + 1.2 * unit - long))
        for part in parts:
            row.append(part.at(x, y))
            x += part.width + gap
        y += name.height + 0.1 * unit
        row.append(_band(spread.lowest, spread.highest, y, bar, measure, tone))
        if spread.before:
            row.append(_band(*spread.before, y + (_BAND + 0.15) * unit, bar, measure, tone, before=True))
        rows.append(row)
    return rows


def _tight(
    text: str, bar: QRectF, measure: Measure, times: float, *, bold: bool = False, colour: str = "ink"
) -> Words:
    """Return words no wider than they need."""
    size = measure.letters(times)
    needed = Words(text, width=bar.width(), size=size, bold=bold).natural_width
    return Words(text, width=min(bar.width(), needed + 1), size=size, bold=bold, colour=colour)


def _band(
    lowest: int, highest: int, y: float, bar: QRectF, measure: Measure, tone: str, *, before: bool = False
) -> Panel:
    height = measure.unit * (_BAND / 2 if before else _BAND)
    reach = measure.unit * _BAND / 2
    left, right = _at(bar, lowest) - reach, _at(bar, highest) + reach
    where = QRectF(left, y, right - left, height)
    if before:
        return Panel(where, "card", line=tone, radius=height / 2, line_width=height / 4)
    return Panel(where, tone, radius=height / 2)


def _at(bar: QRectF, number: int) -> float:
    return bar.x() + bar.width() * number / 10


def _boxes(spreads: Sequence[SpreadView], foot: float, measure: Measure) -> tuple[list[Mark], float]:
    """Return boxes with each circle's lowest and highest number, ending at `foot`, and their top."""
    content, gap, pad = measure.content, 0.8 * measure.unit, 0.5 * measure.unit
    count = max(1, len(spreads))
    width = (content.width() - gap * (count - 1)) / count
    room = width - 2 * pad
    titles = [
        Words(circles_title(spread.circles, spoken()), width=room, size=measure.letters(), colour="soft")
        for spread in spreads
    ]
    title_height = max((title.height for title in titles), default=0.0)
    marks: list[Mark] = []
    top = foot
    for index, (spread, title) in enumerate(zip(spreads, titles, strict=True)):
        numbers = Words(
            _numbers_of(spread.lowest, spread.highest), width=room, size=measure.letters(1.5), bold=True
        )
        height = title_height + numbers.height + 2 * pad
        x, top = content.x() + index * (width + gap), foot - height
        marks.append(Panel(QRectF(x, top, width, height), "card", line="line", radius=pad))
        marks += [title.at(x + pad, top + pad), numbers.at(x + pad, top + pad + title_height)]
        if spread.before:
            left = numbers.natural_width + 0.6 * measure.unit
            words = Words(_last_time(spread), width=room - left, size=measure.letters())
            shift = (numbers.line_height - words.line_height) * 0.75
            marks.append(words.at(x + pad + left, top + pad + title_height + shift))
    return marks, top


def _last_time(spread: SpreadView) -> str:
    return _("vorige keer {range}").format(range=_numbers_of(*(spread.before or (0, 0))))


def _numbers_of(lowest: int, highest: int) -> str:
    return str(lowest) if lowest == highest else f"{lowest} – {highest}"


# -- own words -----------------------------------------------------------------------------------------


def _own_words(view: WallView, scale: WallScaleView, measure: Measure) -> list[list[Mark]]:
    """Return pages with what people said, in two columns. The shorter column keeps showing its last page."""
    content, gap = measure.content, 1.15 * measure.unit
    question = fitted(
        scale.question, width=content.width(), height=5 * measure.unit, measure=measure, times=1.8
    )
    top = 1.5 * measure.unit + question.height + 0.8 * measure.unit
    first: list[list[Mark]] = []
    if top > content.center().y():
        first, top = _question_alone(view, scale, measure), content.y()
        question = fitted(
            step_title(view.step, spoken()),
            width=content.width(),
            height=3 * measure.unit,
            measure=measure,
            times=1.8,
        )
    width = (content.width() - gap) / 2
    sides = [
        fill_pages(_said(title, texts, tone, width, measure), content.bottom() - top, 0.65 * measure.unit)
        for title, texts, tone in (
            (said_question(Said.BECAUSE, spoken()), scale.because, "safety"),
            (_("Wat is er anders als het één hoger is?"), scale.one_up, "next"),
        )
    ]
    pages = []
    for placed in zip_longest(*sides):
        marks: list[Mark] = [question.at(content.x(), 1.5 * measure.unit)]
        for side, blocks in enumerate(placed):
            for y, block in blocks if blocks is not None else sides[side][-1]:
                marks += block.place(content.x() + side * (width + gap), top + y)
        pages.append(marks)
    return [*first, *pages]


def _said(title: str, texts: Iterable[str], tone: str, width: float, measure: Measure) -> list[Block]:
    pad = 0.6 * measure.unit
    heading = Words(
        title, width=width - 1.7 * measure.unit, size=measure.letters(1.2), bold=True, colour=tone
    )
    blocks: list[Block] = [HeadingBlock(heading, icon=tone)]
    for text in texts:
        words = Words(text, width=width - 2.5 * pad, size=measure.letters(1.15))
        blocks.append(CardBlock(width, (Cell(1.5 * pad, (words,)),), f"{tone}_wash", tone, padding=pad))
    return blocks
