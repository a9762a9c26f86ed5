"""Texts of a view that people wrote, in the order in which paper and screens show them.

Left out is what nobody reads: codes, the RRULE of a rhythm, moments (they are printed as dates in our own
words), and in a child's copy all that this copy leaves out. `export.copies` prints the same; a test
compares the two, text by text.
"""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Callable, Iterable, Iterator
from functools import singledispatch
from typing import NamedTuple

from beraad.disclosure.sheet import Sheet, SheetStep, relation_of
from beraad.disclosure.views import (
    AgreementView,
    ChildView,
    DetailView,
    EmergencyStepView,
    EndedAgreementView,
    PlanView,
    ScaleView,
    ScoreView,
    StatementView,
    TimeOutView,
    TimingView,
    field_names,
)
from beraad.places import COPY, Place
from beraad.recurring import own_words
from beraad.terms import KINDS_IN, Column, TimingKind


class Run(NamedTuple):
    """Text that somebody wrote, and its place in the case."""

    place: Place
    text: str


_ATTENDED = COPY / "meeting" / "participants"

PlaceOf = Callable[[object], Place]
"""Function that returns the place of a view in the case, e.g. meetings/b1/agreements/a4."""


# -- one item -------------------------------------------------------------------------------------


@singledispatch
def written_in(view: object, place: Place) -> Iterator[Run]:
    """Yield the texts of any view, field by field: a field added later is searched too."""
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
                    yield Run(place / name, value)
            elif value is not None:
                yield from written_in(value, place / name)


_NOT_READ = frozenset(
    (
        "starts_at",
        "agreed_at",
        "answered_at",
        "agreed",
        "digest",
        "document",
        "answered_for",
        "answered_document",
        "code",
        "scan",
    )
)
"""Fields that hold a moment or a machine-made value: they are not printed as they stand."""


@written_in.register
def _timing(view: TimingView, place: Place) -> Iterator[Run]:
    """Yield a rule that somebody wrote in words; real rhythms and hours are printed in our own words."""
    if view.kind is TimingKind.RECURRING and (words := own_words(view.rule)):
        yield Run(place / "rule", words)


@written_in.register
def _step(view: EmergencyStepView, place: Place) -> Iterator[Run]:
    yield from _texts(place, ("text", view.text), ("number", view.call))


@written_in.register
def _agreement(view: AgreementView, place: Place) -> Iterator[Run]:
    yield Run(place / "what", view.what)
    yield from _when(view, place)
    yield from _how(view, place)
    yield from (Run(place / "owners", owner.called) for owner in view.owners)
    yield from written_in(view.accepted_by, place / "accepted_by")
    yield from written_in(view.readiness, place / "readiness")


@written_in.register
def _time_out(view: TimeOutView, place: Place) -> Iterator[Run]:
    yield from _texts(place, ("signs", view.signs), ("signal", view.signal))
    yield from _texts(place / "takes", ("called", view.takes.called))
    yield from _texts(place, ("goes_to", view.goes_to), ("returns", view.returns))


def _when(view: AgreementView, place: Place) -> Iterator[Run]:
    yield from written_in(view.timing, place / "timing")


def _how(view: AgreementView, place: Place) -> Iterator[Run]:
    yield from _texts(
        place,
        ("fallback", view.fallback),
        ("measured_by", view.measured_by),
        ("checked_by", view.checked_by),
    )


def adjoining(view: object, place: Place) -> Iterator[tuple[Run, ...]]:
    """Yield texts of an item that also count as adjoining, whatever is printed between them."""
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


def adjoining_in(plan: PlanView, place_of: PlaceOf) -> Iterator[tuple[Run, ...]]:
    """Yield the adjoining texts of every agreement; a child's copy says only what each promises."""
    if plan.reader is None or not plan.reader.child:
        for agreement in plan.body.agreements:
            yield from adjoining(agreement, place_of(agreement))


def _texts(place: Place, *fields: tuple[str, str | None]) -> Iterator[Run]:
    for name, text in fields:
        if text:
            yield Run(place / name, text)


# -- a copy ---------------------------------------------------------------------------------------


def printed(view: PlanView, place_of: PlaceOf) -> Iterator[Run]:
    """Yield the texts of the copy for this view's reader, on paper and on screen; of all without a reader."""
    if view.reader is None:
        yield from written_in(view, COPY)
    elif view.child is not None:
        yield from _childs_copy(view.child, place_of)
    else:
        yield from _sheet(Sheet(view), place_of)


def _sheet(sheet: Sheet, place_of: PlaceOf) -> Iterator[Run]:
    """Yield the texts of a sheet: contacts and next meeting first, then the reader's tasks, then the rest."""
    view = sheet.view
    # The reference stands in the name of the file.
    yield Run(COPY / "reference", view.reference)
    yield Run(COPY / "reader", sheet.person.called)
    yield from _fixed_contact(sheet, place_of)
    yield from _next_meeting(view, place_of)
    yield from _steps(sheet.front_steps, place_of)
    yield from _time_outs(sheet.front_time_outs, place_of)
    for agreement in sheet.own:
        yield from _on_front(agreement, sheet, place_of(agreement))
    yield from _time_outs(sheet.own_time_outs, place_of)
    for agreement in sheet.named:
        yield from _on_front(agreement, sheet, place_of(agreement))
    yield from _steps(sheet.back_steps, place_of)
    yield from _time_outs(sheet.back_time_outs, place_of)
    for agreement in sheet.back:
        place = place_of(agreement)
        if agreement not in sheet.front:
            yield Run(place / "what", agreement.what)
        yield from _on_sheet(agreement, sheet, sheet.on_back(agreement), place)
    for ended in view.body.ended:
        yield from _ended_row(ended, place_of(ended))
    for statement in _in_order_of_kinds(view):
        yield from written_in(statement, place_of(statement))
    for scale, score in sheet.scales:
        yield from _scale(scale, score, place_of(scale))
    yield from _signed(sheet, place_of)
    yield from _other_numbers(sheet, place_of)


def _other_numbers(sheet: Sheet, place_of: PlaceOf) -> Iterator[Run]:
    for contact, details in sheet.numbers:
        place, person = place_of(contact), contact.person
        yield from _texts(place, ("called", person.called), ("relation", relation_of(person)))
        for detail in details:
            yield from _detail(detail, place_of)


def _childs_copy(child: ChildView, place_of: PlaceOf) -> Iterator[Run]:
    """Yield the texts of a child's copy: calls, places to go, promises and own words; nothing else."""
    yield Run(COPY / "reader", child.name)
    for call in child.calls:
        yield from _texts(place_of(call), ("called", call.called), ("value", call.number))
    for go in child.goes:
        yield Run(place_of(go) / "text", go.text)
    for promise in child.promises:
        place = place_of(promise)
        yield Run(place / "what", promise.text)
        yield from written_in(promise.timing, place / "timing")
        yield from (Run(place / "owners", name) for name in promise.by)
    if child.own_words:
        yield Run(place_of(child) / "own_words", child.own_words)


def _fixed_contact(sheet: Sheet, place_of: PlaceOf) -> Iterator[Run]:
    if sheet.fixed and sheet.fixed_number:
        yield Run(place_of(sheet.fixed) / "called", sheet.fixed.person.called)
        yield from _detail(sheet.fixed_number, place_of)


def _steps(steps: Iterable[SheetStep], place_of: PlaceOf) -> Iterator[Run]:
    for step in steps:
        place = place_of(step.view)
        whose = step.whose.called if step.whose else None
        yield from _texts(place, ("text", step.view.text), ("whose", whose), ("number", step.call))


def _on_front(agreement: AgreementView, sheet: Sheet, place: Place) -> Iterator[Run]:
    yield Run(place / "what", agreement.what)
    yield from _on_sheet(agreement, sheet, sheet.on_front(agreement), place)


def _on_sheet(agreement: AgreementView, sheet: Sheet, facts: tuple[str, ...], place: Place) -> Iterator[Run]:
    """Yield these facts of an agreement, in the order of the sheet."""
    if "owners" in facts:
        yield from (Run(place / "owners", owner.called) for owner in sheet.owners(agreement))
    if "timing" in facts:
        yield from _when(agreement, place)
    texts = (
        ("checked_by", sheet.checker(agreement)),
        ("measured_by", agreement.measured_by),
        ("fallback", agreement.fallback),
        ("readiness", sheet.helps(agreement)),
    )
    yield from _texts(place, *(text for text in texts if text[0] in facts))
    if "waiting" in facts:
        yield from (Run(place / "owners", owner.called) for owner in sheet.waiting(agreement))


def _time_outs(outs: Iterable[TimeOutView], place_of: PlaceOf) -> Iterator[Run]:
    for out in outs:
        place = place_of(out)
        yield from _texts(place / "takes", ("called", None if out.mine else out.takes.called))
        yield from _texts(
            place,
            ("signs", out.signs),
            ("signal", out.signal),
            ("goes_to", out.goes_to),
            ("returns", out.returns),
        )


def _in_order_of_kinds(view: PlanView) -> Iterator[StatementView]:
    for column in Column:
        statements = view.body.column(column)
        for kind in KINDS_IN[column]:
            yield from (item for item in statements if item.kind is kind)
        yield from (item for item in statements if item.kind not in KINDS_IN[column])


def _ended_row(agreement: EndedAgreementView, place: Place) -> Iterator[Run]:
    yield Run(place / "what", agreement.what)
    yield from (Run(place / "owners", owner.called) for owner in agreement.owners)
    yield from _texts(place / "ended", ("because", agreement.because))


def _scale(scale: ScaleView, score: ScoreView, place: Place) -> Iterator[Run]:
    yield from _texts(place, ("question", scale.question))
    yield from _texts(
        place / "scores",
        ("because", score.because),
        ("one_up", score.one_up),
        ("spoken_by", score.spoken_by),
    )
    if score.value is not None:
        yield from _texts(place, ("zero", scale.zero), ("ten", scale.ten))


def _detail(detail: DetailView, place_of: PlaceOf) -> Iterator[Run]:
    yield Run(place_of(detail) / "value", detail.value)


def _next_meeting(view: PlanView, place_of: PlaceOf) -> Iterator[Run]:
    if view.next_meeting and view.next_meeting.place:
        yield Run(place_of(view.next_meeting) / "place", view.next_meeting.place)


def _signed(sheet: Sheet, place_of: PlaceOf) -> Iterator[Run]:
    for signer in sheet.signers:
        place = place_of(signer.answer) if signer.answer else _ATTENDED
        yield Run(place / "person", signer.person.called)
    for answer in sheet.remarks:
        place = place_of(answer)
        if answer.person != sheet.person:
            yield Run(place / "person", answer.person.called)
        yield from _texts(place, ("remark", answer.remark))
    for group in sheet.unsigned:
        yield from (Run(_ATTENDED, person.called) for person in group.people)


def windows(runs: Iterable[Run]) -> Iterator[tuple[Run, ...]]:
    """Yield groups of adjoining runs: each run with the next, and with more where those are short."""
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
"""Largest number of texts that are read together."""
