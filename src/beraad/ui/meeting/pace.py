"""Pace of a meeting: whole minutes spent against its plan."""

from __future__ import annotations

from dataclasses import dataclass

from beraad.disclosure.console_views import ConsoleAgendaItem, ConsoleView
from beraad.i18n import _
from beraad.step_facts import FACTS
from beraad.terms import Step, whole_order


@dataclass(frozen=True, slots=True)
class Pace:
    """Minutes since the meeting began, and how many of them are late (negative: early)."""

    elapsed: int
    late: int


def agenda_of(view: ConsoleView) -> tuple[ConsoleAgendaItem, ...]:
    """Return all steps as this meeting has them; a step it says nothing about is as usual."""
    known = {item.step: item for item in view.agenda}
    return tuple(known.get(step) or _usual(step) for step in whole_order(known))


def usual_agenda() -> tuple[ConsoleAgendaItem, ...]:
    """Return the steps of a meeting that says nothing about them."""
    return tuple(map(_usual, Step))


def _usual(step: Step) -> ConsoleAgendaItem:
    return ConsoleAgendaItem(step, FACTS[step].minutes, None, skipped=False)


def held_steps(view: ConsoleView) -> tuple[Step, ...]:
    """Return the steps that are not left out."""
    return tuple(item.step for item in agenda_of(view) if not item.skipped)


def following(view: ConsoleView, step: Step, way: int) -> Step | None:
    """Return the next (1) or previous (-1) step that is held, seen from `step`, in meeting order."""
    order = [item.step for item in agenda_of(view)]
    at, held = order.index(step), held_steps(view)
    candidates = order[at + 1 :] if way > 0 else order[:at][::-1]
    return next((other for other in candidates if other in held), None)


def pace_of(view: ConsoleView, step: Step, minutes_here: int) -> Pace:
    """Compute the minutes spent, and how many of them are late.

    Late is what was spent beyond the plan of the steps before this one and the planned part of this one.
    For a later step that was visited already, minutes within its plan are not late either.
    """
    agenda = agenda_of(view)
    elapsed = sum(item.spent_minutes or 0 for item in agenda) + minutes_here
    at = [item.step for item in agenda].index(step)
    expected = 0
    for place, item in enumerate(agenda):
        spent = (item.spent_minutes or 0) + (minutes_here if item.step is step else 0)
        planned = 0 if item.skipped and item.step is not step else item.planned_minutes
        expected += planned if place < at else min(spent, planned)
    return Pace(elapsed, elapsed - expected)


def pace_words(pace: Pace) -> str:
    """Return the pace in words, e.g. `38 min · 4 min voor`."""
    words = _("{minutes} min").format(minutes=pace.elapsed)
    if pace.late > 0:
        return f"{words} · " + _("{minutes} min achter").format(minutes=pace.late)
    if pace.late < 0:
        return f"{words} · " + _("{minutes} min voor").format(minutes=-pace.late)
    return f"{words} · " + _("op tijd")
