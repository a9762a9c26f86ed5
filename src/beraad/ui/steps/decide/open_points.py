"""Points to settle before the plan is agreed, and the answers that are still to come."""

from __future__ import annotations

from collections.abc import Iterator

from beraad.i18n import _, format_list, ngettext
from beraad.step_facts import AGREEING
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.meeting.open_point import WAITING, OpenPoint
from beraad.ui.steps.shared.release_line import waiting_words


def waiting_for_release(model: MeetingModel) -> Iterator[OpenPoint]:
    """Yield one point if anything waits until it is released to the other room."""
    if model.view.waiting:
        yield OpenPoint(waiting_words(model.view), model.step, WAITING)


def answers_to_come(model: MeetingModel) -> Iterator[OpenPoint]:
    """Yield that the plan is not agreed yet; once it is, who did not answer it."""
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
