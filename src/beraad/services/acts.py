"""Acts on a case, and the one way in which they are saved."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from beraad.clock import WallClock
from beraad.codes import ActKind
from beraad.models import Case, Meeting
from beraad.services.following import yes_follows
from beraad.store.unit_of_work import UnitOfWork
from beraad.terms import PlanPart

PLAN_PARTS = (*(part.value for part in PlanPart), "more_time_outs")
"""Parts that a person signs for: a change after *Vaststellen* makes the plan a concept again."""

UNSEEN = frozenset({ActKind.TIME_SPENT, ActKind.NOTE_CHANGED, ActKind.ANSWERS_SHOWN, ActKind.DRAFT_DISCARDED})
"""Acts that change nothing of what anybody sees: every view stays as it is."""

_HIDDEN = ("people/", "secrets/", "leak_decisions/")
"""Beginnings of the places of what `LeakSearch` looks for."""

NOT_UNDONE = frozenset({ActKind.TIME_SPENT, ActKind.ANSWERS_SHOWN, ActKind.PERSON_ADDED})
"""Acts that cannot be taken back in the meeting: what happened, and who came into the case."""


@dataclass(frozen=True, slots=True)
class Act:
    """Act on a case, saved."""

    kind: ActKind
    case: str
    """Reference of the case."""
    places: tuple[str, ...]
    """Places that changed, e.g. meetings/b1/statements/s3, people/ans; "" is the case itself."""
    person: str
    """Id of the person it is of, e.g. of an answer; empty if it is nobody's."""
    at: str
    """Local time, ISO 8601 to the second."""


@dataclass(slots=True)
class Doing:
    """Act while it is done."""

    hides: bool = False
    """True if it may have changed what is hidden, or from whom."""
    act: Act | None = None
    """Set once it is kept."""


@dataclass(frozen=True, slots=True)
class OpenPlan:
    """Plan that is open to be changed."""

    meeting: Meeting
    before: Mapping[str, Any]
    """Its parts before the act, by their names in a case file."""
    now: Callable[[], Mapping[str, Any]]
    """Function that returns the parts as they are now."""

    def differs(self) -> bool:
        """Return True if anything changed that a person signs for."""
        now = self.now()
        return any(now[part] != self.before.get(part) for part in PLAN_PARTS)


class Acts:
    """Saves what is done to the cases of one unit of work; nobody else in the services commits a change.

    What follows from an act is settled here: a yes to "Gaat dit over …?" goes with its text, and an agreed
    plan of which a part changed is a concept again. In the same transaction `UnitOfWork.commit` marks the
    line of the case in the overview stale.
    """

    def __init__(self, work: UnitOfWork, clock: WallClock = dt.datetime.now) -> None:
        self._work, self._clock = work, clock

    @contextmanager
    def act(
        self,
        kind: ActKind,
        case: Case,
        *,
        person: str = "",
        plan: OpenPlan | None = None,
        last: Callable[[], None] = lambda: None,
    ) -> Iterator[Doing]:
        """Change the case inside; it is saved durably on leaving, or not at all.

        `plan` is the open one, if any; `last` runs when all else is changed, before saving. Raises what
        `UnitOfWork.commit` raises.
        """
        doing = Doing()
        with yes_follows(case):
            yield doing
        places = self._work.places
        if kind is not ActKind.PLAN_DECIDED:
            _make_concept(case, places, plan)
        last()
        doing.hides = hides(places)
        doing.act = self._keep(kind, case, places, person)

    def add(self, kind: ActKind, case: Case) -> Act:
        """Save a case that is new to the store; return the act. Raises what `UnitOfWork.commit` raises."""
        self._work.cases.add(case)
        return self._keep(kind, case, ("",), "")

    def keep(self) -> bool:
        """Save what is no new act: drafts, empty rows removed, an act that is taken back or done again.

        Return True if it may have changed what is hidden, or from whom. Nothing follows: what followed from
        an act is put back with it. Raises what `UnitOfWork.commit` raises.
        """
        hiding = hides(self._work.places)
        self._work.commit()
        return hiding

    def _keep(self, kind: ActKind, case: Case, places: tuple[str, ...], person: str) -> Act:
        at = self._clock().replace(microsecond=0, tzinfo=None).isoformat()
        act = Act(kind, case.reference, places, person, at)
        self._work.commit()
        return act


def hides(places: tuple[str, ...]) -> bool:
    """Return True if a change at these places may change what is hidden, or from whom."""
    return any(f"{place}/".startswith(_HIDDEN) for place in places)


def _make_concept(case: Case, places: tuple[str, ...], plan: OpenPlan | None) -> None:
    """Take back that a plan was agreed where something of it changed that a person signs for.

    Where a plan is open, other meetings only lose references to what went: their plans stay agreed.
    """
    for meeting in case.meetings if plan is None else (plan.meeting,):
        if meeting.agreed_at and _touches(meeting, places) and (plan is None or plan.differs()):
            meeting.agreed_at = None


def _touches(meeting: Meeting, places: tuple[str, ...]) -> bool:
    parts = tuple(f"meetings/{meeting.id}/{part}/" for part in PLAN_PARTS)
    return any(f"{place}/".startswith(parts) for place in places)
