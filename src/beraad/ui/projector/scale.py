"""The scale: the question, both ends in words, and after the reveal everybody's token on the line."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt

from beraad.disclosure.views import ScaleView, ScoreView, WallView
from beraad.i18n import _, ngettext
from beraad.terms import Circle
from beraad.ui.projector.blocks import CardBlock, Cell, fill_pages
from beraad.ui.projector.frame import family_title, fitted, head
from beraad.ui.projector.marks import Mark, Panel, ScaleBar, Token, Words
from beraad.ui.projector.measure import Measure
from beraad.ui.words import circle_label, step_title

_TOKEN = 2.35
"""Diameter of a token in units: its letters are 0.43 of it, so a little over one unit."""


def scale_pages(view: WallView, measure: Measure) -> list[list[Mark]]:
    """A page for each scale question; a second one where its words leave no room for the line."""
    if not view.scales:
        return [head(view, measure, family_title(view))]
    return [page for scale in view.scales for page in _pages(view, scale, measure)]


def _pages(view: WallView, scale: ScaleView, measure: Measure) -> list[list[Mark]]:
    page = _page(view, scale, measure)
    if page is not None:
        return [page]
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
        marks = head(view, measure, family_title(view))
        for y, block in placed:
            marks += block.place(measure.content.x(), measure.content.y() + y)
        pages.append(marks)
    bare = dataclasses.replace(scale, question=step_title(view.step), zero="", ten="")
    return [*pages, _page(view, bare, measure) or []]


def _page(view: WallView, scale: ScaleView, measure: Measure) -> list[Mark] | None:
    """The question, the line and what stands on it, set from the foot up; None where there is no room."""
    unit, content = measure.unit, measure.content
    question = fitted(scale.question, width=content.width(), height=5 * unit, measure=measure, times=1.8)
    marks: list[Mark] = [question.at(content.x(), 1.5 * unit)]
    top = 1.8 * unit + question.height
    revealed = view.revealed and bool(scale.scores)
    notice = _notice(scale, measure, revealed=revealed)
    if notice is not None:
        marks.append(notice.at(content.x(), top))
        top += notice.height
    foot = content.bottom()
    if revealed:
        spread, foot = _spread(scale, foot, measure)
        marks += spread
    ends, bar_y = _ends(scale, foot if revealed else content.center().y() + 6 * unit, measure)
    bar = QRectF(content.x() + 1.2 * unit, bar_y, content.width() - 2.4 * unit, 0.55 * unit)
    if bar.y() - top < (_TOKEN + 0.7) * unit:
        return None
    marks += [*ends, ScaleBar(bar), *_numbers(bar, measure)]
    if revealed:
        marks += _tokens(scale.scores, bar, measure, top=top)
    return marks


def _notice(scale: ScaleView, measure: Measure, *, revealed: bool) -> Words | None:
    """Before the reveal what we wait for; then how many would rather not say. Who, is nobody's business."""
    width = measure.content.width()
    if not revealed:
        text = _("Iedereen kiest zelf een getal. We laten ze straks samen zien.")
        return Words(text, width=width, size=measure.letters(1.2), colour="soft")
    count = sum(score.declined for score in scale.scores)
    if not count:
        return None
    said = ngettext("{count} zegt het liever niet", "{count} zeggen het liever niet", count)
    return Words(said.format(count=count), width=width, size=measure.letters(), colour="soft")


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


def _ends(scale: ScaleView, foot: float, measure: Measure) -> tuple[list[Mark], float]:
    """What 0 and 10 mean, ending at `foot`; and where the line stands above them."""
    content, size = measure.content, measure.letters()
    width = content.width() * 0.47
    zero = Words(scale.zero, width=width, size=size, colour="danger")
    ten = Words(scale.ten, width=width, size=size, colour="safety", align=Qt.AlignmentFlag.AlignRight)
    y = foot - 0.5 * measure.unit - max(zero.height, ten.height)
    return [zero.at(content.x(), y), ten.at(content.right() - width, y)], y - 2.75 * measure.unit


def _tokens(scores: Iterable[ScoreView], bar: QRectF, measure: Measure, *, top: float) -> list[Mark]:
    """Tokens above their number: a stack, then a second one beside it, then how many more there are."""
    side, step = _TOKEN * measure.unit, (_TOKEN + 0.2) * measure.unit
    rows = max(1, int((bar.y() - 0.5 * measure.unit - top) // step))
    slot = bar.width() / 10
    given = Counter(score.value for score in scores if score.value is not None)
    marks: list[Mark] = []
    placed: Counter[int] = Counter()
    for score in scores:
        if score.value is None:
            continue
        value, count = score.value, given[score.value]
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
            marks.append(Token(QRectF(x, y, side, side), score.person))
    return marks


def _spread(scale: ScaleView, foot: float, measure: Measure) -> tuple[list[Mark], float]:
    """Per circle the lowest and highest number, beside last time, ending at `foot`; and where they begin."""
    content, gap, pad = measure.content, 0.8 * measure.unit, 0.5 * measure.unit
    width = (content.width() - gap * (len(Circle) - 1)) / len(Circle)
    room = width - 2 * pad
    titles = [
        Words(circle_label(circle), width=room, size=measure.letters(), colour="soft") for circle in Circle
    ]
    title_height = max(title.height for title in titles)
    marks: list[Mark] = []
    top = foot
    for index, (circle, title) in enumerate(zip(Circle, titles, strict=True)):
        now, before = _range(scale.scores, circle), _range(scale.before, circle)
        numbers = Words(now or "–", width=room, size=measure.letters(1.5), bold=True)
        height = title_height + numbers.height + 2 * pad
        x, top = content.x() + index * (width + gap), foot - height
        marks.append(Panel(QRectF(x, top, width, height), "card", line="line", radius=pad))
        marks += [title.at(x + pad, top + pad), numbers.at(x + pad, top + pad + title_height)]
        if before:
            left = numbers.natural_width + 0.6 * measure.unit
            text = _("vorige keer {range}").format(range=before)
            words = Words(text, width=room - left, size=measure.letters())
            shift = (numbers.line_height - words.line_height) * 0.75
            marks.append(words.at(x + pad + left, top + pad + title_height + shift))
    return marks, top


def _range(scores: Iterable[ScoreView], circle: Circle) -> str:
    values = [score.value for score in scores if score.value is not None and score.person.circle is circle]
    if not values:
        return ""
    lowest, highest = min(values), max(values)
    return str(lowest) if lowest == highest else f"{lowest} – {highest}"
