"""What is being typed: on disk at once, for the facilitator alone, in the plan only once it is placed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from beraad.services.meeting.desk import Act, Desk
from beraad.services.meeting.draft_rows import KeptDraft, drafts_of, stands, write
from beraad.services.meeting.two_rooms import TwoRooms

T = TypeVar("T")

__all__ = ["KeptDraft", "TextDrafts"]


class TextDrafts:
    """Keeps, gives, places and throws away drafts, each known by its place: the field it is typed in.

    Keeping one is no act: nothing of it is undone, no view changes, and an agreed plan stays agreed.
    """

    def __init__(self, desk: Desk, rooms: TwoRooms) -> None:
        self._desk, self._rooms = desk, rooms
        self._typed_in: dict[str, set[int | None]] = {}
        """In which of two rooms a draft was typed, as far as all of it was since the meeting was opened."""

    def all(self) -> tuple[KeptDraft, ...]:
        """Every text that was typed and not placed, in the order in which they were begun."""
        return tuple(drafts_of(self._desk.meeting).values())

    def at(self, place: str) -> KeptDraft | None:
        """What was typed at this place, e.g. statements/s1/text, and not placed."""
        return drafts_of(self._desk.meeting).get(place)

    def keep(self, draft: KeptDraft) -> None:
        """Keep a draft, durably, in the place of the one that was there; without text there is none any more.

        Raises what `UnitOfWork.commit` raises.
        """
        drafts = drafts_of(self._desk.meeting)
        before = drafts.pop(draft.place, None)
        if before is None:
            self._typed_in[draft.place] = set()
        if before != draft and draft.place in self._typed_in:
            self._typed_in[draft.place].add(self._rooms.half)
        if before == draft or not (before or draft.text) or not stands(self._desk.meeting, draft.place):
            return
        if draft.text:
            drafts[draft.place] = draft
        with self._desk.beside() as meeting:
            write(meeting, drafts, self._desk.now())

    def place(self, places: tuple[str, ...], wish: Callable[[], T]) -> T:
        """Run a wish that puts what was typed at these places into the plan: the drafts go with its act."""
        for place in places:
            if (draft := self.at(place)) is not None:
                self._rooms.said_before(draft.visible_to)
        with self._desk.placing(places):
            return wish()

    def discard(self, place: str) -> None:
        """Throw a draft away; undo brings it back."""
        with self._desk.act(Act.DRAFT_DISCARDED, in_views=False) as meeting:
            drafts = drafts_of(meeting)
            drafts.pop(place, None)
            write(meeting, drafts, self._desk.now())

    def is_from_elsewhere(self, place: str) -> bool:
        """Whether of a draft anything was typed in another of two rooms than this one, or nobody knows where.

        What it says was not said here: to place it would let this room read it.
        """
        return (
            self._rooms.are_two
            and self.at(place) is not None
            and self._typed_in.get(place) != {self._rooms.half}
        )
