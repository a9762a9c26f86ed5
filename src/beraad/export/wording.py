"""Words for people and their answers, from views."""

from __future__ import annotations

from collections.abc import Iterable

from beraad.disclosure.views import PersonView, ScoreView
from beraad.i18n import Language


def names(people: Iterable[PersonView], _: Language) -> str:
    """Return the names in a list: `Mark en Kees`."""
    return _.listed([person.called for person in people])


def role(person: PersonView) -> str:
    """Return what somebody is to the family: `oma`, or `wijkagent, politie Breda`; empty if not known."""
    return ", ".join(person.role)


def score(answer: ScoreView, _: Language) -> str:
    """Return the number that somebody gave, or words for an answer without a number."""
    if answer.value is not None:
        return str(answer.value)
    return _("zegt het liever niet") if answer.declined else _("geen cijfer")
