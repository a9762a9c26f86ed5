"""Service of one open meeting: the facilitator's wishes, and the views for console and wall."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any, Generic, TypeVar

from beraad.clock import AwakeClock, WallClock, awake_seconds, seconds_of
from beraad.codes import ActKind
from beraad.disclosure.audience import Facilitator, Reader, Room, may_see
from beraad.disclosure.console import (
    agenda_items,
    answers,
    console,
    console_gaps,
    console_leaks,
    withheld_from,
)
from beraad.disclosure.console_views import ConsoleAnswer, ConsoleGap, ConsoleLeak, ConsoleView
from beraad.disclosure.leaks import Leak
from beraad.disclosure.views import PlanBody, WallView
from beraad.disclosure.wall import Wall, places_on_wall, wall_of
from beraad.places import Place
from beraad.services.meeting.agreements import Agreements
from beraad.services.meeting.begun_answers import BegunAnswers
from beraad.services.meeting.course import MeetingCourse
from beraad.services.meeting.deciding import CarryingOver, Deciding
from beraad.services.meeting.emergency import Emergency
from beraad.services.meeting.hidden import Hidden
from beraad.services.meeting.open_rows import OpenRows
from beraad.services.meeting.scales import SaidAt, Scales, ShownScores
from beraad.services.meeting.scans import Scans
from beraad.services.meeting.statements import Statements
from beraad.services.meeting.stopwatch import Stopwatch
from beraad.services.meeting.text_drafts import KeptDraft, TextDrafts
from beraad.services.meeting.two_rooms import TwoRooms
from beraad.services.meeting.vocabulary import Vocabulary
from beraad.services.meeting.wording import LetStand, Wording
from beraad.services.meeting_content import LastPlan
from beraad.step_facts import FACTS, FIRST_STEP, WallPicture
from beraad.store.store import Store
from beraad.terms import MeetingMode, RoomSees, Step

T = TypeVar("T")

__all__ = ["ActKind", "KeptDraft", "LetStand", "MeetingService"]

_NOTHING_SHOWN: tuple[RoomSees, ShownScores, frozenset[str]] = RoomSees.NOTHING, frozenset(), frozenset()


class _Made(Generic[T]):
    """Cache of the last result and its input: while that is the same, the result is reused."""

    def __init__(self) -> None:
        self.value: T | None = None
        self._seen: object = None

    def forget(self) -> None:
        """Drop the result."""
        self.value = self._seen = None

    def of(self, seen: object, make: Callable[[], T]) -> T:
        """Return what `make` makes of `seen`; call it only if `seen` changed."""
        if self.value is None or self._seen != seen:
            self.value, self._seen = make(), seen
        return self.value


class MeetingService:
    """Open meeting. Its parts take the wishes; `console` and `wall` return the views.

    What is shown now (`half`, shown answers, what is read aloud, who has the turn) is not saved: after a
    restart answers are hidden, and it is asked which half is there. The step of the meeting is saved, and
    offered as `stopped_at`.
    """

    def __init__(
        self,
        store: Store,
        reference: str,
        meeting: str,
        clock: WallClock | None = None,
        awake: AwakeClock | None = None,
    ) -> None:
        """Open `meeting`; `clock` tells when something was done, `awake` counts minutes and cannot jump.

        If `clock` is given without `awake`, it counts the minutes too.
        """
        awake = awake or (seconds_of(clock) if clock else awake_seconds)
        clock = clock or dt.datetime.now
        self._open = OpenRows(store, reference, meeting, clock)
        self.rooms = TwoRooms(self._open)
        self.statements = Statements(self._open, self.rooms)
        self.scales = Scales(self._open, self.rooms)
        self.agreements = Agreements(self._open, self.rooms)
        self.emergency = Emergency(self._open, self.rooms)
        self.hidden = Hidden(self._open, self.rooms)
        self.course = MeetingCourse(self._open, self.rooms)
        self.deciding = Deciding(self._open, self.rooms)
        self.scans = Scans(self._open)
        self.carrying = CarryingOver(self._open, self.rooms)
        self.wording = Wording(self._open)
        self.vocabulary = Vocabulary(self._open)
        self.drafts = TextDrafts(self._open, self.rooms)
        self.begun = BegunAnswers(self._open)
        self.step = FIRST_STEP
        self.stopwatch = Stopwatch(awake, clock)
        self._planned_when_left = 0
        self._moved = False
        self._turn: str | None = None
        self._shown: dict[str, tuple[RoomSees, ShownScores, frozenset[str]]] = {}
        """Per scale: what the room sees of the answers, those answers, and who was there at the time."""
        self._aloud = ""
        self._forward: Place | None = None
        self._console_made: _Made[ConsoleView] = _Made()
        self._wall_made: _Made[Wall] = _Made()
        self._leaks_made: _Made[tuple[ConsoleLeak, ...]] = _Made()
        self._gaps_made: _Made[tuple[ConsoleGap, ...]] = _Made()
        self._on_wall_made: _Made[frozenset[Place]] = _Made()
        self._kept_made: _Made[frozenset[SaidAt]] = _Made()

    # -- what is seen --------------------------------------------------------------------------------

    def console(self) -> ConsoleView:
        """Return the view of everything, for the facilitator."""
        disclosure = self._open.disclosure
        kept = self._kept_made.of(disclosure, lambda: self.scales.kept)
        seen = disclosure, self.room, kept, self.half, self.rooms.halves
        before = self._console_made.value
        view = self._console_made.of(seen, lambda: console(*seen, last=self._open.last_plan))
        # Minutes pass, and notes are written, without anything of the plan being another.
        notes = tuple(note.text for note in self._open.meeting.notes)
        view = dataclasses.replace(view, agenda=agenda_items(self._open.meeting), notes=notes)
        if before is not None and before.people == view.people:
            # The very same, so that a hundred cards need not compare them one by one.
            view = dataclasses.replace(view, people=before.people)
        self._console_made.value = view
        return view

    def answers(self) -> tuple[ConsoleAnswer, ...]:
        """Return the answers to the plan, per person, and whether it changed since for that person."""
        return tuple(answers(self._open.answered))

    def leaks(self) -> tuple[ConsoleLeak, ...]:
        """Return the texts of the plan that would tell somebody at this meeting what is hidden from them."""
        disclosure = self._open.disclosure
        return self._leaks_made.of(disclosure, lambda: tuple(console_leaks(disclosure)))

    def look_ahead(self) -> None:
        """Prepare what the first card and the first act need; nothing changes."""
        self.leaks()
        self._open.make_ready()

    def gaps(self) -> tuple[ConsoleGap, ...]:
        """Return the gaps to close before the plan can be agreed, with reasons for those that may stand."""
        open_rows = self._open
        return self._gaps_made.of(
            open_rows.disclosure,
            lambda: tuple(console_gaps(open_rows.case, open_rows.meeting, open_rows.last_plan)),
        )

    def on_wall(self) -> frozenset[Place]:
        """Return the places of everything that the wall shows at its step, e.g. statements/s1."""
        seen = self._open.disclosure, self.room
        return self._on_wall_made.of(seen, lambda: places_on_wall(*seen))

    @property
    def has_last_plan(self) -> bool:
        """True if a meeting before this one made a plan."""
        return self._open.last_plan is not None

    def plan(self) -> PlanBody:
        """Return the plan as it stands, for the facilitator."""
        return self._open.disclosure.body(Facilitator())

    def last_plan(self) -> LastPlan | None:
        """Return the plan that was agreed last, to read beside this one; None at a first meeting."""
        last, body = self._open.last_plan, self._open.last_plan_body()
        return LastPlan(last.starts_at, body) if last and body else None

    def wall(self) -> WallView:
        """Return the view of the current step that everybody in the room may see."""
        view = self._wall().view
        if FACTS[self.step].wall is WallPicture.MINUTES_LEFT:
            return dataclasses.replace(view, minutes_left=max(0, self.minutes_left))
        return view

    def withheld(self) -> tuple[ConsoleLeak, ...]:
        """Return the leaks for which texts of the current step are kept from the wall."""
        case = self._open.case
        leaks = self._wall().withheld
        return tuple(
            said
            for leak in dict.fromkeys(leaks)
            for said in withheld_from(case, (leak,), self._not_for(leak))
        )

    def _wall(self) -> Wall:
        sees = {scale: self.room_sees(scale) for scale in self._shown}
        seen = self._open.disclosure, self.step, self.room, sees, self._aloud, self._turn, self._forward
        wall = self._wall_made.of(seen, lambda: wall_of(*seen))
        if wall.view.forward is None:
            # What went, or may not be seen by who came in, does not come back by itself.
            self._forward = None
        return wall

    def _not_for(self, leak: Leak) -> tuple[str, ...]:
        """Those in the room, by id, who may not have what `leak` tells."""
        case, hidden, here = self._open.case, leak.hidden, self.room.people
        return tuple(
            person.id
            for person in case.people
            if person.id in here and not may_see(case, hidden.visible_to, Reader(person.id), hidden.known_to)
        )

    @property
    def room(self) -> Room:
        """People in the room now, and the questions whose answers from the other room may be shown."""
        return dataclasses.replace(self.rooms.room, released=self.scales.released)

    @property
    def half(self) -> int | None:
        """Half of an alternating meeting that is in the room now (1 or 2).

        None where all sit together, and until somebody said it: see `asks_half`.
        """
        return self.rooms.half

    @property
    def asks_half(self) -> bool:
        """True while somebody has to say first which half of an alternating meeting is in the room."""
        return self.rooms.asks_half

    # -- what is shown now ---------------------------------------------------------------------------

    def go_to(self, step: Step) -> None:
        """Go to a step, forward or back; save the whole minutes spent in the one left, and end the turn."""
        if step is not self.step:
            minutes = self.stopwatch.unkept
            # The meeting goes on even where the minutes cannot be written.
            left, self.step = self.step, step
            self.stopwatch.begin()
            self._moved, self._turn, self._aloud, self._forward = True, None, "", None
            self.course.spend(left, minutes, step)

    def minutes_here(self) -> int:
        """Return the whole minutes since the current step was entered, without those of a pause."""
        return self.stopwatch.minutes

    def minutes_unkept(self) -> int:
        """Return the part of `minutes_here` that the agenda does not include yet."""
        return self.stopwatch.unkept

    @property
    def minutes_left(self) -> int:
        """Whole minutes left of what was planned for the current step; below 0 it takes longer."""
        planned = self._planned_when_left if self._open.closed else self._planned_here()
        return planned - self.minutes_here()

    def _planned_here(self) -> int:
        agenda = self._open.meeting.agenda
        planned = next((item.planned_minutes for item in agenda if item.step == self.step), None)
        return FACTS[self.step].minutes if planned is None else planned

    @property
    def paused_at(self) -> dt.datetime | None:
        """Local time at which the clock was stopped; None while it runs."""
        return self.stopwatch.paused_at

    def pause(self) -> None:
        """Stop the clock and end the turn. Of two rooms the other may come in, so ask who is there."""
        self.stopwatch.pause()
        self._turn = None
        if self.rooms.was_said:
            self.show_half(None)

    def resume(self) -> None:
        """Let the clock go on where it stopped."""
        self.stopwatch.resume()

    @property
    def turn(self) -> str | None:
        """Id of the person in the room who has the turn, or None."""
        return self._turn if self._turn in self.room.people else None

    def give_turn(self, person: str | None) -> None:
        """Give somebody in the room the turn, named on the wall, or nobody (None). This is not saved."""
        self._turn = person

    def show_half(self, half: int | None) -> None:
        """Note which half of an alternating meeting (1 or 2) is in the room now; answers are hidden again.

        None: nobody knows, and it is asked; see `asks_half`.
        """
        self.rooms.half = half
        self._shown.clear()
        self.scales.released = frozenset()
        self._forward = None

    def change_mode(self, mode: MeetingMode, rooms: Mapping[str, int | None]) -> None:
        """Go on in one room or in two; answers are hidden, and of two it is asked which half is here."""
        self.course.change_mode(mode, rooms)
        self.show_half(None)

    def reveal(self, scale: str, sees: RoomSees = RoomSees.ALL) -> None:
        """Show the room this much of the answers to a scale, all at once; `NOTHING` hides them again.

        What the room saw is saved with the meeting. Raises what a commit raises; then nothing is shown.
        """
        room = self.room
        self.scales.keep_shown(scale, sees, room)
        self._shown[scale] = sees, self.scales.shown_scores(scale, sees, room), room.people

    def release_scores(self, scale: str, *, released: bool) -> None:
        """Include the answers of the other room in what is shown, or not; nothing is shown now. Not saved."""
        self._shown.pop(scale, None)
        before = self.scales.released
        self.scales.released = before | {scale} if released else before - {scale}

    def read_aloud(self, agreement: str) -> None:
        """Put one agreement (its id) alone on the wall, as far as the room may see it; empty: all of them."""
        self._aloud = agreement

    def room_sees(self, scale: str) -> RoomSees:
        """Return what the room sees of the answers to this scale.

        This is nothing as soon as one of those answers changed since it was shown: the change would tell
        whose it is. It is nothing too once somebody came in: what was shown was chosen for who was there. The
        facilitator then shows the answers together again.
        """
        sees, answers, people = self._shown.get(scale, _NOTHING_SHOWN)
        same = answers == self.scales.shown_scores(scale, sees, self.room) and self.room.people <= people
        return sees if same else RoomSees.NOTHING

    def is_hidden_again(self, scale: str) -> bool:
        """Return True if the answers were hidden since an answer changed or somebody came in."""
        sees, _answers, _people = self._shown.get(scale, _NOTHING_SHOWN)
        return self.room_sees(scale) is not sees

    @property
    def forward(self) -> Place | None:
        """Place of the one card that stands large on the wall, e.g. statements/s3, or None."""
        return self._forward

    def bring_forward(self, place: Place | None) -> bool:
        """Put one card of this step forward on the wall; None shows the step again.

        Return False, and put nothing forward, if the wall does not show this card: not everybody in the room
        may see it, its text would tell somebody too much, or it has no words yet.
        """
        before, self._forward = self._forward, place
        try:
            self._wall()
        except BaseException:
            self._forward = before
            raise
        return self._forward == place

    # -- undo ----------------------------------------------------------------------------------------

    @property
    def undoable(self) -> ActKind | None:
        """Act that undo would take back, or None."""
        return self._open.undoable

    @property
    def undoable_of(self) -> str:
        """Id of the person whose answer undo would take back; empty if it is no answer."""
        return self._open.undoable_of

    @property
    def redoable(self) -> ActKind | None:
        """Act that redo would do again, or None."""
        return self._open.redoable

    @property
    def since_agreed(self) -> tuple[ActKind, ...]:
        """Acts that undo would take back until the plan is agreed again, the oldest first; see `OpenRows`."""
        return self._open.since_agreed

    def undo(self) -> ActKind | None:
        """Take the last act back; return it."""
        return self._in_rooms_as(self._open.undo())

    def redo(self) -> ActKind | None:
        """Do the act again that was taken back last; return it."""
        return self._in_rooms_as(self._open.redo())

    def _in_rooms_as(self, act: ActKind | None) -> ActKind | None:
        """Ask again who is here if undo or redo changed between one room and two; return `act`."""
        if act is ActKind.MODE_CHANGED:
            self.show_half(None)
        return act

    # -- coming and going ----------------------------------------------------------------------------

    def stand_aside(self) -> None:
        """Let go of the store while the program is locked; see `come_back`. The meeting's clock goes on.

        What is shown now stays, and so does what can be undone. Raises what writing the minutes raises; the
        store is let go of all the same.
        """
        self._planned_when_left = self._planned_here()
        try:
            self._keep_minutes()
        finally:
            made: tuple[_Made[Any], ...] = (
                self._console_made,
                self._wall_made,
                self._leaks_made,
                self._gaps_made,
                self._on_wall_made,
                self._kept_made,
            )
            for each in made:
                each.forget()
            self._open.stand_aside()

    def come_back(self, store: Store) -> None:
        """Go on with the meeting. Raises NoMeeting, and what reading the case raises."""
        self._open.come_back(store)

    def close(self) -> None:
        """Leave the meeting: save the minutes of the current step, then release everything."""
        if self._open.closed:
            return
        try:
            self._keep_minutes()
        finally:
            self._open.close()

    def _keep_minutes(self) -> None:
        minutes = self.stopwatch.unkept
        if minutes or self._moved:
            # Who only came to look leaves the place in which the meeting stopped as it was.
            self.course.spend(self.step, minutes, self.step if self._moved else None)
            self.stopwatch.keep(minutes)
