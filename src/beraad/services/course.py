"""Service for the course of a case: its phases, and the colours at their turns."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass

from beraad.codes import ActKind, PhaseRefused
from beraad.models import Case, ColourMark, PhaseEntry
from beraad.models.case import PhaseEntryDraft
from beraad.models.phases import day_refused, needs_reason
from beraad.services.drafts import checked
from beraad.services.errors import NotThere, PhaseNotPossible
from beraad.services.rows import blank_to_none
from beraad.terms import Colour, ColourMoment, Phase


@dataclass(frozen=True, slots=True)
class PhaseLine:
    """Phase of a case, with its first day."""

    number: int
    """Its place among the phases, from 0."""
    phase: Phase
    began: dt.date | None
    why: str | None
    client_safe: bool | None
    network_safe: bool | None
    workers_safe: bool | None


@dataclass(frozen=True, slots=True)
class ColourLine:
    """Colour code, with the day and the moment at which it was given."""

    colour: Colour
    on: dt.date | None
    moment: ColourMoment


@dataclass(frozen=True, slots=True)
class CourseView:
    """Course of a case as the worker sees it, oldest first."""

    opened_on: dt.date | None
    phases: tuple[PhaseLine, ...]
    colours: tuple[ColourLine, ...]

    @property
    def phase(self) -> Phase | None:
        """Phase of now."""
        return self.phases[-1].phase if self.phases else None


@dataclass(frozen=True, slots=True)
class PhaseWish:
    """Phase to which a case goes."""

    phase: Phase
    on: dt.date | None
    """First day of the phase."""
    why: str = ""
    client_safe: bool | None = None
    network_safe: bool | None = None
    workers_safe: bool | None = None
    colour: Colour | None = None
    """Colour code at this turn; None: not given."""

    @property
    def found_safe(self) -> tuple[bool | None, ...]:
        """Answers of client, network and workers."""
        return self.client_safe, self.network_safe, self.workers_safe


class Course:
    """Service for the phases of cases; each wish is one transaction."""

    def __init__(
        self,
        reading: Callable[[str], AbstractContextManager[Case]],
        changing: Callable[[ActKind, str], AbstractContextManager[Case]],
        today: Callable[[], dt.date],
    ) -> None:
        """`reading` and `changing` open a case by its reference, the second for an act of a kind."""
        self._reading, self._changing, self._today = reading, changing, today

    def course(self, reference: str) -> CourseView:
        """Return the phases and colours of a case. Raises UnknownCase."""
        with self._reading(reference) as case:
            phases = (
                PhaseLine(
                    number,
                    Phase(entry.phase),
                    entry.from_,
                    entry.why,
                    entry.client_safe,
                    entry.network_safe,
                    entry.workers_safe,
                )
                for number, entry in enumerate(case.phases)
            )
            colours = (
                ColourLine(Colour(mark.colour), mark.on, ColourMoment(mark.moment)) for mark in case.colours
            )
            return CourseView(case.opened_on, tuple(phases), tuple(colours))

    def move(self, reference: str, wish: PhaseWish) -> None:
        """Let a case go to another phase.

        Raises UnknownCase, PhaseNotPossible, NotValid, and what a commit raises.
        """
        with self._changing(ActKind.PHASE_CHANGED, reference) as case:
            before = Phase(case.phases[-1].phase) if case.phases else None
            refused = PhaseRefused.SAME if before is wish.phase else None
            refused = refused or day_refused(case, len(case.phases), wish.on, self._today())
            if not refused and needs_reason(case, wish.phase, wish.found_safe) and not wish.why.strip():
                refused = PhaseRefused.NO_REASON
            if refused:
                raise PhaseNotPossible(why=refused)
            draft = checked(
                PhaseEntryDraft,
                phase=wish.phase,
                from_=wish.on,
                why=blank_to_none(wish.why.strip()),
                client_safe=wish.client_safe,
                network_safe=wish.network_safe,
                workers_safe=wish.workers_safe,
            )
            case.phases.append(PhaseEntry(**draft.values(), position=len(case.phases)))
            if wish.colour is not None:
                moment = _moment(before, wish.phase)
                mark = ColourMark(colour=wish.colour, on=wish.on, moment=moment, position=len(case.colours))
                case.colours.append(mark)

    def correct(self, reference: str, number: int, on: dt.date | None) -> None:
        """Change the first day of a phase, by its place among the phases.

        Raises UnknownCase, NotThere, PhaseNotPossible, and what a commit raises.
        """
        with self._changing(ActKind.PHASE_CORRECTED, reference) as case:
            if not 0 <= number < len(case.phases):
                raise NotThere(id=str(number))
            if refused := day_refused(case, number, on, self._today()):
                raise PhaseNotPossible(why=refused)
            case.phases[number].from_ = on


def _moment(before: Phase | None, phase: Phase) -> ColourMoment:
    """Return the moment of a colour that is given when a case goes to a phase."""
    if before is Phase.INTENSIVE:
        return ColourMoment.END_OF_INTENSIVE
    return ColourMoment.START if phase is Phase.INTENSIVE else ColourMoment.OTHER
