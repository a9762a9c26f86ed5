"""Compare two plans as one reader may see them: what is new, changed or stopped in that reader's document.

Only the two views are read, so that a change that the reader may not see is no change.
"""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from beraad.codes import ChangedFact, DocumentChange
from beraad.disclosure.signing_views import Difference, FactChange, ItemChange, Shown, Value
from beraad.disclosure.views import (
    AgreementView,
    EmergencyStepView,
    EndedAgreementView,
    GoView,
    PlanView,
    PromiseView,
    ScaleView,
    ScoreView,
    StatementView,
    TimeOutView,
    TimingView,
)
from beraad.terms import TimingKind

Same = Callable[[object, object], bool]
"""Function that returns True if an item of the earlier view goes on as an item of the later one."""

T = TypeVar("T", bound=Shown)

_Facts = tuple[tuple[ChangedFact, Value], ...]


def difference(before: PlanView, now: PlanView, same: Same) -> Difference:
    """Return how the document of `now` differs from that of `before`, of the same reader."""
    if not differs(before, now):
        stays = (ItemChange(DocumentChange.STAYS, item) for item in _shown(now))
        return Difference(tuple(stays), differs=False)
    found = tuple(_child(before, now, same) if now.child else _plan(before, now, same))
    order = list(DocumentChange)
    return Difference(tuple(sorted(found, key=lambda item: order.index(item.kind))), differs=True)


def differs(before: PlanView, now: PlanView) -> bool:
    """Return True if the document of a reader says something else than the one before.

    How to reach people and the next meeting are no part of what was agreed.
    """
    if (before.child is None) != (now.child is None):
        return True
    if before.child and now.child:
        texts = [
            (child.goes, [(item.text, item.timing, item.by) for item in child.promises])
            for child in (before.child, now.child)
        ]
        return texts[0] != texts[1]
    return before.body.digest() != now.body.digest()


def _shown(view: PlanView) -> Iterator[Shown]:
    """Yield what is compared of a document, in reading order."""
    if view.child:
        yield from view.child.goes
        yield from view.child.promises
        return
    body = view.body
    parts: tuple[tuple[Shown, ...], ...] = (
        body.agreements,
        body.emergency,
        body.time_outs,
        body.danger,
        body.safety,
        body.next_steps,
        body.scales,
    )
    yield from itertools.chain(*parts)


def _child(before: PlanView, now: PlanView, same: Same) -> Iterator[ItemChange]:
    if before.child is None or now.child is None:
        return
    yield from _compared(before.child.promises, now.child.promises, same, _promised)
    yield from _compared(before.child.goes, now.child.goes, _never, _nothing)


def _plan(before: PlanView, now: PlanView, same: Same) -> Iterator[ItemChange]:
    old, new = before.body, now.body
    yield from _compared(old.agreements, new.agreements, same, _agreed)
    yield from _ended_before(old.ended, new.ended, old.agreements)
    yield from _compared(old.emergency, new.emergency, _said_alike, _stepped)
    yield from _compared(old.time_outs, new.time_outs, _taken_alike, _left)
    for column in ("danger", "safety", "next_steps"):
        yield from _compared(getattr(old, column), getattr(new, column), same, _stated)
    yield from _compared(old.scales, new.scales, _asked_alike, _scaled)


def _ended_before(
    old: Sequence[EndedAgreementView],
    new: Sequence[EndedAgreementView],
    agreements: Sequence[AgreementView],
) -> Iterator[ItemChange]:
    """Yield what is among the ended now and stood nowhere in the document before."""
    known = {*(item.what for item in old), *(item.what for item in agreements)}
    for item in new:
        if item.what not in known:
            stopped = AgreementView(0, item.what, item.owners, TimingView(TimingKind.ALWAYS))
            yield ItemChange(DocumentChange.STOPPED, stopped)


def _compared(
    old: Iterable[T], new: Iterable[T], same: Same, facts_of: Callable[[T], _Facts]
) -> Iterator[ItemChange]:
    """Yield each item: what stays word for word is found first, then what goes on in other words."""
    left, now = list(old), list(new)
    pairs: dict[int, T] = {}
    for alike in (lambda then, item: _told(then, facts_of) == _told(item, facts_of), same):
        for place, item in enumerate(now):
            then = next((one for one in left if place not in pairs and alike(one, item)), None)
            if then is not None:
                pairs[place] = then
                left.remove(then)
    for place, item in enumerate(now):
        earlier = pairs.get(place)
        if earlier is None:
            yield ItemChange(DocumentChange.NEW, item)
            continue
        was, facts = dict(_told(earlier, facts_of)), _told(item, facts_of)
        changed = tuple(FactChange(fact, value, was[fact]) for fact, value in facts if was[fact] != value)
        yield ItemChange(DocumentChange.CHANGED if changed else DocumentChange.STAYS, item, _hour(changed))
    yield from (ItemChange(DocumentChange.STOPPED, item) for item in left)


def _told(item: T, facts_of: Callable[[T], _Facts]) -> _Facts:
    return ((ChangedFact.WORDS, words_of(item)), *facts_of(item))


def words_of(item: Shown) -> str:
    """Return the words by which an item is known."""
    match item:
        case AgreementView():
            return item.what
        case TimeOutView():
            return item.signal
        case ScaleView():
            return item.question
        case _:
            return item.text


def _hour(changed: tuple[FactChange, ...]) -> tuple[FactChange, ...]:
    """Return the changes, with the hour alone where nothing else of the timing changed."""
    return tuple(_only_hour(item) for item in changed)


def _only_hour(change: FactChange) -> FactChange:
    now, before = change.now, change.before
    if not (isinstance(now, TimingView) and isinstance(before, TimingView) and now.at and before.at):
        return change
    alike = dataclasses.replace(now, at=before.at) == before
    return FactChange(ChangedFact.HOUR, now.at, before.at) if alike else change


# -- the facts of each kind of item, and when it is the same one ------------------------------------


def _agreed(item: AgreementView) -> _Facts:
    waiting = (
        ()
        if item.accepted
        else tuple(owner.called for owner in item.owners if owner.called not in item.accepted_by)
    )
    return (
        (ChangedFact.OWNERS, tuple(sorted(owner.called for owner in item.owners))),
        (ChangedFact.TIMING, item.timing),
        (ChangedFact.MEASURED_BY, item.measured_by),
        (ChangedFact.CHECKED_BY, item.checked_by),
        (ChangedFact.FALLBACK, item.fallback),
        (ChangedFact.WAITING, waiting),
        (ChangedFact.HELPS, next((one.remark for one in item.readiness if one.remark), None)),
    )


def _stepped(item: EmergencyStepView) -> _Facts:
    return ((ChangedFact.NUMBER, item.call),)


def _left(item: TimeOutView) -> _Facts:
    return (
        (ChangedFact.SIGNS, item.signs),
        (ChangedFact.GOES_TO, item.goes_to),
        (ChangedFact.MINUTES, item.minutes),
        (ChangedFact.RETURNS, item.returns),
    )


def _stated(item: StatementView) -> _Facts:
    return ((ChangedFact.DISPUTED_BY, item.disputed_by),)


def _scaled(item: ScaleView) -> _Facts:
    answer = next(map(_answer, item.scores), None)
    return ((ChangedFact.ENDS, (item.zero, item.ten)), (ChangedFact.ANSWER, answer))


def _answer(score: ScoreView) -> str:
    return " · ".join(filter(None, (str(score.value) if score.value is not None else "", score.because)))


def _promised(item: PromiseView) -> _Facts:
    return ((ChangedFact.TIMING, item.timing), (ChangedFact.OWNERS, item.by))


def _nothing(_item: GoView) -> _Facts:
    return ()


def _never(_then: object, _now: object) -> bool:
    return False


def _said_alike(then: object, now: object) -> bool:
    return (
        isinstance(then, EmergencyStepView) and isinstance(now, EmergencyStepView) and then.text == now.text
    )


def _taken_alike(then: object, now: object) -> bool:
    return isinstance(then, TimeOutView) and isinstance(now, TimeOutView) and then.takes == now.takes


def _asked_alike(then: object, now: object) -> bool:
    if not (isinstance(then, ScaleView) and isinstance(now, ScaleView)):
        return False
    return (then.kind, then.question) == (now.kind, now.question)
