"""What the console reads of an open meeting; it changes nothing."""

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
from beraad.disclosure.views import WallView
from beraad.services.meeting import Act, KeptDraft, MeetingService
from beraad.terms import RoomSees, Step

_log = logging.getLogger(__name__)

T = TypeVar("T")


class MeetingReading(QObject):
    """What is seen, as it was read last, and what is asked for by the card or page that shows it."""

    wall_failed = Signal()
    """Something went wrong while what the room sees was made: the room must see nothing."""

    _service: MeetingService
    _view: ConsoleView
    _wall_view: WallView
    _withheld: tuple[ConsoleLeak, ...]
    has_last_plan = False
    """Whether there is a plan of an earlier meeting to read beside this one."""

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._visited: set[Step] = set()
        self._spoken: dict[Step, set[str]] = {}
        self._leaks: tuple[ConsoleLeak, ...] | None = None
        self._on_wall: frozenset[str] | None = None

    @property
    def drafts(self) -> tuple[KeptDraft, ...]:
        """What was typed and not placed, in every step."""
        return self._service.drafts.all()

    def has_draft(self, part: str) -> bool:
        """Whether something was typed and not placed at a part of the meeting, e.g. statements/s1."""
        return any(f"{draft.place}/".startswith(f"{part}/") for draft in self.drafts)

    @property
    def view(self) -> ConsoleView:
        """Everything, for the facilitator."""
        return self._view

    @property
    def wall_view(self) -> WallView:
        """What everybody in the room may see of the current step."""
        return self._wall_view

    @property
    def withheld(self) -> tuple[ConsoleLeak, ...]:
        """What of the current step is kept from the wall because its text would tell too much."""
        return self._withheld

    @property
    def leaks(self) -> tuple[ConsoleLeak, ...]:
        """What the texts tell somebody too much: those of the wall first, then those of the copies."""
        if self._leaks is None:
            self._leaks = (*self._withheld, *self._service.leaks())
        return self._leaks

    @property
    def told(self) -> tuple[ConsoleLeak, ...]:
        """What the copies of those invited would tell somebody too much, and then what they may tell."""
        return (*self._service.leaks(), *self._service.hidden.remarks())

    @property
    def gaps(self) -> tuple[ConsoleGap, ...]:
        """What is missing before the plan can be agreed, and why it was let stand, if so."""
        return self._service.gaps()

    def is_on_wall(self, place: str) -> bool:
        """Whether the wall shows what stands at this place at its step, e.g. statements/s1."""
        if self._on_wall is None:
            self._on_wall = self._of_the_wall(self._service.on_wall) or frozenset()
        return place in self._on_wall

    @property
    def answers(self) -> tuple[ConsoleAnswer, ...]:
        """Who answered for the plan what, and for whom it changed since."""
        return self._service.answers()

    @property
    def step(self) -> Step:
        """The step one is in."""
        return self._service.step

    @property
    def visited(self) -> frozenset[Step]:
        """The steps that were opened since the meeting was."""
        return frozenset(self._visited)

    @property
    def half(self) -> int | None:
        """Which half of an alternating meeting is in the room, 1 or 2.

        None where all sit together, and while it `asks_half`.
        """
        return self._service.half

    @property
    def asks_half(self) -> bool:
        """Whether nobody said yet which half of an alternating meeting is in the room."""
        return self._service.asks_half

    @property
    def minutes_here(self) -> int:
        """Whole minutes since the current step was entered."""
        return self._service.minutes_here()

    @property
    def minutes_unkept(self) -> int:
        """Those of them that the agenda of the view does not hold."""
        return self._service.minutes_unkept()

    @property
    def minutes_left(self) -> int:
        """Whole minutes of what was planned for the current step; below 0 it takes longer."""
        return self._service.minutes_left

    @property
    def undoable(self) -> Act | None:
        """What undo would take back, or None."""
        return self._service.undoable

    @property
    def undoable_of(self) -> str:
        """Whose answer undo would take back, as the plan calls this person; empty where it is nobody's."""
        person = self._service.undoable_of
        return self._view.person(person).called if person else ""

    @property
    def redoable(self) -> Act | None:
        """What redo would do again, or None."""
        return self._service.redoable

    @property
    def since_agreed(self) -> tuple[Act, ...]:
        """What undo would take back for the plan to be agreed again, the oldest first."""
        return self._service.since_agreed

    def room_sees(self, scale: str) -> RoomSees:
        """What the room sees of the answers to this scale."""
        return self._service.room_sees(scale)

    def is_hidden_again(self, scale: str) -> bool:
        """Whether the room sees nothing because an answer changed after they were shown."""
        return self._service.is_hidden_again(scale)

    def answers_released(self, scale: str) -> bool:
        """Whether the room may see what was answered to this scale in the other room."""
        return scale in self._service.room.released

    @property
    def paused_at(self) -> dt.datetime | None:
        """Since when the meeting pauses, local; None while it goes on."""
        return self._service.paused_at

    @property
    def stopped_at(self) -> tuple[Step, str] | None:
        """In which step the meeting was last, and since when (local, ISO 8601)."""
        return self._service.table.stopped_at()

    @property
    def turn(self) -> str | None:
        """Who has the turn, by id."""
        return self._service.turn

    @property
    def room(self) -> frozenset[str]:
        """Who is in the room now, by id; nobody is known to be while it `asks_half`."""
        return self._service.room.people

    @property
    def in_room(self) -> tuple[ConsolePerson, ...]:
        """The same, in the order of the table: who is offered, named or asked before the room is of these."""
        return tuple(person for person in self._view.people if person.id in self.room)

    def is_elsewhere(self, person: str) -> bool:
        """Whether there are two rooms, and this person (by id) does not sit in the one that is here."""
        return self._service.rooms.is_elsewhere(person)

    @property
    def silent(self) -> tuple[ConsolePerson, ...]:
        """Who of those in the room had no turn in this step, and has none now."""
        heard = {*self.spoken(), self.turn}
        return tuple(person for person in self.in_room if person.id not in heard)

    @property
    def forward(self) -> str | None:
        """The place of the card that stands large on the wall, e.g. statements/s3, or None."""
        return self._service.forward

    def spoken(self) -> frozenset[str]:
        """Who had a turn in this step, by id; not kept."""
        return frozenset(self._spoken.get(self.step, ()))

    def spoken_anywhere(self) -> frozenset[str]:
        """Who had a turn in some step since the meeting was opened, by id."""
        return frozenset().union(*self._spoken.values())

    def _of_the_wall(self, make: Callable[[], T]) -> T | None:
        """What is made for the wall. Whatever goes wrong there stops nothing that comes after it."""
        try:
            return make()
        except Exception:  # noqa: BLE001 - whatever it is, the room must not see it
            _log.exception("wall.not_made")
            self.wall_failed.emit()
            return None
