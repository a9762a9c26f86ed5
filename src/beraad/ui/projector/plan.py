"""Pages of the plan: agreements, time-out and emergency steps; at signing also who has answered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from beraad.disclosure.views import AgreementView, EmergencyStepView, PersonView, TimeOutView, WallView
from beraad.export.timing import shortly
from beraad.i18n import _, format_list, spoken
from beraad.ui.projector.blocks import Block, CardBlock, Cell, HeadingBlock, fill_pages, standing
from beraad.ui.projector.frame import head, wall_title
from beraad.ui.projector.marks import Later, Mark, Page, Words
from beraad.ui.projector.measure import Measure
from beraad.words import headings
from beraad.words.plan import minutes

_GAP = 0.55


def plan_pages(view: WallView, measure: Measure) -> Sequence[Page]:
    """Return the pages with the plan; at signing with a column of people beside it."""
    content = measure.content
    signing = bool(view.answered)
    width = content.width() * (0.7 if signing else 1.0)
    filled = fill_pages(list(_blocks(view, width, measure)), content.height(), _GAP * measure.unit)
    people = _answered_pages(view, content.width() * 0.27, measure) if signing else [[]]

    def page(number: int) -> list[Mark]:
        marks = head(view, measure, wall_title(view))
        for y, block in filled[min(number, len(filled) - 1)]:
            marks += block.place(content.x(), content.y() + y)
        return [*marks, *people[min(number, len(people) - 1)]]

    return [Later(partial(page, number)) for number in range(max(len(filled), len(people)))]


def _blocks(view: WallView, width: float, measure: Measure) -> Iterator[Block]:
    for agreement in view.agreements:
        yield _agreement(agreement, width, measure)
    if view.time_outs:
        yield _heading(_(headings.TIME_OUT), "timeout", "next", width, measure)
        for time_out in view.time_outs:
            yield _time_out(time_out, width, measure)
    if view.emergency:
        yield _heading(_(headings.EMERGENCY), "emergency", "danger", width, measure)
        for step in view.emergency:
            yield _emergency(step, width, measure)


def _heading(text: str, icon: str, tone: str, width: float, measure: Measure) -> Block:
    size = measure.letters(1.25)
    return HeadingBlock(Words(text, width=width - 2 * size, size=size, bold=True, colour=tone), icon=icon)


def _agreement(agreement: AgreementView, width: float, measure: Measure) -> Block:
    when = tuple(part for part in shortly(agreement.timing, spoken()) if part)
    key = agreement, when, width, measure
    if (known := standing.get(key)) is not None:
        return known
    pad = 0.55 * measure.unit
    letters = measure.letters(1.1)
    number_at, what_at = pad * 1.5, pad * 1.5 + 2.2 * measure.unit
    who_at = width * 0.62
    number = Words(str(agreement.number), width=2 * measure.unit, size=letters, bold=True, colour="next")
    what = Words(agreement.what, width=who_at - what_at - measure.unit, size=letters, bold=True)
    small = measure.letters()
    room = width - who_at - pad
    who = Words(format_list([owner.called for owner in agreement.owners]), width=room, size=small)
    cells = (
        Cell(number_at, (number,)),
        Cell(what_at, (what,)),
        Cell(who_at, (who, *_when(when, room, small))),
    )
    card = standing[key] = CardBlock(width, cells, "card", "next", "line", padding=pad)
    return card


def _when(parts: tuple[str, ...], room: float, size: float) -> tuple[Words, ...]:
    """Return how often and the dates on one line if that fits, else on two."""
    together = Words(", ".join(parts), width=room, size=size, colour="soft")
    if together.height <= together.line_height:
        return (together,)
    return tuple(Words(part, width=room, size=size, colour="soft") for part in parts)


def _time_out(time_out: TimeOutView, width: float, measure: Measure) -> Block:
    pad = 0.55 * measure.unit
    room = width - 3 * pad
    letters = measure.letters(1.1)
    who = _("{name} gaat naar: {place}").format(name=time_out.takes.called, place=time_out.goes_to)
    lines = (
        Words(_("Het teken: {signal}").format(signal=time_out.signal), width=room, size=letters, bold=True),
        Words(f"{who} · {minutes(time_out.minutes, spoken())}", width=room, size=letters),
        Words(_("Daarna: {returns}").format(returns=time_out.returns), width=room, size=measure.letters()),
    )
    return CardBlock(width, (Cell(1.5 * pad, lines),), "next_wash", "next", padding=pad)


def _emergency(step: EmergencyStepView, width: float, measure: Measure) -> Block:
    pad = 0.45 * measure.unit
    letters = measure.letters(1.1)
    text_at, call_at = 1.5 * pad + 2.2 * measure.unit, width * 0.74
    number = Words(str(step.number), width=2 * measure.unit, size=letters, bold=True, colour="danger")
    text = Words(step.text, width=call_at - text_at - measure.unit, size=letters)
    cells = [Cell(1.5 * pad, (number,)), Cell(text_at, (text,))]
    if step.call:
        cells.append(Cell(call_at, (Words(step.call, width=width - call_at - pad, size=letters, bold=True),)))
    return CardBlock(width, tuple(cells), "danger_wash", "danger", padding=pad)


def _answered_pages(view: WallView, width: float, measure: Measure) -> list[list[Mark]]:
    """Return who has answered (a tick) and who has not yet, never what they answered."""
    content = measure.content
    x = content.right() - width
    title = Words(_("Wie heeft geantwoord"), width=width, size=measure.letters(), bold=True)
    top = title.height + 0.5 * measure.unit
    rows = [_answered(person, width, measure, done=done) for person, done in view.answered]
    pages = []
    for placed in fill_pages(rows, content.height() - top, 0.4 * measure.unit):
        marks: list[Mark] = [title.at(x, content.y())]
        for y, block in placed:
            marks += block.place(x, content.y() + top + y)
        pages.append(marks)
    return pages


def _answered(person: PersonView, width: float, measure: Measure, *, done: bool) -> Block:
    key = person, done, width, measure
    if (known := standing.get(key)) is not None:
        return known
    side, tick = 2.35 * measure.unit, 1.5 * measure.unit
    left = side + 0.5 * measure.unit
    name = Words(person.called, width=width - left - tick - 0.3 * measure.unit, size=measure.letters())
    role, tone = ("done", "safety") if done else ("open_end", "soft")
    card = standing[key] = CardBlock(
        width,
        (Cell(left, (name,)),),
        "card",
        padding=0.2 * measure.unit,
        centred=True,
        tokens=((0.0, side, person),),
        icons=((width - tick, tick, role, tone),),
    )
    return card
