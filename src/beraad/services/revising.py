"""Revision of the plan in force without a full meeting: a telephone call, two people at the office."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager

from beraad.codes import ActKind
from beraad.models import Bookmark, Case, Revision
from beraad.models.meeting import RevisionDraft
from beraad.services.drafts import checked
from beraad.services.errors import NoMeeting, NotValid, UnknownPerson
from beraad.services.rows import in_order
from beraad.step_facts import STEP_OF_AGREEMENTS
from beraad.terms import RevisionHow


class Revising:
    """Service that begins a revision: the plan in force is changed where it stands.

    Everything else is as in a meeting: a change makes a concept of it, *Vaststellen* looks for gaps, and only
    those whose own plan changed are asked again.
    """

    def __init__(
        self,
        changing: Callable[[ActKind, str], AbstractContextManager[Case]],
        now: Callable[[], dt.datetime] = dt.datetime.now,
    ) -> None:
        """`changing` opens a case for an act of a kind, by its reference, and keeps it."""
        self._changing, self._now = changing, now

    def begin(self, reference: str, how: RevisionHow, on: dt.date, consulted: Sequence[str]) -> str:
        """Record how, on which day and with whom the plan is revised; return the meeting in which it stands.

        That meeting opens at its agreements. Raises NoMeeting if no plan is agreed, UnknownPerson, and
        NotValid if nobody was consulted or the day is not between *Vaststellen* and today.
        """
        now = self._now().replace(microsecond=0, tzinfo=None)
        with self._changing(ActKind.REVISION_BEGUN, reference) as case:
            meeting = case.current_plan()
            if meeting is None or not meeting.was_agreed:
                raise NoMeeting(reference=reference)
            if not consulted:
                raise NotValid(field="consulted", cause="missing")
            for person in consulted:
                if case.person(person) is None:
                    raise UnknownPerson(person=person)
            agreed = meeting.agreed_at or meeting.plan_versions[-1].agreed_at
            if not dt.datetime.fromisoformat(agreed).date() <= on <= now.date():
                raise NotValid(field="on", cause="not_between")
            draft = checked(
                RevisionDraft, on=on.isoformat(), how=how, consulted=[*consulted], begun_at=now.isoformat()
            )
            meeting.revisions.append(Revision(**draft.values()))
            in_order(meeting.revisions)
            if meeting.bookmark is None:
                meeting.bookmark = Bookmark(step=STEP_OF_AGREEMENTS, at="")
            meeting.bookmark.step, meeting.bookmark.at = STEP_OF_AGREEMENTS, now.isoformat()
            return meeting.id
