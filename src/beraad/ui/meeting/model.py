"""The meeting as the console sees it: one model, which every page only listens to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar, cast

from PySide6.QtCore import QObject, Signal

from beraad.disclosure.views import WallView
from beraad.errors import BeraadError
from beraad.i18n import _
from beraad.services.meeting import Act, MeetingService
from beraad.services.sentences import sentence
from beraad.terms import RoomSees, Step
from beraad.ui.meeting.drafting import Drafting
from beraad.ui.meeting.reading import MeetingReading
from beraad.ui.messages import Messages
from beraad.ui.pressed import WhenReleased, catch_up

T = TypeVar("T")
Wish = Callable[[MeetingService], T]

SWAPPED = "file_replaced"
"""Code of the failure after which nothing can be saved here any more."""
TRY_AGAIN = frozenset({"not_saved", "disk_full"})
"""Codes of failures to write that certainly kept nothing; with every other, trying again would not help."""


class MeetingModel(MeetingReading):
    """Runs wishes, refreshes the views after each, and says what was kept.

    The room sees it at once. The console shows it when no mouse button is down: nothing moves under a press.

    What could not be written (a full disk) waits, in order, and is tried again before the next wish or on
    `retry`; the fields keep what was typed meanwhile.
    """

    wall_changed = Signal(object)
    """The `WallView` as it is now; told before anything of the console is read."""
    minutes_told = Signal(int)
    """How many minutes there are left of the step, where the wall says so and nothing else of it changes."""
    changed = Signal(object)
    """The `ConsoleView` as it is now."""
    saved = Signal(object)
    """The local moment at which the last change was kept."""
    failed = Signal(object)
    """The error that kept a change from being written."""
    forward_refused = Signal(str)
    """The place of a card that the room may not see, and so was not put forward."""
    released_though_told = Signal(object)
    """The `ConsoleLeak`s of what was released to the other room: some in it may not know what it tells."""
    step_changed = Signal(object)
    """The `Step` one went to."""

    drafting: Drafting
    """What is being typed."""

    def __init__(
        self,
        *,
        messages: Messages,
        clock: Callable[[], dt.datetime] = dt.datetime.now,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._messages = messages
        self._clock = clock
        self._waiting: list[Wish[object]] = []
        self._failing = False
        self.aside = False
        """Whether the store is closed now, because the program is locked."""
        self._telling = WhenReleased(self._tell, parent=self)

    def open(self, service: MeetingService) -> None:
        """Begin with this meeting; before it there is nothing to ask."""
        self._service = service
        self._visited.add(service.step)
        self._told_step = service.step
        self.has_last_plan = service.has_last_plan
        self._read()

    def remember(self, before: MeetingModel) -> None:
        """Know, before `open`, what another model of this meeting knew of the steps and of who spoke."""
        self._visited, self._spoken = set(before._visited), dict(before._spoken)

    def stand_aside(self) -> None:
        """Let go of the store while the program is locked; a wish that comes meanwhile waits."""
        self.drafting.rest()
        self.aside = True
        try:
            self._service.stand_aside()
        except BeraadError as error:
            # Only minutes were not written: they are written later.
            self.failed.emit(error)

    def come_back(self, take_up: Callable[[MeetingService], None]) -> None:
        """Go on with the store that `take_up` gives, and do what waits; raises what that raises."""
        take_up(self._service)
        self.aside = False
        if self._waiting:
            self.retry()
        else:
            self.refresh()
        self.drafting.keep_all()

    @property
    def unsaved(self) -> bool:
        """Whether something typed could not be written yet."""
        return bool(self._waiting) or self.drafting.unsaved

    # -- wishes --------------------------------------------------------------------------------------

    def act(
        self,
        wish: Wish[T],
        *,
        waits: bool = True,
        seen: bool = True,
        refused: Callable[[BeraadError], None] | None = None,
    ) -> T | None:
        """Run a wish that changes the meeting, and refresh. None where it did not succeed.

        Where it could not be written it `waits`, and is tried again. What changes nothing that is `seen`
        renews no view but the facilitator's. What cannot be so is told in a box, or to `refused`.
        """
        catch_up()
        self._waiting.append(wish)
        if self.aside:
            return None
        outcome: object = None
        try:
            while self._waiting:
                outcome = self._waiting[0](self._service)
                self._waiting.pop(0)
        except BeraadError as error:
            if error.code in TRY_AGAIN:
                if not waits and self._waiting[0] is wish:
                    self._waiting.pop(0)
                self._tell_unsaved(error)
            elif error.code == SWAPPED:
                # The window says what to do, and the rescue copy holds this wish.
                self._waiting.clear()
                self.failed.emit(error)
            else:
                self._waiting.pop(0)
                (refused or self._tell_refused)(error)
                self.refresh()
        except Exception as error:
            # Nobody expected it: were it tried again before the next wish, that one would fail as well.
            self._waiting.pop(0)
            self.failed.emit(error)
            with suppress(Exception):
                self.refresh()
            raise
        else:
            self._failing = False
            if seen:
                self.refresh()
            else:
                self._view = self._service.console()
            self.saved.emit(self._clock())
            return cast("T", outcome)
        return None

    def try_to(self, wish: Wish[object]) -> None:
        """Run a wish of a form, which stays open where it cannot be so: raises its BeraadError."""
        refused: list[BeraadError] = []
        self.act(wish, refused=refused.append)
        if refused:
            raise refused[0]

    def keep(self, wish: Wish[object]) -> bool:
        """Run a wish that writes what is no part of the plan; False where it could not be written."""
        if self.aside:
            return False
        try:
            wish(self._service)
        except BeraadError as error:
            self._tell_unsaved(error)
            return False
        self._failing = bool(self._waiting)
        self.saved.emit(self._clock())
        return True

    def ask(self, question: Wish[T]) -> T | None:
        """Ask the service something that changes nothing; None after telling why it cannot be.

        None too while the store is closed.
        """
        if self.aside:
            return None
        try:
            return question(self._service)
        except BeraadError as error:
            self._messages.warn(_("Dit kan zo niet"), sentence(error))
            return None

    def retry(self) -> None:
        """Try again to write what waits."""
        if self._waiting:
            self.act(self._waiting.pop())
        self.drafting.keep_all()

    def show(self, wish: Callable[[MeetingService], None]) -> None:
        """Change what is shown now (revealed answers, which half is in the room); nothing of it is kept."""
        catch_up()
        wish(self._service)
        self.refresh()

    def bring_forward(self, place: str | None) -> None:
        """Put one card forward on the wall; the same card again, or None: show the step again.

        Where the room may not see it, `forward_refused` says so.
        """
        catch_up()
        wanted = None if place == self.forward else place
        shown = self._of_the_wall(lambda: self._service.bring_forward(wanted))
        self.refresh()
        if wanted is not None and not shown:
            self.forward_refused.emit(wanted)

    def reveal(self, scale: str, sees: RoomSees) -> None:
        """Show the room this of the answers to a scale; not where it cannot be kept what it saw."""
        catch_up()
        try:
            self._service.reveal(scale, sees)
        except BeraadError as error:
            self._messages.warn(_("Niet getoond"), sentence(error))
        self.refresh()

    def release(self, *places: str) -> None:
        """Let the other room see what waits at these places, e.g. statements/s3, in one act.

        What its words tell that somebody may not know is told by `released_though_told`.
        """
        leaks = [leak for place in places for leak in self._service.rooms.would_tell(place)]
        if self.act(lambda meeting: meeting.rooms.release(places)) and leaks:
            self.released_though_told.emit(tuple(leaks))

    def go_to(self, step: Step) -> None:
        """Go to a step, forward or back."""
        if step is self.step:
            return
        self.drafting.rest()
        self._visited.add(step)
        if self.turn is not None:
            self._spoken.setdefault(self.step, set()).add(self.turn)
        self.act(lambda meeting: meeting.go_to(step))
        if self._told_step is not self.step:
            # Its minutes could not be written; the meeting goes on all the same, on the wall too.
            self.refresh()

    def undo(self) -> Act | None:
        """Take the last act back. What is being typed stays, and is written before."""
        self.drafting.rest()
        return self.act(MeetingService.undo)

    def redo(self) -> Act | None:
        """Do again what was taken back last."""
        self.drafting.rest()
        return self.act(MeetingService.redo)

    def refresh(self) -> None:
        """Read everything anew and tell; later, if the store is closed now."""
        if self.aside:
            return
        self._read()
        self._telling.ask()

    def renew_wall(self) -> None:
        """Make what the room sees, and tell; while the store is closed only its clock goes on."""
        if self.aside:
            if self._wall_view.minutes_left is not None:
                self.minutes_told.emit(max(0, self.minutes_left))
            return
        wall = self._of_the_wall(self._service.wall)
        self._wall_view = wall or WallView("", self._service.step, 0, 0)
        if wall is not None:
            self.wall_changed.emit(wall)
        self._withheld = self._of_the_wall(self._service.withheld) or ()

    # -- who has spoken ------------------------------------------------------------------------------

    def mark_spoken(self, person: str, *, spoken: bool = True) -> None:
        """Somebody had a turn in this step, or not after all."""
        people = self._spoken.setdefault(self.step, set())
        if spoken:
            people.add(person)
        else:
            people.discard(person)
        self._telling.ask()

    def give_turn(self, person: str) -> None:
        """Give somebody the turn, told on the wall; for who has it: it is over. Who had it has spoken."""
        had = self.turn
        if had is not None:
            self._spoken.setdefault(self.step, set()).add(had)
        self.show(lambda meeting: meeting.give_turn(None if person == had else person))

    def give_next_turn(self) -> None:
        """Give the turn to who has not spoken yet, in the order of the table; after the last it is over."""
        if (person := self.silent[0].id if self.silent else self.turn) is not None:
            self.give_turn(person)

    # -- inside --------------------------------------------------------------------------------------

    def _read(self) -> None:
        # Asked for by a hundred cards, or by none.
        self._leaks = self._on_wall = None
        # The room first: the facilitator knows what was typed, seven people wait for it.
        self.renew_wall()
        self._view = self._service.console()

    def _tell(self) -> None:
        # The page of the step first: the one that is left has no need to show what is new.
        if self._told_step is not self.step:
            self._told_step = self.step
            self.step_changed.emit(self.step)
        self.changed.emit(self._view)

    def _tell_refused(self, error: BeraadError) -> None:
        self._messages.warn(_("Dit kan zo niet"), sentence(error))

    def _tell_unsaved(self, error: BeraadError) -> None:
        self.failed.emit(error)
        if not self._failing:
            # Once: a full disk must not put a box before every pause in the typing.
            self._failing = True
            self._messages.warn(_("Niet opgeslagen"), sentence(error))
