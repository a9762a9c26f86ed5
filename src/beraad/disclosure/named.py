"""Where the plan that somebody may see names this person, who then has something to do or to know."""

from __future__ import annotations

import datetime as dt

from beraad.disclosure.views import NamedView, PersonView, PlanBody, ReaderView
from beraad.models import Case, Person
from beraad.models.mentions import Mentions
from beraad.models.person import gets_child_copy


def reader_of(case: Case, person: Person, called: PersonView, day: dt.date, body: PlanBody) -> ReaderView:
    """Whose copy it is, on a day that counts for ages, with where the plan names this reader."""
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
    """Where `body` names `person`, whom it calls `called`.

    Only this person's own names are looked for: a first name that others share counts, and nothing depends on
    whom else the case holds.
    """
    own = Mentions([person])
    agreements = [
        (item.number, text)
        for item in body.agreements
        for text, words in (
            ("what", item.what),
            ("measured_by", item.measured_by),
            ("fallback", item.fallback),
        )
        if words and own.named_in(words)
    ]
    agreements += [(item.number, "checked_by") for item in body.agreements if item.checked_by == called]
    steps = tuple(step.number for step in body.emergency if own.named_in(step.text))
    time_outs = tuple(
        place
        for place, item in enumerate(body.time_outs, start=1)
        if any(own.named_in(words) for words in (item.signal, item.goes_to, item.returns, item.signs or ""))
    )
    return NamedView(tuple(agreements), steps, time_outs)
