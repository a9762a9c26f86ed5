"""Whether a later plan took the place of one, as far as its reader may know."""

from __future__ import annotations

from collections.abc import Callable

from beraad.disclosure.audience import Audience, File, Reader
from beraad.disclosure.proof import FILE_DIGEST
from beraad.models import Case, Meeting

DigestOf = Callable[[Meeting, Audience], str]
"""Gives the digest of the plan of a meeting as an audience may see it."""


def is_expired(case: Case, meeting: Meeting, audience: Audience, digest_of: DigestOf) -> bool:
    """Whether a later agreed plan differs for this reader from that of `meeting`.

    For whom nothing changed nothing tells that there is a later one: that it is there would say that
    something was left out. False for an audience that gets no paper.
    """
    if not isinstance(audience, Reader | File):
        return False
    later = [item for item in case.meetings[case.meetings.index(meeting) + 1 :] if item.was_agreed]
    if not later:
        return False
    return _agreed_digest(later[-1], audience, digest_of) != digest_of(meeting, audience)


def _agreed_digest(meeting: Meeting, audience: Reader | File, digest_of: DigestOf) -> str:
    """Of the plan as it was agreed last there: a later change is not agreed yet."""
    key = audience.person if isinstance(audience, Reader) else FILE_DIGEST
    frozen = meeting.plan_versions[-1].digests.get(key) if meeting.plan_versions else None
    return frozen or digest_of(meeting, audience)
