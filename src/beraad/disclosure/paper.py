"""The texts of a view that people wrote, in the order in which paper and screens show them.

What is not read is not here: codes, the RRULE of a rhythm, moments (they are printed as dates in our own
words), and in a child's copy all that this copy leaves out. The same is printed by `export.copies`; a test
holds the two beside each other, text by text.
"""

from __future__ import annotations

import dataclasses
import itertools
import re
from collections.abc import Callable, Iterable, Iterator
from functools import singledispatch
from typing import NamedTuple

from beraad.disclosure.views import (
    AgreementView,
    AnswerView,
    ChildView,
    ContactView,
    DetailView,
    EmergencyStepView,
    EndedAgreementView,
    PersonView,
    PlanView,
    ScaleView,
    ScoreView,
    StatementView,
    TimeOutView,
    TimingView,
    field_names,
)
from beraad.terms import KINDS_IN, Attendance, Column, TimingKind


class Run(NamedTuple):
    """A text that somebody wrote, and where it stands in the case."""

    place: str
    text: str


PlaceOf = Callable[[object], str]
"""Where in the case a view stands, e.g. meetings/b1/agreements/a4."""


# -- one item -------------------------------------------------------------------------------------


@singledispatch
def written_in(view: object, place: str) -> Iterator[Run]:
    """The texts of any view, field by field: a field added later is searched too."""
    # Codes are texts too, but ours: only what people wrote can leak.
    if type(view) is str:
        if view:
            yield Run(place, view)
    elif isinstance(view, tuple):
        for item in view:
            yield from written_in(item, place)
    elif dataclasses.is_dataclass(view):
        kind: type = type(view)
        for name in field_names(kind):
            value = getattr(view, name)
            if type(value) is str:
                if value and name not in _NOT_READ:
                    yield Run(f"{place}/{name}", value)
            elif value is not None:
                yield from written_in(value, f"{place}/{name}")


_NOT_READ = frozenset(
    ("starts_at", "agreed_at", "answered_at", "agreed", "digest", "answered_for", "code", "scan")
)
"""Fields that hold a moment or what a machine made: they are not read as they stand."""


_RULE = re.compile(
    r"(?:RRULE:)?(?:(?:FREQ=\w{2,5}LY|WKST=[A-Z]{2}|UNTIL=\d{8}(?:T\d{6}Z?)?|(?:COUNT|INTERVAL)=\d+"
    r"|BY[A-Z]{3,8}=(?:[+-]?\d*(?:MO|TU|WE|TH|FR|SA|SU)?,?)+)(?:;|$))+",
    re.IGNORECASE,
)
"""An RFC 5545 rule: nobody reads it. What else stands in its place is printed as it was written."""


@written_in.register
def _timing(view: TimingView, place: str) -> Iterator[Run]:
    """Rhythm and hour are printed in our own words, but not a rule that is none."""
    if view.kind is TimingKind.RECURRING and view.rule and not _RULE.fullmatch(view.rule.strip()):
        yield Run(f"{place}/rule", view.rule)


@written_in.register
def _step(view: EmergencyStepView, place: str) -> Iterator[Run]:
    yield from _texts(place, ("text", view.text), ("number", view.call))


@written_in.register
def _agreement(view: AgreementView, place: str) -> Iterator[Run]:
    yield Run(f"{place}/what", view.what)
    yield from _when(view, place)
    yield from _how(view, place)
    yield from (Run(f"{place}/owners", owner.called) for owner in view.owners)
    yield from written_in(view.accepted_by, f"{place}/accepted_by")


@written_in.register
def _time_out(view: TimeOutView, place: str) -> Iterator[Run]:
    yield from _whole_time_out(view, place)


def _when(view: AgreementView, place: str) -> Iterator[Run]:
    yield from written_in(view.timing, f"{place}/timing")


def _how(view: AgreementView, place: str) -> Iterator[Run]:
    yield from _texts(
        place,
        ("fallback", view.fallback),
        ("measured_by", view.measured_by),
        ("checked_by", view.checked_by),
    )


def adjoining(view: object, place: str) -> Iterator[tuple[Run, ...]]:
    """Texts of an item that count as read behind each other besides, whatever is printed between them."""
    if isinstance(view, AgreementView):
        parts = tuple(
            _texts(
                place,
                ("what", view.what),
                ("fallback", view.fallback),
                ("measured_by", view.measured_by),
            )
        )
        yield from itertools.combinations(parts, 2)


def adjoining_in(plan: PlanView, place_of: PlaceOf, *, whole: bool = False) -> Iterator[tuple[Run, ...]]:
    """Those of every agreement; a child's copy prints only what each says, but `whole` it shows all."""
    if whole or plan.reader is None or not plan.reader.child:
        for agreement in plan.body.agreements:
            yield from adjoining(agreement, place_of(agreement))


def _texts(place: str, *fields: tuple[str, str | None]) -> Iterator[Run]:
    for name, text in fields:
        if text:
            yield Run(f"{place}/{name}", text)


# -- a copy ---------------------------------------------------------------------------------------


def printed(view: PlanView, place_of: PlaceOf) -> Iterator[Run]:
    """The texts of the copy for this view's reader; without a reader those of the whole plan."""
    if view.reader is None:
        yield from written_in(view, "case")
    elif view.child is not None:
        yield from _childs_copy(view.child, place_of)
    else:
        yield from _personal_copy(view, view.reader.person, place_of)


def shown(view: PlanView, place_of: PlaceOf) -> Iterator[Run]:
    """The texts of the screen on which this view's reader signs: the whole copy, a child's too."""
    if view.reader is not None:
        yield from _personal_copy(view, view.reader.person, place_of)


def _personal_copy(view: PlanView, reader: PersonView, place_of: PlaceOf) -> Iterator[Run]:
    body = view.body
    lists = view.reader is not None and (view.reader.large_print or view.reader.plain_language)
    yield from _head(view, reader)
    for agreement in body.agreements:
        if agreement.mine:
            yield from _own_agreement(agreement, reader, place_of(agreement))
    yield from _emergency(view, place_of)
    for statement in _in_order_of_kinds(view):
        yield from written_in(statement, place_of(statement))
    for agreement in body.agreements:
        yield from _agreement_row(agreement, place_of(agreement), as_list=lists)
    for ended in body.ended:
        yield from _ended_row(ended, place_of(ended))
    for scale in body.scales:
        yield from _scale(scale, place_of(scale))
    if body.time_out:
        yield from _whole_time_out(body.time_out, place_of(body.time_out))
    for contact in view.contacts:
        yield from _contact(contact, place_of)
    yield from _next_meeting(view, place_of)
    yield from _signed(view, place_of)


def _childs_copy(child: ChildView, place_of: PlaceOf) -> Iterator[Run]:
    """Whom to call, where to go, what was promised and the own words; nothing else of the plan."""
    yield Run("case/reader", child.name)
    for call in child.calls:
        yield from _texts(place_of(call), ("called", call.called), ("value", call.number))
    for text in child.goes:
        yield Run(f"{place_of(child)}/emergency", text)
    for promise in child.promises:
        place = place_of(promise)
        yield Run(f"{place}/what", promise.text)
        yield from written_in(promise.timing, f"{place}/timing")
        yield from (Run(f"{place}/owners", name) for name in promise.by)
    if child.own_words:
        yield Run(f"{place_of(child)}/own_words", child.own_words)


def _head(view: PlanView, reader: PersonView) -> Iterator[Run]:
    # The reference stands among the properties of the file, and in its name.
    yield from _texts("case", ("reference", view.reference), ("family_name", view.family_name))
    yield Run("case/reader", reader.called)


def _own_agreement(agreement: AgreementView, reader: PersonView, place: str) -> Iterator[Run]:
    yield Run(f"{place}/what", agreement.what)
    yield from _when(agreement, place)
    yield from _how(agreement, place)
    yield from _not_accepted(agreement, place)
    others = [owner.called for owner in agreement.owners if owner.called != reader.called]
    yield from (Run(f"{place}/owners", called) for called in others)


def _not_accepted(agreement: AgreementView, place: str) -> Iterator[Run]:
    if not agreement.accepted:
        waiting = (owner.called for owner in agreement.owners if owner.called not in agreement.accepted_by)
        yield from (Run(f"{place}/owners", called) for called in waiting)


def _emergency(view: PlanView, place_of: PlaceOf) -> Iterator[Run]:
    for step in view.body.emergency:
        yield from written_in(step, place_of(step))
    if out := view.body.time_out:
        yield from _texts(place_of(out), ("takes/called", out.takes.called), ("goes_to", out.goes_to))


def _whole_time_out(out: TimeOutView, place: str) -> Iterator[Run]:
    yield from _texts(
        place,
        ("signs", out.signs),
        ("signal", out.signal),
        ("takes/called", out.takes.called),
        ("goes_to", out.goes_to),
        ("returns", out.returns),
    )


def _in_order_of_kinds(view: PlanView) -> Iterator[StatementView]:
    for column in Column:
        statements = view.body.column(column)
        for kind in KINDS_IN[column]:
            yield from (item for item in statements if item.kind is kind)
        yield from (item for item in statements if item.kind not in KINDS_IN[column])


def _agreement_row(agreement: AgreementView, place: str, *, as_list: bool) -> Iterator[Run]:
    """What, how, who, when; where rows are lists: what, who, when, how."""
    who = [Run(f"{place}/owners", owner.called) for owner in agreement.owners]
    who += _when(agreement, place)
    how = [*_how(agreement, place), *_not_accepted(agreement, place)]
    yield Run(f"{place}/what", agreement.what)
    yield from (*who, *how) if as_list else (*how, *who)


def _ended_row(agreement: EndedAgreementView, place: str) -> Iterator[Run]:
    yield Run(f"{place}/what", agreement.what)
    yield from (Run(f"{place}/owners", owner.called) for owner in agreement.owners)
    yield from _texts(place, ("ended/because", agreement.because))


def _scale(scale: ScaleView, place: str) -> Iterator[Run]:
    yield from _texts(place, ("question", scale.question), ("zero", scale.zero), ("ten", scale.ten))
    for score in scale.scores:
        yield from _score(score, f"{place}/scores")


def _score(score: ScoreView, place: str) -> Iterator[Run]:
    yield Run(f"{place}/called", score.person.called)
    if score.spoken_by:
        yield from (Run(f"{place}/spoken_by", score.spoken_by), Run(f"{place}/called", score.person.called))
    yield from _texts(place, ("because", score.because), ("one_up", score.one_up))


def _contact(contact: ContactView, place_of: PlaceOf) -> Iterator[Run]:
    place, person = place_of(contact), contact.person
    yield from _texts(
        place, ("called", person.called), ("relation", person.relation), ("organisation", person.organisation)
    )
    for detail in contact.details:
        yield from _detail(detail, place_of)


def _detail(detail: DetailView, place_of: PlaceOf) -> Iterator[Run]:
    yield Run(f"{place_of(detail)}/value", detail.value)


def _next_meeting(view: PlanView, place_of: PlaceOf) -> Iterator[Run]:
    if view.next_meeting and view.next_meeting.place:
        yield Run(f"{place_of(view.next_meeting)}/place", view.next_meeting.place)


def _signed(view: PlanView, place_of: PlaceOf) -> Iterator[Run]:
    for answer in view.answers:
        yield from _answer(answer, place_of(answer))
    if view.meeting.agreed_at:
        answered = {answer.person for answer in view.answers}
        for item in view.meeting.participants:
            if item.person not in answered and item.attendance is not Attendance.ABSENT:
                yield Run("case/meeting/participants", item.person.called)


def _answer(answer: AnswerView, place: str) -> Iterator[Run]:
    yield Run(f"{place}/person", answer.person.called)
    yield from _texts(place, ("remark", answer.remark))


def windows(runs: Iterable[Run]) -> Iterator[tuple[Run, ...]]:
    """Runs that stand behind each other: each with the next, and with more where those are short."""
    ordered = tuple(runs)
    sizes = [len(text) for _, text in ordered]
    for start in range(len(ordered) - 1):
        end, letters = start + 2, sizes[start + 1]
        while letters < _FEW_LETTERS and end < len(ordered) and end - start < MOST_RUNS:
            letters += sizes[end]
            end += 1
        yield ordered[start:end]


_FEW_LETTERS = 24
MOST_RUNS = 4
"""So many texts are read together at most."""
