"""Versions of a plan as far as a reader may know: number, date, and whether a later one exists."""

from __future__ import annotations

from collections.abc import Callable

from beraad.disclosure.audience import Audience, File, Reader, Room
from beraad.models import Case, Meeting, PlanVersion

DigestOf = Callable[[Meeting, Audience], str]
"""Function that returns the digest of the plan of a meeting as an audience may see it."""

Then = Callable[[Meeting, PlanVersion, Audience], str | None]
"""Function that returns the digest of an agreed plan for an audience; None if it is not known."""


def version_of(case: Case, meeting: Meeting, audience: Audience, digest_of: DigestOf, then: Then) -> int:
    """Count the agreed plans that differ for this audience, up to that of `meeting`.

    Return 0 while nothing was agreed.
    """
    seen: list[str] = []
    for held in (*case.before(meeting), meeting):
        if held.plan_versions and not isinstance(audience, Room):
            seen.extend(filter(None, (then(held, version, audience) for version in held.plan_versions)))
        elif held.agreed_at:
            seen.append(digest_of(held, audience))
    different = sum(1 for index, digest in enumerate(seen) if index == 0 or digest != seen[index - 1])
    # A person added after the plan was agreed has no digest of it, and gets version 1.
    return max(different, 1 if meeting.agreed_at else 0)


def agreed_at(meeting: Meeting, audience: Audience, digest_of: DigestOf, then: Then) -> str | None:
    """Return the moment since which the agreed plan is what this audience sees, if it was agreed.

    A change that is kept from a reader leaves no later date.
    """
    moment = meeting.agreed_at
    if isinstance(audience, Reader):
        own = digest_of(meeting, audience)
        for version in reversed(meeting.plan_versions):
            if then(meeting, version, audience) != own:
                break
            moment = version.agreed_at
    return moment


def is_expired(case: Case, meeting: Meeting, audience: Audience, digest_of: DigestOf, then: Then) -> bool:
    """Return True if a later agreed plan differs for this reader from that of `meeting`.

    A reader for whom nothing changed is not told that there is a later plan: that would say that something
    was left out. False for an audience that gets no paper.
    """
    if not isinstance(audience, Reader | File):
        return False
    later = [item for item in case.meetings[case.meetings.index(meeting) + 1 :] if item.was_agreed]
    if not later:
        return False
    # As it was agreed last there: a later change is not agreed yet.
    agreed = then(later[-1], later[-1].plan_versions[-1], audience) if later[-1].plan_versions else None
    return (agreed or digest_of(later[-1], audience)) != digest_of(meeting, audience)
