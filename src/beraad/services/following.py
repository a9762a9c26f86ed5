"""Lets a yes to "Gaat dit over …?" follow its text and its detail when these are changed.

A yes keeps a text from somebody: it must not be lost because a letter was corrected. A no ("about
something else") was said of exactly these words and this value, and does not follow.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext

from beraad.exchange.structure import shape_of
from beraad.models import Case, LeakDecision, Row
from beraad.models.tidying import rules_of
from beraad.services.rows import in_order

Identity = tuple[object, ...]
"""Identity of a text or a value while a case is open."""
Texts = Mapping[Identity, str]


def yes_follows(case: Case) -> AbstractContextManager[None]:
    """Change texts and hidden values inside; each yes is then about what they became."""
    return _following(case) if _yeses(case) else nullcontext()


@contextmanager
def _following(case: Case) -> Iterator[None]:
    # Held until it is over, so that no other row can be taken for one of these.
    rows = list(_rows(case, ()))
    texts, values = _texts(rows), _values(case)
    yield
    texts_now, values_now = _texts(_rows(case, ())), _values(case)
    for was, now in _changed(texts, texts_now):
        for one in _yeses(case):
            if one.text.strip() == was:
                _go_on(case, one, now, one.detail, stays=was in texts_now.values())
    # The details of a person are written anew all at once: what is still there did not change.
    kept = {*values.values()} & {*values_now.values()}
    for was, now in _changed(values, values_now):
        if kept.isdisjoint((was, now)):
            for one in _yeses(case):
                if one.detail == was:
                    _go_on(case, one, one.text.strip(), now, stays=False)
    in_order(case.leak_decisions)


def _yeses(case: Case) -> list[LeakDecision]:
    return [one for one in case.leak_decisions if one.is_about]


def _go_on(case: Case, one: LeakDecision, text: str, detail: str, *, stays: bool) -> None:
    decisions = case.leak_decisions
    if not stays:
        decisions.remove(one)
    # Somebody may have said so, or said otherwise, of these words themselves.
    if not any((other.text.strip(), other.detail) == (text, detail) for other in decisions):
        decisions.append(LeakDecision(text=text, detail=detail, is_about=True))


def _changed(before: Texts, now: Texts) -> Iterator[tuple[str, str]]:
    for identity, text in before.items():
        if (becomes := now.get(identity)) and becomes != text:
            yield text, becomes


def _texts(rows: Iterable[tuple[Row, Identity]]) -> dict[Identity, str]:
    return {
        (*identity, name): text.strip()
        for row, identity in rows
        for name in _text_names(type(row))
        if isinstance(text := getattr(row, name), str) and text.strip()
    }


def _text_names(kind: type[Row]) -> Collection[str]:
    return () if kind is LeakDecision else rules_of(kind)


def _rows(row: Row, identity: Identity) -> Iterator[tuple[Row, Identity]]:
    """Every row of a case: in a list known by itself, wherever it moves; else by what it belongs to."""
    yield row, identity
    for key in shape_of(type(row)).keys:
        if key.child is not None and (child := getattr(row, key.attribute)):
            if key.many:
                for item in child:
                    yield from _rows(item, (id(item),))
            else:
                yield from _rows(child, (*identity, key.attribute))


def _values(case: Case) -> dict[Identity, str]:
    """Every hidden value by where it stands."""
    return {
        **{(person.id, at): it.value for person in case.people for at, it in enumerate(person.contact)},
        **{(at,): it.text for at, it in enumerate(case.secrets)},
    }
