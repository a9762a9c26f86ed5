"""Find the places where the plan that a reader may see names this reader.

Somebody who is named has something to do or to know.
"""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Callable, Collection

from beraad.disclosure.views import NamedView, PersonView, PlanBody, ReaderView
from beraad.models import Case, Person
from beraad.models.mentions import Mentions, genitive
from beraad.models.person import gets_child_copy
from beraad.terms import Circle


def reader_of(case: Case, person: Person, called: PersonView, day: dt.date, body: PlanBody) -> ReaderView:
    """Return the view of the reader: how this person reads, and where the plan names this person.

    `day` is the day that counts for ages.
    """
    return ReaderView(
        person=called,
        number=case.people.index(person) + 1,
        child=gets_child_copy(person, day),
        plain_language=person.plain_language,
        large_print=person.large_print,
        language=person.language,
        named=named_in(body, person, called.called),
    )


def named_in(body: PlanBody, person: Person, called: str) -> NamedView:
    """Return the places where `body` names `person`, whom it calls `called`.

    Only this person's own names are looked for: a first name that others share counts, and nothing depends on
    whom else the case holds. "Marks telefoon" names Mark, unless this plan calls somebody Marks. A
    professional is named by office too: if the plan says that the police come, a reader who is the police is
    named.
    """
    names = _names(person, _others(body, called))
    agreements = [
        (item.number, text)
        for item in body.agreements
        for text, words in (
            ("what", item.what),
            ("measured_by", item.measured_by),
            ("fallback", item.fallback),
        )
        if words and names(words)
    ]
    agreements += [(item.number, "checked_by") for item in body.agreements if item.checked_by == called]
    steps = tuple(step.number for step in body.emergency if names(step.text))
    time_outs = tuple(
        place
        for place, item in enumerate(body.time_outs, start=1)
        if any(names(words) for words in (item.signal, item.goes_to, item.returns, item.signs or ""))
    )
    return NamedView(tuple(agreements), steps, time_outs)


def _others(body: PlanBody, called: str) -> set[str]:
    """Return the names of the other people in this plan: the reader reads of them."""
    agreed = [(*item.owners, *(one.person for one in item.readiness)) for item in body.agreements]
    people = [*itertools.chain(*agreed), *(item.takes for item in body.time_outs)]
    people += [score.person for scale in body.scales for score in scale.scores]
    names = {one.called for one in people} | {item.checked_by or "" for item in body.agreements}
    return names - {called}


def _names(person: Person, others: Collection[str]) -> Callable[[str], bool]:
    """Return a function that says whether a text names `person`."""
    own = Mentions([person], others)
    offices: list[str] = []
    if person.circle == Circle.PROFESSIONAL:
        organisation = _words(person.organisation)
        offices = [_words(person.relation), organisation, organisation.partition(" ")[0]]
        offices = [way for office in offices if office for way in (office, genitive(office)) if way]

    def named(text: str) -> bool:
        words = f" {_words(text)} " if offices else ""
        return bool(own.named_in(text)) or any(f" {office} " in words for office in offices)

    return named


def _words(text: str | None) -> str:
    return " ".join(re.findall(r"[^\W_]+", text or "")).casefold()
