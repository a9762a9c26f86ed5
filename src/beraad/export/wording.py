"""Words for people and their answers, from views."""

from __future__ import annotations

from collections.abc import Iterable

from beraad.disclosure.views import AgreementView, PersonView, ScoreView
from beraad.export.timing import timing_in_words
from beraad.i18n import Language
from beraad.words import headings


def names(people: Iterable[PersonView], _: Language) -> str:
    """Return the names in a list: `Mark en Kees`."""
    return _.listed([person.called for person in people])


def facts_aloud(agreement: AgreementView, _: Language) -> tuple[tuple[str, str], ...]:
    """Return label and words of each fact of an agreement that is read aloud; empty words if not known."""
    return (
        (_("Wanneer"), timing_in_words(agreement.timing, _)),
        (_("Zo merken we het"), agreement.measured_by or ""),
        (_("Wie erop let"), agreement.checked_by or ""),
        (_(headings.NOT_HELPED), agreement.fallback or ""),
    )


def role(person: PersonView) -> str:
    """Return what somebody is to the family: `oma`, or `wijkagent, politie Breda`; empty if not known."""
    return ", ".join(person.role)


def score(answer: ScoreView, _: Language) -> str:
    """Return the number that somebody gave, or words for an answer without a number."""
    if answer.value is not None:
        return str(answer.value)
    return _("zegt het liever niet") if answer.declined else _("geen cijfer")
