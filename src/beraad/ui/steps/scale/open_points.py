"""People who gave no number to a scale question yet."""

from __future__ import annotations

from collections.abc import Iterator

from beraad.disclosure.console_views import ConsoleScale, ConsoleView
from beraad.i18n import _, format_list
from beraad.places import Place
from beraad.step_facts import STEP_OF_KIND
from beraad.ui.meeting.open_point import OpenPoint
from beraad.ui.steps.shared.people import short


def without_numbers(view: ConsoleView) -> Iterator[OpenPoint]:
    """Yield each question with those at the table who did not answer it."""
    for scale in view.scales:
        if missing := _without_number(view, scale):
            words = _("„{question}” – nog geen antwoord van {people}").format(
                question=short(scale.question), people=format_list(missing)
            )
            yield OpenPoint(words, STEP_OF_KIND["scales"], Place.scale(scale.id))


def _without_number(view: ConsoleView, scale: ConsoleScale) -> list[str]:
    answered = {score.person for score in scale.scores if score.value is not None or score.declined}
    return [person.called for person in view.at_table if person.id not in answered]
