"""Steps of a meeting as rows: each has one as soon as something is saved about it."""

from __future__ import annotations

from beraad.models import AgendaItem, Meeting
from beraad.services.rows import in_order
from beraad.step_facts import FACTS
from beraad.terms import Step, whole_order


def item_of(meeting: Meeting, step: Step) -> AgendaItem:
    """Return the row of a step; if the meeting said nothing about it, add it in its usual place."""
    agenda = meeting.agenda
    if not agenda:
        # A case file need not hold an agenda: then it is the usual one.
        agenda.extend(AgendaItem(step=item, planned_minutes=FACTS[item].minutes) for item in Step)
        in_order(agenda)
    for item in agenda:
        if item.step == step:
            return item
    added = AgendaItem(step=step, planned_minutes=FACTS[step].minutes)
    known = {item.step for item in agenda}
    order = whole_order(item.step for item in agenda)
    agenda.insert(sum(other in known for other in order[: order.index(step)]), added)
    in_order(agenda)
    return added
