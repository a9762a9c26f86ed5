"""One open meeting: what the facilitator wishes, and what each eye sees of it."""

from __future__ import annotations

import datetime as dt

from beraad.disclosure.audience import Reader, Room, may_see, room_of
from beraad.disclosure.console import console, withheld_from
from beraad.disclosure.console_views import ConsoleLeak, ConsoleView
from beraad.disclosure.leaks import Leak
from beraad.disclosure.views import WallView
from beraad.disclosure.wall import Wall, wall_of
from beraad.services.meeting.agreements import Agreements
from beraad.services.meeting.deciding import CarryingOver, Deciding
from beraad.services.meeting.desk import Act, Clock, Desk
from beraad.services.meeting.emergency import Emergency
from beraad.services.meeting.scales import Scales
from beraad.services.meeting.statements import Statements
from beraad.services.meeting.table import Table
from beraad.store.store import Store
from beraad.terms import MeetingMode, Step

__all__ = ["Act", "MeetingService"]


class MeetingService:
    """The open meeting. Its parts take the wishes; `console` and `wall` give what each eye sees.

    What is shown now (`half`, revealed scales, who has the turn) is not kept: a restart begins with answers
    hidden. In which step the meeting was is kept, and offered as `stopped_at`.
    """

    def __init__(self, store: Store, reference: str, meeting: str, clock: Clock = dt.datetime.now) -> None:
        self._desk = Desk(store, reference, meeting, clock)
        self.statements = Statements(self._desk)
        self.scales = Scales(self._desk)
        self.agreements = Agreements(self._desk)
        self.emergency = Emergency(self._desk)
        self.table = Table(self._desk)
        self.deciding = Deciding(self._desk)
        self.carrying = CarryingOver(self._desk)
        self.step = Step.WELCOME
        self._clock = clock
        self._entered = clock()
        self._paused_at: dt.datetime | None = None
        self._moved = False
        self._turn: str | None = None
        alternating = self._desk.meeting.mode == MeetingMode.ALTERNATING
        self.half: int | None = 1 if alternating else None
        """Which half of an alternating meeting is in the room now (1 or 2)."""
        self._revealed: set[str] = set()
        self._held: set[str] = set()

    # -- what is seen --------------------------------------------------------------------------------

    def console(self) -> ConsoleView:
        """Everything, for the facilitator."""
        return console(self._desk.disclosure, self.room, frozenset(self._held))

    def wall(self) -> WallView:
        """What everybody in the room may see of the current step."""
        return self._wall().view

    def withheld(self) -> tuple[ConsoleLeak, ...]:
        """What of the current step is kept from the wall because its text would tell somebody too much."""
        case = self._desk.case
        leaks = self._wall().withheld
        return tuple(
            said
            for leak in dict.fromkeys(leaks)
            for said in withheld_from(case, (leak,), self._not_for(leak))
        )

    def _wall(self) -> Wall:
        revealed, held = frozenset(self._revealed), frozenset(self._held)
        return wall_of(self._desk.disclosure, self.step, self.room, revealed, held, self._turn)

    def _not_for(self, leak: Leak) -> tuple[str, ...]:
        """What the plan calls those in the room who may not have what `leak` tells."""
        case, hidden = self._desk.case, leak.hidden
        return tuple(
            person.called
            for person in case.people
            if person.id in self.room.people
            and not may_see(case, hidden.visible_to, Reader(person.id), hidden.known_to)
        )

    @property
    def room(self) -> Room:
        """Who is in the room now."""
        return room_of(self._desk.meeting, self.half)

    # -- what is shown now ---------------------------------------------------------------------------

    def go_to(self, step: Step) -> None:
        """Go to a step, forward or back; whole minutes spent in the one left are kept. The turn is over."""
        if step is not self.step:
            minutes = self.minutes_here()
            # The meeting goes on even where the minutes cannot be written.
            left, self.step, self._entered = self.step, step, self._paused_at or self._clock()
            self._moved, self._turn = True, None
            self.table.spend(left, minutes, step)

    def minutes_here(self) -> int:
        """Whole minutes since the current step was entered, without those of a pause."""
        return int(((self._paused_at or self._clock()) - self._entered).total_seconds() // 60)

    @property
    def paused_at(self) -> dt.datetime | None:
        """Since when (local) the clock stands still; None while it runs."""
        return self._paused_at

    def pause(self) -> None:
        """Stop the clock; nobody has the turn."""
        self._paused_at = self._paused_at or self._clock()
        self._turn = None

    def resume(self) -> None:
        """Let the clock go on where it stopped."""
        if self._paused_at is not None:
            self._entered += self._clock() - self._paused_at
            self._paused_at = None

    @property
    def turn(self) -> str | None:
        """Who has the turn, by id: somebody in the room now, or None."""
        return self._turn if self._turn in self.room.people else None

    def give_turn(self, person: str | None) -> None:
        """Give somebody in the room the turn, named on the wall, or None: nobody. Not kept."""
        self._turn = person

    def show_half(self, half: int) -> None:
        """Which half of an alternating meeting (1 or 2) is in the room now; answers are hidden again."""
        self.half = half
        self._revealed.clear()

    def reveal(self, scale: str, *, shown: bool = True) -> None:
        """Show the answers to a scale on the wall, all together, or hide them again."""
        if shown:
            self._revealed.add(scale)
            self.let_go(f"scales/{scale}")
        else:
            self._revealed.discard(scale)

    def hold_back(self, place: str) -> None:
        """Keep something from the wall while it is being written, e.g. agreements/a5 or emergency/3.

        Who may see it is often said after the words: until then nobody in the room reads along.
        """
        self._held.add(place)

    def let_go(self, place: str) -> None:
        """It was written: the room may see it, if everybody in it may."""
        self._held.discard(place)

    def is_revealed(self, scale: str) -> bool:
        """Whether the room sees the answers to this scale."""
        return scale in self._revealed

    # -- undo ----------------------------------------------------------------------------------------

    @property
    def undoable(self) -> Act | None:
        """What undo would take back, or None."""
        return self._desk.undoable

    @property
    def redoable(self) -> Act | None:
        """What redo would do again, or None."""
        return self._desk.redoable

    def undo(self) -> Act | None:
        """Take the last act back; gives what was taken back."""
        return self._desk.undo()

    def redo(self) -> Act | None:
        """Do again what was taken back last."""
        return self._desk.redo()

    def close(self) -> None:
        """Leave the meeting: the minutes of the current step are kept, then all is let go."""
        try:
            minutes = self.minutes_here()
            if minutes or self._moved:
                # Who only came to look leaves the place in which the meeting stopped as it was.
                self.table.spend(self.step, minutes, self.step if self._moved else None)
        finally:
            self._desk.close()
