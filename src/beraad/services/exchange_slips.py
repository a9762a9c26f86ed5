"""Exchange slips: for each reader whose own paper is another now, one page that calls the old one back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from beraad.codes import ActKind
from beraad.disclosure.audience import paper_of
from beraad.export.document import Document
from beraad.export.exchange_slip import exchange_slip
from beraad.export.in_letters import texts_of
from beraad.export.pdf import Rendered, render
from beraad.models import Person
from beraad.paths import replace_file
from beraad.services.differences import Changed, Differences
from beraad.services.errors import UnknownPerson


class Papers(Protocol):
    """Copies of a plan, as far as slips need them."""

    def drawn_for(self, person: Person) -> Document:
        """Return somebody's paper before ink."""

    def as_written(self, made: Document) -> Document:
        """Return a document with names in the letters of paper."""

    def name_for(self, person: str | None, *, card: bool = False) -> str:
        """Return the file name of somebody's paper."""

    def handed_out(self, kind: ActKind, people: Sequence[str]) -> None:
        """Put on record that papers of these people left the program."""


@dataclass(frozen=True, slots=True)
class SlipLine:
    """Reader who gets a slip, with the versions of the old paper and of the new one, from 1."""

    person: str
    called: str
    old_version: int
    new_version: int


@dataclass(frozen=True, slots=True)
class SlipMade:
    """Slip that was written; `file` is its name in the folder."""

    person: str
    file: str


class ExchangeSlips:
    """Slips beside the copies of a plan in force: for exactly those whose own paper is another now.

    `readers` are those who get a copy. Nobody else is told that anything changed.
    """

    def __init__(self, papers: Papers, differences: Differences, readers: Sequence[Person]) -> None:
        self._papers, self._differences, self._readers = papers, differences, readers
        self._found: dict[str, Changed | None] = {}

    def lines(self) -> tuple[SlipLine, ...]:
        """Return who gets a slip, in the order of the readers."""
        found = ((person, self._changed(person)) for person in self._readers)
        return tuple(
            SlipLine(person.id, changed.called, changed.before.version, changed.now.version)
            for person, changed in found
            if changed is not None
        )

    def one(self, person: str) -> Rendered:
        """Return the slip of somebody. Raises UnknownPerson if this person gets none."""
        return render(self._document(person))

    def name_for(self, person: str) -> str:
        """Return the file name of a slip: that of the copy, with `wissel` before its day."""
        stem, _, rest = self._papers.name_for(person).rpartition("_")
        return f"{stem}_wissel_{rest}"

    def write_all(self, folder: Path, people: Sequence[str] | None = None) -> tuple[SlipMade, ...]:
        """Write the slips of these people (None: of all who get one) into `folder`.

        Raises OSError, and what putting them on record raises.
        """
        folder.mkdir(parents=True, exist_ok=True)
        made = []
        for line in self.lines():
            if people is None or line.person in people:
                name = self.name_for(line.person)
                replace_file(folder / name, self.one(line.person).data)
                made.append(SlipMade(line.person, name))
        self._papers.handed_out(ActKind.COPY_SAVED, [item.person for item in made])
        return tuple(made)

    def _document(self, person: str) -> Document:
        reader = next((one for one in self._readers if one.id == person), None)
        changed = self._changed(reader) if reader else None
        if reader is None or changed is None:
            raise UnknownPerson(person=person)
        return self._papers.as_written(self._slip(reader, changed))

    def _slip(self, reader: Person, changed: Changed) -> Document:
        code = self._papers.drawn_for(reader).code
        return exchange_slip(changed.before, changed.now, changed.difference, code)

    def _changed(self, reader: Person) -> Changed | None:
        """Return what changed for somebody; None also if it cannot be told without something hidden."""
        if reader.id not in self._found:
            changed = self._differences.for_reader(paper_of(reader))
            tells = changed is not None and self._tells(reader, self._slip(reader, changed))
            self._found[reader.id] = None if tells else changed
        return self._found[reader.id]

    def _tells(self, reader: Person, slip: Document) -> bool:
        """Return True if the slip, in its own order, tells something that its reader may not have."""
        return self._differences.tells(paper_of(reader), tuple(texts_of(slip.blocks)))
