"""Finds words in a meeting, however they are spelled: case, accents and spaces make no difference."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from beraad.disclosure.console_views import ConsoleScale, ConsoleView
from beraad.disclosure.watch.folding import fold
from beraad.i18n import _, format_list, spoken
from beraad.places import CASE, Place
from beraad.step_facts import STEP_OF_COLUMN, STEP_OF_KIND
from beraad.terms import Column, PlanPart, Step
from beraad.ui.steps.shared.people import called, names
from beraad.words.people import circle_title
from beraad.words.plan import column_title, kind_label, part_title


class HitKind(Enum):
    """Kind of thing that was found."""

    STATEMENT = auto()
    AGREEMENT = auto()
    EMERGENCY = auto()
    SCALE = auto()
    NOTE = auto()
    PERSON = auto()


@dataclass(frozen=True, slots=True)
class Hit:
    """Hit: its words, a label of what it is, and the step and the card to open there."""

    kind: HitKind
    words: str
    label: str
    step: Step
    card: Place


class Finder:
    """Index of everything in a meeting, folded once; searched anew with every letter typed."""

    def __init__(self, view: ConsoleView, step: Step) -> None:
        """Index `view`; `step` is where the meeting is: notes are found there."""
        self._all = [(hit, fold(" ".join(also)).letters) for hit, also in _everything(view, step)]

    def find(self, words: str) -> tuple[Hit, ...]:
        """Return the hits that contain all of these words, in meeting order; no words give no hits."""
        wanted = [letters for word in words.split() if (letters := fold(word).letters)]
        return tuple(hit for hit, text in self._all if wanted and all(word in text for word in wanted))


def _everything(view: ConsoleView, step: Step) -> Iterator[tuple[Hit, tuple[str, ...]]]:
    """Each thing that can be found, with the texts that are searched."""
    for person in view.people:
        label = _("Mensen · {circle}").format(circle=circle_title(person.circle, spoken()))
        hit = Hit(HitKind.PERSON, person.called, label, STEP_OF_KIND["people"], Place.person(person.id))
        about = (person.relation or "", person.organisation or "", *person.numbers)
        yield hit, (person.called, person.name, *about)
    yield from _statements(view)
    for scale in view.scales:
        yield from _scale(view, scale)
    yield from _plan(view)
    for place, note in enumerate(view.notes):
        yield Hit(HitKind.NOTE, note, _("Eigen notitie"), step, CASE / "notes" / place), (note,)


def _statements(view: ConsoleView) -> Iterator[tuple[Hit, tuple[str, ...]]]:
    for column in Column:
        for item in view.column(column):
            label = " · ".join(
                part
                for part in (
                    column_title(column, spoken()),
                    kind_label(item.kind, spoken()),
                    called(view, item.by),
                )
                if part
            )
            hit = Hit(HitKind.STATEMENT, item.text, label, STEP_OF_COLUMN[column], Place.statement(item.id))
            yield hit, (item.text, called(view, item.by), names(view, item.disputed_by))


def _scale(view: ConsoleView, scale: ConsoleScale) -> Iterator[tuple[Hit, tuple[str, ...]]]:
    """The question, and each answer that has words."""
    hit = Hit(
        HitKind.SCALE,
        scale.question,
        part_title(PlanPart.SCALES, spoken()),
        STEP_OF_KIND["scales"],
        Place.scale(scale.id),
    )
    yield hit, (scale.question, scale.zero, scale.ten)
    for score in scale.scores:
        if words := " · ".join(text for text in (score.because, score.one_up) if text):
            label = _("Schaalvraag · {person}").format(person=called(view, score.person))
            card = Place.score(scale.id, score.person)
            yield Hit(HitKind.SCALE, words, label, STEP_OF_KIND["scales"], card), (words,)


def _plan(view: ConsoleView) -> Iterator[tuple[Hit, tuple[str, ...]]]:
    for agreement in view.agreements:
        owners = format_list([called(view, owner) for owner in agreement.owners])
        stopped = _("gestopt") if agreement.ended else ""
        label = " · ".join(
            part for part in (part_title(PlanPart.AGREEMENTS, spoken()), owners, stopped) if part
        )
        hit = Hit(
            HitKind.AGREEMENT,
            agreement.what,
            label,
            STEP_OF_KIND["agreements"],
            Place.agreement(agreement.id),
        )
        also = (agreement.measured_by, agreement.fallback, called(view, agreement.checked_by))
        yield hit, (agreement.what, owners, *(text or "" for text in also))
    for number, out in enumerate(view.time_outs, start=1):
        card = Place.time_out(number)
        hit = Hit(
            HitKind.EMERGENCY,
            out.signal,
            part_title(PlanPart.TIME_OUT, spoken()),
            STEP_OF_KIND["time_out"],
            card,
        )
        yield hit, (out.signal, out.signs or "", called(view, out.takes), out.goes_to, out.returns)
    for step in view.emergency:
        words = f"{step.text} {step.number}" if step.number else step.text
        card = Place.emergency_step(step.index + 1)
        yield (
            Hit(
                HitKind.EMERGENCY,
                words,
                part_title(PlanPart.EMERGENCY, spoken()),
                STEP_OF_KIND["emergency"],
                card,
            ),
            (words,),
        )
