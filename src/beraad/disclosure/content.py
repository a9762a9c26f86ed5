"""Content of a plan, made into views once; each audience gets a selection of them."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, Generic, TypeVar

from beraad.disclosure.audience import Eye, Facilitator, File, Reader
from beraad.disclosure.spreads import last_time
from beraad.disclosure.view_search import ViewSearch
from beraad.disclosure.views import (
    AgreementView,
    EmergencyStepView,
    EndedAgreementView,
    PersonView,
    PlanBody,
    ReadinessView,
    ScaleView,
    ScoreView,
    StatementView,
    TimeOutView,
    TimingView,
)
from beraad.models import Agreement, Case, Meeting, MoreTimeOut, Scale, Score, TimeOut
from beraad.places import Place
from beraad.readers import EVERYONE, Readers
from beraad.terms import Column, PlanPart, ScaleKind, StatementKind, TimingKind

T = TypeVar("T")

Safe = Callable[[Place, object], bool]
"""Function that may refuse a finished item, given its place in the case and its view."""


def everything(place: Place, item: object) -> bool:  # noqa: ARG001 - the form of a `Safe`
    """Return True: refuse nothing."""
    return True


@dataclasses.dataclass(frozen=True, slots=True)
class Part(Generic[T]):
    """Item of the plan as a view, with its place in the case and who may see it."""

    place: Place
    view: T
    visible_to: Readers
    owners: frozenset[str] = frozenset()
    """Ids of the people who see it in any case."""
    names: frozenset[str] = frozenset()
    """Ids of the people whom it names."""


class Content:
    """Everything that one meeting's plan holds. Only `body` decides what an audience may see of it.

    Views that differ from reader to reader by a number or a mark are kept too, so that `found` searches each
    for leaks once.
    """

    def __init__(
        self, case: Case, meeting: Meeting, people: Mapping[str, PersonView], found: ViewSearch
    ) -> None:
        self._case, self._meeting, self._people, self._found = case, meeting, people, found
        self._base = Place.meeting(meeting.id)
        self._agreement_views: dict[tuple[Place, int, bool, tuple[ReadinessView, ...]], AgreementView] = {}
        self._step_views: dict[tuple[int, int], EmergencyStepView] = {}
        self._scale_views: dict[tuple[str, int, bool, str | None], ScaleView] = {}

    def body(
        self, eye: Eye, *, safe: Safe = everything, parts: Container[PlanPart] = frozenset(PlanPart)
    ) -> PlanBody:
        """Return what `eye` may see of these parts of the plan. `safe` may refuse an item."""

        def seen(parts: Iterable[Part[T]]) -> Iterator[Part[T]]:
            for part in parts:
                if eye.may_see(part.visible_to, part.owners) and safe(part.place, part.view):
                    yield part

        statements = self._statements if PlanPart.STATEMENTS in parts else {}
        columns = {column: tuple(part.view for part in seen(statements.get(column, ()))) for column in Column}
        agreements = PlanPart.AGREEMENTS in parts
        running, ended = (self._running, self._ended) if agreements else ((), ())
        scales = self._scale_parts(eye) if PlanPart.SCALES in parts else ()
        outs = self._time_outs_for(eye) if PlanPart.TIME_OUT in parts else ()
        steps = self._steps if PlanPart.EMERGENCY in parts else ()
        body = PlanBody(
            danger=columns[Column.DANGER],
            safety=columns[Column.SAFETY],
            next_steps=columns[Column.NEXT_STEP],
            scales=tuple(part.view for part in seen(scales)),
            agreements=tuple(
                self._numbered(part, number, eye) for number, part in enumerate(seen(running), start=1)
            ),
            ended=tuple(part.view for part in seen(ended)),
            # In the order of reading: `safe` may refuse an item for what stands before it.
            more_time_outs=tuple(part.view for part in seen(outs)),
            emergency=tuple(self._step(part, number) for number, part in enumerate(seen(steps), start=1)),
        )
        first, *more = body.more_time_outs or (None,)
        return dataclasses.replace(body, time_out=first, more_time_outs=tuple(more))

    def named(self, eye: Eye) -> frozenset[str]:
        """Return the ids of those who are named in what `eye` may see."""
        statements = itertools.chain.from_iterable(self._statements.values())
        parts: tuple[Part[Any], ...] = (
            *statements,
            *self._scale_parts(eye),
            *self._running,
            *self._ended,
            *self._time_outs_for(eye),
        )
        seen = (part for part in parts if eye.may_see(part.visible_to, part.owners))
        return frozenset(itertools.chain.from_iterable(part.names for part in seen))

    # -- the parts, made when they are first asked for: the wall shows one or two ------------------------

    @cached_property
    def _statements(self) -> dict[Column, list[Part[StatementView]]]:
        return self._columns()

    @cached_property
    def _running(self) -> tuple[Part[AgreementView], ...]:
        return tuple(self._running_part(item) for item in self._running_rows.values())

    @cached_property
    def _running_rows(self) -> dict[Place, Agreement]:
        """Agreements that count, by their place."""
        rows = self._for_everyone_first()
        return {self._base / Place.agreement(item.id): item for item in rows if item.ended is None}

    @cached_property
    def _ended(self) -> tuple[Part[EndedAgreementView], ...]:
        return tuple(self._ended_parts(self._for_everyone_first()))

    @cached_property
    def _time_outs(self) -> tuple[tuple[str, Part[TimeOutView], Part[TimeOutView]], ...]:
        """Each time-out: who takes it, the view for others, and the view for this person."""
        return tuple(
            (
                row.takes,
                self._time_out_part(number, row, mine=False),
                self._time_out_part(number, row, mine=True),
            )
            for number, row in enumerate(self._meeting.time_outs, start=1)
        )

    @cached_property
    def _steps(self) -> tuple[Part[EmergencyStepView], ...]:
        return tuple(self._emergency_parts())

    # -- statements and scales -------------------------------------------------------------------------

    def _columns(self) -> dict[Column, list[Part[StatementView]]]:
        columns: dict[Column, list[Part[StatementView]]] = {column: [] for column in Column}
        for item in self._meeting.statements:
            disputed = tuple(self._people[person].called for person in item.disputed_by)
            view = StatementView(Column(item.column), StatementKind(item.kind), item.text, disputed)
            part = self._part(Place.statement(item.id), view, item.visible_to, names=item.disputed_by)
            columns[view.column].append(part)
        return columns

    def _scale_parts(self, eye: Eye) -> Iterator[Part[ScaleView]]:
        for item in self._meeting.scales:
            place = self._base / Place.scale(item.id)
            _held, before = self._last_time(item, eye) or (None, None)
            given, then = _seen_of(item, eye), _seen_of(before, eye)
            named = frozenset(
                person
                for score in (*given, *then)
                for person in (score.person, score.spoken_by)
                if person is not None
            )
            key = item.id, id(before), isinstance(eye.audience, Facilitator | File), _alone(eye)
            if key not in self._scale_views:
                self._scale_views[key] = self._found.at(place, self._scale(item, given, then))
            yield Part(place, self._scale_views[key], item.visible_to, names=named)

    def _last_time(self, item: Scale, eye: Eye) -> tuple[Meeting, Scale] | None:
        """Return the last earlier time of a question; None for an audience that sees nobody's answers."""
        seen = isinstance(eye.audience, Facilitator | File) or _alone(eye)
        return last_time(self._case, self._meeting, item, eye) if seen else None

    def _scale(self, item: Scale, given: Iterable[Score], then: Iterable[Score]) -> ScaleView:
        return ScaleView(
            kind=ScaleKind(item.kind),
            question=item.question,
            zero=item.zero,
            ten=item.ten,
            scores=tuple(map(self._score, given)),
            before=tuple(map(self._score, then)),
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

    # -- agreements ------------------------------------------------------------------------------------

    def _for_everyone_first(self) -> Iterator[Agreement]:
        """Yield the agreements for everyone first, so that they carry the same number in every copy."""
        for for_everyone in (True, False):
            for item in self._meeting.agreements:
                if (item.visible_to == EVERYONE) is for_everyone:
                    yield item

    def _running_part(self, item: Agreement) -> Part[AgreementView]:
        timing = item.timing
        view = AgreementView(
            number=0,
            what=item.what,
            owners=self._owners(item),
            timing=TimingView(
                TimingKind(timing.kind), timing.starts_on, timing.ends_on, timing.rule, timing.at
            ),
            measured_by=item.measured_by,
            checked_by=self._people[item.checked_by].called if item.checked_by else None,
            fallback=item.fallback,
            accepted=bool(item.owners) and set(item.owners) <= set(item.accepted_by),
            accepted_by=tuple(self._people[person].called for person in item.accepted_by),
        )
        names = (*item.owners, *item.accepted_by, *filter(None, (item.checked_by,)))
        return self._part(Place.agreement(item.id), view, item.visible_to, item.owners, names)

    def _numbered(self, part: Part[AgreementView], number: int, eye: Eye) -> AgreementView:
        mine = isinstance(eye.audience, Reader) and eye.audience.person in part.owners
        ready = self._readiness(part, eye)
        key = part.place, number, mine, ready
        if key not in self._agreement_views:
            view = dataclasses.replace(part.view, number=number, mine=mine, readiness=ready)
            self._agreement_views[key] = self._found.at(part.place, view)
        return self._agreement_views[key]

    def _readiness(self, part: Part[AgreementView], eye: Eye) -> tuple[ReadinessView, ...]:
        """Return all readiness for the facilitator and the file, for an owner only what helps this owner."""
        item = self._running_rows[part.place]
        if isinstance(eye.audience, Facilitator | File):
            return tuple(
                ReadinessView(
                    self._people[one.person], one.willingness, one.confidence, one.capacity, one.remark
                )
                for one in item.readiness
            )
        return tuple(
            ReadinessView(self._people[one.person], remark=one.remark)
            for one in item.readiness
            if one.person == _alone(eye) and one.person in part.owners and one.remark
        )

    def _ended_parts(self, agreements: Iterable[Agreement]) -> Iterator[Part[EndedAgreementView]]:
        for item in agreements:
            if item.ended is not None:
                view = EndedAgreementView(item.what, self._owners(item), item.ended.on, item.ended.because)
                yield self._part(Place.agreement(item.id), view, item.visible_to, item.owners, item.owners)

    def _owners(self, item: Agreement) -> tuple[PersonView, ...]:
        return tuple(self._people[owner] for owner in item.owners)

    # -- if it goes wrong ------------------------------------------------------------------------------

    def _time_out_part(self, number: int, row: TimeOut | MoreTimeOut, *, mine: bool) -> Part[TimeOutView]:
        view = TimeOutView(
            signal=row.signal,
            takes=self._people[row.takes],
            goes_to=row.goes_to,
            minutes=row.minutes,
            returns=row.returns,
            signs=row.signs,
            mine=mine,
        )
        return self._part(Place.time_out(number), view, row.visible_to, names=(row.takes,))

    def _time_outs_for(self, eye: Eye) -> tuple[Part[TimeOutView], ...]:
        reader = eye.audience.person if isinstance(eye.audience, Reader) else None
        return tuple(own if takes == reader else others for takes, others, own in self._time_outs)

    def _emergency_parts(self) -> Iterator[Part[EmergencyStepView]]:
        # By their place, as the page counts them: the numbers in a case file may begin anywhere.
        for number, item in enumerate(sorted(self._meeting.emergency, key=lambda step: step.order), start=1):
            view = EmergencyStepView(0, item.text, item.number)
            yield self._part(Place.emergency_step(number), view, item.visible_to)

    def _step(self, part: Part[EmergencyStepView], number: int) -> EmergencyStepView:
        key = id(part), number
        if key not in self._step_views:
            self._step_views[key] = self._found.at(part.place, dataclasses.replace(part.view, number=number))
        return self._step_views[key]

    def _part(
        self,
        inside: Place,
        view: T,
        visible_to: Readers,
        owners: Iterable[str] = (),
        names: Iterable[str] = (),
    ) -> Part[T]:
        place = self._base / inside
        return Part(place, self._found.at(place, view), visible_to, frozenset(owners), frozenset(names))


def _seen_of(scale: Scale | None, eye: Eye) -> tuple[Score, ...]:
    """Return the answers that `eye` may see: all for the facilitator and the file, else only the own one.

    A low number can put the person who gave it at risk, and somebody who knows the own number could read
    another's from the lowest and highest.
    """
    if scale is None:
        return ()
    if isinstance(eye.audience, Facilitator | File):
        return tuple(scale.scores)
    return tuple(score for score in scale.scores if score.person == _alone(eye))


def _alone(eye: Eye) -> str | None:
    """Return the id of the only person who reads this; None for any other audience."""
    return eye.audience.alone if isinstance(eye.audience, Reader) else None
