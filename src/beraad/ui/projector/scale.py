"""The scale: the question, both ends in words, and after the reveal everybody's token on the line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt

from beraad.disclosure.views import ScaleView, ScoreView, WallView
from beraad.i18n import _, ngettext
from beraad.terms import Circle
from beraad.ui.projector.frame import family_title, fitted, head
from beraad.ui.projector.marks import Mark, Panel, ScaleBar, Token, Words
from beraad.ui.projector.measure import Measure
from beraad.ui.words import circle_label

_TOKEN = 2.35
"""Diameter of a token in units: its letters are 0.43 of it, so a little over one unit."""


def scale_pages(view: WallView, measure: Measure) -> list[list[Mark]]:
    """A page for each scale question."""
    if not view.scales:
        return [head(view, measure, family_title(view))]
    return [_page(view, scale, measure) for scale in view.scales]


def _page(view: WallView, scale: ScaleView, measure: Measure) -> list[Mark]:
    unit, content = measure.unit, measure.content
    question = fitted(scale.question, width=content.width(), height=5 * unit, measure=measure, times=1.8)
    marks: list[Mark] = [question.at(content.x(), 1.5 * unit)]
    line_y = content.y() + content.height() * (0.66 if view.revealed else 0.5)
    bar = QRectF(content.x() + 1.2 * unit, line_y, content.width() - 2.4 * unit, 0.55 * unit)
    marks.append(ScaleBar(bar))
    marks += _numbers(bar, measure)
    ends_y = _ends(scale, bar, measure, marks)
    if view.revealed:
        marks += _tokens(scale.scores, bar, measure, top=1.5 * unit + question.height)
        marks += _spread(scale, ends_y, measure)
    else:
        wait = Words(
            _("Iedereen kiest zelf een getal. We laten ze straks samen zien."),
            width=content.width(),
            size=measure.letters(1.2),
            colour="soft",
            align=Qt.AlignmentFlag.AlignHCenter,
        )
        marks.append(wait.at(content.x(), max(line_y - 5 * unit, 1.8 * unit + question.height)))
    return marks


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


def _ends(scale: ScaleView, bar: QRectF, measure: Measure, marks: list[Mark]) -> float:
    """What 0 and 10 mean, under their numbers. Gives the y below them."""
    y = bar.bottom() + 2.1 * measure.unit
    content = measure.content
    width = content.width() * 0.42
    zero = Words(scale.zero, width=width, size=measure.letters(), colour="danger")
    ten = Words(
        scale.ten, width=width, size=measure.letters(), colour="safety", align=Qt.AlignmentFlag.AlignRight
    )
    marks += [zero.at(content.x(), y), ten.at(content.right() - width, y)]
    return y + max(zero.height, ten.height)


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


def _spread(scale: ScaleView, y: float, measure: Measure) -> list[Mark]:
    """Per circle the lowest and highest number, beside last time."""
    content, gap, pad = measure.content, 0.8 * measure.unit, 0.5 * measure.unit
    width = (content.width() - gap * (len(Circle) - 1)) / len(Circle)
    marks: list[Mark] = []
    for index, circle in enumerate(Circle):
        now, before = _range(scale.scores, circle), _range(scale.before, circle)
        x = content.x() + index * (width + gap)
        title = Words(circle_label(circle), width=width - 2 * pad, size=measure.letters(), colour="soft")
        numbers = Words(now or "–", width=width - 2 * pad, size=measure.letters(1.5), bold=True)
        height = title.height + numbers.height + 2 * pad
        top = min(y + 0.6 * measure.unit, measure.height - height - 0.6 * measure.unit)
        marks.append(Panel(QRectF(x, top, width, height), "card", line="line", radius=pad))
        marks.append(title.at(x + pad, top + pad))
        marks.append(numbers.at(x + pad, top + pad + title.height))
        if before:
            left = numbers.natural_width + 0.6 * measure.unit
            words = Words(
                _("vorige keer {range}").format(range=before),
                width=width - 2 * pad - left,
                size=measure.letters(),
            )
            shift = (numbers.line_height - words.line_height) * 0.75
            marks.append(words.at(x + pad + left, top + pad + title.height + shift))
    marks += _declined(scale, measure)
    return marks


def _declined(scale: ScaleView, measure: Measure) -> list[Mark]:
    """How many would rather not say; who, is nobody's business."""
    count = sum(score.declined for score in scale.scores)
    if not count:
        return []
    words = Words(
        ngettext("{count} zegt het liever niet", "{count} zeggen het liever niet", count).format(count=count),
        width=measure.content.width(),
        size=measure.letters(),
        colour="soft",
        align=Qt.AlignmentFlag.AlignRight,
    )
    return [words.at(measure.content.x(), measure.content.y())]


def _range(scores: Iterable[ScoreView], circle: Circle) -> str:
    values = [score.value for score in scores if score.value is not None and score.person.circle is circle]
    if not values:
        return ""
    lowest, highest = min(values), max(values)
    return str(lowest) if lowest == highest else f"{lowest} – {highest}"
