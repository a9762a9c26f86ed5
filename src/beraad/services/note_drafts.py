"""Drafts of what is written down between meetings: on disk at once, no check until it is saved as one.

They stand with the drafts of the meeting of their agreement, for the facilitator alone.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from contextlib import AbstractContextManager

from beraad.models import Case, Meeting
from beraad.places import Place
from beraad.services.errors import NotThere
from beraad.services.meeting.draft_rows import KeptDraft, drafts_of, stands, write


class NoteDrafts:
    """Saves and returns the drafts of notes beside a check; saving one is no act."""

    def __init__(
        self,
        reading: Callable[[str], AbstractContextManager[Case]],
        keeping: Callable[[str], AbstractContextManager[Case]],
        now: Callable[[], dt.datetime] = dt.datetime.now,
    ) -> None:
        """`reading` and `keeping` open a case by its reference, the second to change what is no act."""
        self._reading, self._keeping, self._now = reading, keeping, now

    def at(self, reference: str, meeting: str, place: Place) -> KeptDraft | None:
        """Return the draft at a place of a meeting, e.g. checks/a3/round/kees. Raises UnknownCase."""
        with self._reading(reference) as case:
            held = case.meeting(meeting)
            return None if held is None else drafts_of(held).get(place)

    def keep(self, reference: str, meeting: str, draft: KeptDraft) -> None:
        """Save a draft durably, in place of the one that was there; without text it is removed.

        Raises UnknownCase, NotThere, and what a commit raises.
        """
        with self._keeping(reference) as case:
            held = case.meeting(meeting)
            if held is None or not stands(held, draft.place):
                raise NotThere(id=draft.place.id)
            drafts = drafts_of(held)
            drafts.pop(draft.place, None)
            if draft.text.strip():
                drafts[draft.place] = draft
            write(held, drafts, _moment(self._now))


def end_draft(meeting: Meeting, place: Place, now: Callable[[], dt.datetime]) -> None:
    """Remove the draft at a place, whose words were saved as a check."""
    drafts = drafts_of(meeting)
    if drafts.pop(place, None) is not None:
        write(meeting, drafts, _moment(now))


def agreements_with_draft(meeting: Meeting) -> frozenset[str]:
    """Return the ids of the agreements beside which a note was begun."""
    return frozenset(place.id for place in drafts_of(meeting) if place.is_check)


def _moment(now: Callable[[], dt.datetime]) -> str:
    return now().replace(microsecond=0, tzinfo=None).isoformat()
