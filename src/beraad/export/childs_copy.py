"""Child's copy: one page in large print with numbers to call, places to go and promises of grown-ups."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterator

from beraad.disclosure.sheet import ALARM
from beraad.disclosure.views import ChildView, NextMeetingView, PlanView, PromiseView
from beraad.export import timing
from beraad.export.document import (
    Alarm,
    Beside,
    Block,
    Document,
    Emphasis,
    EmptyFrame,
    Head,
    Item,
    Numbers,
    PageStyle,
    Panel,
    Prose,
    Tone,
)
from beraad.export.sections import line
from beraad.i18n import Language
from beraad.terms import TimingKind
from beraad.words import headings

CHILD_LINE = "0800-0432"
"""Number of the Kindertelefoon: free, for children from 8 to 18."""

_MOST_PROMISES = 10
"""Most promises: a page in large print holds no more."""
_ROOM_TO_DRAW = (440.0, 380.0, 300.0, 220.0, 150.0, 100.0)
"""Heights in points of the frame to draw in; the first that fits on the page is used."""
_LONGEST_NAME = 60
"""Most printed letters of a name."""


def childs_copy(view: PlanView, banner: str, _: Language) -> Document:
    """Return the copy of a child, always one page. Raise ValueError if the reader gets another copy.

    What does not fit is left out: the frame to draw in, the own words, then promises from the last on.
    """
    child = view.child
    if child is None:
        raise ValueError("a child's copy is for a child")
    heading = _(headings.MY_CARD if view.card else headings.MY_PLAN)
    ways = [tuple(_blocks(child, held, heading, view.next_meeting, _)) for held in _ever_shorter(child)]
    frames = (EmptyFrame(_("Hier mag ik tekenen."), height) for height in _ROOM_TO_DRAW)
    first, *shorter = (*((*ways[0], frame) for frame in frames), *ways)
    return Document(
        title=_(headings.MY_PLAN),
        language=_.code,
        footer_left=_("van {name}").format(name=_short(child.name)),
        code_words="{code}",
        signed_code=view.signed_code,
        page_words=_(headings.PAGE),
        blocks=first,
        style=PageStyle.CHILD,
        banner=banner,
        names=tuple(dict.fromkeys(_names(child))),
        shorter=tuple(shorter),
    )


def held_on_page(child: ChildView, version: int) -> ChildView:
    """Return the part of a child's copy that stands on its page, if this version of it was drawn.

    `version` is that of `Rendered`.
    """
    return list(_ever_shorter(child))[max(0, version - len(_ROOM_TO_DRAW))]


def _ever_shorter(child: ChildView) -> Iterator[ChildView]:
    """Yield what the page holds, then ever less of it."""
    for shown in range(min(len(child.promises), _MOST_PROMISES), -1, -1):
        for own_words in (child.own_words, None):
            yield dataclasses.replace(child, promises=child.promises[:shown], own_words=own_words)
    yield dataclasses.replace(child, promises=(), own_words=None, goes=())


def _names(child: ChildView) -> Iterator[str]:
    yield child.name
    yield from (call.called for call in child.calls)
    for promise in child.promises:
        yield from promise.by


def _blocks(
    child: ChildView, held: ChildView, heading: str, meeting: NextMeetingView | None, _: Language
) -> Iterator[Block]:
    """Yield the blocks of a page with what is `held` of a child's copy."""
    yield Head(heading, "", "", _short(child.name))
    yield Alarm(_("Gevaar? Bel de politie."), _("Zeg hoe je heet. Zeg waar je bent."), ALARM)
    fault = line(_("Het is niet jouw schuld."), Emphasis.STRONG)
    yield Prose(((*fault, *line(" " + _("Jij hoeft dit niet op te lossen."))),))
    yield _numbers(child, _)
    if held.goes:
        places = tuple(Item((line(go.text),)) for go in held.goes)
        yield Panel(_("Hier kan ik naartoe"), Tone.NEXT, places)
    if held.promises:
        items = tuple(_promise(promise, _) for promise in held.promises)
        if len(held.promises) < len(child.promises):
            items = (*items, Item((line(_("Er is nog meer beloofd. Vraag het maar."), Emphasis.SOFT),)))
        yield Panel(_("Dit hebben de grote mensen beloofd"), Tone.SAFETY, items)
    words = _own_words(held, _)
    again = _again(meeting, _)
    if words and again:
        yield Beside(words, again)
    elif words or again:
        yield from filter(None, (words, again))


def _numbers(child: ChildView, _: Language) -> Numbers:
    chosen = [(_short(call.called), call.number) for call in child.calls]
    title = _("Deze mensen heb ik gekozen") if chosen else _("Hier kan ik praten")
    child_line = _("Kindertelefoon (gratis)"), CHILD_LINE
    return Numbers(title, Tone.NEXT, (*chosen, child_line))


def _own_words(child: ChildView, _: Language) -> Panel | None:
    if not child.own_words:
        return None
    said = Item((line(_("‘{words}’").format(words=child.own_words)),))
    return Panel(_("Dit heb ik zelf gezegd"), Tone.INK, (said,), outlined=True)


def _promise(promise: PromiseView, _: Language) -> Item:
    lines = [line(promise.text)]
    names = [_short(name) for name in promise.by]
    by = _("Beloofd door {names}.").format(names=_.listed(names))
    when = _when(promise, _)
    lines.append(line(f"{_begun(when)}. {by}" if when else by, Emphasis.SOFT))
    return Item(tuple(lines))


def _when(promise: PromiseView, _: Language) -> str:
    """Return the day of a promise that is kept once, else how often; empty for one that always counts."""
    if promise.timing.kind is TimingKind.ONCE:
        return timing.timing_in_words(promise.timing, _)
    return timing.often_in_words(promise.timing, _)


def _begun(words: str) -> str:
    # Dutch puts no accent on a capital.
    return ("E" if words[:1] == "é" else words[:1].upper()) + words[1:]


def _again(meeting: NextMeetingView | None, _: Language) -> Panel | None:
    """Return the day on which everybody talks again, without the place: that is for grown-ups."""
    if meeting is None or not meeting.starts_at:
        return None
    try:
        day = _.weekday_and_day(dt.datetime.fromisoformat(meeting.starts_at).date())
    except ValueError:
        return None
    return Panel(day, Tone.INK, (Item((line(_("Dan praten we weer.")),)),), outlined=True)


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1].rstrip()}…"
