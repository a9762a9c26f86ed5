"""How the time of a meeting stands against its plan, in whole minutes."""

from __future__ import annotations

from dataclasses import dataclass

from beraad.disclosure.console_views import ConsoleAgendaItem, ConsoleView
from beraad.i18n import _
from beraad.terms import USUAL_MINUTES, Step


@dataclass(frozen=True, slots=True)
class Pace:
    """Minutes since the meeting began, and how many of them are late (negative: early)."""

    elapsed: int
    late: int


def agenda_of(view: ConsoleView) -> tuple[ConsoleAgendaItem, ...]:
    """All nine steps in order; a step the meeting says nothing about takes its usual time."""
    known = {item.step: item for item in view.agenda}
    return tuple(
        known.get(step, ConsoleAgendaItem(step, USUAL_MINUTES[step], None, skipped=False)) for step in Step
    )


def held_steps(view: ConsoleView) -> tuple[Step, ...]:
    """The steps that are not left out."""
    return tuple(item.step for item in agenda_of(view) if not item.skipped)


def pace_of(view: ConsoleView, step: Step, minutes_here: int) -> Pace:
    """Late is what was spent beyond the steps before this one and the part of this one that was planned."""
    agenda = agenda_of(view)
    elapsed = sum(item.spent_minutes or 0 for item in agenda) + minutes_here
    expected = 0
    for item in agenda:
        if item.step is step:
            here = (item.spent_minutes or 0) + minutes_here
            expected += min(here, item.planned_minutes)
            break
        expected += 0 if item.skipped else item.planned_minutes
    return Pace(elapsed, elapsed - expected)


def pace_words(pace: Pace) -> str:
    """`38 min · 4 min voor`."""
    words = _("{minutes} min").format(minutes=pace.elapsed)
    if pace.late > 0:
        return f"{words} · " + _("{minutes} min achter").format(minutes=pace.late)
    if pace.late < 0:
        return f"{words} · " + _("{minutes} min voor").format(minutes=-pace.late)
    return f"{words} · " + _("op tijd")
