"""Words on screen for who may see a detail of a case."""

from __future__ import annotations

from collections.abc import Mapping

from beraad.disclosure.console_views import VisibleToValue
from beraad.i18n import format_list, spoken
from beraad.readers import EveryoneBut
from beraad.terms import VisibleTo
from beraad.words.people import everyone_but_label, visible_to_label


def visibility_words(visible_to: VisibleToValue, called: Mapping[str, str]) -> str:
    """Return who may see something; `called` gives the plan's name of each person, by id."""
    if isinstance(visible_to, EveryoneBut):
        return everyone_but_label([called.get(person, person) for person in visible_to.people], spoken())
    if isinstance(visible_to, tuple):
        return format_list([called.get(person, person) for person in visible_to])
    return visible_to_label(VisibleTo(visible_to), spoken())
