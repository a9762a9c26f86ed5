"""Model of the meeting for the console: one object to which every page listens."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar, cast

from PySide6.QtCore import QObject, Signal

from beraad.disclosure.views import WallView
from beraad.errors import BeraadError
from beraad.i18n import _, spoken
from beraad.places import Place
from beraad.services.meeting import ActKind, MeetingService
from beraad.terms import RoomSees, Step
from beraad.ui.meeting.drafting import Drafting
from beraad.ui.meeting.reading import MeetingReading
from beraad.ui.messages import Messages
from beraad.ui.when_released import WhenReleased, catch_up
from beraad.words.errors import sentence

T = TypeVar("T")
Wish = Callable[[MeetingService], T]

SWAPPED = "file_replaced"
"""Error code after which nothing can be saved here any more."""
TRY_AGAIN = frozenset({"not_saved", "disk_full"})
"""Error codes of failed writes that certainly saved nothing; after any other, do not try again."""


class MeetingModel(MeetingReading):
    """Model that runs wishes, refreshes the views after each, and says what was saved.

    The wall shows a change at once. The console waits until no mouse button is down: nothing moves under a
    press.

    What could not be written (a full disk) waits, in order, and is tried again before the next wish or on
    `retry`; the fields keep what was typed meanwhile.
    """

    wall_changed = Signal(object)
    """Current `WallView`; emitted before anything of the console is read."""
    minutes_told = Signal(int)
    """Minutes left of the step, where the wall shows them and nothing else of it changes."""
    changed = Signal(object)
    """Current `ConsoleView`."""
    saved = Signal(object)
    """Local time at which the last change was saved."""
    failed = Signal(object)
    """Error because of which a change was not written."""
    forward_refused = Signal(object)
    """`Place` of a card that was not brought forward, because the room may not see it."""
    released_though_told = Signal(object)
    """`ConsoleLeak`s in what was released to the other room: somebody there may not know what it tells."""
    step_changed = Signal(object)
    """`Step` that was gone to."""

    drafting: Drafting
    """Drafts: text being typed."""

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
        """True while the store is closed because the program is locked."""
        self._telling = WhenReleased(self._tell, parent=self)

    def open(self, service: MeetingService) -> None:
        """Begin with this meeting; before this call there is nothing to ask."""
        self._service = service
        self._visited.add(service.step)
        self._told_step = service.step
        self.has_last_plan = service.has_last_plan
        self._read()

    def remember(self, before: MeetingModel) -> None:
        """Copy, before `open`, what another model of this meeting knew of visited steps and of who spoke."""
        self._visited, self._spoken = set(before._visited), dict(before._spoken)

    def stand_aside(self) -> None:
        """Let go of the store while the program is locked; a wish made meanwhile waits."""
        self.drafting.rest()
        self.aside = True
        try:
            self._service.stand_aside()
        except BeraadError as error:
            # Only minutes were not written: they are written later.
            self.failed.emit(error)

    def come_back(self, take_up: Callable[[MeetingService], None]) -> None:
        """Go on with the store that `take_up` opens, and do what waits; raises what `take_up` raises."""
        take_up(self._service)
        self.aside = False
        if self._waiting:
            self.retry()
        else:
            self.refresh()
        self.drafting.keep_all()

    @property
    def unsaved(self) -> bool:
        """True while something typed could not be written yet."""
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
        """Run a wish that changes the meeting, and refresh; return None if it failed.

        With `waits`, a failed write is tried again. With `seen` False, only the facilitator's view is
        refreshed. A refusal is shown in a message box, or passed to `refused`.
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
        """Run the wish of a form that stays open on refusal: raises the BeraadError."""
        refused: list[BeraadError] = []
        self.act(wish, refused=refused.append)
        if refused:
            raise refused[0]

    def keep(self, wish: Wish[object]) -> bool:
        """Run a wish that saves what is no part of the plan; return False if it could not be written."""
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
        """Ask the service something that changes nothing; return None after telling why it failed.

        Returns None too while the store is closed.
        """
        if self.aside:
            return None
        try:
            return question(self._service)
        except BeraadError as error:
            self._messages.warn(_("Dit kan zo niet"), sentence(error, spoken()))
            return None

    def retry(self) -> None:
        """Try again to write what waits."""
        if self._waiting:
            self.act(self._waiting.pop())
        self.drafting.keep_all()

    def show(self, wish: Callable[[MeetingService], None]) -> None:
        """Change what is shown now (revealed answers, the half in the room); nothing is saved."""
        catch_up()
        wish(self._service)
        self.refresh()

    def bring_forward(self, place: Place | None) -> None:
        """Show one card alone on the wall; the same card again, or None, shows the step.

        Emits `forward_refused` where the room may not see the card.
        """
        catch_up()
        wanted = None if place == self.forward else place
        shown = self._of_the_wall(lambda: self._service.bring_forward(wanted))
        self.refresh()
        if wanted is not None and not shown:
            self.forward_refused.emit(wanted)

    def reveal(self, scale: str, sees: RoomSees) -> None:
        """Reveal answers to a scale to the room, as far as `sees` says; not if that cannot be recorded."""
        catch_up()
        try:
            self._service.reveal(scale, sees)
        except BeraadError as error:
            self._messages.warn(_("Niet getoond"), sentence(error, spoken()))
        self.refresh()

    def release(self, *places: Place) -> None:
        """Release what waits at these places, e.g. statements/s3, to the other room, in one act.

        Emits `released_though_told` for what somebody there may not know.
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

    def undo(self) -> ActKind | None:
        """Take the last act back and return it. Text being typed stays; it is written first."""
        self.drafting.rest()
        return self.act(MeetingService.undo)

    def redo(self) -> ActKind | None:
        """Do the last act again that was taken back, and return it."""
        self.drafting.rest()
        return self.act(MeetingService.redo)

    def refresh(self) -> None:
        """Read the views anew and emit `changed`; does nothing while the store is closed."""
        if self.aside:
            return
        self._read()
        self._telling.ask()

    def renew_wall(self) -> None:
        """Read the wall anew and emit it; while the store is closed, only the minutes."""
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
        """Note that somebody had a turn in this step, or not after all."""
        people = self._spoken.setdefault(self.step, set())
        if spoken:
            people.add(person)
        else:
            people.discard(person)
        self._telling.ask()

    def give_turn(self, person: str) -> None:
        """Give somebody the turn, or end it if they have it; the one before has spoken. The wall shows it."""
        had = self.turn
        if had is not None:
            self._spoken.setdefault(self.step, set()).add(had)
        self.show(lambda meeting: meeting.give_turn(None if person == had else person))

    def give_next_turn(self) -> None:
        """Give the turn to the next in table order who has not spoken yet; after the last, end it."""
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
        self._messages.warn(_("Dit kan zo niet"), sentence(error, spoken()))

    def _tell_unsaved(self, error: BeraadError) -> None:
        self.failed.emit(error)
        if not self._failing:
            # Once: a full disk must not put a box before every pause in the typing.
            self._failing = True
            self._messages.warn(_("Niet opgeslagen"), sentence(error, spoken()))
