"""Blocks that tell the difference between two documents of one reader: new, changed, stopped, the same.

A value that changed stands first and strong, the old one behind it in words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from beraad.codes import ChangedFact, DocumentChange
from beraad.disclosure.difference import words_of
from beraad.disclosure.signing_views import Difference, FactChange, ItemChange, Shown, Value
from beraad.disclosure.views import (
    AgreementView,
    EmergencyStepView,
    PromiseView,
    ScaleView,
    StatementView,
    TimeOutView,
    TimingView,
)
from beraad.export import timing
from beraad.export.document import Block, Emphasis, Item, Line, Mark, Panel, Prose, Span, Tone
from beraad.export.sections import line
from beraad.i18n import Language
from beraad.words import headings
from beraad.words.difference import change_title, fact_label, instead_of, nothing_any_more
from beraad.words.plan import minutes

_TONES = {
    DocumentChange.NEW: Tone.SAFETY,
    DocumentChange.CHANGED: Tone.NEXT,
    DocumentChange.STOPPED: Tone.DANGER,
    DocumentChange.STAYS: Tone.INK,
}
_TOLD = tuple(change for change in DocumentChange if change is not DocumentChange.STAYS)


def whole_difference(found: Difference, _: Language) -> Iterator[Block]:
    """Yield everything that is new, changed or stopped, for the reader's own eyes on the signing screen."""
    if not found.differs:
        return
    for change in _TOLD:
        yield from _group(change, (item for item in found.items if item.kind is change), _)
    if not found.changes:
        yield Prose((line(_("Er is een kleinigheid anders. Lees het hele plan nog eens.")),))


def difference_for_home(found: Difference, _: Language) -> Iterator[Block]:
    """Yield what changed for a paper that may hang on a fridge.

    What happened, the numbers and what goes well are not told there: it says that they changed. What stays
    is told of the reader's own agreements.
    """
    for change in _TOLD:
        yield from _group(change, (item for item in found.items if _at_home(item, change)), _)
    stays = [item for item in found.items if _at_home(item, DocumentChange.STAYS) and _is_own(item.item)]
    yield from _group(DocumentChange.STAYS, stays, _)
    inside = any(not _hangs(item.item) for item in found.changes)
    if inside or not found.changes:
        yield Prose((line(_("Ook in de rest van je plan is iets anders. Lees je nieuwe papier.")),))


def _at_home(item: ItemChange, change: DocumentChange) -> bool:
    return item.kind is change and _hangs(item.item)


def _hangs(item: Shown) -> bool:
    """Return True if it may stand on a paper that hangs on a fridge."""
    return not isinstance(item, StatementView | ScaleView)


def _is_own(item: Shown) -> bool:
    return isinstance(item, PromiseView) or (isinstance(item, AgreementView) and item.mine)


def _group(change: DocumentChange, items: Iterable[ItemChange], _: Language) -> Iterator[Panel]:
    told = tuple(_item(item, _) for item in items)
    if told:
        yield Panel(change_title(change, _), _TONES[change], told)


def _item(change: ItemChange, _: Language) -> Item:
    item = change.item
    said = list(_lines(item, _))
    words = next((fact for fact in change.facts if fact.fact is ChangedFact.WORDS), None)
    if words is not None:
        said.append(line(instead_of(f"‘{words.before}’", _), Emphasis.SOFT))
    facts = [_fact(fact, _) for fact in change.facts if fact.fact is not ChangedFact.WORDS]
    if change.kind is DocumentChange.NEW:
        facts += _facts_of(item, _)
    aside = item.call or "" if isinstance(item, EmergencyStepView) else ""
    stopped = change.kind is DocumentChange.STOPPED
    number = item.number if isinstance(item, AgreementView) and item.number else 0
    return Item(
        tuple(said),
        str(number) if number and not stopped else "",
        aside if not stopped else "",
        facts=tuple(facts),
        style=Mark.OPEN if number and not stopped else Mark.PLAIN,
    )


def _lines(item: Shown, _: Language) -> Iterator[Line]:
    """Yield the words of an item, with a word for what it is where that does not say itself."""
    if isinstance(item, TimeOutView):
        title = _("Time-out van {name}").format(name=item.takes.called)
        yield (Span(f"{title}: "), Span(item.signal, Emphasis.STRONG))
    elif isinstance(item, EmergencyStepView):
        yield (Span(f"{_(headings.EMERGENCY)}: ", Emphasis.SOFT), Span(item.text, Emphasis.STRONG))
    else:
        yield line(words_of(item), Emphasis.STRONG)


def _facts_of(item: Shown, _: Language) -> list[tuple[str, Line]]:
    """Return what one has to know of something new, beside its words."""
    known: list[tuple[ChangedFact, Value]] = []
    if isinstance(item, AgreementView):
        known = [
            (ChangedFact.OWNERS, tuple(owner.called for owner in item.owners)),
            (ChangedFact.TIMING, item.timing),
            (ChangedFact.FALLBACK, item.fallback),
        ]
    elif isinstance(item, TimeOutView):
        known = [(ChangedFact.GOES_TO, item.goes_to), (ChangedFact.MINUTES, item.minutes)]
    elif isinstance(item, PromiseView):
        known = [(ChangedFact.TIMING, item.timing)]
    told = ((fact, _value(value, fact, _)) for fact, value in known)
    return [(fact_label(fact, _), line(_begun(value))) for fact, value in told if value]


def _fact(change: FactChange, _: Language) -> tuple[str, Line]:
    now = _value(change.now, change.fact, _)
    before = _value(change.before, change.fact, _)
    if not now and change.fact is ChangedFact.WAITING:
        return fact_label(change.fact, _), line(_("niemand meer: iedereen zei ja"), Emphasis.STRONG)
    new = Span(now or nothing_any_more(_), Emphasis.STRONG)
    return fact_label(change.fact, _), (new, Span(f" – {instead_of(before, _)}"))


def _value(value: Value, fact: ChangedFact, _: Language) -> str:
    """Return a value in words; empty if there is none."""
    if isinstance(value, TimingView):
        return timing.timing_in_words(value, _)
    if isinstance(value, tuple):
        return _.listed(list(value))
    if isinstance(value, int):
        return minutes(value, _) if fact is ChangedFact.MINUTES else str(value)
    if value and fact is ChangedFact.HOUR:
        return timing.clock(value, _)
    return value or ""


def _begun(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
