"""Finds text for which paper has no letters, before printing: names can then be spelled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from beraad.export.document import Document
from beraad.export.in_letters import texts_of
from beraad.export.pdf import unwritable
from beraad.models import Person


@dataclass(frozen=True, slots=True)
class Unwritable:
    """Text in which paper shows dots; for a name, the id of its `person`."""

    text: str
    person: str | None = None

    @property
    def words(self) -> str:
        """Words of the text that have no letters."""
        return " ".join(word for word in self.text.split() if unwritable(word))


def lacks_letters(name: str) -> bool:
    """Return True if paper has no letters for anything in `name`."""
    return unwritable(name)


def letters_of(people: Iterable[Person]) -> Mapping[str, str]:
    """Return the spelling somebody gave for every name that paper cannot write."""
    return {
        name: person.in_letters
        for person in people
        if person.in_letters
        for name in (person.name, person.called)
        if unwritable(name)
    }


def letters_in(document: Document, people: Iterable[Person]) -> tuple[tuple[str, str], ...]:
    """Return the spelling of each name in a document that paper cannot write, and of no other name."""
    texts = tuple(texts_of(document.blocks))
    return tuple(
        (name, written) for name, written in letters_of(people).items() if any(name in text for text in texts)
    )


def unwritable_in(documents: Iterable[Document], people: Sequence[Person]) -> tuple[Unwritable, ...]:
    """Return what these documents would show as dots, each once: names of `people`, then other texts."""
    texts = dict.fromkeys(text for one in documents for text in texts_of(one.blocks) if unwritable(text))
    named = {
        name: person.id for person in people for name in (person.called, person.name) if unwritable(name)
    }
    told = {named[name]: name for name in reversed(named) if any(name in text for text in texts)}
    others = (text for text in texts if unwritable(_without(text, named)))
    names = (Unwritable(told[person.id], person.id) for person in people if person.id in told)
    return (*names, *map(Unwritable, others))


def _without(text: str, names: Iterable[str]) -> str:
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, "")
    return text
