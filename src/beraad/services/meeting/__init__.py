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

    What is shown now (`step`, `half`, revealed scales) is not kept: a restart begins with answers hidden.
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
        self._entered = clock()
        self._clock = clock
        alternating = self._desk.meeting.mode == MeetingMode.ALTERNATING
        self.half: int | None = 1 if alternating else None
        """Which half of an alternating meeting is in the room now (1 or 2)."""
        self._revealed: set[str] = set()
        self._held: set[str] = set()
        self._forward: str | None = None
        # What was made last, and of what: asked for again while nothing changed, it is the same.
        self._console: tuple[object, ConsoleView] | None = None
        self._shown: tuple[object, Wall] | None = None

    # -- what is seen --------------------------------------------------------------------------------

    def console(self) -> ConsoleView:
        """Everything, for the facilitator."""
        seen = self._desk.disclosure, self.room, frozenset(self._held)
        if self._console is None or self._console[0] != seen:
            self._console = seen, console(*seen)
        return self._console[1]

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
        seen = self._desk.disclosure, self.step, self.room, revealed, held, self._forward
        if self._shown is None or self._shown[0] != seen:
            self._shown = seen, wall_of(*seen)
        wall = self._shown[1]
        if wall.view.forward is None:
            # What went, or may not be seen by who came in, does not come back by itself.
            self._forward = None
        return wall

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
        """Go to a step, forward or back; whole minutes spent in the one left are kept."""
        now = self._clock()
        minutes = int((now - self._entered).total_seconds() // 60)
        if step is not self.step:
            # The meeting goes on even where the minutes cannot be written.
            left, self.step, self._entered = self.step, step, now
            self._forward = None
            self.table.spend(left, minutes)

    def minutes_here(self) -> int:
        """Whole minutes since the current step was entered."""
        return int((self._clock() - self._entered).total_seconds() // 60)

    def show_half(self, half: int) -> None:
        """Which half of an alternating meeting (1 or 2) is in the room now; answers are hidden again."""
        self.half = half
        self._revealed.clear()
        self._forward = None

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

    @property
    def forward(self) -> str | None:
        """The place of the one card that stands large on the wall, e.g. statements/s3, or None."""
        return self._forward

    def bring_forward(self, place: str | None) -> bool:
        """Put one card of this step forward on the wall, or with None show the step again.

        False, and nothing is put forward, where the wall does not show this card: not everybody in the room
        may see it, its text would tell somebody too much, or it is still being written.
        """
        self._forward = place
        self._wall()
        return self._forward == place

    def is_held(self, place: str) -> bool:
        """Whether this is kept from the wall because it is still being written."""
        return place in self._held

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
            self.table.spend(self.step, self.minutes_here())
        finally:
            self._desk.close()
