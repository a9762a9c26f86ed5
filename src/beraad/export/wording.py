"""Words for people and their answers, from views."""

from __future__ import annotations

from collections.abc import Iterable

from beraad.disclosure.views import PersonView, ScoreView
from beraad.i18n import Language


def names(people: Iterable[PersonView], _: Language) -> str:
    """`Mark en Kees`."""
    return _.listed([person.called for person in people])


def role(person: PersonView) -> str:
    """Who somebody is to the family: `oma`, or `wijkagent, politie Breda`; empty when not known."""
    return ", ".join(person.role)


def score(answer: ScoreView, _: Language) -> str:
    """The number somebody gave, or that this person rather says none."""
    if answer.value is not None:
        return str(answer.value)
    return _("zegt het liever niet") if answer.declined else _("geen cijfer")
