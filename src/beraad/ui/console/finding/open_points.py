"""Lists what a meeting has not discussed yet, in words, with the step and the card for it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from beraad.disclosure.console_views import ConsoleGap, ConsoleScale, ConsoleView
from beraad.i18n import _, format_list, ngettext, spoken
from beraad.places import CASE, Place
from beraad.step_facts import AGREEING, FACTS, STEP_OF_KIND
from beraad.terms import CALLS, Gap, PlanPart, place_of_time_out
from beraad.ui.console.over.release_list import waiting_words
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.meeting.open_point import OpenPoint
from beraad.ui.meeting.pace import agenda_of, held_steps
from beraad.ui.meeting.waiting_texts import waiting_texts
from beraad.ui.steps.shared.leak_points import point_of
from beraad.ui.steps.shared.people import called, short
from beraad.words.gaps import gap_sentence
from beraad.words.meeting import step_title

WAITING = CASE / "waiting"
"""Placeholder card that stands for all that waits until it is released to the other room."""


def open_points(model: MeetingModel) -> tuple[tuple[str, tuple[OpenPoint, ...]], ...]:
    """Return the open points under headings; headings without a point are left out."""
    view = model.view
    groups = (
        (_("Stappen"), _steps(model)),
        (_("Nog niet aan het woord geweest"), _silent(model)),
        (_("Cijfers"), _scales(model)),
        (_("Van vorige keer"), _gaps(model, last_time=True)),
        (_("Het plan"), _gaps(model, last_time=False)),
        (_("Nog niet geplaatst"), waiting_texts(model)),
        (_("Wat niet iedereen mag weten"), map(partial(point_of, model.view), model.told)),
        (_("Twee kamers"), _waiting(model)),
        (_("Vaststellen en tekenen"), _answers(model)),
        (_("Daarna"), _next_date(view)),
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


def _scales(model: MeetingModel) -> Iterator[OpenPoint]:
    view = model.view
    for scale in view.scales:
        if missing := _without_number(view, scale):
            words = _("„{question}” – nog geen antwoord van {people}").format(
                question=short(scale.question), people=format_list(missing)
            )
            yield OpenPoint(words, STEP_OF_KIND["scales"], Place.scale(scale.id))


def _without_number(view: ConsoleView, scale: ConsoleScale) -> list[str]:
    answered = {score.person for score in scale.scores if score.value is not None or score.declined}
    return [person.called for person in view.at_table if person.id not in answered]


def _gaps(model: MeetingModel, *, last_time: bool) -> Iterator[OpenPoint]:
    """Gaps that nobody gave a reason for."""
    for gap in model.gaps:
        if gap.reason is None and (gap.gap is Gap.NOT_REVIEWED) is last_time:
            words = gap_sentence(
                gap.gap, gap.text, [called(model.view, person) for person in gap.people], spoken()
            )
            # What is asked about from last time has no card of its own yet.
            yield OpenPoint(words, gap.step, CASE if last_time else _card_of(gap))


def _card_of(gap: ConsoleGap) -> Place:
    """The place of the card for what a gap is about."""
    if (number := place_of_time_out(gap.subject)) is not None:
        return Place.time_out(number)
    if gap.subject.startswith((PlanPart.EMERGENCY, CALLS)):
        return CASE / PlanPart.EMERGENCY
    facts = FACTS[gap.step]
    if facts.column is not None:
        return Place.statement(gap.subject)
    return Place.person(gap.subject) if facts.seats else Place.agreement(gap.subject)


def _waiting(model: MeetingModel) -> Iterator[OpenPoint]:
    if model.view.waiting:
        yield OpenPoint(waiting_words(model.view), model.step, WAITING)


def _answers(model: MeetingModel) -> Iterator[OpenPoint]:
    view = model.view
    if view.agreed_at is None:
        again = _("Het plan is veranderd en nog niet opnieuw vastgesteld")
        yield OpenPoint(
            again if view.changed_since_agreed else _("Het plan is nog niet vastgesteld"),
            AGREEING,
        )
        return
    answered = {answer.person for answer in model.answers if not answer.outdated}
    missing = [person.called for person in view.people if person.attendance and person.id not in answered]
    if missing:
        words = ngettext("{people} gaf nog geen antwoord", "{people} gaven nog geen antwoord", len(missing))
        yield OpenPoint(words.format(people=format_list(missing)), AGREEING)


def _next_date(view: ConsoleView) -> Iterator[OpenPoint]:
    if view.next_starts_at is None:
        yield OpenPoint(_("Er is nog geen datum voor de volgende keer"), STEP_OF_KIND["next_meeting"])
