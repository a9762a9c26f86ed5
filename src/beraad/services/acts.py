"""Acts on a case or on the store, and the one way in which they are saved."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from typing import Any

from beraad.clock import WallClock
from beraad.codes import ActKind
from beraad.models import Case, Meeting
from beraad.places import CASE, Place
from beraad.services.agreed_plan import is_renamed
from beraad.services.following import yes_follows
from beraad.store.case_rows import RowChange
from beraad.store.store import Store
from beraad.store.unit_of_work import UnitOfWork
from beraad.terms import PlanPart

PLAN_PARTS = (*(part.value for part in PlanPart), "more_time_outs")
"""Parts that a person signs for: a change after *Vaststellen* makes the plan a concept again."""


UNSEEN = frozenset({ActKind.TIME_SPENT, ActKind.NOTE_CHANGED, ActKind.ANSWERS_SHOWN, ActKind.DRAFT_DISCARDED})
"""Acts that change nothing of what anybody sees: every view stays as it is."""

_HIDDEN = frozenset(("people", "secrets", "leak_decisions"))
"""Kinds of the places of what `LeakSearch` looks for."""

NOT_UNDONE = frozenset({ActKind.TIME_SPENT, ActKind.ANSWERS_SHOWN, ActKind.PERSON_ADDED})
"""Acts that cannot be taken back in the meeting: what happened, and who came into the case."""

_PUT_BACK = frozenset({ActKind.UNDONE, ActKind.REDONE})
"""Acts that take another back, or do it again: what followed from that one is put back with it."""

CHANGE_NO_CASE = frozenset(
    {
        ActKind.STORE_MADE,
        ActKind.UNLOCKED,
        ActKind.UNLOCKED_BY_CODE,
        ActKind.PASSPHRASE_CHANGED,
        ActKind.CODE_SHOWN,
        ActKind.CODE_KEPT,
        ActKind.CODE_REPLACED,
        ActKind.CASE_EXPORTED,
        ActKind.CALENDAR_SAVED,
        ActKind.COPY_SAVED,
        ActKind.COPY_PRINTED,
    }
)
"""Acts on the store as a whole, and those by which something left the program: no case changes."""


@dataclass(frozen=True, slots=True)
class Act:
    """Act on a case or on the store, saved. It holds no names and no texts of a family."""

    kind: ActKind
    case: str
    """Reference of the case; empty for an act on the store."""
    places: tuple[Place, ...]
    """Places that it is about, e.g. meetings/b1/statements/s3, people/ans.

    They are what changed, or of a copy that was handed out its meeting.
    """
    person: str
    """Id of the person it is of, e.g. of an answer or a copy; empty if it is nobody's."""
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
    after: Callable[[tuple[Place, ...]], Mapping[str, Any]]
    """Function that returns the parts after a change at these places of the case."""

    def differs(self, places: tuple[Place, ...]) -> bool:
        """Return True if anything changed, at these places, that a person signs for."""
        now = self.after(places)
        return any(now[part] != self.before.get(part) for part in PLAN_PARTS)


Follow = Callable[[tuple[Place, ...]], object]
"""Function that is told the places that changed, before they are saved: afterwards nothing may fail."""


def _nothing_follows(_places: tuple[Place, ...]) -> None:
    pass


class Acts:
    """Saves what is done in one unit of work; nobody else in the services commits a change.

    What follows from an act is settled here: a yes to "Gaat dit over …?" goes with its text, and an agreed
    plan of which a part changed is a concept again. Where an act is taken back or done again nothing follows:
    what followed from it is put back with it. In the same transaction `UnitOfWork.commit` marks the line of
    the case in the overview stale.
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
        follow: Follow = _nothing_follows,
    ) -> Iterator[Doing]:
        """Change the case inside; it is saved durably on leaving, or not at all.

        `plan` is the open one, if any; `follow` runs when all else is changed, before saving. Raises what
        `UnitOfWork.commit` raises.
        """
        doing = Doing()
        with nullcontext() if kind in _PUT_BACK else yes_follows(case):
            yield doing
        places = self._work.places
        if kind is not ActKind.PLAN_DECIDED and kind not in _PUT_BACK:
            places += _make_concept(case, places, plan)
        follow(places)
        doing.hides = hides(places)
        doing.act = self._keep(kind, case.reference, places, person)

    def add(self, kind: ActKind, case: Case) -> Act:
        """Save a case that is new to the store; return the act. Raises what `UnitOfWork.commit` raises."""
        self._work.cases.add(case)
        return self._keep(kind, case.reference, (CASE,), "")

    def record(
        self, kind: ActKind, case: str = "", *, places: tuple[Place, ...] = (), person: str = ""
    ) -> Act:
        """Return the act, which changes no case (by reference; empty: the store). See `CHANGE_NO_CASE`."""
        return self._keep(kind, case, places, person)

    def put_back(self, kind: ActKind, act: Act, changes: Collection[RowChange]) -> Act:
        """Take an act back, or do it again, by making these rows what they were before; return the new act.

        Raises ChangedElsewhere if something else changed them since, and what `UnitOfWork.commit` raises.
        """
        self._work.cases.put_rows(act.case, changes)
        return self._keep(kind, act.case, act.places, act.person)

    def keep(self, follow: Follow = _nothing_follows) -> bool:
        """Save what is no act: drafts, and empty rows that go; `follow` runs before.

        Return True if it may have changed what is hidden, or from whom. Raises what `UnitOfWork.commit`
        raises.
        """
        places = self._work.places
        follow(places)
        hiding = hides(places)
        self._work.commit()
        return hiding

    def _keep(self, kind: ActKind, case: str, places: tuple[Place, ...], person: str) -> Act:
        """Save what waits in the unit of work as one act. Every act comes by here, once."""
        at = self._clock().replace(microsecond=0, tzinfo=None).isoformat()
        act = Act(kind, case, places, person, at)
        self._work.commit()
        return act


def record(
    store: Store,
    kind: ActKind,
    case: str = "",
    *,
    places: tuple[Place, ...] = (),
    people: Collection[str] = ("",),
    clock: WallClock = dt.datetime.now,
) -> None:
    """Put acts on record that change no case: one, or one for each of these people. See `Acts.record`.

    Raises what opening a unit of work and a commit raise.
    """
    with store.unit_of_work() as work:
        for person in people:
            Acts(work, clock).record(kind, case, places=places, person=person)


def hides(places: tuple[Place, ...]) -> bool:
    """Return True if a change at these places may change what is hidden, or from whom."""
    return any(place.kind in _HIDDEN for place in places)


def _make_concept(case: Case, places: tuple[Place, ...], plan: OpenPlan | None) -> tuple[Place, ...]:
    """Take back that a plan was agreed where something of it changed that a person signs for.

    Return the places of their meetings. Where a plan is open, other meetings only lose references to
    what went: their plans stay agreed. The plan in force is a concept again too where somebody in it got
    another name.
    """
    concepts: list[Place] = []
    for meeting in case.meetings if plan is None else (plan.meeting,):
        if meeting.agreed_at and _touches(meeting, places) and (plan is None or plan.differs(places)):
            meeting.agreed_at = None
            concepts.append(Place.meeting(meeting.id))
    current = case.current_plan() if any(place.kind == "people" for place in places) else None
    if current is not None and current.agreed_at and is_renamed(case, current):
        current.agreed_at = None
        concepts.append(Place.meeting(current.id))
    return tuple(concepts)


def _touches(meeting: Meeting, places: tuple[Place, ...]) -> bool:
    here = Place.meeting(meeting.id)
    return any(place.is_within(here) and place.of_meeting.kind in PLAN_PARTS for place in places)
