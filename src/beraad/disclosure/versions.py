"""Versions of a plan as far as a reader may know: number, date, and whether a later one exists."""

from __future__ import annotations

from collections.abc import Callable

from beraad.disclosure.audience import Audience, File, Reader, Room
from beraad.disclosure.proof import FILE_DIGEST
from beraad.models import Case, Meeting

DigestOf = Callable[[Meeting, Audience], str]
"""Function that returns the digest of the plan of a meeting as an audience may see it."""


def version_of(case: Case, meeting: Meeting, audience: Audience, digest_of: DigestOf) -> int:
    """Count the agreed plans that differ for this audience, up to that of `meeting`.

    Return 0 while nothing was agreed.
    """
    seen: list[str] = []
    for held in (*case.before(meeting), meeting):
        frozen = [version.digests for version in held.plan_versions]
        if frozen and not isinstance(audience, Room):
            own = audience.person if isinstance(audience, Reader) else FILE_DIGEST
            seen.extend(digests[own] for digests in frozen if own in digests)
        elif held.agreed_at:
            seen.append(digest_of(held, audience))
    different = sum(1 for index, digest in enumerate(seen) if index == 0 or digest != seen[index - 1])
    # A person added after the plan was agreed has no digest of it, and gets version 1.
    return max(different, 1 if meeting.agreed_at else 0)


def agreed_at(meeting: Meeting, audience: Audience, digest_of: DigestOf) -> str | None:
    """Return the moment since which the agreed plan is what this audience sees, if it was agreed.

    A change that is kept from a reader leaves no later date.
    """
    moment = meeting.agreed_at
    if isinstance(audience, Reader):
        own = digest_of(meeting, audience)
        for version in reversed(meeting.plan_versions):
            if version.digests.get(audience.person) != own:
                break
            moment = version.agreed_at
    return moment


def is_expired(case: Case, meeting: Meeting, audience: Audience, digest_of: DigestOf) -> bool:
    """Return True if a later agreed plan differs for this reader from that of `meeting`.

    A reader for whom nothing changed is not told that there is a later plan: that would say that something
    was left out. False for an audience that gets no paper.
    """
    if not isinstance(audience, Reader | File):
        return False
    later = [item for item in case.meetings[case.meetings.index(meeting) + 1 :] if item.was_agreed]
    if not later:
        return False
    return _agreed_digest(later[-1], audience, digest_of) != digest_of(meeting, audience)


def _agreed_digest(meeting: Meeting, audience: Reader | File, digest_of: DigestOf) -> str:
    """Return the digest of the plan as it was agreed last there: a later change is not agreed yet."""
    key = audience.person if isinstance(audience, Reader) else FILE_DIGEST
    frozen = meeting.plan_versions[-1].digests.get(key) if meeting.plan_versions else None
    return frozen or digest_of(meeting, audience)
