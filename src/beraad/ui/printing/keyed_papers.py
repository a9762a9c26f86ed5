"""Papers of a plan by the keys of the list of readers: copies, cards, slips and the plan for the file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from beraad.export.pdf import Rendered
from beraad.services.printing import Copies
from beraad.terms import Paper
from beraad.ui.printing.readers import FILE, is_slip, whose
from beraad.ui.printing.sheets import Sheets


class KeyedPapers:
    """Maker of the papers that the keys stand for, as sheets with their file names."""

    def __init__(self, copies: Copies) -> None:
        self._copies = copies

    def sheets(self, key: str) -> Callable[[], Sheets]:
        """Return a function that makes the sheets of a paper, on any thread."""

        def make() -> Sheets:
            return Sheets(Path(self.name_for(key)).stem, self.rendered(key).data)

        return make

    def rendered(self, key: str) -> Rendered:
        """Return the PDF of a paper. Raises what `Copies.one` raises."""
        person, card = whose(key)
        if is_slip(key):
            return self._copies.slips.one(person)
        return self._copies.for_the_file() if key == FILE else self._copies.one(person, card=card)

    def name_for(self, key: str) -> str:
        """Return the file name of a paper."""
        person, card = whose(key)
        if is_slip(key):
            return self._copies.slips.name_for(person)
        return self._copies.name_for(person or None, card=card)

    def not_home(self, keys: Sequence[str]) -> tuple[str, ...]:
        """Return the names of those who do not take their paper home."""
        readers = {reader.person: reader for reader in self._copies.readers()}
        asked = (readers[key] for key in keys if key in readers)
        return tuple(reader.called for reader in asked if reader.paper is Paper.ELSEWHERE)

    def with_card(self, keys: Sequence[str]) -> tuple[str, ...]:
        """Return the names of those whose card is among the keys."""
        called = {reader.person: reader.called for reader in self._copies.readers()}
        return tuple(called[person] for person, card in map(whose, keys) if card)
