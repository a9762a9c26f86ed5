"""Open meeting: its rows, one transaction per act, and named undo and redo."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from beraad.clock import WallClock
from beraad.codes import ActKind
from beraad.disclosure.audience import Facilitator
from beraad.disclosure.disclose import Disclosure
from beraad.disclosure.views import PlanBody
from beraad.models import Case, Meeting
from beraad.places import Place
from beraad.services.acts import NOT_UNDONE, UNSEEN, Act, Acts, OpenPlan
from beraad.services.agreed_plan import as_agreed, last_as_agreed
from beraad.services.errors import NoMeeting
from beraad.services.following import yes_follows
from beraad.services.meeting import begun_rows, draft_rows
from beraad.services.meeting.draft_rows import Followed
from beraad.services.meeting.part_changes import Change, changes, joined
from beraad.services.meeting.parts import (
    AGREED,
    SCANS,
    MeetingParts,
    restore,
)
from beraad.services.shown_answers import forgetting_what_changed
from beraad.services.undo_list import UndoList
from beraad.store.errors import StoreError
from beraad.store.store import Store


@dataclass(frozen=True, slots=True)
class _Done:
    act: Act
    changes: tuple[Change, ...]
    drafts: Followed


class OpenRows:
    """One meeting of one case, kept open in one unit of work with a commit after each act."""

    def __init__(
        self, store: Store, reference: str, meeting: str, clock: WallClock = dt.datetime.now
    ) -> None:
        self._store, self._work = store, store.unit_of_work()
        self._unsure = False
        self._reference = reference
        self._meeting_id = meeting
        self._clock = clock
        self._undo_list = UndoList[_Done]()
        self._unlisted: tuple[Act, Followed, bool] | None = None
        """Last act until the undo list has it, the drafts that followed, and if it continues another."""
        self._placing: tuple[Place, ...] = ()
        self.case: Case
        self.meeting: Meeting
        self._snapshot: dict[str, Any] | None = None
        self._disclosure: Disclosure | None = None
        self._last_disclosure: Disclosure | None = None
        """Disclosure before the last change; its search still holds what is hidden. None if that changed."""
        self._parts: MeetingParts
        self._last_plan: tuple[()] | tuple[tuple[Case, Meeting] | None] = ()
        """Last plan, once it was read."""
        self._answered: tuple[Disclosure, Disclosure] | None = None
        """Disclosure of the state for which `answered` was made, and that."""
        self._left_as = ""
        try:
            self._load()
        except BaseException:
            # Nobody gets this open_rows to close it.
            self._work.close()
            raise

    # -- reading -----------------------------------------------------------------------------------

    @property
    def disclosure(self) -> Disclosure:
        """Disclosure of the meeting as it is, made once per state."""
        if self._disclosure is None:
            last = self._last_disclosure
            made = Disclosure(self.case, self.meeting, last.search if last else None, last)
            self._disclosure = self._last_disclosure = made
        return self._disclosure

    @property
    def answered(self) -> Disclosure:
        """Disclosure of what is answered: the plan as it was agreed, or else the concept as it is."""
        live = self.disclosure
        if self._answered is None or self._answered[0] is not live:
            case, plan = (
                as_agreed(self.case, self.meeting) if self.meeting.agreed_at else (self.case, self.meeting)
            )
            self._answered = live, live if plan is self.meeting else Disclosure(case, plan)
        return self._answered[1]

    @property
    def last_plan(self) -> Meeting | None:
        """Plan that was agreed last before this one, as it was agreed; None at a first meeting."""
        found = self._read_last_plan()
        return found[1] if found else None

    def last_plan_body(self) -> PlanBody | None:
        """Return all of that plan, for the facilitator; None at a first meeting."""
        if (found := self._read_last_plan()) is None:
            return None
        case, plan = found
        then = self.disclosure.at(plan) if case is self.case else Disclosure(case, plan)
        return then.body(Facilitator())

    @property
    def undoable(self) -> ActKind | None:
        """Act that undo would take back, or None."""
        self._list_last()
        return act.kind if (act := self._undo_list.undoable) else None

    @property
    def undoable_of(self) -> str:
        """Id of the person whose answer undo would take back; empty if it is no answer."""
        self._list_last()
        return act.person if (act := self._undo_list.undoable) else ""

    @property
    def redoable(self) -> ActKind | None:
        """Act that redo would do again, or None."""
        self._list_last()
        return act.kind if (act := self._undo_list.redoable) else None

    @property
    def since_agreed(self) -> tuple[ActKind, ...]:
        """Acts that undo would take back until the plan is agreed again, the oldest first.

        Empty if it is agreed, never was, or if no undo leads back to what was agreed.
        """
        self._list_last()
        if self.meeting.agreed_at is None:
            done = self._undo_list.done
            for place in range(len(done) - 1, -1, -1):
                if any(item.name == AGREED and item.after is None for item in done[place].changes):
                    return tuple(item.act.kind for item in done[place:])
        return ()

    def now(self) -> str:
        """Return the local time, ISO 8601 to the second."""
        return self._clock().replace(microsecond=0, tzinfo=None).isoformat()

    def today(self) -> dt.date:
        """Return the local day."""
        return self._clock().date()

    # -- acting ------------------------------------------------------------------------------------

    def make_ready(self) -> dict[str, Any]:
        """Return the state that undo goes back to; make it if needed: the first act needs it."""
        if self._snapshot is None:
            self._snapshot = self._parts.now()
        return self._snapshot

    @contextmanager
    def act(self, kind: ActKind, *, of: str = "", goes_on: bool = False) -> Iterator[Meeting]:
        """Change the meeting inside; it is committed durably on leaving, or nothing is changed at all.

        `of` is the id of the person whose answer is saved, for undo to name. An act that `goes_on` with the
        one before is undone with it.

        Raises what `UnitOfWork.commit` raises; the meeting is then as it is on disk.
        """
        self._be_sure()
        self._list_last()
        plan = OpenPlan(self.meeting, self.make_ready(), self._parts_after)
        drafts, followed = draft_rows.before(self.meeting), Followed()

        def follow(places: tuple[Place, ...]) -> None:
            nonlocal followed
            self._parts.forget(places)
            followed = draft_rows.follow(self.meeting, drafts, self._placing, self.now())

        try:
            with (
                self._acts.act(kind, self.case, person=of, plan=plan, follow=follow) as doing,
                forgetting_what_changed(self.meeting),
            ):
                yield self.meeting
        except BaseException:
            self._forget_changes()
            raise
        # It is kept: whatever else there is to do is done when it is needed, so nothing here can fail.
        if kind not in UNSEEN:
            self._disclosure = None
        if doing.hides:
            self._disclosure = self._last_disclosure = None
        if kind not in NOT_UNDONE and doing.act is not None:
            self._unlisted = doing.act, followed, goes_on
        else:
            # What undo goes back to holds this too; it is written down when something is done next.
            self._snapshot = None

    @contextmanager
    def beside(self) -> Iterator[Meeting]:
        """Change drafts inside, which is no act; committed durably on leaving, or nothing is changed at all.

        Raises what `UnitOfWork.commit` raises; the meeting is then as it is on disk.
        """
        self._be_sure()
        if self.case.leak_decisions:
            # What is done below to these is no part of what was done last.
            self._list_last()
        try:
            with yes_follows(self.case):
                yield self.meeting
            hides = self._acts.keep(self._parts.forget)
        except BaseException:
            # What was done last is told by what the meeting held then, before that is read again.
            with suppress(Exception):
                self._list_last()
            self._forget_changes()
            raise
        if hides:
            self._disclosure = self._last_disclosure = self._snapshot = None

    @contextmanager
    def placing(self, places: tuple[Place, ...]) -> Iterator[None]:
        """Let the act inside remove the drafts at these places: what they say is in the plan then."""
        self._placing = places
        try:
            yield
        finally:
            self._placing = ()

    def undo(self) -> ActKind | None:
        """Take the last act back, durably; return it."""
        return self._put(self._undo_list.undo, back=True)

    def redo(self) -> ActKind | None:
        """Do the act again that was taken back last, durably; return it."""
        return self._put(self._undo_list.redo, back=False)

    def add_pages(self, pages: Mapping[str, bytes]) -> None:
        """Save these pages of a scan, by the SHA-256 of each; call it within an act."""
        self._work.scan_pages.add(self.meeting, pages)

    def read_pages(self, identities: Collection[str]) -> dict[str, bytes]:
        """Return these pages of scans, by their SHA-256."""
        return self._work.scan_pages.read(self.meeting, identities)

    def stand_aside(self) -> None:
        """Let go of the store and of the case, until `come_back`; undo stays: it is saved nowhere else."""
        self._forget_undo_of_scans()
        self._left_as = self._digest()
        self._work.close()
        del self.case, self.meeting, self._parts
        self._snapshot = self._disclosure = self._last_disclosure = None
        self._last_plan, self._answered = (), None

    def come_back(self, store: Store) -> None:
        """Go on with the meeting as it is in the store now. Raises NoMeeting and what reading raises.

        If something else changed it meanwhile, earlier acts cannot be undone any more.
        """
        self._work = store.unit_of_work()
        try:
            self._load()
        except BaseException:
            self._work.close()
            raise
        if self._digest() != self._left_as:
            self._undo_list.clear()

    @property
    def closed(self) -> bool:
        """True if it let go of the store."""
        return self._work.closed

    def close(self) -> None:
        """Close the meeting; everything was saved already.

        Scanned pages that were removed are destroyed now: until here undo could bring them back.
        """
        if self._work.closed:
            return
        try:
            # Where this fails they go at the next unlocking.
            with suppress(StoreError):
                draft_rows.sweep(self.meeting)
                begun_rows.sweep(self.meeting)
                self._work.scan_pages.remove_unneeded(self.meeting)
                self._acts.keep()
        finally:
            self._work.close()

    # -- inside ------------------------------------------------------------------------------------

    @property
    def _acts(self) -> Acts:
        return Acts(self._work, self._clock)

    def _load(self) -> None:
        case = self._work.cases.get(self._reference)
        meeting = case.meeting(self._meeting_id)
        if meeting is None:
            raise NoMeeting(reference=self._reference)
        self.case, self.meeting = case, meeting
        self._snapshot = self._disclosure = self._last_disclosure = None
        self._last_plan, self._answered = (), None
        self._parts = MeetingParts(case, meeting)

    def _read_last_plan(self) -> tuple[Case, Meeting] | None:
        """Read it once: nobody changes an earlier meeting meanwhile."""
        if not self._last_plan:
            self._last_plan = (last_as_agreed(self.case, self.meeting),)
        return self._last_plan[0]

    def _forget_undo_of_scans(self) -> None:
        """Pages that no row names go when a store is unlocked: no undo can bring them back after that."""
        self._list_last()
        self._undo_list.forget_through(lambda done: any(change.name == SCANS for change in done.changes))

    def _digest(self) -> str:
        """Tells whether the meeting is as it was."""
        written = json.dumps(self._parts.now(), sort_keys=True, default=str)
        return hashlib.sha256(written.encode()).hexdigest()

    def _list_last(self) -> None:
        """Put what was done last on the undo list: no sooner than needed, for the room waits for its wall."""
        if (last := self._unlisted) is None:
            return
        act, followed, goes_on = last
        now = self._parts.now()
        changed = tuple(changes(self._snapshot or {}, now))
        done = self._undo_list.done
        goes_on = goes_on and bool(done) and done[-1].act.kind is act.kind
        if goes_on:
            changed = joined(done[-1].changes, changed)
        # All at once, and last: what fails on the way is done when it is needed next.
        self._unlisted, self._snapshot = None, now
        if goes_on:
            self._undo_list.drop_last()
        if changed or followed.gone:
            self._undo_list.add(_Done(act, changed, followed))

    def _forget_changes(self) -> None:
        """Read the meeting again from disk; where that fails too, it is done before the next wish.

        What went wrong first is what is told.
        """
        self._unsure = True
        with suppress(Exception):
            self._be_sure()

    def _be_sure(self) -> None:
        """See that what is in memory is what is on disk, whatever the last wish left."""
        if not self._unsure:
            return
        try:
            self._work.rollback()
        except Exception:  # noqa: BLE001 - whatever state it is in: a new one has none of it
            self._work.close()
            self._work = self._store.unit_of_work()
        self._load()
        self._unsure = False

    def _parts_after(self, places: Collection[Place]) -> dict[str, Any]:
        """Return the meeting in parts, after a change at these places of the case."""
        self._parts.forget(places)
        return self._parts.now()

    def _put(self, step: Callable[[Callable[[_Done], _Done]], Act | None], *, back: bool) -> ActKind | None:
        self._be_sure()
        self._list_last()
        act = step(partial(self._put_rows, back=back))
        if act is None:
            return None
        self.make_ready()
        return act.kind

    def _put_rows(self, done: _Done, *, back: bool) -> _Done:
        """Take an act back or do it again, durably; return what the other way needs of it."""
        kind = ActKind.UNDONE if back else ActKind.REDONE
        follow = draft_rows.unfollow if back else draft_rows.refollow
        try:
            with self._acts.act(kind, self.case, person=done.act.person, follow=self._parts.forget) as doing:
                with forgetting_what_changed(self.meeting):
                    restore(self.case, self.meeting, self._parts.now(), done.changes, back=back)
                followed = follow(self.meeting, done.drafts, self.now())
        except BaseException:
            self._forget_changes()
            raise
        self._disclosure = self._snapshot = None
        if doing.hides:
            self._last_disclosure = None
        return replace(done, drafts=followed)
