"""Reads an open meeting for the console; changes nothing."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from beraad.disclosure.console_views import (
    ConsoleAnswer,
    ConsoleGap,
    ConsoleLeak,
    ConsolePerson,
    ConsoleView,
)
from beraad.disclosure.views import PlanBody, WallView
from beraad.i18n import _, spoken
from beraad.places import Place
from beraad.services.meeting import ActKind, KeptDraft, MeetingService
from beraad.terms import RoomSees, Step
from beraad.words.acts import act_label

_log = logging.getLogger(__name__)

T = TypeVar("T")


class MeetingReading(QObject):
    """Views of a meeting as last read, and further answers for the card or page that asks."""

    wall_failed = Signal()
    """Emitted when making the picture for the room failed: the room must see nothing."""

    _service: MeetingService
    _view: ConsoleView
    _wall_view: WallView
    _withheld: tuple[ConsoleLeak, ...]
    has_last_plan = False
    """True if there is a plan of an earlier meeting to read beside this one."""

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._visited: set[Step] = set()
        self._spoken: dict[Step, set[str]] = {}
        self._leaks: tuple[ConsoleLeak, ...] | None = None
        self._on_wall: frozenset[Place] | None = None

    @property
    def drafts(self) -> tuple[KeptDraft, ...]:
        """Texts that were typed and not placed, in every step."""
        return self._service.drafts.all()

    def has_draft(self, part: Place) -> bool:
        """Return True if a draft waits at a part of the meeting, e.g. statements/s1."""
        return any(draft.place.is_within(part) for draft in self.drafts)

    @property
    def view(self) -> ConsoleView:
        """View of everything, for the facilitator."""
        return self._view

    @property
    def plan(self) -> PlanBody:
        """Plan as it stands, for the facilitator."""
        return self._service.plan()

    @property
    def wall_view(self) -> WallView:
        """View of the current step that everybody in the room may see."""
        return self._wall_view

    @property
    def withheld(self) -> tuple[ConsoleLeak, ...]:
        """Leaks for which texts of the current step are kept from the wall."""
        return self._withheld

    @property
    def leaks(self) -> tuple[ConsoleLeak, ...]:
        """Leaks in the texts: those on the wall first, then those in the copies."""
        if self._leaks is None:
            self._leaks = (*self._withheld, *self._service.leaks())
        return self._leaks

    @property
    def told(self) -> tuple[ConsoleLeak, ...]:
        """Leaks in the copies of those invited: first what would tell somebody too much, then what may."""
        return (*self._service.leaks(), *self._service.hidden.remarks())

    @property
    def gaps(self) -> tuple[ConsoleGap, ...]:
        """Gaps to close before the plan can be agreed, with the reason for those that may stand."""
        return self._service.gaps()

    def is_on_wall(self, place: Place) -> bool:
        """Return True if the wall shows the item at this place during its step, e.g. statements/s1."""
        if self._on_wall is None:
            self._on_wall = self._of_the_wall(self._service.on_wall) or frozenset()
        return place in self._on_wall

    @property
    def answers(self) -> tuple[ConsoleAnswer, ...]:
        """Answers to the plan, per person, and whether it changed since for that person."""
        return self._service.answers()

    @property
    def step(self) -> Step:
        """Current step."""
        return self._service.step

    @property
    def visited(self) -> frozenset[Step]:
        """Steps that were opened since the meeting was opened."""
        return frozenset(self._visited)

    @property
    def half(self) -> int | None:
        """Half of an alternating meeting that is in the room, 1 or 2.

        None where all sit together, and while it `asks_half`.
        """
        return self._service.half

    @property
    def asks_half(self) -> bool:
        """True while nobody said yet which half of an alternating meeting is in the room."""
        return self._service.asks_half

    @property
    def minutes_here(self) -> int:
        """Whole minutes since the current step was entered."""
        return self._service.minutes_here()

    @property
    def minutes_unkept(self) -> int:
        """Part of `minutes_here` that the agenda of the view does not include."""
        return self._service.minutes_unkept()

    @property
    def minutes_left(self) -> int:
        """Whole minutes left of what was planned for the current step; below 0 it takes longer."""
        return self._service.minutes_left

    @property
    def undoable(self) -> ActKind | None:
        """Act that undo would take back, or None."""
        return self._service.undoable

    @property
    def undoable_words(self) -> str:
        """Name of the act that undo would take back, with whose answer it is; empty if there is none."""
        if (act := self.undoable) is None:
            return ""
        if person := self._service.undoable_of:
            return _("Antwoord van {person}").format(person=self._view.person(person).called)
        return act_label(act, spoken())

    @property
    def redoable_words(self) -> str:
        """Name of the act that redo would do again; empty if there is none."""
        act = self._service.redoable
        return act_label(act, spoken()) if act is not None else ""

    @property
    def since_agreed(self) -> tuple[ActKind, ...]:
        """Acts that undo would take back until the plan is agreed again, the oldest first."""
        return self._service.since_agreed

    def room_sees(self, scale: str) -> RoomSees:
        """Return what the room sees of the answers to this scale."""
        return self._service.room_sees(scale)

    def is_hidden_again(self, scale: str) -> bool:
        """Return True if the room sees nothing because an answer changed after they were shown."""
        return self._service.is_hidden_again(scale)

    def scores_released(self, scale: str) -> bool:
        """Return True if the room may see the answers of the other room to this scale."""
        return scale in self._service.room.released

    @property
    def paused_at(self) -> dt.datetime | None:
        """Local time at which the pause began; None while the meeting goes on."""
        return self._service.paused_at

    @property
    def stopped_at(self) -> tuple[Step, str] | None:
        """Step in which the meeting was last, and the time (local, ISO 8601); or None."""
        return self._service.course.stopped_at()

    @property
    def turn(self) -> str | None:
        """Id of the person who has the turn, or None."""
        return self._service.turn

    @property
    def room(self) -> frozenset[str]:
        """Ids of the people in the room; empty while it `asks_half`."""
        return self._service.room.people

    @property
    def in_room(self) -> tuple[ConsolePerson, ...]:
        """People in the room, in the order of the table.

        Who is offered, named or asked before the room is one of these.
        """
        room = self.room
        return tuple(person for person in self._view.people if person.id in room)

    def is_elsewhere(self, person: str) -> bool:
        """Return True if there are two rooms, and this person (by id) sits in the other one."""
        return self._service.rooms.is_elsewhere(person)

    @property
    def silent(self) -> tuple[ConsolePerson, ...]:
        """People in the room who had no turn in this step, and do not have it now."""
        heard = {*self.spoken(), self.turn}
        return tuple(person for person in self.in_room if person.id not in heard)

    @property
    def forward(self) -> Place | None:
        """Place of the card that stands large on the wall, e.g. statements/s3, or None."""
        return self._service.forward

    def spoken(self) -> frozenset[str]:
        """Return the ids of those who had a turn in this step; this is not saved."""
        return frozenset(self._spoken.get(self.step, ()))

    def spoken_anywhere(self) -> frozenset[str]:
        """Return the ids of those who had a turn in some step since the meeting was opened."""
        return frozenset().union(*self._spoken.values())

    def _of_the_wall(self, make: Callable[[], T]) -> T | None:
        """Return what `make` makes for the wall, or None on any error: that must stop nothing else."""
        try:
            return make()
        except Exception:  # noqa: BLE001 - whatever it is, the room must not see it
            _log.exception("wall.not_made")
            self.wall_failed.emit()
            return None
