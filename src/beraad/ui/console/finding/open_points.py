"""Lists what a meeting has not discussed yet, in words, with the step and the card for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from beraad.i18n import _, spoken
from beraad.step_facts import FACTS
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.meeting.open_point import OpenPoint, PointGroup
from beraad.ui.meeting.pace import agenda_of, held_steps
from beraad.ui.steps.table import PAGES
from beraad.words.meeting import step_title


def open_points(model: MeetingModel) -> tuple[tuple[str, tuple[OpenPoint, ...]], ...]:
    """Return the open points under headings; headings without a point are left out."""
    pages = dict.fromkeys(PAGES.values())
    groups: Iterable[PointGroup] = chain(
        ((_("Stappen"), _steps(model)), (_("Nog niet aan het woord geweest"), _silent(model))),
        *(page.open_points(model) for page in pages),
    )
    made = ((heading, tuple(points)) for heading, points in groups)
    return tuple((heading, points) for heading, points in made if points)


def _steps(model: MeetingModel) -> Iterator[OpenPoint]:
    spent = {item.step: item.spent_minutes for item in agenda_of(model.view)}
    for step in held_steps(model.view):
        if step not in model.visited and spent[step] is None:
            yield OpenPoint(_("Niet besproken: {step}").format(step=step_title(step, spoken())), step)


def _silent(model: MeetingModel) -> Iterator[OpenPoint]:
    """Find people without a turn in any step, and without a card or a number here."""
    view = model.view
    heard = set(model.spoken_anywhere()) | {item.by for item in view.statements}
    heard |= {score.person for scale in view.scales for score in scale.scores}
    in_turns = (step for step in held_steps(view) if FACTS[step].in_turns and not FACTS[step].seats)
    step = next(in_turns, None)
    for person in view.at_table:
        if person.id not in heard and step is not None:
            yield OpenPoint(person.called, step)
