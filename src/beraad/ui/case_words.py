"""Words on screen for who may see a detail of a case."""

from __future__ import annotations

from collections.abc import Mapping

from beraad.i18n import format_list, spoken
from beraad.readers import Readers
from beraad.words.people import everyone_but_label, visible_to_label


def readers_words(readers: Readers, called: Mapping[str, str]) -> str:
    """Return who may see something; `called` gives the plan's name of each person, by id."""
    people = [called.get(person, person) for person in readers.people]
    if readers.group is None:
        return format_list(people)
    return everyone_but_label(people, spoken()) if people else visible_to_label(readers.group, spoken())
