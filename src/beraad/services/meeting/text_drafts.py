"""Drafts: on disk at once, for the facilitator alone, in the plan only once they are placed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from beraad.codes import ActKind
from beraad.places import Place
from beraad.services.meeting.draft_rows import KeptDraft, drafts_of, stands, write
from beraad.services.meeting.open_rows import OpenRows
from beraad.services.meeting.two_rooms import TwoRooms

T = TypeVar("T")

__all__ = ["KeptDraft", "TextDrafts"]


class TextDrafts:
    """Saves, returns, places and discards drafts, each known by its place: the field it is typed in.

    Saving one is no act: nothing of it is undone, no view changes, and an agreed plan stays agreed.
    """

    def __init__(self, open_rows: OpenRows, rooms: TwoRooms) -> None:
        self._open, self._rooms = open_rows, rooms
        self._typed_in: dict[Place, set[int | None]] = {}
        """Rooms in which a draft was typed, if all of it was typed since the meeting was opened."""

    def all(self) -> tuple[KeptDraft, ...]:
        """Return every text that was typed and not placed, in the order in which they were begun.

        What was typed between meetings beside a check waits on the page of the case, not here.
        """
        drafts = drafts_of(self._open.meeting).values()
        return tuple(draft for draft in drafts if not draft.place.is_check)

    def at(self, place: Place) -> KeptDraft | None:
        """Return the draft at this place, e.g. statements/s1/text, or None."""
        return drafts_of(self._open.meeting).get(place)

    def keep(self, draft: KeptDraft) -> None:
        """Save a draft durably, in place of the one that was there; without text it is removed.

        Raises what `UnitOfWork.commit` raises.
        """
        drafts = drafts_of(self._open.meeting)
        before = drafts.pop(draft.place, None)
        if before is None:
            self._typed_in[draft.place] = set()
        if before != draft and draft.place in self._typed_in:
            self._typed_in[draft.place].add(self._rooms.half)
        if before == draft or not (before or draft.text) or not stands(self._open.meeting, draft.place):
            return
        if draft.text:
            drafts[draft.place] = draft
        with self._open.beside() as meeting:
            write(meeting, drafts, self._open.now())

    def place(self, places: tuple[Place, ...], wish: Callable[[], T]) -> T:
        """Run a wish that puts what was typed at these places into the plan: its act ends the drafts."""
        for place in places:
            if (draft := self.at(place)) is not None:
                self._rooms.said_before(draft.visible_to)
        with self._open.placing(places):
            return wish()

    def discard(self, place: Place) -> None:
        """Throw a draft away; undo brings it back."""
        with self._open.act(ActKind.DRAFT_DISCARDED) as meeting:
            drafts = drafts_of(meeting)
            drafts.pop(place, None)
            write(meeting, drafts, self._open.now())

    def is_from_elsewhere(self, place: Place) -> bool:
        """Return True if any of a draft was typed in the other of two rooms, or nobody knows where.

        Placing it would let this room read what was not said here.
        """
        return (
            self._rooms.are_two
            and self.at(place) is not None
            and self._typed_in.get(place) != {self._rooms.half}
        )
