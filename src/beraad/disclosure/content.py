"""The content of a plan as one audience may see it: every item passes `may_see` here, and nowhere else."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

from beraad.disclosure.audience import Audience, Facilitator, Reader, may_see
from beraad.disclosure.views import (
    AgreementView,
    EmergencyStepView,
    EndedAgreementView,
    PersonView,
    PlanBody,
    ScaleView,
    ScoreView,
    StatementView,
    TimeOutView,
    TimingView,
)
from beraad.models import Agreement, Case, Meeting, Scale, Score, Statement
from beraad.terms import Column, ScaleKind, StatementKind, TimingKind, VisibleTo

T = TypeVar("T")
N = TypeVar("N", AgreementView, EmergencyStepView)

Safe = Callable[[str, object], bool]
"""May refuse a finished item, given its place in the case."""


def everything(place: str, item: object) -> bool:  # noqa: ARG001 - the form of a `Safe`
    """Refuse nothing."""
    return True


class Content:
    """Makes the body of one meeting's plan for one audience.

    `safe` may refuse a finished item; `scores` limits the scales that show scores (None: all do).
    `places` tells where each item of the body stands in the case, by its path in the plan view.
    """

    def __init__(
        self,
        case: Case,
        meeting: Meeting,
        audience: Audience,
        people: Mapping[str, PersonView],
        *,
        safe: Safe = everything,
        scores: frozenset[str] | None = None,
    ) -> None:
        self._case, self._meeting, self._audience, self._people = case, meeting, audience, people
        self._safe, self._scores = safe, scores
        self._base = f"meetings/{meeting.id}"
        self.places: dict[str, str] = {}
        self.body = PlanBody(
            danger=self._gather("danger", self._statements(Column.DANGER)),
            safety=self._gather("safety", self._statements(Column.SAFETY)),
            next_steps=self._gather("next_steps", self._statements(Column.NEXT_STEP)),
            scales=self._gather("scales", self._scales()),
            agreements=_numbered(self._gather("agreements", self._running())),
            ended=self._gather("ended", self._ended()),
            time_out=self._time_out(),
            emergency=_numbered(self._gather("emergency", self._emergency())),
        )

    def _gather(self, name: str, found: Iterable[tuple[str, T]]) -> tuple[T, ...]:
        kept: list[T] = []
        for place, item in found:
            if self._safe(place, item):
                self.places[f"body.{name}[{len(kept)}]"] = place
                kept.append(item)
        return tuple(kept)

    def _may_see(self, visible_to: object, always: frozenset[str] = frozenset()) -> bool:
        return may_see(self._case, visible_to, self._audience, always)

    def _statements(self, column: Column) -> Iterator[tuple[str, StatementView]]:
        for item in self._meeting.statements:
            if item.column == column and self._may_see(item.visible_to):
                yield f"{self._base}/statements/{item.id}", self._statement(item)

    def _statement(self, item: Statement) -> StatementView:
        disputed = tuple(self._people[person].called for person in item.disputed_by)
        return StatementView(Column(item.column), StatementKind(item.kind), item.text, disputed)

    def _scales(self) -> Iterator[tuple[str, ScaleView]]:
        for item in self._meeting.scales:
            if self._may_see(item.visible_to):
                yield f"{self._base}/scales/{item.id}", self._scale(item)

    def _scale(self, item: Scale) -> ScaleView:
        shown = self._scores is None or item.id in self._scores
        before = asked_before(self._case, self._meeting, item, self._audience) if shown else None
        return ScaleView(
            kind=ScaleKind(item.kind),
            question=item.question,
            zero=item.zero,
            ten=item.ten,
            scores=tuple(map(self._score, item.scores)) if shown else (),
            before=tuple(map(self._score, before.scores)) if before else (),
        )

    def _score(self, item: Score) -> ScoreView:
        return ScoreView(
            person=self._people[item.person],
            value=None if item.declined else item.value,
            declined=item.declined,
            because=item.because,
            one_up=item.one_up,
            spoken_by=self._people[item.spoken_by].called if item.spoken_by else None,
        )

    def _agreements(self) -> Iterator[Agreement]:
        """Those for everyone first, so that they carry the same number in every copy."""
        for for_everyone in (True, False):
            for item in self._meeting.agreements:
                if (item.visible_to == VisibleTo.EVERYONE) is not for_everyone:
                    continue
                if self._may_see(item.visible_to, frozenset(item.owners)):
                    yield item

    def _running(self) -> Iterator[tuple[str, AgreementView]]:
        for item in self._agreements():
            if item.ended is None:
                yield f"{self._base}/agreements/{item.id}", self._agreement(item)

    def _ended(self) -> Iterator[tuple[str, EndedAgreementView]]:
        for item in self._agreements():
            if item.ended is not None:
                view = EndedAgreementView(item.what, self._owners(item), item.ended.on, item.ended.because)
                yield f"{self._base}/agreements/{item.id}", view

    def _agreement(self, item: Agreement) -> AgreementView:
        timing = item.timing
        return AgreementView(
            number=0,
            what=item.what,
            owners=self._owners(item),
            timing=TimingView(
                TimingKind(timing.kind), timing.starts_on, timing.ends_on, timing.rule, timing.at
            ),
            measured_by=item.measured_by,
            checked_by=self._people[item.checked_by].called if item.checked_by else None,
            fallback=item.fallback,
            mine=isinstance(self._audience, Reader) and self._audience.person in item.owners,
            accepted=bool(item.owners) and set(item.owners) <= set(item.accepted_by),
            accepted_by=tuple(self._people[person].called for person in item.accepted_by),
        )

    def _owners(self, item: Agreement) -> tuple[PersonView, ...]:
        return tuple(self._people[owner] for owner in item.owners)

    def _time_out(self) -> TimeOutView | None:
        item, place = self._meeting.time_out, f"{self._base}/time_out"
        if item is None or not self._may_see(item.visible_to):
            return None
        view = TimeOutView(
            signal=item.signal,
            takes=self._people[item.takes],
            goes_to=item.goes_to,
            minutes=item.minutes,
            returns=item.returns,
            signs=item.signs,
            mine=isinstance(self._audience, Reader) and self._audience.person == item.takes,
        )
        self.places["body.time_out"] = place
        return view if self._safe(place, view) else None

    def _emergency(self) -> Iterator[tuple[str, EmergencyStepView]]:
        for item in sorted(self._meeting.emergency, key=lambda step: step.order):
            if self._may_see(item.visible_to):
                yield f"{self._base}/emergency/{item.order}", EmergencyStepView(0, item.text, item.number)


def asked_before(
    case: Case,
    meeting: Meeting,
    scale: Scale,
    audience: Audience = Facilitator(),  # noqa: B008 - frozen
) -> Scale | None:
    """The same question at the last meeting before that asked it, if `audience` may see it."""
    for earlier in reversed(case.before(meeting)):
        for item in earlier.scales:
            same = (item.kind, item.question) == (scale.kind, scale.question)
            if same and may_see(case, item.visible_to, audience):
                return item
    return None


def _numbered(items: tuple[N, ...]) -> tuple[N, ...]:
    """Numbers from 1, without a gap for what was left out."""
    return tuple(dataclasses.replace(item, number=number) for number, item in enumerate(items, start=1))
