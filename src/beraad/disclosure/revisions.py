"""Revisions of a plan without a full meeting, as far as an audience may know."""

from __future__ import annotations

from collections.abc import Mapping

from beraad.disclosure.audience import Audience, Facilitator, File, Reader
from beraad.disclosure.views import PersonView, RevisionView
from beraad.models import Meeting, Revision
from beraad.terms import RevisionHow


def revisions_of(
    meeting: Meeting, audience: Audience, agreed_at: str | None, people: Mapping[str, PersonView]
) -> tuple[RevisionView, ...]:
    """Return the revisions by which the plan of a meeting became what was agreed at `agreed_at`.

    The file and the facilitator get all of them, with who was consulted. A reader gets the one by which the
    own plan became what it is, if it was one, and no names: a change that is for others tells nothing. A room
    gets none. `agreed_at` is the moment since which the plan is what this audience sees.
    """
    if agreed_at is None or not isinstance(audience, File | Facilitator | Reader):
        return ()
    begun = [row for row in meeting.revisions if row.begun_at <= agreed_at]
    if isinstance(audience, Reader):
        before = [row.agreed_at for row in meeting.plan_versions if row.agreed_at < agreed_at]
        own = [row for row in begun if before and row.begun_at > max(before)]
        return tuple(RevisionView(row.on, RevisionHow(row.how)) for row in own[-1:])
    return tuple(_whole(row, people) for row in begun)


def _whole(row: Revision, people: Mapping[str, PersonView]) -> RevisionView:
    names = tuple(people[person].called for person in row.consulted if person in people)
    return RevisionView(row.on, RevisionHow(row.how), names)
